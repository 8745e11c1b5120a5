namespace Ptce.Workspace;

/// <summary>What is written to a guest who has an address: the invitation with their link, a reminder, a change. The calendar file goes with it.</summary>
public sealed class GuestLetters(string topic, Guests guests, MailSettings mail, Site site, TimeProvider clock) : IWriteLetters
{
    public const string Invitation = "guest_invitation", Reminder = "guest_reminder", Change = "guest_change";

    public string Topic => topic;

    public async Task<Letter?> Write(Delivery owed)
    {
        if (await guests.LetterTo(owed.SubjectId) is not { } to) return null;
        var (guest, one, say, link) = (to.View.Guest, to.View.Meeting, new Say(to.View.Language), site.Link(to.Path));
        var cancelled = one.State == Occurrence.Cancelled;
        if (one.State == Occurrence.Held || one.StartsAt <= clock.GetUtcNow() || (cancelled && (topic != Change || guest.Answer == Reply.No)) || (topic == Reminder && guest.Answer is not null)) return null;
        var key = cancelled ? "cancelled" : topic;
        return new Letter(to.Email, guest.Name, say.Language, say[$"guests.mail.{key}", one.Title(say)], [say[$"guests.mail.{key}_text", guest.Name, to.View.PoleName, one.SeriesName], .. one.Whys(say)], (say["guests.mail.open"], link), [say["guests.limits"]])
        {
            Facts = cancelled ? [] : Facts(one, to.View.Points, say, to.Reader.Today(clock)),
            Calendar = one.StartsAt is null ? null : Attached(new(cancelled ? "CANCEL" : "REQUEST", Workshops.AsIcs(one, say, link)), to.Email, guest.Name),
        };
    }

    private (string Method, string Text) Attached(NoticeCalendar calendar, string email, string name) => (calendar.Method, Ics.Invitation(calendar, mail.Address, email, name));

    private static IReadOnlyList<Fact> Facts(Occurrence one, IReadOnlyList<AgendaItem> points, Say say, DateOnly today) =>
    [
        new(say["workshops.mail.when"], one.When(say, today)),
        .. one.Place is { } place ? new[] { new Fact(say["workshops.mail.where"], place) } : [],
        .. one.Facilitator is { } leads ? new[] { new Fact(say["workshops.led_by"], leads.Told) } : [],
        .. one.Link is { } room ? new[] { new Fact(say["workshops.mail.link"], room) } : [],
        .. points.Count > 0 ? new[] { new Fact(say["workshops.mail.agenda"], string.Join(" · ", points.Select(p => p.Title))) } : [],
    ];
}
