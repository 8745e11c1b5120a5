namespace Ptce.Workspace;

/// <summary>Days that are told as one's own, and so as the whole of them: "tout mon lundi", "mes journées de lundi et mardi", "mon mardi y est passé".</summary>
internal static partial class LengthGrammar
{
    private static bool Owned(Sentence s, int i, ReadingSettings settings, out PlainLength length)
    {
        length = default;
        if (s.Spoken != Tongue.French) return false;
        if (HalfOf(s, i) is { } half)
        {
            length = new(settings.HalfDayMinutes, half, settings.HalfDayMinutes, false, 0.5m, null, false, false);
            return true;
        }
        var (end, several) = WholeOfMy(s, i) ?? (0, false);
        if (end == 0) return false;
        length = new(settings.DayMinutes, end, settings.DayMinutes, false, several ? null : 1, null, false, false);
        return true;
    }

    // "la moitié de lundi", "la moitié de ma journée d'hier"
    private static int? HalfOf(Sentence s, int i)
    {
        if (!s.Is(i, "la") || !s.Is(i + 1, "moitie") || !s.Is(i + 2, "de", "du")) return null;
        if (Day(s, i + 3)) return i + 3;
        if (Mine(s, i + 3) && Day(s, i + 4)) return i + 4;
        return (Mine(s, i + 3) || s.Is(i + 3, "la")) && s.Is(i + 4, "journee") ? i + 5 : null;
    }

    // The day itself stays to be read; several days are each as long.
    private static (int End, bool Several)? WholeOfMy(Sentence s, int i)
    {
        if (s.Is(i, "tout", "toute") && Mine(s, i + 1) && Day(s, i + 2)) return (i + 2, false);
        if (Mine(s, i) && s.Has(i + 1, Sense.Weekday, out var day) && (Spent(s, i + 1 + day.Length) || Gave(s, i - 1))) return (i + 1, false);
        if ((Mine(s, i) || s.Is(i, "les")) && s.Is(i + 1, "journees") && s.Is(i + 2, "de", "d") && Day(s, i + 3)) return (i + 2, true);
        return null;
    }

    private static bool Mine(Sentence s, int i) => i >= 0 && i < s.Count && s[i].Norm is "mon" or "ma" or "mes" or "notre" or "nos";

    private static bool Day(Sentence s, int i) => s.Has(i, Sense.Weekday) || s.Has(i, Sense.RelDay, out var day) && !day.Value.Contains(' ', StringComparison.Ordinal);

    // "j'ai passé mon dimanche à", "consacré mon mardi au"
    private static bool Gave(Sentence s, int i) => i >= 0 && s[i].Norm is "passe" or "perdu" or "consacre" or "donne" or "sacrifie" or "mis" or "passer";

    // "mon lundi entier", "mon mardi y est passé", "mon jeudi a été mangé par …"
    private static bool Spent(Sentence s, int i) =>
        s.Has(i, Sense.Adjective, out var full) && full.Value == "=" || s.Is(i, "y") && s.Is(i + 1, "est", "passe")
        || s.Is(i, "est") && s.Is(i + 1, "passe", "parti") || s.Is(i, "a") && s.Is(i + 1, "ete");
}
