namespace Ptce.Workspace;

/// <summary>Weighs what was heard: every intent collects points, each with its reason; the heaviest wins if it weighs enough.</summary>
internal sealed partial class Evidence
{
    private const int Enough = 4, LongAgo = 183;
    private readonly Hearing h;
    private readonly Dictionary<string, (int Weight, List<string> For)> scores = [];

    internal bool Length { get; }
    internal bool Span { get; }
    internal bool PastDay { get; }
    internal bool FutureDay { get; }
    internal bool Gone { get; }
    internal bool AnyDay { get; }
    internal bool Event { get; }
    internal int Organisations { get; }
    internal string? Thing { get; }
    internal bool PersonNamed { get; }

    private Evidence(Hearing hearing)
    {
        h = hearing;
        Length = h.All<LengthMention>().Any();
        Span = h.All<ClockRangeMention>().Any();
        AnyDay = h.All<DateMention>().Any();
        foreach (var date in h.All<DateMention>())
        {
            if (date.Role != DateRole.On || date.Date.Resolve(h.Today, Look.Past) is not { } span) continue;
            // "8 January" said in December is as likely the one to come; whoever answers means that one
            if (date.Date is DayMonthPhrase { Year: null } && h.Today.DayNumber - span.To.DayNumber > LongAgo && !Length && !Span)
            {
                FutureDay |= h.Heard("rsvp_yes") || h.Heard("rsvp_no") || h.Heard("rsvp_maybe");
                continue;
            }
            if (span.To < h.Today && (date.Date.Fixed || date.Date is DayMonthPhrase)) Gone = true;
            if (span.From > h.Today) FutureDay = true;
            else if ((date.Date.Fixed || date.Date is DayMonthPhrase) && (!span.Period || Length || Span)) PastDay = true;
        }
        Event = h.All<ActivityMention>().Any() || h.Marks(Sense.Meeting).Any(m => m.Mark.Length > 0 && !NotMeeting(m.At));
        Organisations = h.All<OrganisationMention>().Count();
        Thing = Things.Kind(h);
        PersonNamed = h.All<PersonMention>().Any();
    }

    internal static (string Intent, IReadOnlyList<IntentEvidence> All, Evidence Heard) Weigh(Hearing h)
    {
        var e = new Evidence(h);
        e.Time();
        e.Belongings();
        e.People();
        e.Changes();
        e.Questions();
        e.Forbidden();
        var all = e.scores.Select(s => new IntentEvidence(s.Key, s.Value.Weight, s.Value.For)).OrderByDescending(x => x.Weight).ThenBy(x => x.Intent, StringComparer.Ordinal).ToList();
        var best = all.Count > 0 && all[0].Weight >= Enough ? all[0].Intent : Intents.None;
        return (best, all, e);
    }

    private void For(string intent, int weight, string reason)
    {
        if (!scores.TryGetValue(intent, out var score)) score = (0, []);
        score.For.Add((weight < 0 ? "" : "+") + weight + " " + reason);
        scores[intent] = (score.Weight + weight, score.For);
    }

    // "point" and "appel" are meetings only without "d'offres", "de vue" …
    private bool NotMeeting(int at) => h.Sentence.Is(at, "appel") && h.Sentence.Is(at + 1, "d", "a") || h.Sentence.Is(at, "point") && h.Sentence.Is(at + 1, "de") || h.Marks(Sense.Thing).Any(t => t.At <= at && at < t.At + t.Mark.Length && t.Mark.Length > 1);

    private void People()
    {
        // "cancel my attendance on the 8th" speaks of a day to come, whatever the 8th would be in a log
        var attendance = h.HeardLength("rsvp_no") > 1 && h.HeardEarly("cancel", 4);
        var past = PastDay && Gone && !FutureDay && !attendance ? -5 : 0;
        var things = Thing is "locaux" or "vehicule" or "materiel" && !Event && !RsvpReading.Provided(h) ? -4 : 0;
        if (h.Heard("rsvp_no")) For(Intents.Rsvp, (h.HeardLength("rsvp_no") > 2 ? 9 : h.HeardLength("rsvp_no") == 2 ? 7 : 6) + past, "will not come");
        else if (h.Heard("rsvp_yes")) For(Intents.Rsvp, (h.HeardLength("rsvp_yes") > 1 ? 7 : 4) + past + things, "will come");
        if (Event && !PastDay && !Length && !Span && !h.Asks && RsvpReading.Coming(h) is not null) For(Intents.Rsvp, 4, "speaks of what comes");
        if (RsvpReading.Replies(h) is not null && (AnyDay || Event) && !PastDay) For(Intents.Rsvp, 5, "answers for a day");
        if (h.All<PeopleMention>().Any(p => p.Rule == "people.only") && (AnyDay || Event || RsvpReading.Coming(h) is not null) && !PastDay && !Length && !Span && !h.Heard("rsvp_yes")) For(Intents.Rsvp, 7, "so many will come");
        if (h.Sentence.Has(0, Sense.Talk, out var said) && said.Value == SmallTalks.Yes && RsvpReading.Provided(h) && !Length) For(Intents.Rsvp, 5, "yes, if");
        if (SmallTalkReading.Leading(h.Sentence) == SmallTalks.Yes && h.All<PeopleMention>().Any() && AnyDay && !PastDay && !Length && !Span) For(Intents.Rsvp, 7, "yes, and so many");
        if (h.Sentence.Is(0, "+") && h.Sentence.Is(1, "1") && (Event || AnyDay) && !Length) For(Intents.Rsvp, 7, "plus one");
        if (h.Heard("rsvp_maybe")) For(Intents.Rsvp, Event || FutureDay || AnyDay || h.Heard("rsvp_yes") || h.HeardLength("rsvp_maybe") > 2 && h.Sentence.Tokens.Any(t => t.Norm == "venir") ? 5 : 3, "may come");
        var late = h.Heard("rsvp_late") && !RsvpReading.LateNoting(h) && !Latecomers.Told(h) && Latecomers.Span(h.Sentence) is null && !Circumstances.Delayed(h)
            && !h.All<ClockRangeMention>().Any(c => c.Rule is "clock.bounds") && (Length || h.All<ClockMention>().Any() || h.HeardLength("rsvp_late") > 1 || Event);
        if (late && past < 0) For(Intents.Rsvp, past, "a past day");
        if (late) For(Intents.Rsvp, h.All<ClockMention>().Any(c => c.InsteadOf is not null) || Length ? 9 : 6, "will be late");
        if (RsvpReading.Skips(h)) For(Intents.Rsvp, 9, "not for the speaker");
        if (AnyDay && !Gone && !Length && !Span && !h.Heard("rsvp_no") && DayAnswers.Able(h)) For(Intents.Rsvp, 6, "can come");
        if (RsvpReading.LeavesEarly(h) && (AnyDay || Event) && !Gone) For(Intents.Rsvp, 9, "leaves early");
        if (RsvpReading.Stays(h) && !PastDay) { For(Intents.Rsvp, 4, "so long"); For(Intents.LogTime, -4, "to come"); }
        if (!PastDay && !Length && !Span && DayAnswers.Of(h).Count > 1) For(Intents.Rsvp, 10, "answers for each day");
        if (RsvpReading.Proxy(h) is not null) For(Intents.Rsvp, 10, "gives a proxy");
        if (!scores.ContainsKey(Intents.Rsvp)) return;
        if (Event) For(Intents.Rsvp, 2, "an event");
        if (FutureDay) For(Intents.Rsvp, 2, "a day to come");
        if ((Length || Span) && !late && !h.Heard("rsvp_no") && !(RsvpReading.Stays(h) && !PastDay)) For(Intents.Rsvp, -3, "a length");
    }

    private void Forbidden()
    {
        var reason = Refusal.Reason(h);
        if (reason is not null) For(Intents.Refuse, 14, reason);
    }
}
