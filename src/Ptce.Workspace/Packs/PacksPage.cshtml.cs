using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Dossiers : what can be filed out of one digest.</summary>
public sealed class PacksPage(Digests digests, Actor actor) : PageModel
{
    public Actor Actor { get; } = actor;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Digest Digest { get; private set; } = null!;
    public string Here => Packs.Home(Actor, Id);

    /// <summary>Packs by what they are for, in the order people look for them.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<string> Names)> Groups =>
    [
        ("accounts", [PackNames.Cvn]),
        ("funders", [PackNames.CerfaAccount, PackNames.CerfaBudget]),
    ];

    public async Task OnGet()
    {
        Digest = await digests.One(Actor, Id);
        if (Digest.Hash is null) throw new NotHere();
    }
}
