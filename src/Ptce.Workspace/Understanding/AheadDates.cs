namespace Ptce.Workspace;

/// <summary>The dates of sentences that look ahead: a start, an end, a deadline.</summary>
internal sealed record AheadDates(DateOnly? From, DateOnly? To, DateOnly? Deadline, bool Impossible)
{
    /// <param name="untilIsEnd">"until the end of March" ends something that comes back; otherwise it is a deadline</param>
    /// <param name="habit">a day that comes back each week, and is no date</param>
    internal static AheadDates Of(Hearing h, bool untilIsEnd, DateMention? habit = null)
    {
        DateOnly? from = null, to = null, deadline = null;
        var impossible = false;
        foreach (var mention in h.All<DateMention>())
        {
            if (mention == habit) continue;
            if (mention.Date.Resolve(h.Today, Look.Future) is not { } span) { impossible = true; continue; }
            switch (mention.Role)
            {
                case DateRole.Before: deadline ??= Before(mention.Date, span); break;
                case DateRole.Until when h.Sentence.Is(mention.Start, "by"): deadline ??= span.To; break;
                // "une salle pour le 15": that day, not until then
                case DateRole.Until when untilIsEnd && h.Sentence.Is(mention.Start, "pour", "for"): from ??= span.From; to ??= span.To; break;
                case DateRole.Until when untilIsEnd: to ??= span.To; break;
                case DateRole.Until: deadline ??= span.To; break;
                // "depuis septembre": it has begun
                case DateRole.Starting when h.Sentence[mention.Start].Norm is "depuis" or "since" or "seit": from ??= (mention.Date.Resolve(h.Today, Look.Past) ?? span).From; break;
                case DateRole.Starting: from ??= span.From; break;
                default: from ??= span.From; to ??= span.To; break;
            }
        }
        return new(from, to, deadline, impossible);
    }

    /// <summary>"le jeudi soir" is every Thursday; "jeudi soir" is the next one.</summary>
    internal static DateMention? Habit(Hearing h) =>
        h.All<DateMention>().FirstOrDefault(d => d is { Role: DateRole.On, Date: DayOfWeekPhrase { Fixed: false } } && h.Sentence.Is(d.Start, "le"))
        ?? h.All<DateMention>().FirstOrDefault(d => d is { Role: DateRole.On, Date: DateListPhrase list } && list.Days.All(x => x is DayOfWeekPhrase { Fixed: false }) && h.All<DateMention>().Any(o => o.Role is DateRole.Starting or DateRole.Until || o.Date is DateRangePhrase));

    /// <summary>Before a day is the day before it; before the end of a month is still that month.</summary>
    internal static DateOnly Before(DatePhrase date, DateSpan span) =>
        date is MonthPhrase { Edge: "end" } or EndOfPhrase or EdgePhrase { Edge: "end" } ? span.To : span.From.AddDays(-1);

    internal static readonly string[] WeekdayCodes = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];
}
