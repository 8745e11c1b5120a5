using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Who or what came late: "le bus a eu 2h de retard hier", "le copil a commencé avec 30 min de retard", "j'ai eu 20 min de retard". No answer to an invitation and no time at work.</summary>
internal static class Latecomers
{
    private const int NearVerb = 6;

    private static readonly FrozenSet<string> Came = "eu pris commence demarre debute arrive arrivee arrives arrivees ete".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Has = "a ont est sont ai avons suis sommes".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Was = "avait avaient etait etaient".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Speakers = "j je on nous y".Split(' ').ToFrozenSet();

    internal static bool Told(Hearing h)
    {
        var s = h.Sentence;
        if (s.Spoken != Tongue.French) return false;
        var late = Array.FindIndex(s.Tokens, t => t.Norm == "retard");
        for (var verb = Math.Max(1, late - NearVerb); verb < late; verb++)
            if ((Was.Contains(s[verb].Norm) || Has.Contains(s[verb].Norm) && Came.Contains(s[verb + 1].Norm)) && (!Speakers.Contains(s[verb - 1].Norm) || HowLate(h, late))) return true;
        return false;
    }

    // "j'ai eu 20 min de retard": the only length there is
    private static bool HowLate(Hearing h, int late) => h.All<LengthMention>().ToList() is [var only] && (only.End == late - 1 || only.Start == late + 2);
}
