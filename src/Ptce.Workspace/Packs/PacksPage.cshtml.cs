using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Dossiers : what can be filed out of one digest, and the exports that take long.</summary>
public sealed class PacksPage(Digests digests, Exports exports, Actor actor, Say say) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Digest Digest { get; private set; } = null!;
    public IReadOnlyList<Export> Mine { get; private set; } = [];
    public string Here => Packs.Home(Actor, Id);

    /// <summary>Whose costs of employment this reader may see: their employer's, or all.</summary>
    public bool MayReadCosts => Actor.May(Act.ReadStaffCosts) || (Actor.OrganisationId is not null && Actor.May(Act.ReadPole));

    /// <summary>Packs by what they are for, in the order people look for them.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<string> Names)> Groups =>
    [
        ("committee", Actor.May(Act.ReadPole) ? [PackNames.Steering, PackNames.Organisation, PackNames.Person] : [PackNames.Steering, PackNames.Organisation]),
        ("accounts", Actor.May(Act.ReadPole) ? [PackNames.Cvn, PackNames.Entries, PackNames.Sponsorship] : [PackNames.Cvn, PackNames.Entries]),
        ("funders", Actor.May(Act.ReadPole) ? [PackNames.Ami, PackNames.CerfaAccount, PackNames.CerfaBudget] : [PackNames.CerfaAccount, PackNames.CerfaBudget]),
        ("interreg", MayReadCosts ? [PackNames.Partner, PackNames.Staff, PackNames.StaffMonth, PackNames.Ceiling] : [PackNames.Ceiling]),
    ];

    /// <summary>The long exports this reader may ask for.</summary>
    public IEnumerable<(string What, string Format)> Offered => Export.Offered.Where(o => o.What != Export.Entries || Actor.May(Act.ReadDigests));

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostExport(string? what, string? format)
    {
        await exports.Ask(Actor, Id, what ?? "", format ?? "", say);
        return new SeeOther(Here + "#exports");
    }

    public async Task Load()
    {
        Digest = await digests.One(Actor, Id);
        if (Digest.Hash is null) throw new NotHere();
        Mine = await exports.Mine(Actor, Id);
    }
}
