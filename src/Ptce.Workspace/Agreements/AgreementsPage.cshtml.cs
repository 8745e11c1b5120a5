using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Accords: what waits for my organisation's word, what was agreed, and what was asked before.</summary>
public sealed class AgreementsPage(Agreements agreements, Members members, Actor actor, Say t, TimeProvider clock) : PageModel
{
    private const int MostWaiting = 8;

    /// <summary>"demandes": the matches, whatever came of them.</summary>
    [FromQuery(Name = "vue")] public string? View { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "etat")] public string? State { get; set; }
    [FromQuery(Name = "nature")] public string? Kind { get; set; }
    [FromQuery(Name = "organisation")] public string? Organisation { get; set; }
    [FromQuery(Name = "du")] public DateOnly? From { get; set; }
    [FromQuery(Name = "au")] public DateOnly? To { get; set; }

    /// <summary>The offer or the need whose matches are asked for.</summary>
    [FromQuery(Name = "annonce")] public string? OfferId { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Home => $"/p/{Actor.PoleSlug}/echanges/accords";
    public bool Asking => View == "demandes";

    /// <summary>The first of what waits; the counts are of all.</summary>
    public IReadOnlyList<Match> Asked { get; private set; } = [];
    public IReadOnlyList<Agreement> ToSign { get; private set; } = [];
    public long WaitingCount { get; private set; }

    /// <summary>One of the two is filled, by the view.</summary>
    public AgreementList Found { get; private set; } = new([], null);
    public MatchList FoundMatches { get; private set; } = new([], null);
    public string? Next => Asking ? FoundMatches.Next : Found.Next;
    private IReadOnlyList<Organisation> Organisations { get; set; } = [];
    private IReadOnlyList<string> States => Asking ? AgreementFilter.MatchStates : AgreementFilter.States;

    private AgreementFilter Filter => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search, States.FirstOrDefault(s => s == State), Pooled.Kinds.FirstOrDefault(k => k == Kind),
        Given(Organisation), From, To, Asking ? Given(OfferId) : null);

    public Narrowing Narrowing => new(Home,
    [
        new("q", t["agreements.search"], Search),
        NarrowBy.Choice("etat", t["offers.state"], State, t["agreements.any_state"], States.Select(s => (s, t[s == AgreementFilter.Mine ? "agreements.mine" : (Asking ? "agreements.match." : "agreements.state.") + s]))),
        NarrowBy.Choice("nature", t["offers.kind"], Kind, t["offers.all_kinds"], Pooled.Kinds.Select(k => (k, Kinds.Word(t, k)))),
        NarrowBy.Choice("organisation", t["shared.narrow.organisation"], Organisation, t["shared.narrow.any_organisation"], Organisations.Select(o => (o.Id, o.Name))),
        NarrowBy.Day("du", t["agreements.made_from"], From),
        NarrowBy.Day("au", t["shared.narrow.to"], To),
    ], ("vue", View), ("annonce", OfferId));

    public async Task OnGet()
    {
        Organisations = await members.Organisations(Actor);
        if (Asking) FoundMatches = await agreements.Matches(Actor, Filter, After);
        else Found = await agreements.List(Actor, Filter, After);
        if (Narrowing.Narrowed || After is not null) return;
        var mine = new AgreementFilter(State: AgreementFilter.Mine);
        (Asked, ToSign) = ((await agreements.Matches(Actor, mine, most: MostWaiting)).Matches, (await agreements.List(Actor, mine, most: MostWaiting)).Agreements);
        var (toAnswer, toSign) = await agreements.CountWaiting(Actor);
        WaitingCount = toAnswer + toSign;
    }

    public Emptiness Empty => new(t[Narrowing.Narrowed ? "agreements.none_found" : Asking ? "agreements.no_match_yet" : "agreements.none_yet"], new(t["agreements.see_offers"], $"/p/{Actor.PoleSlug}/echanges"));

    /// <summary>"Val Horizon pour Elips".</summary>
    public string Between(string giver, string receiver) => t["agreements.between", giver, receiver];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
