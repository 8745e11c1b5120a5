namespace Ptce.Workspace;

/// <summary>One length, or none, over the day or days said.</summary>
internal static class DayLines
{
    private const int MostDays = 31, MostWeeks = 26;

    internal static IEnumerable<ReadEntry> Of(Hearing h, Look look, DateMention? said, Mention? measure, ClockMention? clock, string? part, string? label, string? activity, List<string> ask)
    {
        var length = measure as LengthMention;
        var span = measure as ClockRangeMention;
        var line = new ReadEntry(null, length?.Minutes, Approx: length?.Approximate ?? false, MinMinutes: length?.Least, MaxMinutes: length?.Most, Label: label, Activity: activity);
        if (measure is null || length is { Minutes: null or 0 }) Add(ask, "minutes");
        if (measure is null && clock is null) line = line with { Part = part };
        if (clock is not null && span is null) line = line with { Start = Clocks.Print(clock.Minute) };
        if (span is not null) line = Clocks.Fill(line, span, null, h.Settings);

        var days = said?.Date.Resolve(h.Today, look);
        if (said is null)
        {
            // No day said: today is shown, and asked.
            Add(ask, "date");
            return [OnDay(h, line, h.Today, span, ask)];
        }
        // "depuis vendredi 6h": from that day until today
        if (days is { Listed: null } && days.From < h.Today && said.Role == DateRole.Starting && h.Sentence[said.Start].Norm is "depuis" or "since" or "seit") days = new(days.From, h.Today);
        if (days is null)
        {
            Add(ask, "date");
            return [line];
        }
        if (days.Doubtful) Add(ask, "date");
        if (look == Look.Past && !days.One && Weekly(h, days) is { Count: > 0 } weekly) (days, length) = (new(weekly[0], weekly[^1], Listed: weekly), length is null ? null : length with { PerDay = true });
        if (said.Date is NightPhrase) days = DateSpan.Day(span is { From: >= 720 and < 1440 } || span is null ? days.From : days.To);
        if (look == Look.Past && !said.Date.Fixed && said.Date is DayOfWeekPhrase or DayOfMonthPhrase) h.Guessed.Add("date");
        return days.One ? [OnDay(h, line, days.From, span, ask)] : Several(h, line, days, length, span, ask);
    }

    // "tous les mardis d'octobre 1h30": each of them that has been
    private static List<DateOnly> Weekly(Hearing h, DateSpan span)
    {
        var weekdays = h.All<RecurrenceMention>().Where(r => r is { Every: "weekly", Weekday: not null }).Select(r => r.Weekday!.Value % 7).ToHashSet();
        var last = span.To < h.Today ? span.To : h.Today;
        if (weekdays.Count == 0 || last.DayNumber - span.From.DayNumber > MostWeeks * 7) return [];
        return [.. Enumerable.Range(0, Math.Max(0, last.DayNumber - span.From.DayNumber + 1)).Select(span.From.AddDays).Where(day => weekdays.Contains((int)day.DayOfWeek))];
    }

    private static ReadEntry OnDay(Hearing h, ReadEntry line, DateOnly day, ClockRangeMention? span, List<string> ask)
    {
        if (span is not null) line = Clocks.Fill(line, span, day, h.Settings);
        line = line with { Date = day };
        if (line.Minutes > 1440) Add(ask, "minutes");
        if (day > h.Today) Add(ask, "confirm_future");
        return line;
    }

    private static List<ReadEntry> Several(Hearing h, ReadEntry line, DateSpan span, LengthMention? length, ClockRangeMention? clocks, List<string> ask)
    {
        var days = span.Listed ?? (span.Period || span.To.DayNumber - span.From.DayNumber >= MostDays ? null : [.. Enumerable.Range(0, span.To.DayNumber - span.From.DayNumber + 1).Select(span.From.AddDays)]);
        if (days is null) return [Period(h, line, span, ask)];
        // "du 16 au 18, salon toute la journée": all of each day
        var whole = length is { Days: 1 } && span.Listed is null && (h.Marks(Sense.Whole).Any(m => m.At >= length.Start && m.At < length.End) || h.Sentence.Is(length.Start, "ganztags"));
        var each = length is null || whole || length.PerDay || clocks is not null || h.Marks(Sense.PerDay).Any(m => m.Mark.Length > 1);
        if (!each && length is { Days: { } counted } && counted == days.Count) { each = true; line = line with { Minutes = h.Settings.DayMinutes }; }
        else if (!each && length!.Days is { } halves && length.Halves && halves * 2 == days.Count) { each = true; line = line with { Minutes = h.Settings.HalfDayMinutes }; }
        else if (!each && length!.Times == days.Count) { each = true; line = line with { Minutes = length.Minutes / length.Times }; }
        if (!each && span.Listed is null) return [Period(h, line, span, ask)];
        // "2h lundi et mardi": each day, or both together? The days stay, the length is asked.
        if (!each) Add(ask, "minutes");
        return [.. days.Select(day => OnDay(h, line, day, clocks, ask))];
    }

    private static ReadEntry Period(Hearing h, ReadEntry line, DateSpan span, List<string> ask)
    {
        Add(ask, "date");
        if (span.From > h.Today) Add(ask, "confirm_future");
        if (line.Minutes > 1440L * (span.To.DayNumber - span.From.DayNumber + 1)) Add(ask, "minutes");
        return line with { DateFrom = span.From, DateTo = span.To };
    }

    internal static void Add(List<string> ask, string field)
    {
        if (!ask.Contains(field)) ask.Add(field);
    }
}
