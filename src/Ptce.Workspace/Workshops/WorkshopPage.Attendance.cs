using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

public sealed partial class WorkshopPage
{
    public IReadOnlyList<Attendant> Present { get; private set; } = [];

    public bool AmPresent => Present.Any(p => p.PersonId == Actor.PersonId);

    /// <summary>The person can say that they are there.</summary>
    public bool DoorIsOpen => (IsInvited || Meeting.DoorCode is not null) && Meeting is { State: Occurrence.Planned, StartsAt: { } starts, EndsAt: { } ends }
        && clock.GetUtcNow() >= starts.AddMinutes(-Workshops.EarlyMinutes) && clock.GetUtcNow() <= ends.AddHours(Workshops.LateHours);

    public bool HasBegun => Meeting.StartsAt <= clock.GetUtcNow();

    public bool TakesAttendance => Meeting.State != Occurrence.Cancelled && Meeting.StartsAt?.AddMinutes(-Workshops.EarlyMinutes) <= clock.GetUtcNow();

    /// <summary>Who had said they would come and was not noted (absences).</summary>
    public IReadOnlyList<Reply> NoShows => Meeting.State != Occurrence.Held ? [] : [.. Turnout.Replies.Where(r => r.Answer == Reply.Yes && Present.All(p => p.PersonId != r.PersonId))];

    public IReadOnlyList<Invitee> NotNoted => [.. Turnout.Invited.Where(i => Present.All(p => p.PersonId != i.PersonId))];

    private SeeOther ToAttendance => new(Here + "#attendance");

    public async Task<IActionResult> OnPostAttend(string? code)
    {
        await workshops.Attend(Actor, Id, code);
        return ToAttendance;
    }

    public async Task<IActionResult> OnPostPresent(string person, bool present)
    {
        await workshops.NotePresent(Actor, Id, person, present);
        return ToAttendance;
    }

    public async Task<IActionResult> OnPostDoor(bool code)
    {
        await workshops.SetDoor(Actor, Id, code);
        return ToAttendance;
    }

    public async Task<IActionResult> OnPostClose([FromForm(Name = "held_minutes")] string? minutes)
    {
        await workshops.Close(Actor, Id, Field.WholeIfAny(minutes, "held_minutes"));
        return ToAttendance;
    }
}
