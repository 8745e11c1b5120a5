namespace Ptce.Workspace;

/// <summary>A sentence with the stretches read in it and the cues heard: what every reader of an intent looks at.</summary>
internal sealed class Hearing
{
    internal Sentence Sentence { get; }
    internal IReadOnlyList<Mention> Mentions { get; }
    internal DateOnly Today { get; }
    internal Acquaintances Known { get; }
    internal ReadingSettings Settings { get; }
    internal List<ReadingRule> Rules { get; } = [];
    internal Dictionary<string, (int At, int Length)> Cues { get; } = [];
    internal List<string> Guessed { get; } = [];
    internal bool Asks { get; }

    private readonly bool[] covered;

    internal Hearing(Sentence sentence, IReadOnlyList<Mention> mentions, DateOnly today, Acquaintances known, ReadingSettings settings)
    {
        (Sentence, Mentions, Today, Known, Settings) = (sentence, mentions, today, known, settings);
        covered = new bool[sentence.Count];
        foreach (var mention in mentions)
        {
            Explain(mention.Rule, mention.Start, mention.End);
            for (var i = mention.Start; i < mention.End && i < covered.Length; i++) covered[i] = true;
        }
        foreach (var (at, meant) in sentence.Corrections) Explain("typo:" + meant, at, at + 1);
        GappedCues.Find(sentence, Cues);
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Is(i, "?") || i < 2 && Wonders(sentence, i) || i == 0 && sentence.Spoken == Tongue.German && sentence[0].Norm is "welche" or "welcher" or "welches" or "welchen" or "wann") Asks = true;
            foreach (var mark in sentence.At(i))
                if (mark.Sense == Sense.Cue && !Name(i, mark) && !Noun(i, mark) && (!Cues.TryGetValue(mark.Value, out var old) || mark.Length > old.Length)) Cues[mark.Value] = (i, mark.Length);
        }
    }

    // the "coopération" of "Culture & Coopération"
    private bool Name(int i, Mark mark) => Mentions.Any(m => m is OrganisationMention && m.Start < i && i + mark.Length <= m.End);

    // "est-ce que …", "qu'est-ce que …", "combien …": asked, with or without the sign
    private static bool Wonders(Sentence s, int i) =>
        s.Spoken == Tongue.French && (s.Is(i, "est") && s.Is(i + 1, "ce") && s.Is(i + 2, "que", "qu") || s.Is(i, "combien") || i == 0 && s.Is(0, "ou") || s.Is(i, "comment", "pourquoi") || i == 0 && s[i].Norm is "quel" or "quelle" or "quels" or "quelles");

    internal bool Heard(string cue) => Cues.ContainsKey(cue);

    internal int HeardLength(string cue) => Cues.TryGetValue(cue, out var at) ? at.Length : 0;

    internal bool HeardEarly(string cue, int within = 3) => Cues.TryGetValue(cue, out var at) && at.At < within;

    internal IEnumerable<T> All<T>() where T : Mention => Mentions.OfType<T>();

    internal T? First<T>() where T : Mention => Mentions.OfType<T>().FirstOrDefault();

    internal bool Covered(int i) => i >= 0 && i < covered.Length && covered[i];

    /// <summary>The first mark of a sense, outside longer readings of the same words.</summary>
    internal IEnumerable<(int At, Mark Mark)> Marks(Sense sense)
    {
        for (var i = 0; i < Sentence.Count; i++)
            foreach (var mark in Sentence.At(i))
                if (mark.Sense == sense) yield return (i, mark);
    }

    internal void Explain(string rule, int from, int to)
    {
        if (from >= to || to > Sentence.Count) return;
        var start = Sentence[from].Start;
        Rules.Add(new(rule, start, Sentence[to - 1].End - start, Sentence.Slice(from, to)));
    }

    internal bool IsSelf(KnownOrganisation organisation) => organisation.Id == Known.SpeakerOrganisationId;

    internal ReadOrganisation Read(KnownOrganisation organisation) => new(organisation.Id, organisation.Name, IsSelf(organisation));

    internal ReadOrganisation? Self => Known.Organisations.FirstOrDefault(IsSelf) is { } own ? new(own.Id, own.Name, true) : null;

    internal static ReadPerson Read(PersonMention person) => person.Candidates.Count == 1 ? new(person.Candidates[0].Id, person.Candidates[0].Name) : new(null, Capitalised(person.Written));

    /// <summary>A name typed in a hurry: "karim" is Karim, and so is "KARIM".</summary>
    internal static string Capitalised(string name) => string.Join(' ', name.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + (w.Length > 2 && w.All(char.IsUpper) ? w[1..].ToLowerInvariant() : w[1..])));

    // what follows "la" when it is no "là": a noun, not a day nor a joint
    private bool Article(int i) =>
        i < Sentence.Count && Sentence[i].IsLetters && (!Covered(i) || Mentions.Any(m => m is OrganisationMention && m.Start == i)) && !(Sentence[i].Norm is "au" or "a" or "le" or "les" or "l" or "ce" or "cet" or "cette" or "pour" or "de" or "du" or "avant" or "apres" or "et" or "mais" or "car" or "en" or "ni" or "non" or "tout" or "desole" or "desolee" or "cause" or "malheureusement" or "aux" or "dans" or "c" or "on" or "je" or "mon" or "ma" or "suis" or "sur");

    private bool Only(int i, Mark mark)
    {
        for (var k = i; k < Math.Min(Sentence.Count, i + mark.Length + 5); k++)
        {
            if (Sentence[k].Norm is "pas" or "plus" or "jamais") return false;
            if (k > i && Sentence.Is(k, "qu", "que") && (Sentence.Is(i, "ne") || Sentence.Is(i + 1, "ne"))) return true;
        }
        return false;
    }

    // "morgen 3 Std streichen", "gestern 2h Wände gestrichen": with a brush; "die 3 Stunden streichen" takes a line back
    private bool Paints(int i)
    {
        if (!Sentence.Is(i, "streichen", "gestrichen") || i + 1 < Sentence.Count && Sentence[i + 1].Kind != TokenKind.Sign) return false;
        return All<LengthMention>().Any(l => l.End <= i && !(l.Start > 0 && Sentence[l.Start - 1].Norm is "die" or "meine" or "diese" or "bitte"))
            && !Sentence.Tokens.Any(t => t.Norm is "eintrag" or "zeile" or "buchung" or "eingabe" or "letzte" or "letzten" or "bitte" or "von" or "vom");
    }

    // "besoin", "recherche", "offre", "angebot" after "de la" or "the" are nouns of the subject, not a request.
    private bool Noun(int i, Mark mark)
    {
        if (mark.Value is "correct" or "correct_strong" && (Sentence.Has(i, Sense.InsteadOf) || Sentence.Is(i - 1, "sauf"))) return true;
        // "1h à corriger le rapport": the work done
        if (mark is { Value: "correct" or "correct_strong", Length: 1 } && Sentence[i].Norm is "corriger" or "rectifier" or "modifier" or "changer" && i > 0 && Sentence[i - 1].Norm is "a" or "pour" or "de" && Sentence.Has(i + 1, Sense.Article, out var article)
            && !(Sentence[Math.Min(i + 1 + article.Length, Sentence.Count - 1)].Norm is "ligne" or "saisie" or "date" or "duree" or "derniere" or "jour" or "heure" or "heures")) return true;
        // "je ne serai là qu'à partir de 11h", "on ne viendra qu'à deux": only so, but they come
        if (mark.Value == "rsvp_no" && Only(i, mark)) return true;
        // "quand a-t-on rendez-vous ?": asks when, needs nothing
        if (mark.Value == "need" && Sentence.Is(i, "a") && Sentence.Is(i + 1, "t") && Sentence.Is(i - 1, "quand")) return true;
        // "à ceux qui en ont besoin", "si vous avez besoin": theirs, not the speaker's
        if (mark.Value == "need" && Doubts.TheirNeed(Sentence, i)) return true;
        // "ne compte pas la dernière": the article, not "là"
        if (mark.Value == "rsvp_no" && Sentence[i + mark.Length - 1].Text is "la" or "LA" && Article(i + mark.Length)) return true;
        if (mark.Value == "need" && GappedCues.Invites(Sentence, i)) return true;
        // "on fera 3h si la salle est libre": a condition, nothing is offered
        if (mark.Value == "offer_soft" && Sentence.Spoken == Tongue.French && Enumerable.Range(Math.Max(0, i - 4), Math.Min(4, i)).Any(k => Sentence.Is(k, "si") && !Enumerable.Range(k, i - k).Any(j => Sentence[j].Kind == TokenKind.Sign))) return true;
        // "shelves looking for a new home", "suchen ein neues Zuhause": given away
        if (mark.Value == "need" && Sentence.Tokens.Skip(i + mark.Length).Take(4).Any(t => t.Norm is "home" or "homes" or "owner" or "zuhause" or "besitzer")) return true;
        // "je viens mardi si besoin": if it helps, nothing is sought
        if (mark.Value == "need" && Sentence.Is(i, "besoin") && Sentence.Is(i - 1, "si")) return true;
        // "j'hésite à venir": coming, not what is to come
        if (mark.Value == "agenda" && Sentence.Is(i, "a") && Sentence.Is(i + 1, "venir") && i > 0 && Sentence[i - 1].Norm is "hesite" or "hesitons" or "arriverai" or "arrive" or "parviens" or "songe" or "pense") return true;
        // "on est 3 à venir": coming, not what is to come
        if (mark.Value == "agenda" && Sentence.Is(i, "a") && Sentence.Is(i + 1, "venir") && i > 0 && (Sentence[i - 1].IsDigits || Sentence.Has(i - 1, Sense.Number))) return true;
        // "j'ai oublié 30 min": forgotten, nothing to take back
        if (mark.Value == "cancel" && Sentence[i].Norm is "oublie" or "oublier" && i > 0 && Sentence[i - 1].Norm is "failli" or "allais" or "pas" or "ai" or "jai" or "avais" or "avons" or "a" or "avait") return true;
        // "retire-moi ça", "enlevez-moi la ligne": the line, not the person
        if (mark.Value == "rsvp_no" && Sentence[i].Norm is "retire" or "retirez" && i + mark.Length < Sentence.Count && Sentence[i + mark.Length].Norm is "ca" or "cela" or "cette" or "la" or "les" or "ma" or "mes" or "ce") return true;
        // "je viens pas seul": he comes, and not alone
        if (mark.Value == "rsvp_no" && Sentence[i + mark.Length - 1].Norm is "pas" && Sentence[Math.Min(i + mark.Length, Sentence.Count - 1)].Norm is "seul" or "seule" or "seuls" or "seules") return true;
        // "das falsche Projekt" is folded to the same letters as "fälsche"
        if (mark.Value == "forbidden" && Sentence[i].Norm == "falsche" && !Sentence[i].Text.Contains('ä', StringComparison.OrdinalIgnoreCase)) return true;
        // "didn't manage Monday but did 2 hours on Tuesday instead": told, not put right
        if (mark.Value is "correct" or "correct_strong" && Sentence.Is(i, "instead", "stattdessen") && Sentence.Tokens.Take(i).Any(t => t.Norm is "didn" or "couldn" or "nicht") && Sentence.Tokens.Any(t => t.Norm is "did" or "worked" or "gemacht" or "gearbeitet")) return true;
        if (mark.Value is "correct" or "correct_strong" && Sentence.Is(i, "korrektur") && Sentence.Is(i + 1, "lesen", "gelesen")) return true;
        // "it was my turn on Friday": told
        if (mark.Value is "correct" or "correct_strong" && mark.Length == 2 && Sentence[i + 1].Norm is "was" or "war" && Sentence.Tokens.Skip(i + 2).Take(2).Any(t => t.Norm is "turn" or "reihe")) return true;
        // "that was a good meeting yesterday": praised, not put right
        if (mark.Value is "correct" or "correct_strong" && mark.Length == 2 && Sentence[i + 1].Norm is "was" or "war" && Sentence.Has(i + 2, Sense.One, out var some) && Mentions.All(m => m is not (LengthMention or ClockMention or ClockRangeMention)) && !Mentions.Any(m => m is ActivityMention or OrganisationMention && m.Start == i + 2 + some.Length)) return true;
        // "I should be able to come": nothing put right
        if (mark.Value is "correct" or "correct_strong" && Sentence.Is(i, "should") && i > 0 && Sentence[i - 1].Norm is "i" or "we") return true;
        // "tomorrow I can't"; "I can't find my hours"
        if (mark is { Value: "rsvp_no", Length: 3 } && Sentence.Is(i, "i") && Sentence.Is(i + 1, "can") && Sentence.Is(i + 2, "t") && i + 3 < Sentence.Count && Sentence[i + 3].IsLetters && !covered[i + 3]) return true;
        // "the 3 hours can go"; "we can go on Tuesday"
        if (mark.Value == "cancel" && Sentence.Is(i, "can") && Sentence.Is(i + 1, "go") && (i == 0 || i + 2 < Sentence.Count && Sentence[i + 2].IsLetters && !Sentence.Is(i + 2, "please") || Sentence[i - 1].Norm is "i" or "we" or "you" or "he" or "she" or "they")) return true;
        // "to let you know": told, not let
        if (mark.Value == "offer" && Sentence.Is(i, "to") && Sentence.Is(i + 1, "let") && i + 2 < Sentence.Count && !(Sentence[i + 2].Norm is "from" or "until" or "for" or "in" or "on" or "near" or "at" or "by") && Sentence[i + 2].IsLetters) return true;
        // "able to make it on Friday" is no correction, "make it Friday" is
        if (mark.Value is "correct" or "correct_strong" && Sentence.Is(i, "make") && i > 0 && Sentence[i - 1].Norm is "to" or "can" or "t" or "cannot" or "could" or "might" or "may" or "will" or "ll" or "only" or "not" or "cant" or "wont") return true;
        // "they need to be deleted": nothing is sought
        if (mark.Value == "need" && Sentence.Is(i + mark.Length, "to") && !(Sentence[Math.Min(i + mark.Length + 1, Sentence.Count - 1)].Norm is "borrow" or "rent" or "find" or "hire" or "get" or "use" or "book" or "buy")) return true;
        if (mark.Value == "cancel" && Paints(i)) return true;
        // "Friday I forget": not remembered, nothing to take back
        if (mark.Value == "cancel" && Sentence.Is(i, "forget") && Sentence.Is(i - 1, "i", "we")) return true;
        // "supposed to be 4 hours, turned out 6", "sollten 4 sein, wurden 6": what became of it is told
        if (mark.Value is "correct" or "correct_strong" && mark.Length > 1 && Sentence.Tokens.Skip(i + mark.Length).Any(t => t.Norm is "turned" or "ended" or "became" or "geworden" or "wurden")) return true;
        // "ce que je viens de dire": it has just been said, nobody comes
        if (mark.Value == "rsvp_yes" && Sentence[i + mark.Length - 1].Norm is "viens" or "venons" or "vient" && Sentence.Is(i + mark.Length, "de", "d")) return true;
        // "I'll get back to you about my hours": not asked for
        if (mark.Value == "total" && i > 0 && Sentence[i - 1].Norm is "about" or "regarding" or "wegen" && !Sentence.Is(Sentence.Count - 1, "?")) return true;
        if (mark.Value is not ("need" or "offer" or "coop_verb" or "rsvp_yes" or "total") || mark.Length > 1 || i == 0) return false;
        var before = Sentence[i - 1].Norm;
        return before is "de" or "d" or "la" or "l" or "une" or "des" or "les" or "en" or "sur" or "the" or "of" or "der" or "die" or "das" or "dem" or "von" or "pour" or "du" or "nos" or "our" or "their" or "fur" or "cette" or "aux" or "zur" or "zum";
    }
}
