namespace Ptce.Workspace;

/// <summary>The fields of a fragment, whatever the sentence as a whole was read as.</summary>
internal static class AmendmentReading
{
    private const int MostDays = 31;

    internal static Amendment Read(Hearing h, Reading reading)
    {
        var fields = new List<string>();
        var length = h.All<LengthMention>().FirstOrDefault();
        var minutes = reading.Intent is Intents.CorrectLast ? reading.Minutes : length?.Minutes;
        var days = h.All<DateMention>().Where(d => d.Role == DateRole.On || Since(h, d)).ToList();
        // "pas mardi, mercredi": of two days the right one counts, wherever it stands
        var date = days.Find(d => reading is { Intent: Intents.CorrectLast, Date: { } right } && Day(h, d) == right) ?? days.FirstOrDefault();
        var former = reading.Intent is Intents.CorrectLast ? days.Find(d => d != date) : null;
        var past = date?.Date.Resolve(h.Today, Look.Past);
        var future = date?.Date.Resolve(h.Today, Look.Future);
        var turned = ValueChange.Of(h)?.Minutes is not null; // "passe à 3h": three hours, not three o'clock
        var span = turned ? null : h.First<ClockRangeMention>();
        var clock = turned ? null : h.First<ClockMention>();
        var filled = span is null ? null : Clocks.Fill(new ReadEntry(null, null), span, past is { One: true } ? past.From : null, h.Settings);
        var ahead = AheadDates.Of(h, untilIsEnd: false);
        var bodies = reading.Intent is Intents.CorrectLast or Intents.LogTime ? new NamedBodies(reading.Orgs, reading.OrgText, reading.OrgCandidates, false) : NamedBodies.Of(h);
        var persons = h.All<PersonMention>().Select(Hearing.Read).ToList();
        var activity = TimeReading.Activity(h);
        var kind = TimeReading.Kind(h, activity);
        if (minutes is not null || length is not null || filled is not null) fields.Add("minutes");
        if (past is { One: true }) fields.Add("date");
        else if (past is not null) fields.Add("period");
        if (span is not null || clock is not null) fields.Add("start");
        if (span is not null) fields.Add("end");
        if (bodies.Clear.Count > 0 || bodies.Text is not null) fields.Add("organisation");
        if (h.All<PeopleMention>().Any(p => !p.Others)) fields.Add("people");
        if (activity is not null) fields.Add("activity");
        if (kind != "default" || h.Sentence.Count <= 4 && Things.Kind(h) is not null) fields.Add("kind");
        if (persons.Count > 0) fields.Add("person");
        if (ahead.Deadline is not null) fields.Add("until");
        if (h.All<AmountMention>().Any()) fields.Add("amount");
        return new Amendment
        {
            Fields = fields,
            Minutes = minutes ?? filled?.Minutes,
            MinMinutes = length?.Least,
            MaxMinutes = length?.Most,
            DatePast = past is { One: true } ? past.From : null,
            DateFuture = future is { One: true } ? future.From : null,
            DateFrom = past is { One: false } ? past.From : null,
            DateTo = past is { One: false } ? past.To : null,
            Days = past is { One: false } ? Listed(past) : [],
            FormerDay = former is null ? null : Day(h, former),
            FormerMinutes = reading.Intent is Intents.CorrectLast ? h.All<LengthMention>().FirstOrDefault(l => l.Minutes != minutes)?.Minutes : null,
            Until = ahead.Deadline,
            From = h.All<DateMention>().Any(d => d.Role == DateRole.Starting) ? ahead.From : null,
            Start = filled?.Start ?? (clock is null ? null : Clocks.Print(clock.Minute)),
            End = filled?.End,
            People = h.All<PeopleMention>().FirstOrDefault(p => !p.Others)?.Count,
            Number = Alone(h.Sentence),
            Activity = activity,
            Kind = kind != "default" ? kind : Things.Kind(h),
            Orgs = bodies.Clear,
            OrgText = bodies.Text,
            Persons = persons,
            AmountEur = h.First<AmountMention>()?.Euros,
        };
    }

    private static DateOnly? Day(Hearing h, DateMention date) => date.Date.Resolve(h.Today, Look.Past) is { One: true } day ? day.From : null;

    private static int? Alone(Sentence s) =>
        Numerals.Try(s, 0, out var n) && n.Whole && n.Value <= 1000 && (n.End == s.Count || n.End == s.Count - 1 && s.Is(n.End, ".", "!")) ? n.Int : null;

    // "depuis lundi", "since the 3rd": the day it began, looking back
    private static bool Since(Hearing h, DateMention date) => date.Role == DateRole.Starting && h.Sentence[date.Start].Norm is "depuis" or "since" or "seit";

    private static IReadOnlyList<DateOnly> Listed(DateSpan span) =>
        span.Listed ?? (span.Period || span.To.DayNumber - span.From.DayNumber >= MostDays ? [] : [.. Enumerable.Range(0, span.To.DayNumber - span.From.DayNumber + 1).Select(span.From.AddDays)]);
}
