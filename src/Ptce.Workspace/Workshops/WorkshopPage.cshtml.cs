using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One meeting: when and where, why then, and what the person can do about it.</summary>
public sealed partial class WorkshopPage(Workshops workshops, AgendaBrings brings, SchoolHolidays school, Guests guests, Yields yields, Decisions decisions, Actions actions, Site site, Members members, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
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
    public IReadOnlyList<Members.Colleague> People { get; private set; } = [];

    /// <summary>School holidays that the day falls into: said, never more.</summary>
    public IReadOnlyList<SchoolBreak> AtSchool { get; private set; } = [];

    /// <summary>What speaks against a day that a person chose.</summary>
    public IReadOnlyList<MoveReason> Against { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        // What happened to a series names it by its id alone: its page is beside.
        if ((await workshops.Series(Actor)).Any(s => s.Id == Id)) return Redirect($"{Home}/series/{Id}");
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostMove(string? day, string? starts, string? reason)
    {
        await workshops.Move(Actor, Id, Field.Day(day, "day"), Field.Clock(starts, "starts"), reason);
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

    public async Task<IActionResult> OnPostEntrust(string? facilitator)
    {
        var who = NewRotaPlace.Read(facilitator);
        await workshops.Entrust(Actor, Id, who?.OrganisationId, who?.PersonId);
        return new SeeOther(Here);
    }

    public Agenda Agenda { get; private set; } = null!;

    /// <summary>What points bring along, by point.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Brought>> Brought { get; private set; } = new Dictionary<string, IReadOnlyList<Brought>>();

    public IReadOnlyList<AgendaItem> Reserve { get; private set; } = [];

    public Turnout Turnout { get; private set; } = null!;
    public Reply? Mine => Turnout.Replies.FirstOrDefault(r => r.PersonId == Actor.PersonId);
    public bool IsInvited => Turnout.Invited.Any(i => i.PersonId == Actor.PersonId);
    public bool TakesAnswers => Meeting is { State: Occurrence.Planned, StartsAt: not null } && Meeting.EndsAt >= clock.GetUtcNow();

    /// <param name="retour">Where to go on: the list a person answered from.</param>
    public async Task<IActionResult> OnPostAnswer(string? answer, string? people, string? late, string? proxy, string? note, string? person, string? retour)
    {
        await workshops.Answer(Actor, Id, new(answer ?? "", Field.WholeIfAny(people, "people") ?? 1, Field.WholeIfAny(late, "late") ?? 0,
            string.IsNullOrEmpty(proxy) ? null : proxy, note, string.IsNullOrEmpty(person) ? null : person));
        return new SeeOther(SeeOther.Local(retour) ?? Here);
    }

    public async Task Load()
    {
        Turnout = await workshops.TurnoutOf(Actor, Id);
        Present = await workshops.Attendance(Actor, Id);
        Agenda = await workshops.AgendaOf(Actor, Id);
        Guests = await guests.Of(Actor, Id);
        GuestPoints = Guests.Count > 0 ? await guests.PointsOf(Actor, Id) : [];
        GuestLink ??= TempData[LinkOnce] as string;
        await LoadYields();
        Brought = await brings.Of(Actor, Agenda, t);
        Reserve = await workshops.Reserve(Actor, Agenda.Meeting.SeriesId);
        Meeting = await workshops.One(Actor, Id);
        Series = await workshops.OneSeries(Actor, Meeting.SeriesId);
        if (Meeting.State == Occurrence.Planned) AtSchool = await school.On(Actor, Meeting.Day ?? Meeting.Computed);
        if (Actor.May(Act.PlanMeetings)) (Organisations, People) = (await members.Organisations(Actor), await members.People(Actor));
        if (Meeting is { MovedAt: not null, Day: { } day }) Against = Series.WorkingDays.Against(day);
    }
}
