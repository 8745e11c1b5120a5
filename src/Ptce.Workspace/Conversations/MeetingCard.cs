namespace Ptce.Workspace;

/// <summary>A meeting to come, with the three answers as buttons: pressed on any day before it, wherever the card is.</summary>
public static class MeetingCard
{
    public const string Code = "meeting";

    /// <param name="reply">What the reader answered already.</param>
    public static Card Of(Occurrence one, Reply? reply, Say say, DateOnly today, string href) => new(
        one.SeriesName, [.. Facts(one, reply, say, today)], Answers(say, reply), new SubjectKey(Code, one.Id).ToString())
    {
        Links = [new(say["conversation.see_it"], href)],
    };

    private static IEnumerable<Fact> Facts(Occurrence one, Reply? reply, Say say, DateOnly today)
    {
        yield return new(say["conversation.fact.when"], one.When(say, today));
        if (one.Place is { } place) yield return new(say["conversation.fact.place"], place);
        else if (one.HostName is { } host) yield return new(say["conversation.fact.place"], host);
        if (one.Facilitator is { } leads) yield return new(say["workshops.led_by"], leads.Told);
        if (reply is not null) yield return new(say["conversation.fact.your_answer"], reply.Own(say));
    }

    public static IReadOnlyList<Choice> Answers(Say say, Reply? reply) =>
        [.. Reply.All.Select(a => say[$"workshops.answer_act.{a}"]).Select((label, i) => new Choice(label, label, Primary: reply is null && i == 0))];
}
