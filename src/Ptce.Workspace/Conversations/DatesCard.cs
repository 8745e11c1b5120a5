namespace Ptce.Workspace;

/// <summary>A date poll: each day in the running, how it counts, what the reader said, and the three answers.</summary>
public static class DatesCard
{
    public const string Code = "dates";

    public static Card Of(DatePoll poll, Occurrence meeting, Actor reader, Say say, string href) => new(meeting.SeriesName, [], [], new SubjectKey(Code, meeting.Id).ToString(), poll.Note)
    {
        Rows = [.. poll.Options.Select(o => new CardRow(Day(say, o), Counted(o, reader, say), Choices: poll.State == DatePoll.Open ? Answers(o, reader, say) : null))],
        Links = [new(say["conversation.see_it"], href)],
    };

    /// <summary>"mardi 1 décembre 2026, 14 h 00 : oui".</summary>
    public static string Sentence(Say say, DateOption option, string answer) => say[$"polls.said.{answer}", Day(say, option)];

    private static string Day(Say say, DateOption option) => $"{say.Day(option.Day)}, {say.Clock(WallTime.Read(option.Starts))}";

    private static string Counted(DateOption option, Actor reader, Say say) => string.Join(" · ", new[]
    {
        say["polls.counted", option.Of(Reply.Yes), option.Of(Reply.Maybe), option.Of(Reply.No)],
        option.Of(reader) is { } mine ? say["polls.mine", say[$"polls.say.{mine}"]] : "",
    }.Where(t => t != ""));

    private static IReadOnlyList<Choice> Answers(DateOption option, Actor reader, Say say) =>
        [.. Reply.All.Where(a => a != option.Of(reader)).Select(a => new Choice(say[$"polls.say.{a}"], Sentence(say, option, a), Primary: a == Reply.Yes && option.Of(reader) is null))];
}
