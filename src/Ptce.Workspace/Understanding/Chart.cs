namespace Ptce.Workspace;

/// <summary>Every stretch that some rule can read, and the best set of them that does not overlap: the heaviest, found in one pass over the tokens.</summary>
internal static class Chart
{
    /// <param name="speakersOwn">The organisation that the speaker belongs to.</param>
    internal static List<Mention> Read(Sentence s, NameIndex names, string? speakersOwn, ReadingSettings settings)
    {
        var night = false;
        for (var i = 0; i < s.Count; i++) night |= s[i].Norm is "nuit" or "night" or "nacht" or "nachts" or "nocturne";
        var found = new List<Mention>(16);
        for (var i = 0; i < s.Count; i++)
        {
            LengthRules.Find(s, i, settings, found);
            ClockRules.Find(s, i, night, found);
            DateRules.Find(s, i, found);
            Alternations.Find(s, i, found);
            CountRules.Find(s, i, names, found);
            NameRules.Find(s, i, names, speakersOwn, found);
        }
        var best = Best(found, s.Count);
        for (var k = best.Count - 1; k >= 0; k--)
            if (best[k] is ClockRangeMention { Inside: { } day }) best.Insert(k + 1, day);
        WithinWeek(s, best);
        ComingAndGoing.Bound(s, best);
        Bounds.Join(s, best);
        Continuations.Join(s, best);
        Repeats.Multiply(s, best);
        Proportions.Add(s, best);
        NextDays.Resolve(s, best);
        return best;
    }

    // "la semaine dernière : lundi 2h, mardi 3h": the weekdays are of that week
    private static void WithinWeek(Sentence s, List<Mention> best)
    {
        // "la semaine dernière lundi 2h, mardi 3h": the week said before the first weekday holds for the next
        if (best.OfType<DateMention>().FirstOrDefault(d => d.Date is DayOfWeekPhrase { Week: not null } && s.Has(d.Start, Sense.Period)) is { Date: DayOfWeekPhrase { Week: { } led } } first)
            for (var k = best.IndexOf(first) + 1; k < best.Count; k++)
                if (best[k] is DateMention { Date: DayOfWeekPhrase { Which: 0, Later: 0, Week: null } next } later) best[k] = later with { Date = next with { Week = led } };
        // "2h lundi et 2h jeudi de la semaine dernière": the week said last holds for the days before it
        if (best.OfType<DateMention>().LastOrDefault(d => d.Date is DayOfWeekPhrase) is { Rule: "date.weekday_of_week", Date: DayOfWeekPhrase { Week: { } same } } closing && !s.Has(closing.Start, Sense.Period))
            for (var k = 0; k < best.IndexOf(closing); k++)
                if (best[k] is DateMention { Date: DayOfWeekPhrase { Which: 0, Later: 0, Week: null } earlier } before) best[k] = before with { Date = earlier with { Week = same } };
        if (best.OfType<DateMention>().Where(d => d.Date is PeriodPhrase { Unit: "week" } or WeekOfPhrase).ToList() is not [var week]) return;
        var within = 0;
        for (var k = 0; k < best.Count; k++)
            if (best[k] is DateMention { Date: DayOfWeekPhrase { Which: 0, Later: 0, Week: null } day } said)
            {
                best[k] = said with { Date = week.Date is WeekOfPhrase around ? day with { Within = around } : day with { Week = ((PeriodPhrase)week.Date).Offset } };
                within++;
            }
        if (within > 0) best[best.IndexOf(week)] = new WeekMention(week.Start, week.End, week.Rule, week.Bonus);
    }

    private static List<Mention> Best(List<Mention> found, int count)
    {
        if (found.Count == 0) return found;
        var ending = new List<Mention>?[count + 1];
        foreach (var mention in found) (ending[Math.Min(mention.End, count)] ??= []).Add(mention);
        Span<int> weight = stackalloc int[Tokenizer.MaxTokens + 1];
        var chosen = new Mention?[count + 1];
        for (var end = 1; end <= count; end++)
        {
            weight[end] = weight[end - 1];
            foreach (var mention in ending[end] ?? [])
                if (weight[mention.Start] + mention.Weight > weight[end]) { weight[end] = weight[mention.Start] + mention.Weight; chosen[end] = mention; }
        }
        var best = new List<Mention>();
        for (var at = count; at > 0;)
            if (chosen[at] is { } mention) { best.Add(mention); at = mention.Start; }
            else at--;
        best.Reverse();
        return best;
    }
}
