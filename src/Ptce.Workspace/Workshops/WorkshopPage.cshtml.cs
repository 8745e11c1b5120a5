using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One meeting: when and where, why then, and what the person can do about it.</summary>
public sealed partial class WorkshopPage(Workshops workshops, Members members, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/ateliers";
    public string Here => $"{Home}/{Id}";
    public DateOnly Today { get; } = actor.Today(clock);

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Occurrence Meeting { get; private set; } = null!;
    public MeetingSeries Series { get; private set; } = null!;
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    /// <summary>What speaks against a day that a person chose.</summary>
    public IReadOnlyList<MoveReason> Against { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostMove(string? day, string? starts, string? reason)
    {
        await workshops.Move(Actor, Id, SeriesForm.Day(day, "day"), WallTime.Typed(starts), reason);
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostCancel([FromForm(Name = "cancel_reason")] string? reason)
    {
        await workshops.Cancel(Actor, Id, reason);
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostRestore()
    {
        await workshops.Restore(Actor, Id);
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostArrange(string? host, string? place, string? link)
    {
        await workshops.Arrange(Actor, Id, host, place, link);
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        Meeting = await workshops.One(Actor, Id);
        Series = await workshops.OneSeries(Actor, Meeting.SeriesId);
        if (Actor.May(Act.PlanMeetings)) Organisations = await members.Organisations(Actor);
        if (Meeting is { MovedAt: not null, Day: { } day }) Against = Series.WorkingDays.Against(day);
    }
}
