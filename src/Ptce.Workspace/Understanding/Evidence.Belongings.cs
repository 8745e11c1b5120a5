namespace Ptce.Workspace;

/// <summary>What speaks for lending, offering, needing, lending staff and cooperating.</summary>
internal sealed partial class Evidence
{
    private void Belongings()
    {
        var past = PastDay && (Length || Span) ? -4 : 0;
        var lends = h.Heard("lend_strong") ? 7 : h.Heard("lend_out") && !h.Covered(h.Cues["lend_out"].At) ? 3 : 0;
        if (h.Heard("lend_in") || (h.Heard("lend_use") || h.Heard("lend_move")) && Organisations > 0) lends = 8;
        if (Doubts.Denied(h, "lend_out") || Doubts.Denied(h, "lend_strong") || Doubts.Denied(h, "lend_in")) lends = 0;
        var promised = Promised(h);
        if (lends == 0 && LoanReading.Bare(h)) lends = 6;
        if (promised) lends = Math.Max(lends, 8);
        else if ((h.HeardLength("need") > 1 || h.HeardLength("offer") > 1 && Organisations == 0) && !PastDay) lends = 0; // "je voudrais emprunter un minibus": sought, not had
        if (h.Heard("give") && (Thing is "denrees" or "materiel" || Handed(h))) lends = Math.Max(lends, 6);
        if (Organisations > 0 && Whereabouts.Inward(h) is not null) lends = Math.Max(lends, 7);
        if (Doubts.Almost(h) || lends > 0 && TakenBack) lends = 0;
        var unknown = Thing is null && lends > 6 && Organisations > 0 && !PersonNamed && UnknownThing.Lent(h);
        if (lends > 0 && (Thing is "locaux" or "vehicule" or "materiel" or "denrees" || unknown) && !h.Heard("staff_person"))
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
        else if (h.Heard("lend_now") && !Doubts.Denied(h, "lend_now") && Thing is not null && Organisations == 0 && !AnyDay && !Length && !Span) For(Intents.PostOffer, 10, "lends to whoever asks");
        else if (h.Heard("offer_soft") && Thing is not null && !h.Asks) For(Intents.PostOffer, 5 + past, "has something free");
        if (Thing == "achat_groupe" && !(Length && PastDay)) For(Intents.PostOffer, 6, "a joint purchase");
        // "Karim cherche du boulot": told of somebody
        if (promised || Thing is null && h.Cues.TryGetValue("need", out var sought) && sought.Length == 1 && h.All<PersonMention>().Any(p => p.Start == 0 && p.End == sought.At)) { }
        else if (h.Heard("need"))
        {
            For(Intents.PostNeed, (h.HeardLength("need") > 1 ? 9 : 8) + past, "needs");
            if (Thing is not null) For(Intents.PostNeed, 1, "a thing needed");
            // "we'd need about 3 hours for that"
            else if (h.Cues["need"] is var wants && h.All<LengthMention>().Any(l => l.Start - wants.At - wants.Length is >= 0 and <= 1)) For(Intents.PostNeed, -14, "needs only time");
        }
        else if (After(h)) For(Intents.PostNeed, 9, "is after it");
        else if (h.Heard("lack") && Thing is not null && !PastDay) For(Intents.PostNeed, 8, "lacks it");
        else if (h.Heard("urgent") && Thing is not null && !PastDay && !h.Heard("worked")) For(Intents.PostNeed, 8, "calls for help");
        else if (h.Heard("need_soft") && Thing is not null && (h.Asks || h.HeardEarly("need_soft", 1)) && !(h.Cues.TryGetValue("lend_strong", out var lent) && lent.At == h.Cues["need_soft"].At + 2)) For(Intents.PostNeed, 8 + past, "asks who has");
        if ((h.Heard("offer") || h.Heard("need") || (h.Heard("offer_soft") || h.Heard("urgent")) && Thing is not null) && (Length || Span) && !PastDay && !h.Heard("worked")) For(Intents.LogTime, -4, "offers or needs");
        if (h.Asks && h.HeardEarly("need_soft", 1)) For(Intents.PostOffer, -6, "asks who has");
        if (Doubts.Denied(h, "need") || Doubts.Almost(h) && Organisations > 0) For(Intents.PostNeed, -14, "needs nothing");
        if (Doubts.Denied(h, "offer") || Doubts.Almost(h)) For(Intents.PostOffer, -14, "offers nothing");
        StaffLoan();
        Cooperation();
    }

    // "after a van for the weekend": what one is after, where nothing was done after it
    private bool After(Hearing h) =>
        h.Sentence.Is(0, "after") && (h.Sentence.Has(1, Sense.One) || h.Sentence.Is(1, "some")) && !Length && !h.Heard("worked") && !Event && h.Marks(Sense.Thing).Any(t => t.At is 2 or 3);

    // "Valoprest peut nous prêter sa salle": told by who knows, not asked of all
    private static bool Promised(Hearing h) =>
        !h.Asks && h.Cues.TryGetValue("need", out var need) && h.Sentence[need.At + need.Length - 1].Norm is "preter" or "pretera" && h.Sentence[need.At].Norm is "nous" or "me"
        && h.All<OrganisationMention>().Any(o => o.Start == 0 && o.End < need.At) && h.Sentence[need.At - 1].Norm is "peut" or "va" or "veut" or "veut bien" or "bien" or "peuvent" or "vont" or "accepte" or "propose" or "pourrait";

    // "gave Elips our van": one thing of ours, into their hands
    private static bool Handed(Hearing h) =>
        h.Cues.TryGetValue("give", out var gave) && h.Sentence.Tokens.Skip(gave.At + 1).Take(4).Any(t => t.Norm is "our" or "unseren" or "unser" or "unsere") && h.All<OrganisationMention>().Any()
        || h.Heard("give") && h.Marks(Sense.Thing).Any(t => t.At <= 1 && t.Mark.Value is "locaux" or "vehicule") && h.All<OrganisationMention>().Any();

    private void StaffLoan()
    {
        if (Doubts.Almost(h) || TakenBack) return;
        if (StaffLoanReading.Posted(h)) { For(Intents.StaffLoanAgreement, 10, "somebody at a partner's, for a share of the week"); return; }
        if (!h.Heard("staff_verb") && !h.Heard("staff_strong") && !(h.Heard("staff_work") && (Recurring || Stays.Of(h.Sentence) is not null || StaffLoanReading.Share(h) || StaffLoanReading.LongAhead(h)) && Organisations > 0)) return;
        var person = PersonNamed || StaffLoanReading.Placed(h) is not null || Thing == "personnel" || h.Heard("staff_strong") && Recurring && h.Sentence.Tokens.Any(t => t.Norm is "personne" or "collegue") || (Thing == "competence" && (h.Heard("staff_strong") || Recurring) && Organisations > 0);
        if (!person || h.Marks(Sense.Thing).Any(m => m.Mark.Value is "locaux" or "vehicule" or "materiel") && !PersonNamed) return;
        if (!h.Heard("staff_strong") && !Recurring && Organisations == 0) return;
        For(Intents.StaffLoanAgreement, h.Heard("staff_strong") ? 8 : 5, "lends a person");
        if (Organisations > 0) For(Intents.StaffLoanAgreement, 3, "an organisation");
        if (h.All<PersonMention>().Any(p => h.Marks(Sense.Cue).Any(m => m.Mark.Value is "staff_verb" && m.At + m.Mark.Length == p.Start))) For(Intents.StaffLoanAgreement, 5, "names who is lent");
        if (Recurring) For(Intents.StaffLoanAgreement, 3, "comes back");
        if (h.All<DateMention>().Any(d => d.Role != DateRole.On)) For(Intents.StaffLoanAgreement, 2, "a start or an end");
        if (PastDay && Length && !Recurring) For(Intents.StaffLoanAgreement, -6, "a past day");
    }

    private bool Recurring => h.All<RecurrenceMention>().Any() || h.All<AlternationMention>().Any() || AheadDates.Habit(h) is not null && h.All<DateMention>().Any(d => d.Role is DateRole.Starting or DateRole.Until) || h.All<LengthMention>().Any(l => l.PerWeek || l.PerMonth);

    private void Cooperation()
    {
        var subject = h.Heard("bid") || h.Marks(Sense.Nature).Any() || h.Marks(Sense.Form).Any();
        // "projet de recherche avec le Périscope" names a thing done together; "2h sur le projet" does not
        var project = h.HeardEarly("project", 2) && subject && Organisations > 0 && !h.Heard("worked");
        var strong = h.Heard("coop") || project;
        if (Doubts.Almost(h) || Doubts.Denied(h, "coop_verb") || TakenBack || Thing is "achat_groupe" && Organisations == 0) return;
        strong |= subject && WithUs();
        // "facturé avec la coursive 2400 euros": money made together
        subject |= Organisations > 0 && h.All<AmountMention>().Any();
        // "chantier pour la ville avec Val Horizon, 12 k€": a joint job with its price
        strong |= Organisations > 0 && !Length && !Span && h.All<AmountMention>().Any() && h.Marks(Sense.Nature).Any() && !scores.ContainsKey(Intents.PostNeed) && !h.Heard("offer");
        if (!strong && !(h.Heard("coop_verb") && subject && Organisations > 0)) return;
        For(Intents.LogCooperation, strong ? 3 : 2, "together");
        if (h.Heard("coop_verb") && (subject || strong)) For(Intents.LogCooperation, 3, "a joint deed");
        if (subject) For(Intents.LogCooperation, 2, "a joint subject");
        if (Organisations > 0) For(Intents.LogCooperation, 2, "an organisation");
        if (Organisations > 0 && subject && Thing is not "achat_groupe" && scores.ContainsKey(Intents.PostOffer)) For(Intents.PostOffer, -4, "something done together");
        if (h.Sentence.Count > 0 && h.HeardEarly("coop", 3) && Cooperative(h.Cues["coop"].At)) For(Intents.LogCooperation, 3, "names it");
        if (Length || Span) For(Intents.LogCooperation, -7, "a length");
        if (Doubts.NotYetOrOver(h)) For(Intents.LogCooperation, -14, "wished for, or over");
        if (h.HeardEarly("need", 2) && scores.ContainsKey(Intents.PostNeed)) For(Intents.LogCooperation, -6, "still sought");
    }

    // "Elips, Re-Sources et nous réfléchissons", "Elips et nous testons": one subject of theirs and ours
    private bool WithUs() =>
        h.All<OrganisationMention>().Any(o => h.Sentence.Has(o.End, Sense.And) && h.Sentence.Is(o.End + 1, "nous") && o.End + 2 < h.Sentence.Count && h.Sentence[o.End + 2].Norm.EndsWith("ons", StringComparison.Ordinal));

    private bool Cooperative(int at)
    {
        for (var i = at; i < Math.Min(at + 3, h.Sentence.Count); i++)
            if (h.Sentence[i].Norm is "cooperation" or "cooperations" or "partenariat" or "partnership" or "kooperation" or "zusammenarbeit" or "partnerschaft" or "collaboration" or "co") return true;
        return false;
    }
}
