namespace Ptce.Workspace;

/// <summary>A numbered quarter or half of a year: "au 1er trimestre", "deuxième semestre 2026", "T3", "in Q1", "im zweiten Quartal".</summary>
internal static class YearParts
{
    internal static void Find(Sentence s, int i, List<Mention> found)
    {
        var at = s[i].Norm is "au" or "le" or "du" or "the" or "in" or "im" or "of" or "des" ? i + 1 : i;
        if (s.Is(at, "the", "le")) at++;
        if (at >= s.Count) return;
        int part, months, end;
        if (s[at].Norm is "t" or "q" or "s" && at + 1 < s.Count && s[at + 1] is { IsDigits: true, Glued: true } && int.TryParse(s[at + 1].Norm, out part) && part <= (s.Is(at, "s") ? 2 : 4)) (months, end) = (s.Is(at, "s") ? 6 : 3, at + 2);
        else if (Numbered(s, at, out part, out end) && Months(s, end) is { } length) (months, end) = (length, end + 1);
        else return;
        if (part < 1 || part * months > 12) return;
        int? year = null;
        var next = s[Math.Min(end, s.Count - 1)].Norm is "de" or "of" or "en" or "in" ? end + 1 : end;
        if (next < s.Count && s[next] is { IsDigits: true, Norm: ['2', '0', _, _] written } && int.TryParse(written, out var said)) (year, end) = (said, next + 1);
        found.Add(new DateMention(i, end, "date.part_of_year", 20, new DateRangePhrase(new MonthPhrase((part - 1) * months + 1, Year: year), new MonthPhrase(part * months, Year: year))));
    }

    private static int? Months(Sentence s, int i) => i >= s.Count ? null : s[i].Norm switch
    {
        "trimestre" or "quarter" or "quartal" => 3,
        "semestre" or "half" or "halbjahr" => 6,
        _ => null,
    };

    // "1er", "2e", "3ème", "premier", "second", "zweiten"
    private static bool Numbered(Sentence s, int i, out int part, out int end)
    {
        (part, end) = (0, i + 1);
        if (s[i].IsDigits)
        {
            if (!int.TryParse(s[i].Norm, out part)) return false;
            if (i + 1 < s.Count && (s[i + 1].Glued && s[i + 1].Norm is "er" or "e" or "eme" or "st" or "nd" or "rd" or "th" or "d" or "." || s.Is(i + 1, "."))) end++;
            return true;
        }
        part = s[i].Norm switch
        {
            "premier" or "first" or "ersten" or "erstes" => 1,
            "deuxieme" or "second" or "zweiten" or "zweites" => 2,
            "troisieme" or "third" or "dritten" or "drittes" => 3,
            "quatrieme" or "fourth" or "vierten" or "viertes" => 4,
            _ => 0,
        };
        return part > 0;
    }
}
