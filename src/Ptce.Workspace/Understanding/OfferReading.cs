namespace Ptce.Workspace;

/// <summary>post_offer and post_need: what is shared or looked for, how much of it, when, until when.</summary>
internal static class OfferReading
{
    internal static Reading Read(Hearing h, Evidence e, string intent)
    {
        var recurrence = h.First<RecurrenceMention>();
        var length = h.First<LengthMention>();
        var habit = AheadDates.Habit(h);
        var comesBack = recurrence is not null || habit is not null || length is { PerWeek: true } or { PerMonth: true };
        // "libre jusqu'au 15" ends the offer; "réponses avant le 15" closes it
        // "un local jusqu'à fin mars" is for so long; "jusqu'à fin mars, un local" says till when one looks
        var until = h.All<DateMention>().FirstOrDefault(d => d.Role == DateRole.Until)?.Start ?? 0;
        var lasts = intent == Intents.PostOffer ? e.Thing is not "achat_groupe" : e.Thing is "locaux" or "vehicule" or "materiel" && h.Marks(Sense.Thing).Any(m => m.At < until);
        var dates = AheadDates.Of(h, untilIsEnd: comesBack || (lasts && !Answers(h)), habit);
        var bodies = NamedBodies.Of(h);
        var ask = new List<string>();
        var kind = Hands(h, e, intent) ? "personnel" : e.Thing ?? (Able(h, intent) ? "competence" : null);
        if (kind is null) ask.Add("kind");
        if (dates.Impossible) ask.Add("date");
        if (length is { Minutes: null }) ask.Add("minutes");
        var span = h.First<ClockRangeMention>() is { } clocks ? Clocks.Fill(new ReadEntry(null, null), clocks, null, h.Settings) : null;
        return new Reading
        {
            Intent = intent,
            Kind = kind,
            TotalMinutes = comesBack ? null : length?.Minutes ?? span?.Minutes,
            MinutesPerOccurrence = comesBack ? length?.Minutes ?? span?.Minutes : null,
            Count = h.First<PeopleMention>()?.Count,
            SurfaceM2 = h.First<SurfaceMention>()?.SquareMetres,
            AmountEur = h.First<AmountMention>()?.Euros,
            Recurrence = recurrence?.Every ?? (length is { PerWeek: true } || habit is not null ? "weekly" : length is { PerMonth: true } ? "monthly" : null),
            Weekday = (h.All<RecurrenceMention>().FirstOrDefault(r => r.Weekday is not null)?.Weekday ?? (habit?.Date as DayOfWeekPhrase)?.Day) is { } day ? AheadDates.WeekdayCodes[day] : null,
            DateFrom = dates.From,
            DateTo = dates.To,
            Deadline = dates.Deadline,
            Entries = span is null ? [] : [span with { Date = dates.From == dates.To ? dates.From : null }],
            Orgs = bodies.Clear,
            OrgText = bodies.Text,
            OrgCandidates = bodies.Candidates,
            Ask = ask,
        };
    }

    // "il nous faudrait 3 personnes pour la collecte": people are sought, whatever they will do
    private static bool Hands(Hearing h, Evidence e, string intent) =>
        intent == Intents.PostNeed && e.Thing is null or "service" && h.First<PeopleMention>() is { Rule: "people" } people && !h.Sentence.Is(people.Start - 1, "pour", "for") && !h.Sentence.Is(people.Start - 1, "fur", "fuer");

    // "wer kann einen Mietvertrag gegenlesen", "who can check our wiring": a deed is asked for, so somebody able to do it
    private static bool Able(Hearing h, string intent) => intent == Intents.PostNeed && h.Heard("who_can") && !h.Heard("lend_in") && !h.Heard("lend_out") && !h.Heard("lend_strong");

    private static bool Answers(Hearing h)
    {
        foreach (var token in h.Sentence.Tokens)
            if (token.Norm is "reponse" or "reponses" or "repondre" or "answer" or "answers" or "reply" or "replies" or "antwort" or "antworten" or "deadline" or "inscription" or "inscriptions" or "anmeldung" or "ruckmeldung" or "rueckmeldung") return true;
        return false;
    }
}
