namespace Ptce.Workspace;

/// <summary>"je retire mon offre", "I withdraw my room offer", "ich ziehe mein Raumangebot zurück", "plus besoin du camion": what one posted, no line of the ledger.</summary>
internal static class Withdrawn
{
    private const int Nearby = 4;

    internal static bool Notice(Sentence s) => Named(s) is not null;

    /// <summary>Whether the sentence is about what one's own organisation posted.</summary>
    /// <returns>Its side, "offer" or "need", where the words say it; null when it is about something else.</returns>
    internal static (int At, string? Side)? Own(Hearing h, Reading reading)
    {
        if (NoMore(h.Sentence) is { } needless) return (needless, Sides.Need);
        if (reading.Intent is not (Intents.None or Intents.CancelLast or Intents.CancelEntry or Intents.PostOffer or Intents.PostNeed or Intents.Refuse)) return null;
        var takesBack = h.Heard("cancel") || TakesBack(h.Sentence);
        var named = Named(h.Sentence);
        if (reading.Intent is not Intents.None && !takesBack && !(named is { } last && last == h.Sentence.Count - 1 && last < 3)) return null; // "mein Angebot" alone offers nothing
        var at = named ?? (takesBack ? First(h.Sentence) : null);
        return at is { } noun ? (noun, SideOf(h.Sentence[noun].Norm)) : null;
    }

    /// <summary>The thing that was posted: what is said after "mon offre" or "plus besoin".</summary>
    internal static string? What(Hearing h) => (NoMore(h.Sentence) ?? Named(h.Sentence) ?? First(h.Sentence)) is { } at ? Titles.Written(h, at + 1, h.Sentence.Count) : null;

    private static int? Named(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!(s[i].Norm is "my" or "our" or "mein" or "meine" or "meinen" or "unser" or "unsere" or "unseren" or "mon" or "ma" or "notre" or "nos" or "mes")) continue;
            for (var k = i + 1; k <= Math.Min(i + Nearby, s.Count - 1) && s[k].IsLetters; k++)
                if (IsNoun(s, k) || s[k].Norm is "besoin" or "besoins" or "need" or "needs" or "bedarf") return k;
        }
        return null;
    }

    // "supprime l'offre de camion"
    private static int? First(Sentence s) => Enumerable.Range(0, s.Count).Where(i => IsNoun(s, i) && s[i].Norm is not ("request" or "demande")).Select(i => (int?)i).FirstOrDefault();

    private static bool IsNoun(Sentence s, int k) =>
        s[k].Norm is "offer" or "offers" or "request" or "offre" or "offres" or "annonce" or "annonces" or "demande" or "gesuch" or "inserat"
        || s[k].Norm.EndsWith("angebot", StringComparison.Ordinal) || s[k].Norm.EndsWith("angebote", StringComparison.Ordinal) || s[k].Norm.EndsWith("anfrage", StringComparison.Ordinal);

    private static string? SideOf(string noun) =>
        noun is "annonce" or "annonces" or "inserat" ? null
        : noun.StartsWith("off", StringComparison.Ordinal) || noun.Contains("angebot", StringComparison.Ordinal) ? Sides.Offer : Sides.Need;

    // "je retire", "ich ziehe … zurück"
    private static bool TakesBack(Sentence s) => s.Tokens.Any(t => t.Norm is "retire" or "retirer" or "retirons" or "zuruck" or "zurueck" or "zuruckziehen" or "withdraw");

    // "nous n'avons plus besoin du chapiteau", "we no longer need the van", "wir brauchen den Transporter nicht mehr"
    private static int? NoMore(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Is(i, "besoin") && s.Is(i - 1, "plus") && (i < 2 || !s.Is(i - 2, "de", "en"))) return i;
            if (s.Is(i, "need") && (s.Is(i - 1, "longer") || s.Tokens.Skip(i).Any(t => t.Norm is "anymore"))) return i;
            if (s.Is(i, "brauche", "brauchen") && s.Tokens.Skip(i).SkipWhile(t => !(t.Norm is "nicht" or "kein" or "keine" or "keinen")).Any(t => t.Norm is "mehr")) return i;
        }
        return null;
    }
}
