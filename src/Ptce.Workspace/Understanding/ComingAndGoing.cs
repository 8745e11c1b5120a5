using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"arrivé à 18h, reparti à 20h15", "started at nine, hour off for lunch, done by five", "um acht angefangen und um zehn aufgehört": when one came and when one left are a span of the day.</summary>
internal static class ComingAndGoing
{
    private const int Between = 8, Beside = 2;

    private static readonly FrozenSet<string> Beginnings = "started began arrived came los losgefahren angefangen begonnen gekommen losgelegt commence debute attaque arrive demarre embauche".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Ends = "finished ended done left stopped zuruck zurueck aufgehort aufgehoert fertig gegangen geendet schluss feierabend fini finie termine terminee parti partie reparti repartie sorti sortie arrete debauche".Split(' ').ToFrozenSet();

    internal static void Find(Sentence s, int i, bool night, List<Mention> found)
    {
        if (s.Spoken != Tongue.French || !Comes(s[i].Norm) || !Clock(s, i, out var from)) return;
        for (var at = from.End; at < Math.Min(s.Count, from.End + Between); at++)
            if (Leaves(s[at].Norm) && Clock(s, at, out var to))
            {
                var (start, end) = (ClockGrammar.Daytime(from.Minute, from.Exact, night), to.Minute);
                if (!to.Exact && end < 720 && end <= start && end + 720 > start) end += 720;
                if (start != end) found.Add(new ClockRangeMention(i, to.End, "clock.presence", 20, start, end));
                return;
            }
    }

    /// <summary>Two times of day, one where it began and one where it ended, become one span; no other length is told than that of a pause.</summary>
    internal static void Bound(Sentence s, List<Mention> best)
    {
        if (best.Exists(m => m is ClockRangeMention || m is LengthMention length && !Pauses.Is(s, length))) return;
        var began = Array.FindIndex(s.Tokens, t => Beginnings.Contains(t.Norm));
        var ended = Array.FindLastIndex(s.Tokens, t => Ends.Contains(t.Norm));
        if (ended < 0) return;
        // "left the depot at 8 and got back at 11.30"
        if (s.Tokens.Any(t => t.Norm == "left") && Array.FindLastIndex(s.Tokens, t => t.Norm is "back" or "home") is > 0 and var home && s.Tokens.Take(home).Any(t => t.Norm is "got" or "came" or "was" or "were")) (began, ended) = (Array.FindIndex(s.Tokens, t => t.Norm == "left"), home);
        if (began < 0 && Array.FindIndex(s.Tokens, t => t.Norm == "logged") is >= 0 and var on && s.Is(on + 1, "on", "in")) began = on;
        var clocks = best.OfType<ClockMention>().Where(c => c.InsteadOf is null && !Pauses.Around(s, c.Start)).ToList();
        // "done by five"
        if (clocks.Count == 1 && s.Is(ended + 1, "by") && ClockGrammar.Try(s, ended + 2, true, out var by)) clocks.Add(new ClockMention(ended + 1, by.End, "clock.at", 0, ClockGrammar.Daytime(by.Minute, by.Exact, false), by.Exact));
        if (clocks is [var left, var came] && Follows(s, left, Ends) && Follows(s, came, Beginnings) && came.Minute < left.Minute)
        {
            best[best.IndexOf(left)] = new ClockRangeMention(left.Start, left.End, "clock.bounds", left.Bonus, came.Minute, left.Minute);
            best.Remove(came);
            return;
        }
        if (clocks is not [var from, var to] || began < 0 && !from.Plain && !best.Exists(m => m is ActivityMention && m.End == from.Start) || to.Minute <= from.Minute || to.Start - ended > Beside && ended < to.Start) return;
        best[best.IndexOf(from)] = new ClockRangeMention(from.Start, from.End, "clock.bounds", from.Bonus, from.Minute, to.Minute);
        best.Remove(to);
    }

    // "parti à 17h, arrivé à 13h": said from its end
    private static bool Follows(Sentence s, ClockMention clock, FrozenSet<string> verbs) => clock.Start > 0 && verbs.Contains(s[clock.Start - 1].Norm);

    // "parti à 11h", "début 9h"; "commencé 2h" says how long
    private static bool Clock(Sentence s, int verb, out ClockTime clock)
    {
        var at = s.Is(verb + 1, ":") ? verb + 2 : s.Past(verb + 1, Sense.ClockPrep);
        return ClockGrammar.Try(s, at, false, out clock) && (at > verb + 1 || !clock.LengthLike || s[verb].Norm is "debut" or "fin");
    }

    private static bool Comes(string norm) => norm is "arrive" or "arrivee" or "arrives" or "arrivees" or "commence" or "commencee" or "debute" or "debutee" or "debut" or "demarre" or "embauche" or "ouvert" or "pointe" or "la";

    private static bool Leaves(string norm) => norm is "fin" or "reparti" or "repartie" or "repartis" or "parti" or "partie" or "partis" or "fini" or "finie" or "finis" or "termine" or "terminee" or "sorti" or "sortie" or "quitte" or "debauche" or "ferme" or "rentre" or "rentree" or "arrete";
}
