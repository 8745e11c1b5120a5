using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One action: who, by when, and what happened to it.</summary>
public sealed class ActionPage(Actions actions, Members members, Feed feed, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Here => $"/p/{Actor.PoleSlug}/actions/{Id}";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ActionItem Action { get; private set; } = null!;
    public IReadOnlyList<Members.Colleague> People { get; private set; } = [];
    public IReadOnlyList<Happening> Happened { get; private set; } = [];
    public bool MayChange => Actor.May(Act.AgreeAction) && (Action.OwnerId == Actor.PersonId || Actor.May(Act.PlanMeetings));

    public Task OnGet() => Load();

    /// <param name="retour">The list the person was on.</param>
    public async Task<IActionResult> OnPostEnd(string state, string? retour)
    {
        await actions.End(Actor, Id, state);
        return new SeeOther(SeeOther.Local(retour) ?? Here);
    }

    public async Task<IActionResult> OnPostChange(string owner, string? due)
    {
        await actions.Change(Actor, Id, owner, Field.Day(due, "due"));
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        Action = await actions.One(Actor, Id);
        Happened = await feed.Of(Actor, Id, t);
        if (MayChange) People = [.. (await members.People(Actor)).DistinctBy(p => p.PersonId)];
    }
}
