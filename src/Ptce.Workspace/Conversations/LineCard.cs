namespace Ptce.Workspace;

/// <summary>A line that waits for the reader's word, with its two answers.</summary>
public static class LineCard
{
    public const string Code = "line";

    public static Card Of(Contribution line, Actor reader, Say say, DateOnly today, string href) => new(line.Title(say, today), [.. Facts(line, say)],
        Answers(line, reader, say), Key(line), string.Join(' ', line.Notices.Select(n => n.In(say))) is { Length: > 0 } notices ? notices : null)
    {
        Links = [new(say["conversation.see_it"], href)],
    };

    public static CardRow Row(Contribution line, Actor reader, Say say, DateOnly today, string href) =>
        new(line.Title(say, today), Whose(line), href, Key(line), Answers(line, reader, say));

    private static string Key(Contribution line) => new SubjectKey(Code, line.Id).ToString();

    private static IReadOnlyList<Choice> Answers(Contribution line, Actor reader, Say say) =>
    [
        .. Contributions.MayConfirm(reader, line) ? [new(say["conversation.confirm", line.Amount(say)], say["conversation.confirm_says"], Primary: true)] : Array.Empty<Choice>(),
        .. Contributions.MayContest(reader, line) ? [new(say["conversation.contest"], say["conversation.contest_says"])] : Array.Empty<Choice>(),
    ];

    private static string Whose(Contribution line) =>
        string.Join(" · ", new[] { line.PersonName ?? line.LoggedByName, line.OrganisationName, line.Note }.Where(t => !string.IsNullOrEmpty(t)));

    private static IEnumerable<Fact> Facts(Contribution line, Say say)
    {
        yield return new(say["conversation.fact.given_by"], string.Join(", ", new[] { line.PersonName, line.OrganisationName }.OfType<string>()));
        if (line.BeneficiaryName is { } receiver) yield return new(say["conversation.fact.received_by"], receiver);
        yield return new(say["conversation.fact.kind"], Kinds.Word(say, line.Kind));
        if (line.Starts is { } starts) yield return new(say["conversation.fact.hours"], Suggested.Clock(say, starts, line.Ends).TrimStart(',', ' '));
        if (line.Note is { } note) yield return new(say["conversation.fact.note"], note);
        yield return new(say["conversation.fact.state"], States.Word(say, line.State));
    }
}
