namespace Ptce.Workspace;

/// <summary>What the chat never does: act for others, validate, or change rules and rights.</summary>
internal static class Refusal
{
    internal static string? Reason(Hearing h)
    {
        // "change the half day to 4 hours for the whole cluster", "stell … für alle um"
        if (h.HeardEarly("change", 2) && h.All<LengthMention>().Any() && h.Sentence.Tokens.Any(t => t.Norm is "cluster" or "everyone" or "everybody" or "alle" or "verbund")) return "asks to change rates or rights";
        // "give everyone 10 hours"
        if (h.HeardEarly("change", 2) && h.All<LengthMention>().Any() && h.Sentence.Tokens.Any(t => t.Norm is "everyone" or "everybody" or "allen")) return "asks to act for others";
        var command = Ordered(h, "log_verb") || Ordered(h, "change") || Ordered(h, "cancel") || Ordered(h, "validate");
        if (Doubts.OthersDeed(h)) return "tells what others did";
        if (h.Heard("rules") && (h.Heard("change") || h.Heard("cancel"))) return "asks to change the rules";
        if (h.Heard("forbidden")) return "asks for what is not done";
        if (h.Heard("private") && !Own(h)) return "asks for what is personal";
        if (h.Heard("wipe") && !Own(h)) return "asks to delete for all";
        // "put Leïla on secondment to Elips"
        if (h.Heard("staff_strong") && h.All<OrganisationMention>().Any()) return null;
        if (h.HeardEarly("cancel", 2) && TheirLines(h)) return "asks to act for others";
        if (h.HeardEarly("log_verb", 4) && Doubts.Measured(h) && InAnothersName(h)) return "asks to act for others";
        // "annule la mise à dispo de Karim": an agreement of one's own organisation
        if (h.HeardEarly("cancel", 4) && h.Heard("staff_strong") || h.Heard("staff_work") && h.All<OrganisationMention>().Any() && !h.HeardEarly("log_verb", 2) || h.Heard("staff_strong") && h.Marks(Sense.Thing).Any(t => t.Mark.Value == "personnel")) return null;
        // "je confirme ma présence et celle de Julie": who comes along with the speaker
        if (h.Heard("rsvp_yes") && h.Sentence.Tokens.Any(t => t.Norm is "celle" or "celles") && h.Sentence.Tokens.Any(t => t.Norm == "ma")) return null;
        if (command && !h.Heard("worked") && RsvpReading.Proxy(h) is null && ForOthers(h)) return "asks to act for others";
        if ((h.HeardEarly("validate", 5) || SaidLast(h, "validate")) && !h.Heard("rsvp_yes") && !h.Heard("rsvp_no") && !Affairs.Unconfirmed(h.Sentence) && (!h.Heard("rsvp_proxy") || h.Heard("digest")) && Judged(h)) return "asks to validate";
        // "à partir de maintenant une demi-journée vaut 4h", "change le réglage"
        if (h.Cues.TryGetValue("change", out var change) && h.Cues.TryGetValue("rate", out var rate) && rate.At > change.At && rate.At <= change.At + change.Length + 1) return "asks to change rates or rights";
        if (!h.Asks && h.Sentence.Spoken == Tongue.French && h.Sentence.Tokens.Any(t => t.Norm is "vaut" or "vaudra" or "valent" or "vaudront") && h.All<LengthMention>().Count() > 1) return "asks to change rates or rights";
        if (h.Heard("henceforth") && h.All<LengthMention>().Count() > 1) return "asks to change rates or rights";
        if (h.HeardEarly("change", 4) && (h.Heard("rate") || h.Heard("rights"))) return "asks to change rates or rights";
        return null;
    }

    // "our accountant can give the others a hand", "wir könnten allen … geben": what somebody can do is no order; "can you give everyone 10 hours" is one
    private static bool Ordered(Hearing h, string cue)
    {
        if (!h.HeardEarly(cue, 4)) return false;
        var (s, at) = (h.Sentence, h.Cues[cue].At);
        return at < 2 || !(s[at - 1].Norm is "can" or "could" or "would" or "peut" or "peuvent" or "pourrait" or "pouvons") || s[at - 2].Norm is "you" or "tu" or "vous" || h.Asks;
    }

    // "die Einträge von Sophie für mich bestätigen": German says it last
    private static bool SaidLast(Hearing h, string cue) =>
        h.Sentence.Spoken == Tongue.German && h.Cues.TryGetValue(cue, out var at) && at.At + at.Length >= h.Sentence.Count - 1 && h.Sentence.Count > 2;

    // "supprime tout ce que j'ai saisi hier": one's own lines, under one's own rights
    private static bool Own(Hearing h) =>
        h.Sentence.Tokens.Any(t => t.Norm is "j" or "ai" or "mes" or "ma" or "i" or "my" or "ich" or "meine" or "meinen") && !h.All<PersonMention>().Any();

    private static bool Judged(Hearing h) =>
        h.Heard("digest") || h.Heard("entry_word") || h.Heard("others") || h.Heard("rate") || h.All<PersonMention>().Any() || h.All<LengthMention>().Any()
        || h.Sentence.Tokens.Any(t => t.Norm is "heures" or "hours" or "stunden" or "lignes" or "saisies" or "everything" or "tout" or "toutes" or "alle" or "alles" or "temps" or "time" or "zeit" or "demande" or "request" or "contribution" or "contributions" or "beitrage");

    // "supprime les heures d'Elips": theirs; "mes heures d'Elips", "les 2h avec Elips" are one's own
    private static bool TheirLines(Hearing h)
    {
        var s = h.Sentence;
        return h.All<OrganisationMention>().Any(o => o.Sure is { } sure && !h.IsSelf(sure) && o.Start > 2
            && s[o.Start - 1].Norm is "de" or "d" or "du" or "des" or "la" && Noun(o.Start - (s.Is(o.Start - 1, "la") ? 3 : 2)));

        bool Noun(int at) => at > 0 && s[at].Norm is "heures" or "saisies" or "lignes" or "contributions" && s[at - 1].Norm is "les" or "des" or "toutes";
    }

    // "note 2h à Elips à ma place", "ajoute 3h au nom de Valoprest", "saisis 2h pour le compte d'Elips"
    private static bool InAnothersName(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 1; i + 1 < s.Count; i++)
            if (s.Is(i, "ma", "notre") && s.Is(i - 1, "a") && s.Is(i + 1, "place") || s.Is(i, "nom", "compte") && s.Is(i - 1, "au", "le") && s[i + 1].Norm is "de" or "d" or "du" or "des") return true;
        return false;
    }

    private static bool ForOthers(Hearing h)
    {
        var s = h.Sentence;
        foreach (var (at, mark) in h.Marks(Sense.Cue))
            if (mark.Value == "others" && !Beside(s, at) && (mark.Length > 1 || Directed(s, at))) return true;
        foreach (var person in h.All<PersonMention>())
        {
            if (person.Candidates.Count == 1 && Folding.Fold(person.Candidates[0].Name) == Folding.Fold(h.Known.SpeakerName)) continue;
            if (Directed(s, person.Start)) return true;
        }
        return false;
    }

    private static bool Beside(Sentence s, int at)
    {
        var before = at - 1;
        while (before >= 0 && (s.Has(before, Sense.Article) || s.Is(before, "l"))) before--;
        if (s.Is(before, "bei") && s.Is(at, "allen", "jedem")) return false;
        return before >= 0 && s[before].Norm is "avec" or "with" or "mit" or "chez" or "bei" or "by" && before >= 0;
    }

    private static bool Directed(Sentence s, int at)
    {
        var before = at - 1;
        while (before >= 0 && (s.Is(before, "le", "la") || s.Is(before, "l", "the"))) before--;
        return before < 0 || s[before].Norm is "give" or "gib" or "gebt" || s.At(before).Any(m => m is { Sense: Sense.Cue, Value: "log_verb" or "cancel" or "validate" }) || s[before].Norm is "a" or "pour" or "for" or "to" or "fur" or "fuer" or "de" or "d" or "of" or "von" or "aux" or "bei" or "zu" or "des" || s.Has(at, Sense.Cue) && s[at].Norm is "allen" or "jedem" or "meinem" or "meiner" or "ses" or "leurs" or "their" or "his" or "her" or "seine";
    }
}
