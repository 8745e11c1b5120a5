using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Sentences with a length in them that are no line of the speaker's own time: what others did, what was not done, what is only told or asked.</summary>
internal static class Doubts
{
    private const int Nearby = 3;

    // "on réfléchit à prêter": the deed is only thought of; "nous réfléchissons à une stratégie" is one
    private static readonly FrozenSet<string> Pondered = "reflechit reflechis reflechissons envisage envisageons hesite hesitons".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Conditionals = "aurait aurais aurions auraient".Split(' ').ToFrozenSet();

    /// <summary>"Paul a fait 3h hier", "my colleague worked 4 hours", "Valoprest hat 3 Stunden gearbeitet": theirs to note.</summary>
    internal static bool OthersDeed(Hearing h)
    {
        if (Measured(h) && (Favours.Received(h, m => !Named(h, m)) || OthersDeeds.Gave(h) && !(Things.Kind(h) is "locaux" or "vehicule" or "materiel"))) return true;
        // "Karim a passé sa journée d'hier sur le stand"
        var whole = Enumerable.Range(1, h.Sentence.Count - 1).Any(i => h.Sentence[i].Norm is "journee" or "matinee" or "soiree" or "semaine" && h.Sentence.Is(i - 1, "sa", "leur"));
        if (!Measured(h) && !whole || SpeaksOfSelf(h) || Things.Kind(h) is not null && (h.Heard("lend_out") || h.Heard("lend_in"))) return false;
        var s = h.Sentence;
        foreach (var mention in h.Mentions)
        {
            if (mention is not (PersonMention or OrganisationMention) || Named(h, mention)) continue;
            if (mention is OrganisationMention && Members(h, mention.Start) is { } theirs && Subject(s, theirs) && Did(s, mention.End)) return true;
            if (Subject(s, mention.Start) && (Did(s, Last(h, mention.End)) || mention is PersonMention && (OthersDeeds.Did(s, Last(h, mention.End)) || OthersDeeds.Does(h, mention.End)))) return true;
        }
        if (OthersDeeds.Told(h).Any(told => Subject(s, told.At) && OthersDeeds.Did(s, told.End))) return true;
        foreach (var (at, mark) in h.Marks(Sense.Cue))
            if (mark.Value == "others" && Subject(s, at) && (Did(s, at + mark.Length) || Did(s, Whose(h, at + mark.Length)) || OthersDeeds.Did(s, at + mark.Length))) return true;
        return false;
    }

    // "les bénévoles d'Elips", "la directrice du CAUE": where they begin
    private static int? Members(Hearing h, int partner)
    {
        var (s, of) = (h.Sentence, h.Sentence.Has(partner - 1, Sense.Article) && !h.Sentence.Is(partner - 1, "du", "des") ? partner - 2 : partner - 1);
        if (of < 1 || !(s[of].Norm is "de" or "d" or "du" or "des")) return null;
        var people = s.At(of - 1).Any(m => m is { Sense: Sense.Thing, Value: "personnel" } or { Sense: Sense.TimeKind, Value: "volunteer" }) || s[of - 1].Norm is "directeur" or "directrice" or "president" or "presidente" or "tresorier" or "tresoriere" or "responsable" or "gens" or "collegues" or "equipe" or "animateur" or "animatrice";
        return !people ? null : of > 1 && s.Has(of - 2, Sense.Article) ? of - 2 : of - 1;
    }

    // "l'équipe de Valoprest": where the partner they are of ends
    private static int Whose(Hearing h, int at) =>
        h.Sentence.Is(at, "de", "d") || h.Sentence.Is(at, "du") ? h.All<OrganisationMention>().FirstOrDefault(o => o.Start - at is 1 or 2 && !Named(h, o))?.End ?? at : at;

    // "Paul et Julie", "Paul, Julie et Karim": where the last of them ends
    private static int Last(Hearing h, int end)
    {
        while ((h.Sentence.Has(end, Sense.And) || h.Sentence.Is(end, ",") || h.Sentence.Is(end, "from", "von")) && h.Mentions.FirstOrDefault(m => m is PersonMention or OrganisationMention && m.Start == end + 1 && !Named(h, m)) is { } next) end = next.End;
        return end;
    }

    /// <summary>"on a failli prêter", "on aurait pu venir 2h", "il faudrait qu'on prête": it did not come to that.</summary>
    internal static bool Almost(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 1; i < s.Count; i++)
            if (s[i].Norm is "owe" or "schulde" or "schulden"
                || s.Is(i, "failli") && !s.Is(i + 1, "oublier")
                || s.Is(i, "a", "de") && Pondered.Contains(s[i - 1].Norm) && !s.Has(i + 1, Sense.Article)
                || s[i - 1].Norm is "faudrait" or "faudra" or "faut" && s.Is(i, "que", "qu") && !s.Is(i + 1, "tu", "vous")
                || s[i].Norm is "pu" or "du" or "voulu" && Conditionals.Contains(s[i - 1].Norm)) return true;
        return false;
    }

    /// <summary>"I couldn't make it yesterday", "ich konnte gestern nicht kommen": a meeting missed is no line, and no answer any more.</summary>
    internal static bool Missed(Hearing h) =>
        !Measured(h) && h.Sentence.Tokens.Any(t => t.Norm is "couldn" or "couldnt" or "konnte" or "konnten") && h.Sentence.Tokens.Any(t => t.Norm is "t" or "couldnt" or "not" or "nicht")
        && h.All<DateMention>().Any(d => d.Date.Fixed && d.Date.Resolve(h.Today, Look.Past)?.To < h.Today);

    /// <summary>"je n'ai pas travaillé hier", "I didn't work", "ich habe nicht gearbeitet"; not "pas encore noté", not "pas 2h mais 3h".</summary>
    internal static bool Undone(Hearing h)
    {
        var s = h.Sentence;
        if (Almost(h) || Suppositions.Unfulfilled(h)) return true;
        if (CorrectionReading.Negates(h) || h.Heard("correct_strong")) return false;
        var undone = false;
        for (var i = 1; i < s.Count; i++)
        {
            if (s[i].Norm is "mais" or "but" or "aber" or "sondern" or "dafur" or "dafuer" or "stattdessen" or "instead") return false;
            if (Unable(h, i)) undone = true;
            var denies = s[i].Norm is "pas" or "jamais" && s[i - 1].Norm is "ai" or "avons" or "a" or "etais" or "etions" or "suis"
                || s.Is(i, "t", "not") && s[i - 1].Norm is "didn" or "haven" or "wasn" or "weren" or "did" or "have" or "was"
                || s.Is(i, "nicht", "nie") && !s.Tokens.Take(i).Any(t => t.Norm == "mehr") && Before(s, i, "habe", "hab", "haben", "war", "waren");
            // "pas pu rester longtemps, seulement une demi-heure": so much was done
            if (denies && !Notes(s, i + 1) && !h.All<LengthMention>().Any(l => l.Start > i && l.Start > 0 && s[l.Start - 1].Norm is "seulement" or "juste" or "que" or "qu" or "uniquement")) undone = true;
        }
        return undone;
    }

    // "couldn't do my two hours", "konnte meine zwei Stunden nicht machen": the length stands in the clause of the no
    private static bool Unable(Hearing h, int i)
    {
        var s = h.Sentence;
        if (s.Is(i, "t", "not") && s[i - 1].Norm is "couldn" or "could")
            return h.All<LengthMention>().Any(l => l.Start > i && !Enumerable.Range(i, l.Start - i).Any(k => s[k].Kind == TokenKind.Sign || s.Has(k, Sense.And) || s[k].Norm is "so" or "only" or "longer" or "than"));
        if (!s.Is(i, "nicht")) return false;
        var could = Array.FindIndex(s.Tokens, 0, i, t => t.Norm is "konnte" or "konnten");
        return could >= 0 && h.All<LengthMention>().Any(l => l.Start > could && l.End <= i) && !Enumerable.Range(could, i - could).Any(k => s[k].Kind == TokenKind.Sign) && !s.Is(i + 1, "nur");
    }

    /// <summary>"l'atelier durera 3h", "il reste 2h à faire", "the meeting starts at 2": a fact, no deed of the speaker.</summary>
    internal static bool Informs(Hearing h) =>
        h.Cues.TryGetValue("informs", out var told) && !h.Heard("worked") && !h.Heard("log_verb") && (!SpeaksOfSelf(h) || Impersonal(h.Sentence, told.At)) && !h.Sentence.Is(told.At - 1, "a", "ont")
        && !h.All<ClockRangeMention>().Any(c => c.Rule == "clock.bounds") && !(h.Sentence.Is(told.At, "sind", "waren") && h.Sentence.Is(told.At - 1, "geworden"));

    // "it should take three hours, I reckon", "das dauert drei Stunden, denke ich"
    private static bool Impersonal(Sentence s, int told) => s[told].Norm is "it" or "that" or "das" or "es" || told > 0 && s[told - 1].Norm is "it" or "that" or "das" or "es" or "ca" or "cela";

    /// <summary>"it took the garage 3 hours", "die Werkstatt hat 3 Stunden gebraucht": their time, for a job of theirs.</summary>
    internal static bool Theirs(Hearing h)
    {
        var s = h.Sentence;
        if (s.Spoken == Tongue.French || !h.All<LengthMention>().Any()) return false;
        for (var i = 0; i + 1 < s.Count; i++)
            if (s.Is(i, "took") && (s.Is(i + 1, "the") || s.Is(i + 1, "them", "him") || s.Is(i + 1, "her")) && h.All<LengthMention>().Any(l => l.Start > i + 1 && l.Start <= i + 4)) return true;
        return !SpeaksOfSelf(h) && s.Has(0, Sense.Article) && s.Is(2, "hat", "haben") && s.Tokens.Any(t => t.Norm == "gebraucht");
    }

    /// <summary>"that was a good meeting yesterday", "das war eine gute Sitzung": judged, not noted.</summary>
    internal static bool Judges(Hearing h) =>
        !Measured(h) && h.Sentence.Spoken != Tongue.French && h.Sentence[0].Norm is "that" or "it" or "das" or "es" && h.Sentence.Is(1, "was", "war") && h.Sentence.Has(2, Sense.One);

    /// <summary>"est-ce que 2h suffisent ?", "tu as noté mes 2h ?"; a question that asks to note is a request.</summary>
    internal static bool Inquires(Hearing h) =>
        h.Asks && (h.HeardEarly("inquires", Nearby) || h.Sentence.Spoken != Tongue.French && (h.Sentence[0].Norm is "is" or "are" or "sind" or "ist" or "who" or "wer" || h.Sentence[0].Norm is "did" or "has" or "have" or "does" or "hat" or "haben" && h.All<PersonMention>().Any(p => p.Start == 1)) && h.All<LengthMention>().Any() || h.Heard("how_many") && h.Sentence.Tokens.Any(t => t.Norm is "vaut" or "valent")) && !h.Sentence.Tokens.Any(t => t.Norm is "peux" or "peut" or "pouvez" or "pourrais" or "pourriez" or "pourrait" or "can" or "could" or "kannst" or "kann" or "konntest" or "konnten");

    /// <summary>"on aimerait coopérer avec Elips", "le partenariat s'est terminé hier": nothing is done together now.</summary>
    internal static bool NotYetOrOver(Hearing h) =>
        h.Sentence.Spoken == Tongue.French && h.Sentence.Tokens.Any(t => t.Norm is "aimerait" or "aimerais" or "aimerions" or "voudrait" or "voudrais" or "voudrions" or "souhaiterait" or "souhaiterions" or "envisage" or "envisageons" or "rompu" or "rompue")
        || h.Sentence.Spoken == Tongue.French && Enumerable.Range(1, Math.Max(0, h.Sentence.Count - 1)).Any(i => h.Sentence[i].Norm is "termine" or "terminee" or "arrete" or "arretee" or "fini" or "finie" && h.Sentence[i - 1].Norm is "est" or "s" || h.Sentence.Is(i, "fin") && h.Sentence.Is(i - 1, "prend", "pris"));

    /// <summary>"qui a prêté le camion ?", "quand finit la mise à dispo de Karim ?": something is to be found out, nothing is told.</summary>
    internal static bool Wonders(Hearing h) =>
        h.Asks && h.Sentence.Spoken == Tongue.French && h.Sentence.Tokens.Take(2).Any(t => t.Norm is "qui" or "quand" or "combien" or "comment" or "pourquoi" or "ou" or "quel" or "quelle" or "quels" or "quelles" or "jusqu");

    /// <summary>"à ceux qui en ont besoin", "si vous avez besoin": not what the speaker looks for.</summary>
    internal static bool TheirNeed(Sentence s, int besoin) =>
        s.Is(besoin, "quelqu", "qqn") && (s.Is(besoin - 1, "si") || s.Is(besoin - 1, "ou") && s.Is(besoin - 2, "cas")) || s.Is(besoin, "besoin") && besoin > 0 && (s[besoin - 1].Norm is "ont" or "avez" or "auraient" or "auriez" or "as" or "aurais" && !s.Is(besoin - 2, "j")
            || s[besoin - 1].Norm is "a" or "aurait" && (s.Is(besoin - 2, "qui") || s.Is(besoin - 2, "en") && s.Is(besoin - 3, "qui") || s.Is(besoin - 3, "quelqu")));

    /// <summary>"je n'ai plus besoin de salle", "we don't need a van", "on ne propose plus": the turn of phrase stands beside a no.</summary>
    internal static bool Denied(Hearing h, string cue)
    {
        if (!h.Cues.TryGetValue(cue, out var at)) return false;
        var s = h.Sentence;
        var end = at.At + at.Length;
        for (var i = 0; i + 1 < s.Count; i++) if (cue == "need" && No(s, i) && s.Is(i + 1, "besoin")) return true;
        for (var i = at.At - 1; i >= Math.Max(0, at.At - 2) && s[i].Kind != TokenKind.Sign && !(s[i].Norm is "mais" or "but" or "aber"); i--)
            if (No(s, i) && !(cue == "cancel" && s.Is(i, "no"))) return true;
        return end < s.Count && !s.Is(end - 1, "de", "d") && No(s, end) && !(s.Is(end + 1, "cher", "mal") || s.Is(end + 1, "trop", "seulement"));
    }

    private static bool No(Sentence s, int i) => s[i].Norm is "pas" or "plus" or "jamais" or "rien" or "not" or "t" or "nicht" or "kein" or "keine" or "keinen" or "nie" || s.Is(i, "no") && s.Spoken == Tongue.English;

    /// <summary>"personne n'est venu au copil hier", "je note rien", "nobody came": there is nothing to note</summary>
    internal static bool Nothing(Hearing h)
    {
        if (Measured(h)) return false;
        var s = h.Sentence;
        for (var i = 0; i < s.Count; i++)
            if (s[i].Norm is "sick" or "ill" or "krank" or "urlaub" or "holiday" or "malade" || s[i].Norm is "no" or "keine" or "aucune" && s.Has(i + 1, Sense.Unit, out var unit) && unit.Value == "60" || s[i].Norm is "nothing" or "nichts" && (h.Heard("worked") || h.Heard("lend_out") || h.Heard("lend_in") || h.Heard("lend_strong")) || s.Is(i, "niemand") || s.Is(i, "personne") && (s.Is(i + 1, "n", "ne") || s.Is(i + 1, "est", "etait") || s.Is(i + 1, "a")) || s.Is(i, "rien") && (h.Heard("log_verb") || s.Is(i + 1, "fait", "prevu") && s.Is(i - 1, "ai", "a")) || s.Is(i, "nobody") && i == 0 || s.Is(i, "nobody", "noone") && s.Is(i + 1, "did", "came") || s.Is(i, "keiner") && s.Is(i + 1, "hat", "ist")) return true;
        return false;
    }

    internal static bool Measured(Hearing h) => h.All<LengthMention>().Any(l => !l.PerWeek && !l.PerMonth) || h.All<ClockRangeMention>().Any();

    internal static bool SpeaksOfSelf(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i < s.Count; i++)
            if (i > 0 && s[i - 1].Norm is "without" or "ohne") continue; // "without me"
            else if (s[i].Norm is "j" or "je" or "jai" or "ai" or "g" or "moi" or "m" or "mes" or "on" or "i" or "me" or "we" or "ich" or "wir" or "mich" or "mir" or "notre" or "our" or "unser"
                || s.Is(i, "nous", "us") && !s.Is(i - 1, "chez", "with") && !s.Is(i - 1, "pour", "for") || s.Is(i, "uns") && !s.Is(i - 1, "bei"))
                if (!(s.Is(i, "on") && s.Spoken != Tongue.French || s.At(i + 1).Any(m => m is { Sense: Sense.Cue, Value: "role" }))) return true;
        return false;
    }

    internal static bool Named(Hearing h, Mention mention) =>
        mention is OrganisationMention { Sure: { } own } && h.IsSelf(own)
        || mention is PersonMention person && Folding.Fold(h.Known.SpeakerName).Contains(Folding.Fold(person.Candidates.Count == 1 ? person.Candidates[0].Name : person.Written), StringComparison.Ordinal);

    internal static bool Subject(Sentence s, int at) =>
        at == 0 || !(s[at - 1].Norm is "avec" or "with" or "mit" or "chez" or "bei" or "a" or "au" or "pour" or "for" or "fur" or "fuer" or "de" or "d" or "of" or "von" or "et" or "and" or "und" or "par" or "by" or "to" or "an" or "les" or "aux");

    private static bool Did(Sentence s, int at)
    {
        if (at >= s.Count) return false;
        if (s[at].Norm is "did" or "worked" or "spent") return true;
        // "note que Paul était là 3h"
        if (s.Is(at, "etait", "etaient") && s.Spoken == Tongue.French) return at + 1 < s.Count && s[at + 1].Norm is "la" or "present" or "presente" or "presents" or "avec" or "au" or "a" or "chez" or "mis" or "mise" or "detache" or "detachee" or "prete" or "pretee";
        if (s.Is(at, "a", "ont")) return at + 1 < s.Count && s[at + 1].Norm is "fait" or "passe" or "travaille" or "bosse" or "anime" or "participe" or "assiste" or "consacre" or "tenu" or "range" or "prepare" or "aide";
        // "Elips est intervenu 2h chez nous"
        if (s.Is(at, "est", "sont") && s.Spoken == Tongue.French) return at + 1 < s.Count && s[at + 1].Norm is "intervenu" or "intervenue" or "intervenus" or "intervenues" or "venu" or "venue" or "venus" or "venues" or "reste" or "restee" or "restes" or "restees";
        return s.Is(at, "hat", "haben") && s[^1].Norm is "gearbeitet" or "gemacht" or "verbracht" or "geholfen" or "teilgenommen";
    }

    private static bool Notes(Sentence s, int at)
    {
        while (at < s.Count && s[at].Norm is "encore" or "du" or "tout" or "pu" or "yet" or "noch" or "vraiment") at++;
        return at < s.Count && s[at].Norm is "note" or "notes" or "saisi" or "compte" or "declare" or "enregistre" or "mis" or "rempli" or "mal" or "vu" or "watch" or "count" or "check" or "time" or "keep" or "gezahlt" or "gezaehlt" or "geschaut" or "gestoppt" or "regarde" or "ete" or "seul" or "seule" or "log" or "logged" or "record" or "recorded" or "add" or "enter" or "entered" or "notiert" or "eingetragen" or "erfasst" or "allein" or "arrete" or "chome" or "traine" or "cesse";
    }

    private static bool Before(Sentence s, int i, params string[] words)
    {
        for (var k = 0; k < i; k++) if (words.Contains(s[k].Norm)) return true;
        return false;
    }
}
