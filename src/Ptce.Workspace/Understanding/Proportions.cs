namespace Ptce.Workspace;

/// <summary>A length told by the one before it: "une heure lundi, le double mardi", "samedi 4h, dimanche moitié moins", "lundi 2h, mardi une heure de plus", "mardi pareil".</summary>
internal static class Proportions
{
    private const int Weight = 5;

    internal static bool Find(Sentence s, int i, List<Mention> found)
    {
        if (Share(s, i) is not { } share || !BesideDay(s, i, share.End)) return false;
        if (found.OfType<LengthMention>().LastOrDefault(l => l.End <= i) is not { Minutes: { } before }) return false;
        found.Add(new LengthMention(i, share.End, "length.implied", Weight, (long)Math.Round(before * share.Times)));
        return true;
    }

    /// <summary>"une heure de plus", "30 min de moins", said of a day: so much more or less than on the day before it.</summary>
    internal static void Add(Sentence s, List<Mention> best)
    {
        if (s.Spoken != Tongue.French) return;
        for (var k = 0; k < best.Count; k++)
        {
            if (best[k] is not LengthMention { Minutes: { } more } length || Sign(s, length.End) is not { } sign || !BesideDay(s, length.Start, length.End + 2)) continue;
            if (best.Take(k).OfType<LengthMention>().LastOrDefault() is { Minutes: { } before } && before + sign * more > 0)
                best[k] = length with { End = length.End + 2, Minutes = before + sign * more };
        }
    }

    private static int? Sign(Sentence s, int i) => !s.Is(i, "de", "en") ? null : s.Is(i + 1, "plus") ? 1 : s.Is(i + 1, "moins") ? -1 : null;

    private static (decimal Times, int End)? Share(Sentence s, int i)
    {
        if ((s.Is(i, "pareil", "idem") || s.Is(i, "autant")) && !s.Is(i + 1, "que", "qu") && s.Spoken == Tongue.French) return (1, i + 1);
        if (s.Is(i, "le", "du") && s.Is(i + 1, "double", "triple")) return (s.Is(i + 1, "double") ? 2 : 3, i + 2);
        if (s.Is(i, "moitie") && s.Is(i + 1, "moins")) return (0.5m, i + 2);
        if (s.Is(i, "la") && s.Is(i + 1, "moitie") && !s.Is(i + 2, "de", "d") && !s.Is(i + 2, "du", "des")) return (0.5m, s.Is(i + 2, "moins") ? i + 3 : i + 2);
        if (!Numerals.TrySmall(s, i, 2, 9, out var n) || !s.Is(n.End, "fois") || !s.Is(n.End + 1, "plus", "moins")) return null;
        return (s.Is(n.End + 1, "plus") ? n.Value : 1 / n.Value, n.End + 2);
    }

    private static bool BesideDay(Sentence s, int from, int to) => Day(s, to) || Day(s, s.Is(from - 1, ":") ? from - 2 : from - 1);

    private static bool Day(Sentence s, int i) =>
        s.Has(i, Sense.Weekday) || s.Has(i, Sense.RelDay)
        || s.Is(i, "lendemain") || i > 0 && i < s.Count && s[i].IsDigits && s.Is(i - 1, "le") || s.Is(i, "le") && i + 1 < s.Count && s[i + 1].IsDigits;
}
