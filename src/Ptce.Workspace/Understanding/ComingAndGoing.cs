namespace Ptce.Workspace;

/// <summary>"arrivé à 18h, reparti à 20h15", "j'ai commencé à 8h15 et fini à 11h45": when one came and when one left are a span of the day.</summary>
internal static class ComingAndGoing
{
    private const int Between = 8;

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

    // "parti à 11h", "début 9h"; "commencé 2h" says how long
    private static bool Clock(Sentence s, int verb, out ClockTime clock)
    {
        var at = s.Is(verb + 1, ":") ? verb + 2 : s.Past(verb + 1, Sense.ClockPrep);
        return ClockGrammar.Try(s, at, false, out clock) && (at > verb + 1 || !clock.LengthLike || s[verb].Norm is "debut" or "fin");
    }

    private static bool Comes(string norm) => norm is "arrive" or "arrivee" or "arrives" or "arrivees" or "commence" or "commencee" or "debute" or "debutee" or "debut" or "demarre" or "embauche" or "ouvert" or "pointe" or "la";

    private static bool Leaves(string norm) => norm is "fin" or "reparti" or "repartie" or "repartis" or "parti" or "partie" or "partis" or "fini" or "finie" or "finis" or "termine" or "terminee" or "sorti" or "sortie" or "quitte" or "debauche" or "ferme" or "rentre" or "rentree" or "arrete";
}
