using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"super atelier hier", "la réunion d'hier était longue": what somebody thinks of a meeting, where no length is told.</summary>
internal static class Praise
{
    private const int Nearby = 2;

    private static readonly FrozenSet<string> Verdicts = "long longue bien super top interessant interessante riche sympa genial geniale nul nulle reussi reussie dense utile fatigant fatigante".Split(' ').ToFrozenSet();

    internal static bool Heard(Hearing h) =>
        (h.HeardEarly("praise", Nearby) || Judged(h.Sentence)) && !Doubts.Measured(h) && !Doubts.SpeaksOfSelf(h) && !h.Heard("worked");

    private static bool Judged(Sentence s)
    {
        if (s.Spoken != Tongue.French) return false;
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, "etait", "etaient") && Enumerable.Range(i + 1, Nearby).Any(k => k < s.Count && Verdicts.Contains(s[k].Norm))) return true;
        return false;
    }
}
