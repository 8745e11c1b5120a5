using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Échanges: offers and needs, newest first, narrowed by side, kind, state, organisation, days and words.</summary>
public sealed class OffersPage(Offers offers, SavedSearches searches, Members members, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    [FromQuery(Name = "sens")] public string? Side { get; set; }
    [FromQuery(Name = "nature")] public string? Kind { get; set; }
    [FromQuery(Name = "etat")] public string? State { get; set; }
    [FromQuery(Name = "organisation")] public string? Organisation { get; set; }
    [FromQuery(Name = "du")] public DateOnly? From { get; set; }
    [FromQuery(Name = "au")] public DateOnly? To { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Home => $"/p/{Actor.PoleSlug}/echanges";
    public OfferList Found { get; private set; } = null!;
    public bool Narrowed => Filter != new OfferFilter();
    public Emptiness Empty => new(t[Narrowed ? "offers.none_found" : "offers.none_yet"], Actor.May(Act.PostOffer) ? new(t["offers.post_offer"], New(Sides.Offer)) : null);

    private OfferFilter Filter => new(
        Side switch { "offre" => Sides.Offer, "besoin" => Sides.Need, _ => null },
        Pooled.Kinds.FirstOrDefault(k => k == Kind), Stages.All.FirstOrDefault(s => s == State), string.IsNullOrEmpty(Organisation) ? null : Organisation,
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), From: From, To: To);

    public Narrowing Narrowing => new(Home,
    [
        new("q", t["offers.search"], Search),
        NarrowBy.Choice("nature", t["offers.kind"], Kind, t["offers.all_kinds"], Pooled.Kinds.Select(k => (k, Kinds.Word(t, k)))),
        NarrowBy.Choice("etat", t["offers.state"], State, t["offers.all_states"], Stages.All.Select(s => (s, t["offers.state." + s]))),
        NarrowBy.Choice("organisation", t["shared.narrow.organisation"], Organisation, t["shared.narrow.any_organisation"], Organisations.Select(o => (o.Id, o.Name))),
        NarrowBy.Day("du", t["offers.days_from"], From),
        NarrowBy.Day("au", t["shared.narrow.to"], To),
    ], ("sens", Side));

    private IReadOnlyList<Organisation> Organisations { get; set; } = [];

    /// <summary>The reader's saved searches.</summary>
    public IReadOnlyList<SavedSearch> Mine { get; private set; } = [];

    /// <summary>What a saved search can hold: a side, a kind and words.</summary>
    public bool MaySave => Filter with { State = null } is { OrganisationId: null, From: null, To: null } asked && asked != new OfferFilter()
        && !Mine.Any(s => (s.Side, s.Kind, s.Words) == (asked.Side, asked.Kind, asked.Search));

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostSave([FromForm(Name = "sens")] string? side, [FromForm(Name = "nature")] string? kind, [FromForm(Name = "q")] string? words)
    {
        (Side, Kind, Search) = (side, kind, words);
        var kept = await searches.Save(Actor, Filter);
        TempData["Notice"] = t["offers.search_kept"];
        return new SeeOther(kept.Path(Actor.PoleSlug));
    }

    public async Task<IActionResult> OnPostForget(string id)
    {
        await searches.Forget(Actor, id);
        TempData["Notice"] = t["offers.search_forgotten"];
        return new SeeOther(Home);
    }

    public async Task Load() => (Found, Mine, Organisations) = (await offers.List(Actor, Filter, After), await searches.Mine(Actor), await members.Organisations(Actor));

    public string New(string side) => $"{Home}/saisir?sens={(side == Sides.Need ? "besoin" : "offre")}";
}
