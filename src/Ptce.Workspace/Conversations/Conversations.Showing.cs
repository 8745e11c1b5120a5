namespace Ptce.Workspace;

public sealed partial class Conversations
{
    /// <summary>The card of what was understood, with Save, Change and Do not log.</summary>
    private static BotReply Shown(Pending pending, Acquaintances known, Say say, DateOnly today)
    {
        var facts = Facts(pending, known, say, today).ToList();
        Choice[] choices = pending.Missing is null
            ?
            [
                new(say["conversation.save", say.Duration(pending.TotalMinutes)], say["conversation.yes"], Primary: true),
                new(say["conversation.drop"], say["conversation.no"]),
            ]
            : [new(say["conversation.drop"], say["conversation.no"])];
        return new(say["conversation.understood"], new(pending.Sentence, facts, choices, pending.Key, say["conversation.change_how"]));
    }

    private static IEnumerable<Fact> Facts(Pending pending, Acquaintances known, Say say, DateOnly today)
    {
        var reading = pending.Reading;
        yield return new(say["conversation.fact.duration"], Length(pending, say), Approximately(reading, say));
        foreach (var entry in reading.Entries)
            yield return new(entry.Label is { } label ? $"{say["conversation.fact.day"]} · {label}" : say["conversation.fact.day"],
                entry.Date is { } day ? DayAndLength(entry, day, reading, say, today) : say["conversation.missing"]);
        if (reading.Activity is { } activity) yield return new(say["conversation.fact.activity"], Activities.Word(say, activity));
        var others = pending.Others;
        if (others.Count > 0) yield return new(say["conversation.fact.with"], string.Join(", ", others.Select(o => o.Name)));
        else if (reading.OrgText is { } text) yield return new(say["conversation.fact.with"], text);
        if (reading.Kind is { } kind and not Kinds.Default) yield return new(say["conversation.fact.kind"], Kinds.Word(say, kind));
    }

    private static string DayAndLength(ReadEntry entry, DateOnly day, Reading reading, Say say, DateOnly today)
    {
        var clock = entry.Start is { } start ? entry.End is { } end ? $", {start}–{end}" : $", {start}" : "";
        var length = reading.Entries.Count > 1 && entry.Minutes is { } minutes ? $" · {say.Duration(minutes)}" : "";
        return say.Day(day, today) + clock + length;
    }

    private static string Length(Pending pending, Say say)
    {
        var reading = pending.Reading;
        if (pending.Missing is "minutes") return say["conversation.missing"];
        return reading.People is { } people and > 1
            ? say["conversation.of_people", say.Duration(pending.TotalMinutes), people, say.Duration(pending.TotalMinutes / people)]
            : say.Duration(pending.TotalMinutes);
    }

    private static string? Approximately(Reading reading, Say say) => reading.Entries.Any(e => e.Approx) ? say["conversation.approx"] : null;

    private static BotReply AboutLine(Pending pending, Contribution line, Say say, DateOnly today)
    {
        var facts = new[] { new Fact(say["conversation.line_now"], line.Title(say, today)) };
        return pending.Reading.Intent == Intents.CorrectLast && pending.Reading.Minutes is { } minutes
            ? new(say["conversation.understood"], new(say["conversation.correct_title"], facts,
                [new(say["conversation.correct", say.Duration(minutes)], say["conversation.yes"], Primary: true), new(say["conversation.keep"], say["conversation.no"])], pending.Key))
            : new(say["conversation.understood"], new(say["conversation.cancel_title"], facts,
                [new(say["conversation.cancel"], say["conversation.yes"], Primary: true), new(say["conversation.keep"], say["conversation.no"])], pending.Key));
    }

    private BotReply Saved(string key, IReadOnlyList<Contribution> lines, Actor actor, Say say)
    {
        var parties = lines.SelectMany(l => l.Parties).DistinctBy(p => p.Id).Select(p => p.Name).ToList();
        var who = parties.Count > 0 ? say["conversation.who_confirms", string.Join(", ", parties)] : say["conversation.cell_confirms"];
        var notices = lines.SelectMany(l => l.Notices).Select(n => n.In(say));
        var text = say[key, string.Join(" ; ", lines.Select(l => l.Title(say, actor.Today(clock)))), who, lines.Count];
        return new(string.Join(' ', notices.Prepend(text)));
    }
}
