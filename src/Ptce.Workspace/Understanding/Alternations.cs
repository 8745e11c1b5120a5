namespace Ptce.Workspace;

/// <summary>One of so many: "un jour sur deux", "une semaine sur deux", "un mardi sur trois". It says how often, never how long nor which day.</summary>
/// <param name="Unit">the folded noun: jour, semaine, mardi …</param>
/// <param name="Of">one of how many</param>
internal sealed record AlternationMention(int Start, int End, string Rule, int Bonus, string Unit, int Of) : Mention(Start, End, Rule, Bonus);

/// <summary>Finds what comes back by turns.</summary>
internal static class Alternations
{
    private const int MostTurns = 7, LongestNoun = 3;

    internal static void Find(Sentence s, int i, List<Mention> found)
    {
        Fortnight(s, i, found);
        if (!s.Is(i, "un", "une") && !s.Is(i, "1") || !Counted(s, i + 1)) return;
        for (var at = i + 2; at <= i + 1 + LongestNoun; at++)
            if (s.Is(at, "sur", "/") && Numerals.TrySmall(s, at + 1, 2, MostTurns, out var n) && !s.Has(n.End, Sense.Unit))
            {
                if (s.Has(i + 1, Sense.Weekday) && n.Value == 2) return; // a weekday every second week has its own rule
                found.Add(new AlternationMention(i, n.End, "alternation", 12, s[i + 1].Norm, n.Int));
                return;
            }
    }

    /// <summary>"une semaine sur deux" comes back with a known length; of any other turn only its share is said.</summary>
    internal static bool Fortnightly(AlternationMention? turn) => turn is { Unit: "semaine" or "semaines" or "sem", Of: 2 };

    // "un jour par quinzaine", "tous les quinze jours", "toutes les deux semaines"
    private static void Fortnight(Sentence s, int i, List<Mention> found)
    {
        if (s.Is(i, "par") && s.Is(i + 1, "quinzaine")) found.Add(new RecurrenceMention(i, i + 2, "recurrence", 6, "biweekly"));
        else if (s.Has(i, Sense.Every, out var every) && Numerals.TrySmall(s, i + every.Length, 2, 15, out var n) && (n.Value is 14 or 15 && s.Is(n.End, "jours", "j") || n.Value == 2 && s.Is(n.End, "semaines", "sem")))
            found.Add(new RecurrenceMention(i, n.End + 1, "recurrence", 12, "biweekly"));
        else if (s.Has(i, Sense.Every, out every) && Numerals.TrySmall(s, i + every.Length, 2, MostTurns, out n) && s.Is(n.End, "jours", "j")) found.Add(new AlternationMention(i, n.End + 1, "alternation", 12, "jour", n.Int));
    }

    private static bool Counted(Sentence s, int i) =>
        s.Has(i, Sense.Weekday) || s.Has(i, Sense.Part) || s.Has(i, Sense.Unit, out var unit) && unit.Value is "D" or "HD" or "W" || i < s.Count && s[i].Norm is "mois" or "week" or "weekend" or "we" or "fois" or "midi";
}
