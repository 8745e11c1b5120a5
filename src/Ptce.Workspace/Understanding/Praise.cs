using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"super atelier hier", "la réunion d'hier était longue": what somebody thinks of a meeting, where no length is told; and of a length: "two hours isn't much".</summary>
internal static class Praise
{
    private const int Nearby = 2, Behind = 5;

    private static readonly FrozenSet<string> Is =
        "is isn are aren was wasn s would ist sind war waren ware waere reichen reicht c ca est sont fait font suffit suffisent seems sounds".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Amounts =
        ("much lot plenty enough little long short nothing too many viel wenig genug lang kurz nichts knapp " +
        "beaucoup peu trop assez court rien suffisant suffisent suffit reichen reicht").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Verdicts = "long longue bien super top interessant interessante riche sympa genial geniale nul nulle reussi reussie dense utile fatigant fatigante".Split(' ').ToFrozenSet();

    internal static bool Heard(Hearing h) =>
        (h.HeardEarly("praise", Nearby) || Judged(h.Sentence)) && !Doubts.Measured(h) && !Doubts.SpeaksOfSelf(h) && !h.Heard("worked");

    /// <summary>"two hours isn't much", "zwei Stunden sind viel", "3h c'est trop": the length is the subject, what follows is a verdict on it.</summary>
    internal static bool Weighs(Hearing h)
    {
        var s = h.Sentence;
        return h.All<LengthMention>().ToList() is [{ } only] && only.End + 1 < s.Count && Is.Contains(s[only.End].Norm) && !h.Heard("worked") && !h.All<DateMention>().Any()
            && s.Tokens.Skip(only.End + 1).Take(Behind).Any(t => Amounts.Contains(t.Norm));
    }

    private static bool Judged(Sentence s)
    {
        if (s.Spoken != Tongue.French) return false;
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, "etait", "etaient") && Enumerable.Range(i + 1, Nearby).Any(k => k < s.Count && Verdicts.Contains(s[k].Norm))) return true;
        return false;
    }
}
