namespace Ptce.Workspace;

/// <summary>What speaks for putting the last line right and for taking a line back.</summary>
internal sealed partial class Evidence
{
    private void Changes()
    {
        var s = h.Sentence;
        var value = !h.Heard("overran") && (Length || AnyDay || Organisations > 0 || h.All<PeopleMention>().Any() || h.All<ActivityMention>().Any() || Span
            || h.Marks(Sense.TimeKind).Any() || CorrectionReading.BareHours(h) is not null);
        // "finalement je ne viens pas jeudi" answers an invitation
        if (h.HeardLength("rsvp_no") > 1 || h.HeardLength("rsvp_maybe") > 1 && !Length || h.HeardLength("rsvp_yes") > 1 && !Length && !h.Heard("last_entry")) value = false;
        if (RsvpReading.LeavesEarly(h)) value = false;
        // "en fait hier j'ai aussi fait 45 min": one line more
        if (Length && Enumerable.Range(1, s.Count - 1).Any(i => s[i].Norm is "aussi" or "egalement" && s[i - 1].Norm is "ai" or "avons")) value = false;
        var deed = h.Heard("worked") && PastDay ? -5 : 0;
        var negated = CorrectionReading.Negates(h);
        // "on n'a finalement pas prêté la salle": told, not put right
        var denied = Enumerable.Range(0, s.Count).Any(i => CorrectionReading.DeniesDeed(s, i));
        if (denied) For(Intents.LogTime, -8, "not so but so");
        else if (Doubts.Denied(h, "lend_out") || Doubts.Denied(h, "lend_strong") || Doubts.Almost(h) || Plans.Measure(h) is not null) value = false;
        if (value && h.Heard("correct_strong") && !SaidAgain(negated)) For(Intents.CorrectLast, 9 + deed, "corrects");
        else if (value && h.Heard("correct") && (negated || h.HeardLength("last_entry") > 1 && !h.Heard("cancel") || h.Heard("last_entry") && h.HeardEarly("correct") || h.HeardEarly("correct", 2) && s.Count <= (s.Is(0, "c") ? 12 : 8) && h.Cues["correct"].Length > 1 || h.HeardEarly("correct", 1) && s.Count <= 6 && !h.Heard("worked"))) For(Intents.CorrectLast, 7 + deed, "says it otherwise");
        if (value && CorrectionReading.Admits(s) is not null) For(Intents.CorrectLast, 14, "noted one thing instead of another");
        if (value && h.HeardLength("last_entry") > 1 && !h.Heard("cancel") && (s.Tokens.Any(t => t.Norm is "est" or "etait" or "fait" or "faisait") || h.Cues["last_entry"] is var (where, span) && where < 2 && where + span < s.Count && s[where + span].Norm is ":" or "is" or "was" or "ist" or "war" or "waren")) For(Intents.CorrectLast, 8, "says what the last one was");
        // "ajoute Valoprest à ma dernière saisie"
        if (Organisations > 0 && h.HeardLength("last_entry") > 1 && h.HeardEarly("log_verb", 2) && !Length && !Span) For(Intents.CorrectLast, 10, "adds to what was noted");
        // "la ligne de lundi, c'était 2h"
        if (value && !h.Heard("cancel") && !h.Heard("worked") && s.Tokens.Take(3).Any(t => t.Norm is "ligne" or "saisie") && h.Heard("correct")) For(Intents.CorrectLast, 9, "says what a line was");
        if (Length && !AnyDay && s.Count <= 6 && !h.Heard("worked") && h.All<LengthMention>().Any(l => CorrectionReading.Added(s, l))) { For(Intents.CorrectLast, 9, "more or less than was said"); value = false; }
        if (h.All<LengthMention>().Count() > 1 && !AnyDay && s.Tokens.Take(4).Any(t => t.Norm is "oublie" or "manque" or "rajoute" or "ajoute") && s.Tokens.Any(t => t.Norm is "fait" or "soit" or "donc" or "total")) For(Intents.CorrectLast, 12, "says the new sum");
        if (ValueChange.Of(h) is not null) For(Intents.CorrectLast, 12, "turns it into");
        if (value && negated && !h.Heard("rsvp_no")) For(Intents.CorrectLast, h.All<LengthMention>().Count() > 1 || h.Marks(Sense.InsteadOf).Any() && h.HeardEarly("log_verb") ? 9 : 4, "not so but so");
        if (value && !h.Heard("rsvp_no") && !Doubts.Nothing(h) && !s.Tokens.Any(t => t.Norm is "can" or "cannot" or "kann") && SmallTalkReading.Leading(s) == SmallTalks.No && s.Count > 1 && RsvpReading.Replies(h) is null) For(Intents.CorrectLast, 6, "says no first");

        if (value && SmallTalkReading.Leading(s) == SmallTalks.Yes && s.Tokens.Any(t => t.Norm is "mais" or "but" or "aber")) For(Intents.CorrectLast, 6, "yes, but");

        if (value && CorrectionReading.SaysAnew(h)) { For(Intents.CorrectLast, 14, "takes it back and says it anew"); return; }
        // "les 3h de vendredi c'était une erreur, supprime"
        if (h.Heard("cancel") && !negated && s.Count > 2 && Last(s) is var last && s.At(last).Any(m => m is { Sense: Sense.Cue, Value: "cancel" }) && !(s[last - 1].Norm is "est" or "sont" or "ete" or "sera"))
        {
            For(Intents.CancelEntry, value && (Length || h.HeardLength("last_entry") < 2 || DayBesides("last_entry")) ? 10 : 0, "takes it back at last");
            if (Length || Span) For(Intents.LogTime, -6, "taken back");
        }
        // "je me suis trompé, efface"
        var lent = h.Heard("lend_out") || h.Heard("lend_strong") || h.Heard("lend_in") || h.Heard("staff_strong") || h.Heard("coop");
        var takesBack = h.HeardEarly("cancel", 4) && !(s[Math.Max(0, h.Cues["cancel"].At - 1)].Norm is "est" or "sont" or "ete" or "sera") || CancelsLast() || Alone() || h.Heard("cancel") && Noted() && s[Math.Max(0, h.Cues["cancel"].At - 1)].Kind == TokenKind.Sign || TakenBack && (h.Heard("entry_word") || h.Heard("last_entry") || lent) || h.Heard("cancel") && h.Heard("correct_strong") && !value;
        if (!takesBack || Doubts.Denied(h, "cancel") && !h.Heard("correct_strong") || h.HeardLength("rsvp_no") > 1 && !OrdersLast() && !OrdersFirst() || SmallTalkReading.Leading(s) == SmallTalks.Yes) return;
        if (h.Heard("rsvp_no") && OrdersLast()) For(Intents.Rsvp, -9, "taken back at last");
        if (h.Heard("correct") && h.All<LengthMention>().Count() > 1 && !AnyDay && s[h.Cues["correct"].At].Norm is "c" or "it" or "es") { For(Intents.CorrectLast, 10, "says what it was"); return; }
        if (OwnNotice()) { foreach (var posted in (string[])[Intents.PostOffer, Intents.PostNeed]) For(posted, -14, "takes back what was posted"); return; }
        // "I wasn't at the board after all, delete those 2 hours": the last clause orders
        if (h.Cues.TryGetValue("cancel", out var orders) && orders.At > 0 && (s[orders.At - 1].Kind == TokenKind.Sign || s.Is(orders.At - 1, "so", "also") || CancelsLast() && s.Tokens.Take(orders.At).Any(t => t.Is(","))))
            foreach (var told in (string[])[Intents.LogTime, Intents.CorrectLast]) For(told, -6, "taken back at last");
        if (OrdersFirst()) For(Intents.LogTime, -6, "taken back");
        var entry = Length || Span || h.All<DateMention>().Any() || h.All<ActivityMention>().Any() || Organisations > 0;
        var named = h.Heard("entry_word") || h.Heard("last_entry");
        if (Several()) For(Intents.CancelEntry, 9, "takes back several");
        else if (h.Heard("last_entry") && (!entry || h.HeardLength("last_entry") > 1 && !DayBesides("last_entry"))) For(Intents.CancelLast, 9, "takes back the last entry");
        else if (lent) For(Intents.CancelEntry, 9, "takes back what was lent");
        else if (entry && (named || Length || PastDay)) For(Intents.CancelEntry, CancelsLast() ? 12 : 9, "takes back an entry");
        else if (entry) For(Intents.CancelEntry, 5, "takes back an entry");
        else if (s.Count <= 3 || named || h.Cues["cancel"] is var (at, words) && at < 2 && at + words < s.Count && s[at + words].Kind == TokenKind.Sign || Alone() || h.Heard("correct_strong") || Bid()) For(Intents.CancelLast, 6, "takes back");
    }

    // "je n'étais pas là lundi, enlève la réunion": of a day gone by, and the order opens the last clause
    private bool OrdersLast() => !FutureDay && (PastDay || h.Sentence.Tokens.Any(t => t.Norm is "etais" or "etions" or "etait" or "war" or "waren" or "wasn" or "weren" or "was")) && h.Cues.TryGetValue("cancel", out var order) && order.At > 2 && h.Sentence[order.At - 1].Kind == TokenKind.Sign && h.Cues.TryGetValue("rsvp_no", out var no) && no.At < order.At;

    // "take out the 2 hours from Monday, I was on leave"
    private bool OrdersFirst() => Length && AnyDay && !FutureDay && h.HeardEarly("cancel", 1);

    // "den Eintrag von eben": the day is in the name of the entry
    private bool DayBesides(string cue) => h.Cues[cue] is var (at, length) && h.All<DateMention>().Any(d => d.Start < at || d.End > at + length);

    // "mes deux dernières lignes": one cannot be taken for the other
    private bool Several() => Enumerable.Range(0, h.Sentence.Count).Any(i => Numerals.TrySmall(h.Sentence, i, 2, 20, out var n) && h.Sentence.Has(n.End, Sense.Last));

    // "annule mon offre", "retire notre demande": no line of the ledger
    private bool OwnNotice() => h.Sentence.Tokens.Zip(h.Sentence.Tokens.Skip(1)).Any(t => t.First.Norm is "mon" or "ma" or "notre" or "l" or "cette" or "nos" or "mes" && t.Second.Norm is "offre" or "annonce" or "besoin" or "demande" or "reponse" or "proposition" or "offres" or "demandes") || Withdrawn.Notice(h.Sentence);

    // the last word that is no pronoun: "enlève" of "enlève-le"
    private static int Last(Sentence s) => s.Count > 2 && s[s.Count - 1].Norm is "le" or "la" or "les" or "ca" or "tout" or "it" ? s.Count - 2 : s.Count - 1;

    /// <summary>"annule le prêt de la salle", "le prêt du camion est annulé", "ma saisie du 3 est à supprimer"</summary>
    private bool TakenBack
    {
        get
        {
            if (!h.Heard("cancel") || Doubts.Denied(h, "cancel") || h.HeardLength("rsvp_no") > 1) return false;
            foreach (var (at, mark) in h.Marks(Sense.Cue))
                if (mark.Value == "cancel" && (at < 4 || at == Last(h.Sentence) || h.Asks && at > 0 && h.Sentence.Is(at - 1, "l", "le") || h.Sentence[at - 1].Kind == TokenKind.Sign || h.Sentence[at - 1].Norm is "so" or "also" or "a" or "est" or "sont" or "ete" or "etre" or "finalement")) return true;
            return false;
        }
    }

    // "tu peux annuler ?", "il faut supprimer": nothing but the courtesy around the order
    private bool Bid() => h.Sentence.Tokens.Select((t, i) => (t, i)).All(x => x.t.Kind == TokenKind.Sign || h.Sentence.At(x.i).Any(m => m is { Sense: Sense.Cue, Value: "cancel" }) || x.t.Norm is "tu" or "peux" or "peut" or "pouvez" or "pourrais" or "pourriez" or "vous" or "on" or "il" or "faut" or "faudrait" or "je" or "j" or "veux" or "voudrais" or "aimerais" or "ca" or "le" or "la" or "l" or "merci" or "de" or "d" or "ma" or "mon");

    // "j'ai fait une bêtise, annule": the last word, and a clause of its own
    private bool Alone() => Last(h.Sentence) is > 0 and var last && h.Sentence[last - 1].Kind == TokenKind.Sign && h.Sentence.At(last).Any(m => m is { Sense: Sense.Cue, Value: "cancel" });

    // "meinen letzten Eintrag wieder löschen": German says it last
    private bool CancelsLast() => h.Cues.TryGetValue("cancel", out var cancel) && (cancel.At + cancel.Length >= h.Sentence.Count - 1 || h.Sentence[cancel.At + cancel.Length] is { Kind: TokenKind.Sign, Norm: "?" or "." or "!" }) && (h.Sentence.Spoken == Tongue.German || cancel.Length > 1);

    // "I put 3h but it should have been 2h": it was noted before
    private bool Noted() => h.Sentence.Tokens.Take(4).Any(t => t.Norm is "put" or "said" or "wrote" or "entered" or "logged" or "typed" or "mis" or "dit" or "ecrit" or "saisi" or "note" or "angegeben" or "eingetragen" or "gesagt" or "geschrieben");

    // "1h30 hier, oups 2h": one line, whose length was said again; nothing noted before is corrected
    private bool SaidAgain(bool negated) =>
        !negated && !h.Sentence.Tokens.Any(t => t.Norm is "faux" or "inexact" or "wrong" or "falsch") && !h.HeardEarly("correct", 2) && !Noted() && h.Cues["correct_strong"].At is var at && at > 0
        && h.All<LengthMention>().Any(l => l.End <= at) && h.All<LengthMention>().Any(l => l.Start > at);
}
