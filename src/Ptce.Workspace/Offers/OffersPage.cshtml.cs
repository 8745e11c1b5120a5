using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Échanges: what members propose and seek, narrowed by side, kind, state and words.</summary>
public sealed class OffersPage(Offers offers, SavedSearches searches, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    [FromQuery(Name = "sens")] public string? Side { get; set; }
    [FromQuery(Name = "nature")] public string? Kind { get; set; }
    [FromQuery(Name = "etat")] public string? State { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public OfferList Found { get; private set; } = null!;
    public bool Narrowed => Filter != new OfferFilter();
    public Emptiness Empty => new(t[Narrowed ? "offers.none_found" : "offers.none_yet"], Actor.May(Act.PostOffer) ? new(t["offers.post_offer"], New(Sides.Offer)) : null);

    private OfferFilter Filter => new(
        Side switch { "offre" => Sides.Offer, "besoin" => Sides.Need, _ => null },
        Pooled.Kinds.FirstOrDefault(k => k == Kind), Stages.All.FirstOrDefault(s => s == State),
        Search: string.IsNullOrWhiteSpace(Search) ? null : Search.Trim());

    /// <summary>The reader's saved searches.</summary>
    public IReadOnlyList<SavedSearch> Mine { get; private set; } = [];

    public bool MaySave => Filter with { State = null } is var asked && asked != new OfferFilter() && !Mine.Any(s => (s.Side, s.Kind, s.Words) == (asked.Side, asked.Kind, asked.Search));

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
        return new SeeOther($"/p/{Actor.PoleSlug}/echanges");
    }

    public async Task Load() => (Found, Mine) = (await offers.List(Actor, Filter, After), await searches.Mine(Actor));

    /// <summary>The same list with one part of its filter changed, from its first page.</summary>
    public string Narrow(string part, string? value)
    {
        var parts = new Dictionary<string, string?> { ["sens"] = Side, ["nature"] = Kind, ["etat"] = State, ["q"] = Search, [part] = value };
        return "?" + string.Join("&", parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}"));
    }

    public string New(string side) => $"/p/{Actor.PoleSlug}/echanges/saisir?sens={(side == Sides.Need ? "besoin" : "offre")}";
}
