namespace Ptce.Workspace;

/// <summary>Whose a thing is, where the sentence says so: "notre salle", "la camionnette de Re-Sources", "prêté par le CAUE".</summary>
internal static class Ownership
{
    /// <summary>True when the thing is the other's, false when it is ours, null when nothing tells.</summary>
    internal static bool? Theirs(Hearing h)
    {
        var s = h.Sentence;
        var things = h.Marks(Sense.Thing).Where(t => t.Mark.Value is "locaux" or "vehicule" or "materiel" or "denrees" && !s[t.At].Norm.StartsWith("heberge", StringComparison.Ordinal)).ToList();
        foreach (var (at, _) in things)
            if (Ours(s, at - 1) || Ours(s, at - 2)) return false;
        foreach (var (at, mark) in things)
        {
            var of = at + mark.Length;
            while (of < at + mark.Length + 3 && of < s.Count && !Of(s, of) && !(s[of].Norm is "a" or "to" or "an")) of++;
            if (Of(s, of) && Named(h, of + 1)) return true;
        }
        for (var i = 1; i < s.Count; i++)
            if (s.Is(i, "par", "by") && Named(h, i + 1)) return !(s[i - 1].Norm is "occupe" or "occupee" or "utilise" or "utilisee" or "utilises" or "utilisees" or "emprunte" or "empruntee" or "empruntes" or "empruntees" or "used" or "borrowed" or "occupied");
        return null;
    }

    private static bool Ours(Sentence s, int i) => i >= 0 && s[i].Norm is "notre" or "nos" or "our" or "unser" or "unsere" or "unseren" or "unserem";

    private static bool Of(Sentence s, int i) => i < s.Count && s[i].Norm is "de" or "du" or "des" or "d" or "of" or "von" or "vom";

    private static bool Named(Hearing h, int at) =>
        h.All<OrganisationMention>().Any(o => o.Sure is { } sure && !h.IsSelf(sure) && (o.Start == at || o.Start == at + 1 && h.Sentence.Has(at, Sense.Article)));
}
