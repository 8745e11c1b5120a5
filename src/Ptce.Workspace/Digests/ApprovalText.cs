using System.Globalization;
using System.Security.Cryptography;

namespace Ptce.Workspace;

/// <summary>An approved digest as the one after it names it: its hash, and the seal of its approval.</summary>
public sealed record Approved(string Hash, string? Seal)
{
    /// <summary>The one that a digest names; null for the first.</summary>
    public static Approved? Before(Digest digest) => digest.PreviousHash is { } hash ? new(hash, digest.PreviousSeal) : null;
}

/// <summary>The text whose SHA-256 is the seal of an approval: what was approved, who could vote, who did, when, on which hash.</summary>
/// <remarks>
/// Written as <see cref="CanonicalText"/> is; instants are UTC milliseconds.
/// <code>
/// ptce-approval  1
/// digest   id  version  hash  place in the chain  approved at
/// review   round  opened at  opened by  voices  quorum  voting rules
/// elector  person  voice  college                       (in the order of their bytes)
/// vote     person  voice  answer  hash  at              (likewise)
/// </code>
/// </remarks>
internal sealed class ApprovalText
{
    internal sealed record Review(
        string Id, long Version, string Hash, long? Chain, long? ApprovedAt, long Round, long? ReviewOpenedAt, string? ReviewOpenedBy, long? Electors, long? Quorum, string? VotingRules);

    internal sealed record Elector(string PersonId, string Voice, string? CollegeId);

    internal sealed record Cast(string PersonId, string Voice, string Answer, string Hash, long At);

    private readonly TextRecords _text = new();

    private ApprovalText() => Write("ptce-approval"u8, "1");

    public static string Seal(Review r, IEnumerable<Elector> electors, IEnumerable<Cast> votes)
    {
        var text = new ApprovalText();
        text.Write("digest"u8, r.Id, Number(r.Version), r.Hash, Number(r.Chain), Number(r.ApprovedAt));
        text.Write("review"u8, Number(r.Round), Number(r.ReviewOpenedAt), r.ReviewOpenedBy, Number(r.Electors), Number(r.Quorum), r.VotingRules);
        foreach (var e in electors.OrderBy(e => e.PersonId, StringComparer.Ordinal).ThenBy(e => e.Voice, StringComparer.Ordinal)) text.Write("elector"u8, e.PersonId, e.Voice, e.CollegeId);
        foreach (var v in votes.OrderBy(v => v.PersonId, StringComparer.Ordinal).ThenBy(v => v.Voice, StringComparer.Ordinal).ThenBy(v => v.Answer, StringComparer.Ordinal))
            text.Write("vote"u8, v.PersonId, v.Voice, v.Answer, v.Hash, Number(v.At));
        return Convert.ToHexStringLower(SHA256.HashData(text._text.All.Span));
    }

    private void Write(ReadOnlySpan<byte> name, params ReadOnlySpan<string?> fields)
    {
        _text.Begin(name);
        foreach (var field in fields) _text.Add(field);
        _text.End();
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
