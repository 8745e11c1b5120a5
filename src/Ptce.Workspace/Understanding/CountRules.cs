namespace Ptce.Workspace;

/// <summary>How many people, how many euros, how many square metres, and which body of the pole.</summary>
internal static class CountRules
{
    internal static void Find(Sentence s, int i, NameIndex names, List<Mention> found)
    {
        People(s, i, found);
        WithNames(s, i, names, found);
        // "ma fille et moi"
        if (s.Is(i, "ma", "mon") && i + 3 < s.Count && s[i + 1].IsLetters && s.Is(i + 2, "et") && s.Is(i + 3, "moi")) found.Add(new PeopleMention(i, i + 4, "people.named", 6, 2));
        Money(s, i, found);
        Surface(s, i, found);
        Body(s, i, found);
    }

    private static void People(Sentence s, int i, List<Mention> found)
    {
        // "haben wir zwei Stunden", "sagen wir drei Stunden": the number counts hours
        if (s.Has(i, Sense.PeopleWord, out var word) && !s.Has(i + word.Length, Sense.Unit)) found.Add(new PeopleMention(i, i + word.Length, "people", 5, word.Number));
        foreach (var before in s.At(i))
        {
            if (before.Sense != Sense.PeopleBefore) continue;
            var at = i + before.Length;
            if (!Numerals.TrySmall(s, at, 1, 99, out var n) || n.Article || Measures(s, n.End)) continue;
            var needsNoun = s[i].Norm is "the" or "all" or "us" or "were" or "counting" || (s.Is(i, "a") && before.Length == 1 && s.Spoken != Tongue.French);
            var end = s.Has(n.End, Sense.PeopleAfter, out var noun) ? n.End + noun.Length : n.End;
            if (needsNoun && end == n.End) continue;
            // "de 2 à 4": the "à" joins two numbers
            if (s.Is(i, "a") && before.Length == 1 && (n.Value < 2 || i > 0 && (s[i - 1].IsDigits && !MinutesOf(s, i - 1) || s.Has(i - 1, Sense.Number) || s.Has(i - 1, Sense.Unit) && i > 1 && s.Is(i - 3, "de")))) continue;
            if (s.Is(i, "nous") && before.Length == 1 && end == n.End && n.Digits is false && s.Has(n.End, Sense.Thing)) continue;
            // "nous étions 4 bénévoles et 2 salariés"
            if (end > n.End && s.Has(end, Sense.And, out var and) && Numerals.TrySmall(s, end + and.Length, 1, 99, out var more) && s.Has(more.End, Sense.PeopleAfter, out noun)) { found.Add(new PeopleMention(i, more.End + noun.Length, "people", 6, n.Int + more.Int)); continue; }
            found.Add(new PeopleMention(i, end, "people", 4, n.Int));
        }
        if (Numerals.TrySmall(s, i, 1, 99, out var count) && !count.Article && s.Has(count.End, Sense.PeopleAfter, out var people))
        {
            var received = Audience.Before(s, i) || Audience.Taught(s, i, count.End + people.Length) || Served(s, count.End + people.Length);
            var others = received || !s.Is(count.End, "leuten", "personen") && (s.Is(i - 1, "avec", "with") || s.Is(i - 1, "mit") || s.Is(count.End, "colleagues", "kollegen") || s.Is(count.End, "kolleginnen") || s.Is(i - 1, "bringe", "bringen") || s.Is(i - 1, "bring", "bringing"));
            // "5 bénévoles et 2 salariés"
            if (!others && s.Has(count.End + people.Length, Sense.And, out var and) && Numerals.TrySmall(s, count.End + people.Length + and.Length, 1, 99, out var beside) && !beside.Article && s.Has(beside.End, Sense.PeopleAfter, out var kind))
                found.Add(new PeopleMention(i, beside.End + kind.Length, "people", 5, count.Int + beside.Int));
            // "2h each for three of us": for ourselves, "a room for 20 people": for others
            if (Ours(s, count.End) || s.Is(i - 2, "besoin") || Enrols(s, i) || !(s.Is(i - 1, "pour", "de") || s.Is(i - 1, "for", "of") || s.Is(i - 1, "fur", "von") || s.Is(i - 1, "des", "jusqu")))
                found.Add(new PeopleMention(others && s.Is(i - 1, "avec", "with") || s.Is(i - 1, "mit") ? i - 1 : i, count.End + people.Length, received ? "people.received" : others ? "people.others" : "people", 4, count.Int, others));
        }
        Companions.Find(s, i, found);
        Only(s, i, found);
        Besides(s, i, found);
    }

    // the 30 of "1h30 à 4": no span of the day begins that early
    private static bool MinutesOf(Sentence s, int i) =>
        i > 1 && s[i].Glued && s.Is(i - 1, "h") && s[i - 2] is { IsDigits: true, Norm.Length: 1 } && !s.Has(i - 3, Sense.Open) && !s.Has(i - 3, Sense.ClockPrep);

    // "nous ne serons que trois", "on ne viendra qu'à 2"
    private static void Only(Sentence s, int i, List<Mention> found)
    {
        if (!(s.Is(i, "que", "qu") || s.Is(i, "seulement", "juste")) || !Attends(s, s.Is(i - 1, "la") ? i - 2 : s.Is(i - 1, "mais") ? s.Is(i - 2, "la") ? i - 3 : i - 2 : i - 1)) return;
        if (Numerals.TrySmall(s, s.Is(i + 1, "a") ? i + 2 : i + 1, 2, 99, out var n) && !Measures(s, n.End)) found.Add(new PeopleMention(i, s.Has(n.End, Sense.PeopleAfter, out var noun) ? n.End + noun.Length : n.End, "people.only", 9, n.Int));
    }

    private static bool Attends(Sentence s, int i) => i >= 0 && s[i].Norm is "etre" or "sera" or "serons" or "serez" or "est" or "sommes" or "etait" or "etions" or "venir" or "vient" or "venons" or "viendra" or "viendrons" or "viendront" or "sont" or "seront";

    // "2 personnes aidées": theirs, not who worked
    private static bool Served(Sentence s, int i) => i < s.Count && s[i].Norm is "aidees" or "aides" or "accueillies" or "accueillis" or "recues" or "recus" or "accompagnees" or "accompagnes" or "rencontrees" or "rencontres" or "formees" or "formes" or "servies" or "servis" or "sensibilisees" or "sensibilises";

    // "inscrivez Elips pour 2 personnes"
    private static bool Enrols(Sentence s, int i) => s.Is(i - 1, "pour") && s[0].Norm is "inscris" or "inscrivez" or "inscrire" or "inscription" or "reserve" or "reservez" or "note" or "notez";

    // "me and two colleagues", "drei Kolleginnen und ich"
    private static void Besides(Sentence s, int i, List<Mention> found)
    {
        var speaker = s.Is(i, "me", "i") || s.Is(i, "ich", "moi");
        var at = speaker ? i + 1 : i;
        if (speaker && s.Has(at, Sense.And)) at = s.Past(at + 1, Sense.Article);
        else if (speaker) return;
        if (!Numerals.TrySmall(s, at, 1, 50, out var n) || !Others(s, n.End)) return;
        var end = n.End + 1;
        if (!speaker && !(s.Has(end, Sense.And) && (s.Is(end + 1, "me", "i") || s.Is(end + 1, "ich", "moi")))) return;
        found.Add(new PeopleMention(i, speaker ? end : end + 2, "people.besides", 7, n.Int + 1));
    }

    private static bool Others(Sentence s, int i) => i < s.Count && s[i].Norm is "colleague" or "colleagues" or "kollege" or "kollegen" or "kollegin" or "kolleginnen" or "volunteer" or "volunteers" or "ehrenamtliche" or "freiwillige" or "other" or "others" or "friend" or "friends" or "andere" or "collegue" or "collegues" or "benevole" or "benevoles" or "autre" or "autres";

    private static bool Ours(Sentence s, int at) => s.Is(at + 1, "us", "nous") && s.Is(at, "of", "entre") || s.Is(at, "d") && s.Is(at + 2, "nous") || s.Is(at, "von") && s.Is(at + 1, "uns");

    // "Paul et moi", "moi et Julie", "Paul, Julie et moi", "Max und ich"
    private static void WithNames(Sentence s, int i, NameIndex names, List<Mention> found)
    {
        var count = 0;
        var speaker = false;
        var beside = s.Is(i, "avec");
        var (at, end) = (beside ? i + 1 : i, i);
        while (at < s.Count)
        {
            if (s.Has(at, Sense.FirstName) || Called(s, at, names)) count++;
            else if (OthersDeeds.Told(s, at) is { } told) { count++; at = told - 1; }
            else if (!speaker && (s.Is(at, "moi", "i") || s.Is(at, "me", "ich") || s.Is(at, "mich", "mir"))) { count++; speaker = true; }
            else break;
            end = ++at;
            if (s.Has(at, Sense.And) || s.Is(at, ",")) at++;
            else break;
        }
        // "avec Paul on a trié": the two of them
        if (beside && !speaker && count > 0 && s.Is(end, "on", "nous")) found.Add(new PeopleMention(i, end, "people.named", 5, count + 1));
        if (speaker && count >= 2 && !beside) found.Add(new PeopleMention(i, end, "people.named", 5, count));
    }

    // "Karin und ich": a word of no table and no organisation right before "and I" is a name
    private static bool Called(Sentence s, int at, NameIndex names) =>
        s.Spoken != Tongue.French && s[at].IsLetters && s[at].Norm.Length > 2 && s.At(at).Count == 0 && !Lexicon.Knows(s[at].Norm) && !names.Knows(s[at].Norm) && !s.Has(at - 1, Sense.Article) && s.Has(at + 1, Sense.And, out var and) && and.Length == 1 && s.Is(at + 2, "i", "ich");

    // A number that counts hours, euros or dates counts no people.
    private static bool Measures(Sentence s, int at) =>
        s.Has(at, Sense.Unit) || at < s.Count && s[at] is { IsDigits: true, Norm.Length: 3 } || s.Has(at, Sense.OClock) || s.Has(at, Sense.Month) || s.Has(at, Sense.Times) || s.Has(at, Sense.Meridian)
        || s.Is(at, "€", "%") || s.Is(at, "/", ":") || s.Is(at, "km", "m2") || s.Is(at, "euros", "eur") || (s.Is(at, "-") && at + 1 < s.Count && s[at + 1].IsDigits)
        || (s.Is(at, ",", ".") && at + 1 < s.Count && s[at].Glued && s[at + 1] is { IsDigits: true, Glued: true });

    private static void Money(Sentence s, int i, List<Mention> found)
    {
        var at = s.Is(i, "€") ? i + 1 : i;
        if (!Numerals.Try(s, at, out var n) || n.Article) return;
        var end = n.End;
        var value = n.Value;
        if (s.Is(end, "k")) { value *= 1000; end++; }
        else if (s.Is(end, "ke", "keur") || s.Is(end, "keuros")) { found.Add(new AmountMention(i, end + 1, "amount", 8, value * 1000)); return; }
        if (at > i) { found.Add(new AmountMention(i, end, "amount", 8, value)); return; }
        if (s.Is(end, "€", "eur") || s.Is(end, "euro", "euros")) found.Add(new AmountMention(i, Rate(s, end + 1), "amount", 8, value));
    }

    // "12 euros an hour": the hour is no length
    private static int Rate(Sentence s, int end)
    {
        if (end >= s.Count || !(s[end].Norm is "a" or "an" or "per" or "pro" or "je" or "par" or "l" or "la" or "le" or "die" or "der" or "den" or "de" or "/")) return end;
        var at = s.Is(end, "de") && s.Is(end + 1, "l") ? end + 2 : end + 1;
        return s.Has(at, Sense.Unit, out var unit) ? at + unit.Length : end;
    }

    private static void Surface(Sentence s, int i, List<Mention> found)
    {
        if (!Numerals.Try(s, i, out var n) || n.Article) return;
        var end = n.End;
        if (s.Is(end, "m2", "qm") || s.Is(end, "sqm", "quadratmeter") || s.Is(end, "quadratmetern", "sqms")) end++;
        else if (s.Is(end, "m") && s.Is(end + 1, "2") && s[end + 1].Glued) end += 2;
        else if (s.Is(end, "metres", "square") || s.Is(end, "sq", "metre")) end += 2;
        else return;
        found.Add(new SurfaceMention(i, Math.Min(end, s.Count), "surface", 8, n.Value));
    }

    private static void Body(Sentence s, int i, List<Mention> found)
    {
        if (!s.Has(i, Sense.Activity, out var body)) return;
        foreach (var other in s.At(i)) if (other.Sense == Sense.Thing && other.Length > body.Length) return;
        var norm = s[i].Norm;
        if (body.Length == 1 && norm == "ca" && !CouncilNotThat(s, i)) return;
        if (body.Length == 1 && norm == "bureau" && (s.Is(i - 1, "un", "des") && !(s.Is(i - 2, "a") && (s.Is(i - 3, "y") || s.Is(0, "est"))) || s.Is(i - 1, "mon", "nos"))) return;
        if (body.Length == 1 && norm == "board" && s.Is(i - 1, "on") && i + 1 == s.Count && i < 2) return;
        if (body.Length == 1 && norm == "groupe" && (s.Is(i + 1, "electrogene") || s.Is(i - 1, "achat"))) return;
        found.Add(new ActivityMention(i, i + body.Length, body.Typo ? "activity.near" : "activity", 2, body.Value));
    }

    // Without its cedilla "ça" is written like the board: "ça" follows a verb or a conjunction.
    private static bool CouncilNotThat(Sentence s, int i)
    {
        if (s[i].Text.Contains('ç', StringComparison.OrdinalIgnoreCase)) return false;
        // "noter ca", "ca a dure 2h", "ca donne quoi": the board has its article there
        if (i > 0 && s[i - 1].Norm is [_, _, .., 'e', 'r'] && !s.Has(i - 1, Sense.RelDay) && !s.Has(i - 1, Sense.Month) && !s.Has(i - 1, Sense.Activity)) return false;
        if (!s.Has(i - 1, Sense.Article) && (s.Is(i + 1, "a") && s.Is(i + 2, "dure", "pris") || s.Is(i + 1, "donne", "devait"))) return false;
        if (i > 0 && s.At(i - 1).Any(m => m is { Sense: Sense.Cue, Value: "cancel" })) return false;
        // "ça m'a pris 3h", "ça nous a pris une heure"
        if (s.Is(i + 1, "m", "ma") || s.Is(i + 1, "me", "te") || s.Is(i + 1, "nous", "vous") && s.Is(i + 2, "a") || s.Is(i + 1, "prend", "dure") || s.Is(i + 1, "ne", "va") || s.Is(i + 1, "fait", "faisait")) return false;
        if (i == 0) return s.Count > 1 && !(s[1].Norm is "fait" or "va" or "marche" or "sera" or "tombe" or "serait" or "me" or "ne" or "y" or "depend" or "peut" or "prend" or "ira" or "suffit" or "a" or "te" or "vous" or "nous");
        return !(s[i - 1].Norm is "annule" or "supprime" or "efface" or "enleve" or "oublie" or "corrige" or "valide" or "enregistre" or "note" or "comme" or "est" or "que" or "pas" or "moi" or "passe" or "mets" or "remets" or "change" or "laisse" or "avec" or "sur" or "pour" or "tout"
            or "bien" or "vire" or "retire" or "garde" or "prends" or "faire" or "dire" or "fais" or "fait" or "c" or "moins" or "plus" or "quand" or "si" or "mais" or "ou" or "jette" or "envoie" or "sauve" or "confirme" or "modifie" or "remplace" or "annuler" or "supprimer");
    }
}
