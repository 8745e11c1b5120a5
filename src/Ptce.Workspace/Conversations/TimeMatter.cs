namespace Ptce.Workspace;

/// <summary>Time someone gave: "2h hier au cotech avec Elips".</summary>
public sealed partial class TimeMatter(Contributions contributions) : Matter
{
    private static readonly string[] Order = ["minutes", "people", "date", "confirm_future", "organisation"];

    public override string Code => Intents.LogTime;

    /// <summary>A sentence without day or length has one line that misses both.</summary>
    public override Task<Turned> Open(Talk talk, Pending heard) => Task.FromResult(Shown(talk, heard.Reading.Entries.Count > 0 ? heard
        : heard with { Reading = heard.Reading with { Entries = [new(null, null)], Ask = [.. heard.Reading.Ask.Union(["minutes", "date"])] } }));

    protected override string? Missing(Talk talk, Pending pending) =>
        AsksWhich(pending) ? "which_entry" : Order.FirstOrDefault(pending.Reading.Ask.Contains) ?? (pending.Reading.Ask is [var other, ..] ? other : null);

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) => missing switch
    {
        "which_entry" => WhichEntry(talk, pending.Reading),
        "minutes" => (AskLength(pending.Reading, talk.Say), Suggested.Lengths(talk.Say)),
        "confirm_future" => (Say.Begun(talk.Say["conversation.ask.confirm_future", talk.Say.Day(pending.Reading.Entries.First(e => e.Date > talk.Today).Date!.Value, talk.Today)]), Suggested.PastDays(talk)),
        "organisation" => (talk.Say["conversation.ask.organisation", pending.Reading.OrgText], [.. Suggested.Organisations(talk, pending.Reading.OrgCandidates), talk.Saying("conversation.nobody_else")]),
        "people" => (talk.Say["conversation.ask.people"], [.. Enumerable.Range(2, 4).Select(n => new Choice($"{n}", $"{n}"))]),
        _ => (talk.Say["conversation.ask.date"], Suggested.PastDays(talk)),
    };

    private static string AskLength(Reading reading, Say say)
    {
        if (reading.Entries.FirstOrDefault(e => e.MinMinutes is not null) is { MinMinutes: { } least, MaxMinutes: { } most })
            return say["conversation.ask.minutes_between", say.Duration(least), say.Duration(most)];
        return reading.Entries.FirstOrDefault(e => e.Minutes > Contributions.MostMinutes) is { Minutes: { } minutes }
            ? say["conversation.ask.minutes_too_long", say.Duration(minutes)] : say["conversation.ask.minutes"];
    }

    protected override string? Hint(Talk talk) => Suggested.Partner(talk) is { } partner ? talk.Say["conversation.change_how.time_with", partner] : talk.Say["conversation.change_how.time"];

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) =>
        [new(talk.Say["conversation.save", talk.Say.Duration(Total(pending.Reading))], talk.Say["conversation.yes"], Primary: true)];

    protected override async Task<BotReply> Do(Talk talk, Pending pending)
    {
        var lines = await contributions.Log(talk.Actor, Lines(pending), talk.Door, pending.Key);
        return Saved(talk, lines.Count == 1 ? "conversation.saved" : "conversation.saved_many", lines);
    }

    /// <summary>What was written, who says next that it is so, and what deserves a second look.</summary>
    internal static BotReply Saved(Talk talk, string key, IReadOnlyList<Contribution> lines)
    {
        var parties = lines.SelectMany(l => l.Parties).DistinctBy(p => p.Id).Select(p => p.Name).ToList();
        var who = parties.Count > 0 ? talk.Say["conversation.who_confirms", string.Join(", ", parties)] : talk.Say["conversation.cell_confirms"];
        var notices = lines.SelectMany(l => l.Notices).Select(n => n.In(talk.Say));
        var text = talk.Say[key, string.Join(talk.Say.Language == "fr" ? " ; " : "; ", lines.Select(l => l.Title(talk.Say, talk.Today))), who, lines.Count];
        return new(string.Join(' ', notices.Prepend(text)));
    }

    private static long Total(Reading reading) => (reading.People ?? 1) * reading.Entries.Sum(e => e.Minutes ?? 0);

    private static IReadOnlyList<ReadOrganisation> Others(Reading reading) => [.. reading.Orgs.Where(o => !o.Self)];

    /// <summary>The lines to log, one per day.</summary>
    private static IReadOnlyList<NewContribution> Lines(Pending pending) => [.. pending.Reading.Entries.Select(entry => new NewContribution(
        entry.Date!.Value, entry.Minutes!.Value * (pending.Reading.People ?? 1), pending.Reading.Kind ?? Kinds.Default, entry.Activity ?? pending.Reading.Activity,
        [.. Others(pending.Reading).Select(o => o.Id)], Starts: entry.Start, Ends: entry.End, Note: Note(pending.Reading, entry),
        Sentence: pending.Sentence, People: pending.Reading.People ?? 1))];

    // A body that is no member organisation cannot confirm, but its name says what the time was for.
    private static string? Note(Reading reading, ReadEntry entry) =>
        string.Join(" · ", new[] { entry.Label ?? reading.Subject, reading.OrgText }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } note ? note : null;

    protected override Card Card(Talk talk, Pending pending) => new(pending.Sentence, [.. Facts(talk, pending)], []);

    private IEnumerable<Fact> Facts(Talk talk, Pending pending)
    {
        var (reading, say) = (pending.Reading, talk.Say);
        yield return new(say["conversation.fact.duration"], Length(talk, pending), reading.Entries.Any(e => e.Approx) ? say["conversation.approx"] : null);
        foreach (var entry in reading.Entries)
            yield return new(entry.Label is { } label ? $"{say["conversation.fact.day"]} · {label}" : say["conversation.fact.day"],
                entry.Date is { } day && !reading.Ask.Contains("date") ? DayAndLength(entry, day, reading, talk) : say["conversation.missing"]);
        if (reading.Activity is { } activity && reading.Entries.All(e => e.Activity is null || e.Activity == activity)) yield return new(say["conversation.fact.activity"], Activities.Word(say, activity));
        if (Others(reading) is { Count: > 0 } others) yield return new(say["conversation.fact.with"], string.Join(", ", others.Select(o => o.Name)));
        else if (reading.OrgText is { } text) yield return new(say["conversation.fact.with"], text);
        if (reading.Kind is { } kind and not Kinds.Default) yield return new(say["conversation.fact.kind"], Kinds.Word(say, kind));
    }

    private static string DayAndLength(ReadEntry entry, DateOnly day, Reading reading, Talk talk)
    {
        var length = reading.Entries.Count > 1 && entry.Minutes is { } minutes ? $" · {talk.Say.Duration(minutes)}" : "";
        return talk.Say.Day(day, talk.Today) + Suggested.Clock(talk.Say, entry.Start, entry.End) + length;
    }

    private string Length(Talk talk, Pending pending)
    {
        var (reading, say) = (pending.Reading, talk.Say);
        if (Missing(talk, pending) is "minutes") return say["conversation.missing"];
        return reading.People is { } people and > 1
            ? say["conversation.of_people", say.Duration(Total(reading)), people, say.Duration(Total(reading) / people)]
            : say.Duration(Total(reading));
    }
}
