using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

/// <summary>Remarks on the digest and on its lines.</summary>
public sealed partial class DigestPage
{
    public DateOnly Today { get; } = actor.Today(clock);

    /// <summary>The line a remark is about to be made on; the whole digest without it.</summary>
    [BindProperty(SupportsGet = true, Name = "ligne")]
    public string? Ligne { get; set; }

    public IReadOnlyList<Remark> Remarks { get; private set; } = [];
    public DigestLine? About { get; private set; }

    /// <summary>What a person typed, shown again when it was refused.</summary>
    public string? Typed { get; private set; }

    public bool MayRemark => Actor.May(Act.RemarkOnDigest);

    public async Task<IActionResult> OnPostRemark(string? text, string? line)
    {
        (Typed, Ligne) = (text, line);
        await digests.RemarkOn(Actor, Id, text ?? "", string.IsNullOrEmpty(line) ? null : line);
        return new SeeOther(Here + "#remarks");
    }

    private async Task LoadRemarks()
    {
        Remarks = await digests.Remarks(Actor, Digest);
        if (Ligne is { } line && MayRemark) About = await digests.Line(Digest, line);
    }
}
