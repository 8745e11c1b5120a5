namespace Ptce.Workspace;

/// <summary>query_total and query_next_event.</summary>
internal static class QueryReading
{
    internal static Reading Total(Hearing h)
    {
        DateOnly? from = null, to = null;
        foreach (var mention in h.All<DateMention>())
        {
            if (mention.Date.Resolve(h.Today, Look.Past) is not { } span) continue;
            // "depuis le début de l'année": the year until today
            var since = h.Sentence.Tokens.Take(mention.Start).Skip(Math.Max(0, mention.Start - 4)).Any(t => t.Norm is "depuis" or "since" or "seit");
            switch (h.Sentence.Is(mention.Start - 1, "au") && span.One ? DateRole.Until : since && mention.Role == DateRole.On ? DateRole.Starting : mention.Role)
            {
                case DateRole.Starting: from ??= span.From; to ??= h.Today; break;
                case DateRole.Until when h.Sentence.Is(mention.Start, "pour", "for"): from ??= span.From; to = span.To; break;
                case DateRole.Until: to = span.To; break;
                case DateRole.Before: to = AheadDates.Before(mention.Date, span); break;
                default: from ??= span.From; to = span.To > (to ?? DateOnly.MinValue) ? span.To : to; break;
            }
        }
        var bodies = NamedBodies.Of(h);
        return new Reading
        {
            Intent = Intents.QueryTotal,
            DateFrom = from,
            DateTo = to,
            Activity = TimeReading.Activity(h),
            Orgs = bodies.Clear,
            OrgText = bodies.Text ?? (bodies.Clear.Count == 0 ? Whom(h) : null),
            OrgCandidates = bodies.Candidates,
            Person = h.First<PersonMention>() is { } person ? Hearing.Read(person) : null,
            Ask = bodies.Ask ? ["organisation"] : [],
        };
    }

    // "combien avec Terre et Chaux ?": nothing else is asked, so the words up to the sign or the day are a name nobody here goes by
    private static string? Whom(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 1; i + 1 < s.Count; i++)
        {
            if (!s.Is(i, "avec", "chez") || !h.HeardEarly("how_many") || h.Cues["how_many"] is var much && much.At + much.Length > i) continue;
            var end = i + 1;
            while (end < s.Count && s[end].IsLetters && !h.Covered(end)) end++;
            return end == i + 1 || s.At(i + 1).Any(m => m.Sense is Sense.TimeKind or Sense.Cue or Sense.FirstName) ? null : NamedBodies.Bare(s, i + 1, end);
        }
        return null;
    }

    internal static Reading NextEvent(Hearing h)
    {
        var date = h.First<DateMention>();
        var span = date?.Date.Resolve(h.Today, Look.Future);
        return new Reading { Intent = Intents.QueryNextEvent, Event = TimeReading.Activity(h), DateFrom = span?.From, DateTo = span?.To };
    }
}
