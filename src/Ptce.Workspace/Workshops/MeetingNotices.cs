namespace Ptce.Workspace;

/// <summary>What is written about a meeting: the invitation, a reminder to who has not answered, a change. The calendar file goes with it.</summary>
public sealed class MeetingNotices(string topic, Workshops workshops, Site site, TimeProvider clock) : IWriteNotices
{
    public const string Invitation = "meeting_invitation", Reminder = "meeting_reminder", Change = "meeting_change";
    private const int MostPoints = 6;

    public string Topic => topic;

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.ReadPole)) return null;
        var one = await workshops.One(reader, owed.SubjectId);
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        var cancelled = one.State == Occurrence.Cancelled;
        if (one.State == Occurrence.Held || one.StartsAt <= clock.GetUtcNow() || (cancelled && topic != Change) || (topic == Reminder && one.Day is null)) return null;
        var answer = (await workshops.MyReplies(reader, [one])).GetValueOrDefault(one.Id);
        if (answer is not null && topic != Change) return null;

        var (title, facts) = (one.Title(say), cancelled ? [] : await Facts(reader, one, say, today));
        return new Notice(
            say[cancelled ? "workshops.mail.cancelled" : $"workshops.mail.{topic}", title],
            [.. Sentences(one, answer, say, today)],
            workshops.Page(reader, one.Id))
        {
            Facts = facts,
            Card = cancelled || one.StartsAt is null ? null : MeetingCard.Of(one, answer, say, today, workshops.Page(reader, one.Id)) with { Facts = facts },
            Choices = cancelled || one.StartsAt is null ? [] :
            [
                .. new[] { Reply.Yes, Reply.Maybe, Reply.No }.Where(a => a != answer?.Answer)
                    .Select(a => new NoticeChoice(say[$"workshops.tap.{a}"], new(Answering.ThePurpose, one.Id, a), Primary: a == Reply.Yes)),
            ],
            Calendar = one.StartsAt is null ? null : new(cancelled ? "CANCEL" : "REQUEST", Workshops.AsIcs(one, reader, site)),
        };
    }

    private IEnumerable<string> Sentences(Occurrence one, Reply? answer, Say say, DateOnly today)
    {
        if (one.State == Occurrence.Cancelled)
        {
            yield return say["workshops.mail.cancelled_text", one.SeriesName, one.When(say, today)];
            if (one.CancelledReason is { } reason) yield return say["workshops.mail.reason", reason];
            yield break;
        }
        yield return topic switch
        {
            Invitation => say["workshops.mail.invitation_text", one.SeriesName],
            Reminder => (one.Day!.Value.DayNumber - today.DayNumber) switch
            {
                0 => say["workshops.mail.today", one.SeriesName],
                1 => say["workshops.mail.tomorrow", one.SeriesName],
                var days => say["workshops.mail.in_days", one.SeriesName, days],
            },
            _ => say["workshops.mail.change_text", one.SeriesName],
        };
        if (topic != Reminder)
            foreach (var why in one.Whys(say)) yield return why;
        if (answer is not null) yield return say["workshops.mail.you_said", answer.Told(say)];
        else if (topic != Invitation) yield return say["workshops.mail.not_answered"];
    }

    private async Task<IReadOnlyList<Fact>> Facts(Actor reader, Occurrence one, Say say, DateOnly today)
    {
        var facts = new List<Fact> { new(say["workshops.mail.when"], one.When(say, today)) };
        if (one.Place is { } place) facts.Add(new(say["workshops.mail.where"], place));
        if (one.HostName is { } host) facts.Add(new(say["workshops.mail.host"], host));
        if (one.Facilitator is { } leads) facts.Add(new(say["workshops.led_by"], leads.Told));
        if (one.Link is { } link) facts.Add(new(say["workshops.mail.link"], link));
        var points = (await workshops.AgendaOf(reader, one.Id)).Items.Select(i => i.Title).ToList();
        if (points.Count > 0) facts.Add(new(say["workshops.mail.agenda"], string.Join(" · ", points.Take(MostPoints)) + (points.Count > MostPoints ? " …" : "")));
        return facts;
    }
}

/// <summary>Answers an invitation from the mail's link.</summary>
public sealed class Answering(Workshops workshops, TimeProvider clock) : ITakeTaps
{
    public const string ThePurpose = "answer_invitation";

    public string Purpose => ThePurpose;

    public async Task<TapPage?> Show(Tap tap, Actor actor)
    {
        var one = await workshops.One(actor, tap.SubjectId);
        if (one.State != Occurrence.Planned || one.StartsAt is null || one.EndsAt <= clock.GetUtcNow() || await Said(actor, one) == tap.Argument) return null;
        var say = new Say(actor.Language);
        return new(one.Title(say), [new(say["workshops.mail.when"], one.When(say, actor.Today(clock))), .. one.Place is { } place ? new[] { new Fact(say["workshops.mail.where"], place) } : []],
            say[$"workshops.tap.{tap.Argument}"], workshops.Page(actor, one.Id));
    }

    public async Task<string> Take(Tap tap, Actor actor)
    {
        var one = await workshops.One(actor, tap.SubjectId);
        // Who answered with more to it (three of us, half an hour late) keeps it: the tap says no less.
        if (await Said(actor, one) != tap.Argument) await workshops.Answer(actor, one.Id, new(tap.Argument));
        var say = new Say(actor.Language);
        return say[$"workshops.tapped.{tap.Argument}", one.Title(say)];
    }

    private async Task<string?> Said(Actor actor, Occurrence one) => (await workshops.MyReplies(actor, [one])).GetValueOrDefault(one.Id)?.Answer;
}
