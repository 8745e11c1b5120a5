using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Dossiers : what can be filed out of one digest, and the exports that take long.</summary>
public sealed class PacksPage(Digests digests, Exports exports, Actor actor, Say say, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Digest Digest { get; private set; } = null!;
    public IReadOnlyList<Export> Mine { get; private set; } = [];
    public string Here => Packs.Home(Actor, Id);

    /// <summary>"non" leads to packs and exports in quantities alone, where they make sense so.</summary>
    [BindProperty(SupportsGet = true, Name = "valeurs")]
    public string? Valeurs { get; set; }

    public bool ShowsValues => Valeurs != "non";

    /// <summary>Packs by what they are for, in the order people look for them.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<string> Names)> Groups => Packs.Readable(Actor);

    public string To(string pack) => $"{Here}/{pack}" + new PackAsked(pack, ShowsValues || !PackNames.MayHideValues.Contains(pack)).Query();

    public string With(bool values) => Packs.Home(Actor, Id, values);

    /// <summary>The long exports this reader may ask for.</summary>
    public IEnumerable<(string What, string Format)> Offered => Export.Offered.Where(o => o.What != Export.Entries || Actor.May(Act.ReadDigests));

    public bool IsOver(Export export) => export.IsOver(clock.GetUtcNow());

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostExport(string? what, string? format)
    {
        await exports.Ask(Actor, Id, what ?? "", format ?? "", say, ShowsValues);
        return new SeeOther(With(ShowsValues) + "#exports-mine");
    }

    public async Task Load()
    {
        Digest = await digests.One(Actor, Id);
        if (Digest.Hash is null) throw new NotHere();
        Mine = await exports.Mine(Actor, Id);
    }
}
