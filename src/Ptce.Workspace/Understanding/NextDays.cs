namespace Ptce.Workspace;

/// <summary>"le lendemain", "the next day", "am Tag darauf", "la veille": a day counted from the one said before it; asked when none was.</summary>
internal static class NextDays
{
    internal static void Find(Sentence s, int i, List<Mention> found)
    {
        if (Days(s, i) is var (days, end)) found.Add(new DateMention(i, end, "date.next_day", 9, new NextDayPhrase(null, days)));
    }

    /// <summary>Gives each such day the day said before it.</summary>
    internal static void Resolve(Sentence s, List<Mention> best)
    {
        DatePhrase? said = null;
        for (var k = 0; k < best.Count; k++)
        {
            if (best[k] is not DateMention day) continue;
            if (day.Date is NextDayPhrase next)
            {
                // "le lendemain du copil de mardi": the day of what it follows is said behind it, and is no day of the work
                if (Counted(s, best, k) is { } from)
                {
                    best[k] = day = day with { Date = next with { Of = from.Date }, End = from.End };
                    best.RemoveAll(m => m is DateMention && m.Start > day.Start && m.End <= from.End);
                }
                else if (said is not null) best[k] = day = day with { Date = next with { Of = said } };
            }
            said = day.Date;
        }
    }

    private static DateMention? Counted(Sentence s, List<Mention> best, int k)
    {
        if (!(s[Math.Min(best[k].End, s.Count - 1)].Norm is "de" or "du" or "d") || best.Skip(k + 1).OfType<DateMention>().FirstOrDefault() is not { } of) return null;
        var between = Enumerable.Range(best[k].End, of.Start - best[k].End);
        return between.All(i => s[i].Norm is "de" or "du" or "d" or "la" or "l" or "le" || best.Exists(m => m is ActivityMention && m.Start <= i && i < m.End) || s.Has(i, Sense.Meeting)) ? of : null;
    }

    private static (int Days, int End)? Days(Sentence s, int i)
    {
        var at = s.Is(i, "le") ? i + 1 : i;
        if (s.Is(at, "lendemain")) return (1, at + 1);
        if (s.Is(at, "surlendemain")) return (2, at + 1);
        if (s.Is(i, "the") && s.Is(i + 1, "next", "following") && s.Is(i + 2, "day")) return (1, i + 3);
        if (s.Is(i, "the") && s.Is(i + 1, "day") && s.Is(i + 2, "after") && !s.Has(i + 3, Sense.RelDay) && !s.Is(i + 3, "the")) return (1, i + 3);
        if (s.Is(i, "am") && s.Is(i + 1, "tag") && s.Is(i + 2, "darauf", "danach")) return (1, i + 3);
        if (s.Is(i, "am") && s.Is(i + 1, "nachsten", "naechsten") && s.Is(i + 2, "tag")) return (1, i + 3);
        if (s.Is(i, "la") && s.Is(i + 1, "veille")) return (-1, i + 2);
        if (s.Is(i, "the") && s.Is(i + 1, "day") && s.Is(i + 2, "before") && !s.Has(i + 3, Sense.RelDay) && s.Spoken == Tongue.English) return (-1, i + 3);
        if (s.Is(i, "am") && (s.Is(i + 1, "vortag") || s.Is(i + 1, "tag") && s.Is(i + 2, "davor", "zuvor"))) return (-1, s.Is(i + 1, "vortag") ? i + 2 : i + 3);
        return s.Is(i, "tags") && s.Is(i + 1, "darauf") ? (1, i + 2) : null;
    }
}

/// <param name="Of">the day said before it, null when there is none</param>
internal sealed record NextDayPhrase(DatePhrase? Of, int Days) : DatePhrase
{
    internal override bool Fixed => Of?.Fixed ?? true;

    internal override DateSpan? Resolve(DateOnly today, Look look) =>
        Of?.Resolve(today, look) is { } span && !span.Period ? DateSpan.Day(span.To.AddDays(Days), span.Doubtful) : null;
}
