using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Relevé des décisions, across all series, with search.</summary>
public sealed class DecisionsPage(Decisions decisions, Workshops workshops, Voting voting, Actor actor) : PageModel
{
    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/decisions";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "serie")]
    public string? SeriesId { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    /// <summary>Only decisions before this one.</summary>
    [BindProperty(SupportsGet = true, Name = "avant")]
    public string? Before { get; set; }

    public IReadOnlyList<Decision> Found { get; private set; } = [];
    public IReadOnlyList<MeetingSeries> Series { get; private set; } = [];
    public VotingRules Rules { get; private set; } = VotingRules.Usual;

    public bool Narrowed => !string.IsNullOrWhiteSpace(Search) || SeriesId is not null || State is not null;

    public string With(string? state, string? before = null) => Here + QueryString.Create(new Dictionary<string, string?> { ["q"] = Search, ["serie"] = SeriesId, ["etat"] = state, ["avant"] = before }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public async Task OnGet()
    {
        SeriesId = string.IsNullOrEmpty(SeriesId) ? null : SeriesId;
        State = string.IsNullOrEmpty(State) ? null : State;
        Found = await decisions.Register(Actor, Search, SeriesId, State, string.IsNullOrEmpty(Before) ? null : Before);
        Series = await workshops.Series(Actor);
        Rules = await voting.Rules(Actor);
    }
}
