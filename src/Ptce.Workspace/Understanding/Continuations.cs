using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"14h-16h puis rangement jusqu'à 17h", "von 8:30 bis 10 im Lager und dann bis zwölf": what follows goes on from where the span before it ended.</summary>
internal static class Continuations
{
    private const int LastMinute = 1440;

    private static readonly FrozenSet<string> Joints = "puis ensuite apres then after afterwards followed before danach dann anschliessend nachher hinterher".Split(' ').ToFrozenSet();

    internal static void Join(Sentence s, List<Mention> best)
    {
        for (var k = 0; k < best.Count; k++)
        {
            if (best[k] is not ClockRangeMention before) continue;
            var joint = Array.FindIndex(s.Tokens, before.End, t => Joints.Contains(t.Norm));
            if (joint < 0) continue;
            var limit = best.Skip(k + 1).FirstOrDefault(m => m is ClockRangeMention or LengthMention || m is DateMention { Role: DateRole.On } && m.Start > joint)?.Start ?? s.Count;
            for (var i = joint + 1; i < limit; i++)
            {
                if (!Until(s, i) || !ClockGrammar.Try(s, i + 1, true, out var clock)) continue;
                var end = clock.Minute;
                if (!clock.Exact && end < 720 && end <= before.To) end += 720;
                if (end <= before.To || end > LastMinute) continue;
                var from = s.Is(i - 1, "jusqu") ? i - 1 : i;
                best.RemoveAll(m => m.Start < clock.End && m.End > from);
                best.Insert(best.FindLastIndex(m => m.End <= from) + 1, new ClockRangeMention(from, clock.End, "clock.onward", before.Bonus, before.To, end));
                break;
            }
        }
    }

    private static bool Until(Sentence s, int i) => s.Is(i, "until", "till") || s.Is(i, "bis") || s.Is(i, "a") && s.Is(i - 1, "jusqu");
}
