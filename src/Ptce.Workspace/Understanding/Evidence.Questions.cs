namespace Ptce.Workspace;

/// <summary>What speaks for asking how much there is and what comes next.</summary>
internal sealed partial class Evidence
{
    private void Questions()
    {
        var period = AnyDay ? 2 : 0;
        var length = Length || Span ? -6 : 0;
        if (h.HeardLength("how_many") > 3 && h.HeardEarly("how_many", 1) && AnyDay) For(Intents.QueryTotal, 4, "asks what was noted");
        if (h.Heard("how_many")) For(Intents.QueryTotal, (h.HeardLength("how_many") > 1 ? 7 : 3) + (h.Heard("total") || h.Heard("worked") ? 2 : 0), "how much");
        if (h.HeardLength("how_many") == 1 && h.Asks && Thing is null && !Length && h.All<DateMention>().Any(d => (d.Date.Fixed || d.Date is DateRangePhrase || d.Role != DateRole.On) && d.Date.Resolve(h.Today, Look.Past)?.To < h.Today)) For(Intents.QueryTotal, 3, "of a time gone by");
        if (h.Asks && OfWhat()) For(Intents.QueryTotal, 4, "how much of it");
        if (h.Heard("how_much") && Thing is null && !Length && h.All<DateMention>().Any(d => d.Date is PeriodPhrase { Offset: <= 0 } or MonthPhrase or YearPhrase))
            For(Intents.QueryTotal, 9, "how much in a period");
        if (h.Heard("how_many") && h.Cues.TryGetValue("informs", out var lasts) && lasts.At > h.Cues["how_many"].At && !h.Heard("worked")) For(Intents.QueryTotal, -10, "how long something lasts");
        if (h.Asks && Length && h.Heard("reached")) { For(Intents.QueryTotal, 14, "asks whether so much"); For(Intents.LogTime, -12, "only asked"); }
        if (h.Asks && h.All<LengthMention>().Any(l => l.Approximate) && h.All<DateMention>().Any(d => d.Date is PeriodPhrase or MonthPhrase or YearPhrase)) { For(Intents.QueryTotal, 14, "asks whether so much"); For(Intents.LogTime, -12, "only asked"); }
        if (h.Heard("noted") && AnyDay && Doubts.Inquires(h) && !h.All<PersonMention>().Any(p => p.Start == 1)) For(Intents.QueryTotal, 12, "asks what is noted");
        if (Hours(h) && !h.Heard("worked") && !h.Heard("cancel") && !h.Heard("correct_strong")) For(Intents.QueryTotal, 5, "hours of a period");
        if (h.Heard("total")) For(Intents.QueryTotal, (h.HeardLength("total") > 1 ? 4 : 3) + period + length + (h.Heard("show") ? 3 : 0) + (h.Asks ? 2 : 0) + (h.Sentence.Count <= 3 && !h.Heard("worked") ? 1 : 0), "a sum");
        var next = h.Marks(Sense.Next).Any(m => !h.Mentions.Any(x => x is DateMention && x.Start <= m.At && m.At < x.End));
        var asksWhen = h.Heard("when") || h.Heard("there_is") && (h.Asks || h.HeardEarly("there_is", 1)) && (Event || Thing is null);
        var weight = (asksWhen ? 4 : 0) + (h.Heard("agenda") ? 4 : 0) + (next && Event ? 4 : 0) + (h.Asks ? 2 : 0) + (Event ? 1 : 0);
        var coming = asksWhen && Ahead();
        if (h.Asks && Event && Ahead() && !Length && !Span && !PastDay && !h.Heard("rsvp_yes") && !h.Heard("rsvp_no") && !h.Heard("need") && !h.Heard("how_many")) For(Intents.QueryNextEvent, 5, "asks about a meeting");
        if (WhoComes())
        {
            For(Intents.QueryNextEvent, 12, "asks who comes");
            foreach (var answered in (string[])[Intents.Rsvp, Intents.QueryTotal, Intents.LogTime]) For(answered, -12, "only asked");
        }
        if (h.Heard("correct") && h.Heard("change")) return; // "change la date, c'était lundi"
        if ((h.Heard("agenda") || coming || (Event && (asksWhen || next))) && weight > 0) For(Intents.QueryNextEvent, weight + length + (h.Heard("worked") && Gone ? -4 : 0), "what comes next");
    }

    // "combien avec Elips ?", "combien au CA ?": hours, where nothing else is counted
    private bool OfWhat() =>
        h.Cues.TryGetValue("how_many", out var much) && Thing is null && !Length && !Span && !h.Heard("who_comes") && much.At + much.Length + 1 < h.Sentence.Count
        && h.Sentence[much.At + much.Length].Norm is "avec" or "chez" or "pour" or "au" or "en" or "sur";

    // "qui vient ?", "on sera combien au copil ?"; "qui vient avec moi chercher 40 chaises ?" looks for help
    private bool WhoComes() =>
        h.Heard("who_comes") && (h.Asks || h.HeardEarly("who_comes", 1)) && !h.Heard("need") && !h.Heard("offer") && Thing is null or "locaux" && !PastDay;

    // a day or period that may be to come
    private bool Ahead() => FutureDay || h.All<DateMention>().Any(d => d.Date is DayOffset { Days: >= 0 } or PeriodPhrase { Offset: >= 0 } or MonthPhrase { Which: >= 0 } or DayOfWeekPhrase { Which: >= 0 } or EitherPhrase { One: DayOfWeekPhrase { Which: >= 0 } });

    // "heures de mars", "hours this month?": hours without a number, over a period
    private static bool Hours(Hearing h) =>
        h.Sentence.Count <= 10 && !h.All<LengthMention>().Any() && !h.All<ClockRangeMention>().Any()
        && h.All<DateMention>().Any(d => d.Date is PeriodPhrase or MonthPhrase or YearPhrase || d.Role == DateRole.Starting)
        && h.Sentence.Tokens.Where((t, i) => (t.Norm is "heures" or "hours" || t.Norm.EndsWith("stunden", StringComparison.Ordinal)) && !h.Covered(i)).Any();
}
