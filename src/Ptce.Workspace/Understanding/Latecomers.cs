using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Who or what came late: "le bus a eu 2h de retard hier", "le copil a commencé avec 30 min de retard", "j'ai eu 20 min de retard". No answer to an invitation and no time at work.</summary>
internal static class Latecomers
{
    private const int NearVerb = 6;

    private static readonly FrozenSet<string> Came = "eu pris commence demarre debute arrive arrivee arrives arrivees ete".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Has = "a ont est sont ai avons suis sommes".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Was = "avait avaient etait etaient avais etais avions etions".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Speakers = "j je on nous y".Split(' ').ToFrozenSet();

    internal static bool Told(Hearing h)
    {
        if (h.Sentence.Spoken != Tongue.French) return false;
        // "retard de 20 min hier": the only length there is, of a day gone by
        if (HowLate(h) && h.All<DateMention>().Any(d => d.Date.Fixed && d.Date.Resolve(h.Today, Look.Past)?.To < h.Today)) return true;
        return Span(h.Sentence) is { } told && h.Mentions.All(m => m is not (LengthMention or ClockRangeMention) || told.From <= m.Start && m.End <= told.To);
    }

    /// <summary>The clause that tells of somebody or something else that came late.</summary>
    internal static (int From, int To)? Span(Sentence s)
    {
        if (s.Spoken != Tongue.French) return null;
        var late = Array.FindIndex(s.Tokens, t => t.Norm == "retard");
        for (var verb = Math.Max(1, late - NearVerb); verb < late; verb++)
            if ((Was.Contains(s[verb].Norm) || Has.Contains(s[verb].Norm) && Came.Contains(s[verb + 1].Norm)) && !Speakers.Contains(s[verb - 1].Norm)) return (0, Reports.End(s, verb));
        return null;
    }

    private static bool HowLate(Hearing h)
    {
        var late = Array.FindIndex(h.Sentence.Tokens, t => t.Norm == "retard");
        return late >= 0 && h.All<LengthMention>().ToList() is [var only] && (only.End == late - 1 || only.Start == late + 2) && !h.All<ClockRangeMention>().Any();
    }
}
