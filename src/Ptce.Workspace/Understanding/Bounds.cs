using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Since when and until when, said apart and in any order: "till half past nine, started at seven", "bis Mitternacht, ab 19 Uhr", "on the phone since 9, it's 11 now".</summary>
internal static class Bounds
{
    private static readonly FrozenSet<string> Since = "since from starting started began ab seit angefangen begonnen los depuis des commence debute demarre".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Finished = "finished ended done stopped fertig schluss fini finie termine terminee".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Until = "until till til bis".Split(' ').ToFrozenSet();

    private readonly record struct Edge(int Start, ClockTime Clock);

    internal static void Join(Sentence s, List<Mention> best)
    {
        if (best.Exists(m => m is ClockRangeMention) || Find(s, Begins) is not { } since || Find(s, Ends) is not { } until) return;
        if (best.Exists(m => m is LengthMention length && !Covers(since, m) && !Covers(until, m) && !Pauses.Is(s, length))) return;
        var from = ClockGrammar.Daytime(since.Clock.Minute, since.Clock.Exact, false);
        var to = until.Clock.Minute;
        if (!until.Clock.Exact && to < 720 && to <= from) to += 720;
        if (to <= from) return;
        best.RemoveAll(m => Covers(since, m) || Covers(until, m));
        var first = since.Start < until.Start ? since : until;
        best.Insert(best.FindLastIndex(m => m.Start < first.Start) + 1, new ClockRangeMention(first.Start, first.Clock.End, "clock.bounds", 0, from, to));
        // what lasts until now is of today
        if (Now(s, until.Start) is not null && since.Start < until.Start
            && !best.Exists(m => m is DateMention)) best.Add(new DateMention(until.Start, until.Clock.End, "date.now", 0, new DayOffset(0)));
    }

    private static bool Covers(Edge edge, Mention mention) => mention.Start < edge.Clock.End && mention.End > edge.Start;

    private static Edge? Find(Sentence s, Func<Sentence, int, int?> opens)
    {
        for (var i = 0; i < s.Count; i++)
            if (opens(s, i) is { } at && ClockGrammar.Try(s, at, true, out var clock) && clock.Minute > 0) return new(i, clock);
        return null;
    }

    // "started at seven", "um sieben angefangen"
    private static int? Begins(Sentence s, int i) =>
        Since.Contains(s[i].Norm) ? s.Past(i + 1, Sense.ClockPrep)
        : s.Is(i, "um", "gegen") && ClockGrammar.Try(s, i + 1, true, out var clock) && clock.End < s.Count && s[clock.End].Norm is "angefangen" or "begonnen" or "los" or "gestartet" ? i + 1 : null;

    private static int? Ends(Sentence s, int i) =>
        Until.Contains(s[i].Norm) || Finished.Contains(s[i].Norm) ? s.Past(i + 1, Sense.ClockPrep)
        : ClockGrammar.Try(s, i, false, out var clock) && clock.End < s.Count && Finished.Contains(s[clock.End].Norm) && !ClockGrammar.Try(s, clock.End + 1, true, out _) ? i
        : s.Is(i, "jusqu") && s.Is(i + 1, "a") ? i + 2 : Now(s, i);

    // "it's 11 now", "jetzt ist es elf", "il est 11h"
    private static int? Now(Sentence s, int i) =>
        s.Is(i, "it") && s.Is(i + 1, "s", "is") && s.Tokens.Any(t => t.Norm == "now") ? i + 2
        : s.Is(i, "jetzt") && s.Is(i + 1, "ist", "haben") && s.Is(i + 2, "es", "wir") ? i + 3
        : s.Is(i, "es") && s.Is(i + 1, "ist") && s.Is(i + 2, "jetzt") ? i + 3
        : s.Is(i, "il") && s.Is(i + 1, "est") ? i + 2 : null;
}
