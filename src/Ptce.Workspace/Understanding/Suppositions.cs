using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>What was to be and did not come to be, or is somebody else's to do: "si j'avais eu le temps j'aurais fait 2h", "Nadia devait faire 2h hier".</summary>
internal static class Suppositions
{
    private static readonly FrozenSet<string> Conditionals = "aurais aurait aurions auraient".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Duties = "devait devaient doit doivent devra devront devrait devraient fera feront va vont aurait auraient voulait voulaient".Split(' ').ToFrozenSet();

    /// <summary>A condition that was not met.</summary>
    internal static bool Unfulfilled(Hearing h)
    {
        var s = h.Sentence;
        return s.Spoken == Tongue.French && s.Tokens.Any(t => Conditionals.Contains(t.Norm)) && Enumerable.Range(0, s.Count).Any(i => s.Is(i, "si") || s.Is(i, "s") && s.Is(i + 1, "il", "ils"));
    }

    /// <summary>Hours that somebody else was, is or will be to do, where nothing is told of the speaker.</summary>
    internal static bool Theirs(Hearing h)
    {
        var s = h.Sentence;
        if (s.Spoken != Tongue.French || Doubts.SpeaksOfSelf(h)) return false;
        return h.Mentions.Any(m => m is PersonMention or OrganisationMention && !Doubts.Named(h, m) && Doubts.Subject(s, m.Start) && (m.End < s.Count && Duties.Contains(s[s.Is(m.End, "ne", "n") ? Math.Min(m.End + 1, s.Count - 1) : m.End].Norm) || m is PersonMention && m.End - m.Start > 1 && Duties.Contains(s[m.End - 1].Norm)));
    }
}
