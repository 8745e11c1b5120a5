namespace Ptce.Workspace;

/// <summary>A date poll, told to those the meeting is for: by card in a chat, by mail with one tap per day and answer. Whoever has answered every day hears nothing, and nobody once the meeting is cancelled.</summary>
public sealed class DateNotices(DatePolls polls, Workshops workshops) : IWriteNotices
{
    public const string TheTopic = "dates_asked";
    private const int MostTapped = 5; // days with taps in a mail; the page has them all

    public string Topic => TheTopic;

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.AnswerInvitation) || await polls.Of(reader, owed.SubjectId) is not { State: DatePoll.Open } poll) return null;
        var silent = poll.Options.Where(o => o.Of(reader) is null).ToList();
        if (silent.Count == 0) return null;
        var (say, meeting, page) = (new Say(reader.Language), await workshops.One(reader, owed.SubjectId), polls.Page(reader, owed.SubjectId));
        if (meeting.State != Occurrence.Planned) return null;
        return new Notice(say["polls.mail.subject", meeting.Title(say)], [say["polls.mail.text", poll.AskedByName, meeting.SeriesName], .. poll.Note is { } note ? new[] { note } : []], page)
        {
            Choices = [.. silent.Take(MostTapped).SelectMany(o => Reply.All.Select(a => new NoticeChoice(DatesCard.Sentence(say, o, a), DateAnswering.Tap(owed.SubjectId, o, a), Primary: a == Reply.Yes)))],
            Card = DatesCard.Of(poll, meeting, reader, say, page),
        };
    }
}

/// <summary>Answers one day of a poll from the mail's link.</summary>
public sealed class DateAnswering(DatePolls polls, Workshops workshops) : ITakeTaps
{
    public const string ThePurpose = "answer_date";

    public string Purpose => ThePurpose;

    public static Tap Tap(string occurrenceId, DateOption option, string answer) => new(ThePurpose, occurrenceId, $"{option.Id} {answer}");

    public async Task<TapPage?> Show(Tap tap, Actor actor)
    {
        var say = new Say(actor.Language);
        if (await Asked(tap, actor) is not var (option, answer) || option.Of(actor) == answer) return null;
        var facts = option.Of(actor) is { } said ? new[] { new Fact(say["conversation.fact.your_answer"], say[$"polls.say.{said}"]) } : [];
        return new((await workshops.One(actor, tap.SubjectId)).SeriesName, facts, DatesCard.Sentence(say, option, answer), polls.Page(actor, tap.SubjectId));
    }

    public async Task<string> Take(Tap tap, Actor actor)
    {
        var say = new Say(actor.Language);
        if (await Asked(tap, actor) is not var (option, answer)) throw new Refused("", "polls.refused.over");
        await polls.Answer(actor, tap.SubjectId, new Dictionary<string, string> { [option.Id] = answer });
        return say["polls.noted", DatesCard.Sentence(say, option, answer)];
    }

    /// <summary>What the tap answers; null once the poll is over or the day was taken back.</summary>
    private async Task<(DateOption, string)?> Asked(Tap tap, Actor actor) =>
        tap.Argument.Split(' ') is [var id, var answer] && await polls.Of(actor, tap.SubjectId) is { State: DatePoll.Open } poll && poll.Options.FirstOrDefault(o => o.Id == id) is { } option
            ? (option, answer) : null;
}
