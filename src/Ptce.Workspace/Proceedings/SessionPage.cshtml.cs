using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>La séance: the points in order with their time, and the minutes that everyone writes at once.</summary>
public sealed partial class SessionPage(Workshops workshops, Proceedings proceedings, Decisions decisions, Actions actions, AgendaBrings brings, Members members, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public string Home => $"/p/{Actor.PoleSlug}/ateliers";
    public string Meetings => $"{Home}/{Id}";
    public string Here => $"{Meetings}/seance";
    public string Api => $"/api/v1/poles/{Actor.PoleSlug}/meetings";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Agenda Agenda { get; private set; } = null!;
    public Occurrence Meeting => Agenda.Meeting;
    public bool TakesPart { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public IReadOnlyDictionary<string, Note> Notes { get; private set; } = new Dictionary<string, Note>();
    public IReadOnlyDictionary<string, Spent> Spent { get; private set; } = new Dictionary<string, Spent>();

    public bool IsOpen => Meeting.State == Occurrence.Planned;
    public bool MayWrite => TakesPart && SettledAt is null && Meeting.State != Occurrence.Cancelled && Actor.May(Act.WriteMinutes);
    public bool MayLead => Actor.May(Act.PlanMeetings);

    public Note NoteOf(AgendaItem item) => Notes.GetValueOrDefault(item.Id, Note.Empty(item.Id));

    public Spent SpentOn(AgendaItem item) => Spent.GetValueOrDefault(item.Id, new(item.Id, 0, null));

    /// <summary>When it ends if each point that is left takes its time; null before it has begun and once it is over.</summary>
    public DateTimeOffset? EndsAt => !IsOpen || Meeting.StartsAt is not { } starts || starts > Now || Meeting.EndsAt < Now.AddHours(-Workshops.LateHours) ? null
        : Now.AddSeconds(Agenda.Items.Where(i => i.State == AgendaItem.Open).Sum(i => Math.Max(0, i.Minutes * 60 - SpentOn(i).SecondsAt(Now))));

    /// <summary>Minutes beyond the planned end; 0 when it fits.</summary>
    public long LateMinutes => EndsAt is { } ends && ends > Meeting.EndsAt ? (long)(ends - Meeting.EndsAt.Value).TotalMinutes : 0;

    public Task OnGet() => Load();

    /// <summary>A save by hand, for a browser without the script.</summary>
    public Task<IActionResult> OnPostWrite(string item, string save, string? known, string? text) => Then(item, proceedings.Write(Actor, item, save, known ?? "", text ?? ""));

    public Task<IActionResult> OnPostSettle(string item, string clash) => Then(item, proceedings.Settle(Actor, clash));

    public async Task<IActionResult> OnPostFinish(bool finished)
    {
        await proceedings.Finish(Actor, Id, finished);
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostPropose(string? title, [FromForm(Name = "point_minutes")] string? minutes, string? aim)
    {
        await workshops.Propose(Actor, Id, reserve: false, title, Field.WholeIfAny(minutes, "point_minutes") ?? 0, aim ?? "");
        return new SeeOther(Here + "#propose");
    }

    public Task<IActionResult> OnPostPoint(string item, string act) => Then(item, act switch
    {
        "begin" => workshops.Begin(Actor, item),
        "pause" => workshops.Pause(Actor, item),
        "reach" => workshops.Reach(Actor, item, reached: true),
        "unreach" => workshops.Reach(Actor, item, reached: false),
        "postpone" => workshops.Postpone(Actor, item),
        _ => throw new NotHere(),
    });

    private async Task<IActionResult> Then(string item, Task act)
    {
        await act;
        return new SeeOther($"{Here}#item-{item}");
    }

    /// <summary>What this person can do with a point now, the next act first.</summary>
    public IEnumerable<string> ActsOn(AgendaItem item)
    {
        if (!IsOpen || Meeting.StartsAt?.AddMinutes(-Workshops.EarlyMinutes) > Now) yield break;
        if (TakesPart && Actor.May(Act.WriteMinutes) && item.State == AgendaItem.Open) yield return SpentOn(item).Since is null ? "begin" : "pause";
        if (!MayLead) yield break;
        if (item.State == AgendaItem.Open)
        {
            yield return "reach";
            yield return "postpone";
        }
        if (item.State == AgendaItem.Done) yield return "unreach";
    }

    public async Task Load()
    {
        Agenda = await workshops.AgendaOf(Actor, Id);
        TakesPart = await workshops.TakesPart(Actor, Meeting);
        SettledAt = await proceedings.SettledAt(Actor, Id);
        Notes = await proceedings.Of(Actor, Id);
        Spent = await workshops.SpentOn(Actor, Id);
        await LoadWhatCame();
    }
}
