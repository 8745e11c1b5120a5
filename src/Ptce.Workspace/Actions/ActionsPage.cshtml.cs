using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Actions: the register across all series, with search.</summary>
public sealed class ActionsPage(Actions actions, Actor actor, TimeProvider clock) : PageModel
{
    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Here => $"/p/{Actor.PoleSlug}/actions";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>"open", "late", "done" or "mine".</summary>
    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    /// <summary>Only actions before this one.</summary>
    [BindProperty(SupportsGet = true, Name = "avant")]
    public string? Before { get; set; }

    public IReadOnlyList<ActionItem> Found { get; private set; } = [];
    public bool Narrowed => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(State);

    public string With(string? state, string? before = null) => Here + QueryString.Create(new Dictionary<string, string?> { ["q"] = Search, ["etat"] = state, ["avant"] = before }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public async Task OnGet() => Found = await actions.Register(Actor, Search, state: string.IsNullOrEmpty(State) ? null : State == "mine" ? ActionItem.Open : State,
        ownerId: State == "mine" ? Actor.PersonId : null, before: string.IsNullOrEmpty(Before) ? null : Before);
}
