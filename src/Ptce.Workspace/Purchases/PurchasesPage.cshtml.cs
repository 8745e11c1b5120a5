using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Achats groupés: what is bought together, how far each one is from its threshold, what it saves.</summary>
public sealed class PurchasesPage(Purchases purchases, Members members, Actor actor, Say t, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "etat")] public string? State { get; set; }
    [FromQuery(Name = "organisation")] public string? Organisation { get; set; }
    [FromQuery(Name = "du")] public DateOnly? From { get; set; }
    [FromQuery(Name = "au")] public DateOnly? To { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Offers => $"/p/{Actor.PoleSlug}/echanges";
    public PurchaseList Found { get; private set; } = null!;
    private IReadOnlyList<Organisation> Organisations { get; set; } = [];

    public Narrowing Narrowing => new($"{Offers}/achats",
    [
        new("q", t["agreements.search"], Search),
        NarrowBy.Choice("etat", t["offers.state"], State, t["agreements.any_state"], PurchaseFilter.States.Select(s => (s, t["purchases.is." + s]))),
        NarrowBy.Choice("organisation", t["shared.narrow.organisation"], Organisation, t["shared.narrow.any_organisation"], Organisations.Select(o => (o.Id, o.Name))),
        NarrowBy.Day("du", t["purchases.until_from"], From),
        NarrowBy.Day("au", t["shared.narrow.to"], To),
    ]);

    public async Task OnGet()
    {
        Organisations = await members.Organisations(Actor);
        Found = await purchases.List(Actor, new(Search, PurchaseFilter.States.FirstOrDefault(s => s == State), string.IsNullOrEmpty(Organisation) ? null : Organisation, From, To), After);
    }

    public Emptiness Empty => new(t[Narrowing.Narrowed ? "agreements.none_found" : "purchases.none_yet"],
        Actor.May(Act.PostOffer) ? new(t["purchases.propose"], $"{Offers}/saisir?sens=offre&nature={Kinds.AchatGroupe}") : null);
}
