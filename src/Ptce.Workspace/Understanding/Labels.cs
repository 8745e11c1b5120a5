using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>What is left of a stretch once times and names of days are read: "compta", "réunion fournisseurs".</summary>
internal static class Labels
{
    private static readonly FrozenSet<string> Joints =
        ("de d du des le la les l un une en au aux a et puis plus pour sur avec of the a an and on at for to with in der die das den dem am im an auf fur fuer mit und von zum zur beim bei "
        + "then dann danach afterwards sowie mes my j ai jai bosse travaille je i ich nous on we wir passe spent worked fait did habe was etais dans voila voilou ca c autant commence fini finir termine par bon desole desolee retard pendant durant encore toujours etait etaient etions repasse refait dessus voici comme promis heures lesdites altogether so far bisher nothing nichts nix auch hab habs put insgesamt & soit donc tout total u noch same idem pareil mais pas moi re mis moins chaque were was war waren nochmal genauso lang again , . ; : ! ? + - / ( )").Split(' ').ToFrozenSet();

    internal static string? Of(Hearing h, int from, int to)
    {
        var s = h.Sentence;
        var said = false;
        if (to < s.Count) from = Led(h, from, to);
        while (from < to && (Read(h, from) || Joint(s, from))) from++;
        while (to > from && (Read(h, to - 1) || Joint(s, to - 1))) to--;
        if (from >= to) return null;
        // "les deux sur la charte"
        if (s.Is(from - 1, "les") && s[from].Norm is "deux" or "trois" && from + 1 < to) return Of(h, from + 1, to);
        // the longest stretch without a time in it
        int bestFrom = from, bestTo = from;
        for (var i = from; i < to;)
        {
            var end = i;
            while (end < to && !Read(h, end) && !s.Is(end, "i", "ich")) end++;
            var a = i;
            var b = end;
            while (a < b && Joint(s, a)) a++;
            while (b > a && Joint(s, b - 1)) b--;
            // the stretch that names the meeting says more than a longer one beside it
            var meets = h.All<ActivityMention>().Any(m => m.Start >= a && m.End <= b);
            if (meets && !said || meets == said && b - a > bestTo - bestFrom) (bestFrom, bestTo, said) = (a, b, meets);
            i = end + 1;
        }
        // "dimanche on n'a rien fait": no label
        for (var i = bestFrom; i < bestTo; i++) if (s.Is(i, "rien")) return null;
        return bestTo > bestFrom ? s.Said(bestFrom, bestTo) : null;
    }

    private static bool Joint(Sentence s, int i) => Joints.Contains(s[i].Norm) || s[i].IsDigits;

    // "petit retard dans mes saisies, désolée : jeudi 1h30": what leads to the colon tells of the message, not of the work
    private static int Led(Hearing h, int from, int to)
    {
        var measure = h.Mentions.FirstOrDefault(m => m is LengthMention or ClockRangeMention && m.Start >= from && m.Start < to)?.Start ?? to;
        for (var i = measure - 1; i >= from; i--) if (h.Sentence.Is(i, ":") && i - from > 3 && !h.Mentions.Any(m => m is ActivityMention or OrganisationMention && m.Start >= from && m.Start < i)) return i + 1;
        return from;
    }

    private static bool Read(Hearing h, int i)
    {
        foreach (var mention in h.Mentions)
            if (mention.Start <= i && i < mention.End) return mention is not (ActivityMention or OrganisationMention or PersonMention);
        // "mets 1h à lundi": the order, not what was done
        if (h.Cues.TryGetValue("log_verb", out var order) && order.At < 2 && order.At <= i && i < order.At + order.Length) return true;
        return h.Marks(Sense.TimeKind).Any(k => k.At <= i && i < k.At + k.Mark.Length);
    }
}
