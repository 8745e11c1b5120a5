namespace Ptce.Workspace;

/// <summary>Weighs what was heard: every intent collects points, each with its reason; the heaviest wins if it weighs enough.</summary>
internal sealed class Evidence
{
    private const int Enough = 4;
    private readonly Hearing h;
    private readonly Dictionary<string, (int Weight, List<string> For)> scores = [];

    internal bool Length { get; }
    internal bool Span { get; }
    internal bool PastDay { get; }
    internal bool FutureDay { get; }
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

    private void Time()
    {
        if (Length) For(Intents.LogTime, h.All<LengthMention>().All(l => l.PerWeek || l.PerMonth) ? 2 : 4, "a length");
        if (AnyDay && !FutureDay && !h.Asks && !Length && (h.All<PartMention>().Any(p => p.End - p.Start > 1 || h.Sentence[p.Start].Norm is "matinee" or "soiree") || h.All<DateMention>().Any(d => d.Part is not null && !d.Date.Fixed))) For(Intents.LogTime, 3, "a part of a day");
        if (Span) For(Intents.LogTime, 4, "a span of the day");
        if (PastDay && !FutureDay) For(Intents.LogTime, 3, "a past day");
        if (h.Heard("worked")) For(Intents.LogTime, 3, "a past deed");
        if (h.Heard("log_verb") && (Length || Span)) For(Intents.LogTime, 3, "asks to note");
        if (AnyDay && !FutureDay) For(Intents.LogTime, 1, "a day");
        if (Event) For(Intents.LogTime, 1, "a meeting");
        if (Event && AnyDay && !FutureDay && !PastDay && !Length && !Span) For(Intents.LogTime, 2, "a meeting on a day");
        if (h.Asks && !Length && !Span) For(Intents.LogTime, -4, "a question");
        if (h.Marks(Sense.TimeKind).Any() && Length) For(Intents.LogTime, 3, "a kind of time");
    }

    private void Belongings()
    {
        var past = PastDay && (Length || Span) ? -4 : 0;
        var lends = h.Heard("lend_strong") ? 7 : h.Heard("lend_out") ? 3 : 0;
        if (h.Heard("lend_in")) lends = 8;
        if (h.HeardLength("need") > 1 && !PastDay) lends = 0; // "je voudrais emprunter un minibus": sought, not had
        if (h.Heard("give") && Thing is "denrees" or "materiel") lends = Math.Max(lends, 6);
        if (lends > 0 && (Thing is "locaux" or "vehicule" or "materiel" or "denrees") && !h.Heard("staff_person"))
        {
            For(Intents.LogLoan, lends, "a loan");
            For(Intents.LogLoan, 2, "a thing lent");
            if (Organisations > 0) For(Intents.LogLoan, 4, "an organisation");
            if (PastDay) For(Intents.LogLoan, 2, "a past day");
            if (Span || Length) For(Intents.LogLoan, 3, "a length");
        }
        if (h.Heard("offer"))
        {
            For(Intents.PostOffer, (h.HeardLength("offer") > 1 ? 8 : 5) + past, "offers");
            if (Thing is not null) For(Intents.PostOffer, 2, "a thing to share");
            else For(Intents.PostOffer, h.HeardEarly("offer") ? -1 : -3, "nothing to share");
        }
        else if (h.Heard("offer_soft") && Thing is not null && !h.Asks) For(Intents.PostOffer, 5 + past, "has something free");
        if (Thing == "achat_groupe" && !(Length && PastDay)) For(Intents.PostOffer, 6, "a joint purchase");
        if (h.Heard("need"))
        {
            For(Intents.PostNeed, (h.HeardLength("need") > 1 ? 9 : 8) + past, "needs");
            if (Thing is not null) For(Intents.PostNeed, 1, "a thing needed");
        }
        else if (h.Heard("need_soft") && Thing is not null && h.Asks) For(Intents.PostNeed, 8 + past, "asks who has");
        if ((h.Heard("offer") || h.Heard("need")) && (Length || Span) && !PastDay && !h.Heard("worked")) For(Intents.LogTime, -4, "offers or needs");
        StaffLoan();
        Cooperation();
    }

    private void StaffLoan()
    {
        if (!h.Heard("staff_verb") && !h.Heard("staff_strong")) return;
        var person = PersonNamed || StaffLoanReading.Placed(h) is not null || Thing == "personnel" || (Thing == "competence" && h.Heard("staff_strong") && Organisations > 0);
        if (!person || h.Marks(Sense.Thing).Any(m => m.Mark.Value is "locaux" or "vehicule" or "materiel") && !PersonNamed) return;
        var recurring = h.All<RecurrenceMention>().Any() || h.All<LengthMention>().Any(l => l.PerWeek || l.PerMonth);
        if (!h.Heard("staff_strong") && !recurring && Organisations == 0) return;
        For(Intents.StaffLoanAgreement, h.Heard("staff_strong") ? 8 : 5, "lends a person");
        if (Organisations > 0) For(Intents.StaffLoanAgreement, 3, "an organisation");
        if (recurring) For(Intents.StaffLoanAgreement, 3, "comes back");
        if (h.All<DateMention>().Any(d => d.Role != DateRole.On)) For(Intents.StaffLoanAgreement, 2, "a start or an end");
        if (PastDay && Length && !recurring) For(Intents.StaffLoanAgreement, -6, "a past day");
    }

    private void Cooperation()
    {
        var subject = h.Heard("bid") || h.Marks(Sense.Nature).Any() || h.Marks(Sense.Form).Any();
        var strong = h.Heard("coop");
        if (!strong && !(h.Heard("coop_verb") && subject && Organisations > 0)) return;
        For(Intents.LogCooperation, strong ? 3 : 2, "together");
        if (h.Heard("coop_verb") && (subject || strong)) For(Intents.LogCooperation, 3, "a joint deed");
        if (subject) For(Intents.LogCooperation, 2, "a joint subject");
        if (Organisations > 0) For(Intents.LogCooperation, 2, "an organisation");
        if (Organisations > 0 && subject && Thing is not "achat_groupe" && scores.ContainsKey(Intents.PostOffer)) For(Intents.PostOffer, -4, "something done together");
        if (h.Sentence.Count > 0 && h.HeardEarly("coop", 3) && Cooperative(h.Cues["coop"].At)) For(Intents.LogCooperation, 3, "names it");
        if (Length || Span) For(Intents.LogCooperation, -7, "a length");
    }

    private bool Cooperative(int at)
    {
        for (var i = at; i < Math.Min(at + 3, h.Sentence.Count); i++)
            if (h.Sentence[i].Norm is "cooperation" or "cooperations" or "partenariat" or "partnership" or "kooperation" or "zusammenarbeit" or "partnerschaft" or "collaboration" or "co") return true;
        return false;
    }

    private void People()
    {
        var past = PastDay && !FutureDay ? -5 : 0;
        var things = Thing is "locaux" or "vehicule" or "materiel" && !Event ? -4 : 0;
        if (h.Heard("rsvp_no")) For(Intents.Rsvp, (h.HeardLength("rsvp_no") > 2 ? 9 : h.HeardLength("rsvp_no") == 2 ? 7 : 6) + past, "will not come");
        else if (h.Heard("rsvp_yes")) For(Intents.Rsvp, (h.HeardLength("rsvp_yes") > 1 ? 7 : 4) + past + things, "will come");
        if (h.Heard("rsvp_maybe")) For(Intents.Rsvp, Event || FutureDay || AnyDay || h.Heard("rsvp_yes") ? 5 : 3, "may come");
        var late = h.Heard("rsvp_late") && (Length || h.All<ClockMention>().Any() || h.HeardLength("rsvp_late") > 1 || Event);
        if (late && past < 0) For(Intents.Rsvp, past, "a past day");
        if (late) For(Intents.Rsvp, h.All<ClockMention>().Any(c => c.InsteadOf is not null) || Length ? 9 : 6, "will be late");
        if (RsvpReading.Proxy(h) is not null) For(Intents.Rsvp, 10, "gives a proxy");
        if (!scores.ContainsKey(Intents.Rsvp)) return;
        if (Event) For(Intents.Rsvp, 2, "an event");
        if (FutureDay) For(Intents.Rsvp, 2, "a day to come");
        if ((Length || Span) && !late && !h.Heard("rsvp_no")) For(Intents.Rsvp, -3, "a length");
    }

    private void Changes()
    {
        var s = h.Sentence;
        var value = Length || AnyDay || Organisations > 0 || h.All<PeopleMention>().Any() || h.All<ActivityMention>().Any() || Span || h.Marks(Sense.TimeKind).Any() || CorrectionReading.BareHours(h) is not null;
        // "finalement je ne viens pas jeudi" answers an invitation
        if (h.HeardLength("rsvp_no") > 1 || h.HeardLength("rsvp_yes") > 1 && !Length && !h.Heard("last_entry")) value = false;
        var deed = h.Heard("worked") && PastDay ? -5 : 0;
        var negated = CorrectionReading.Negates(h);
        if (value && h.Heard("correct_strong")) For(Intents.CorrectLast, 9 + deed, "corrects");
        else if (value && h.Heard("correct") && (negated || h.Heard("last_entry") && h.HeardEarly("correct") || h.HeardEarly("correct", 2) && s.Count <= 8 && h.Cues["correct"].Length > 1)) For(Intents.CorrectLast, 7 + deed, "says it otherwise");
        if (value && negated && !h.Heard("rsvp_no")) For(Intents.CorrectLast, h.All<LengthMention>().Count() > 1 ? 9 : 4, "not so but so");
        if (value && !h.Heard("rsvp_no") && !s.Tokens.Any(t => t.Norm is "can" or "cannot" or "kann") && SmallTalkReading.Leading(s) == SmallTalks.No && s.Count > 1) For(Intents.CorrectLast, 6, "says no first");

        if (value && SmallTalkReading.Leading(s) == SmallTalks.Yes && s.Tokens.Any(t => t.Norm is "mais" or "but" or "aber")) For(Intents.CorrectLast, 6, "yes, but");

        if (!h.HeardEarly("cancel", 4) || SmallTalkReading.Leading(s) == SmallTalks.Yes) return;
        var entry = Length || Span || h.All<DateMention>().Any() || h.All<ActivityMention>().Any() || Organisations > 0;
        var named = h.Heard("entry_word") || h.Heard("last_entry");
        if (h.Heard("last_entry") && (!entry || h.HeardLength("last_entry") > 1 && !AnyDay)) For(Intents.CancelLast, 9, "takes back the last entry");
        else if (entry && (named || Length || PastDay)) For(Intents.CancelEntry, 9, "takes back an entry");
        else if (entry) For(Intents.CancelEntry, 5, "takes back an entry");
        else if (s.Count <= 3 || named) For(Intents.CancelLast, 6, "takes back");
    }

    private void Questions()
    {
        var period = AnyDay ? 2 : 0;
        var length = Length || Span ? -6 : 0;
        if (h.Heard("how_many")) For(Intents.QueryTotal, (h.HeardLength("how_many") > 1 ? 7 : 3) + (h.Heard("total") || h.Heard("worked") ? 2 : 0), "how much");
        if (h.Heard("total")) For(Intents.QueryTotal, (h.HeardLength("total") > 1 ? 4 : 3) + period + length + (h.Heard("show") ? 3 : 0) + (h.Asks ? 2 : 0) + (h.Sentence.Count <= 3 && !h.Heard("worked") ? 1 : 0), "a sum");
        var next = h.Marks(Sense.Next).Any(m => !h.Mentions.Any(x => x is DateMention && x.Start <= m.At && m.At < x.End));
        var weight = (h.Heard("when") ? 4 : 0) + (h.Heard("agenda") ? 4 : 0) + (next && Event ? 4 : 0) + (h.Asks ? 2 : 0) + (Event ? 1 : 0);
        var coming = h.Heard("when") && h.All<DateMention>().Any(d => d.Date is PeriodPhrase { Offset: >= 0 } or MonthPhrase { Which: >= 0 } or DayOfWeekPhrase { Which: >= 0 } || FutureDay);
        if (h.Heard("correct") && h.Heard("change")) return; // "change la date, c'était lundi"
        if ((h.Heard("agenda") || coming || (Event && (h.Heard("when") || next))) && weight > 0) For(Intents.QueryNextEvent, weight + length + (h.Heard("worked") && PastDay ? -4 : 0), "what comes next");
    }

    private void Forbidden()
    {
        var reason = Refusal.Reason(h);
        if (reason is not null) For(Intents.Refuse, 14, reason);
    }
}
