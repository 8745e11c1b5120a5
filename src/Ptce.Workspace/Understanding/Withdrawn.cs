namespace Ptce.Workspace;

/// <summary>"je retire mon offre", "I withdraw my room offer", "ich ziehe mein Raumangebot zurück": what one posted, no line of the ledger.</summary>
internal static class Withdrawn
{
    private const int Nearby = 4;

    internal static bool Notice(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!(s[i].Norm is "my" or "our" or "mein" or "meine" or "meinen" or "unser" or "unsere" or "unseren" or "mon" or "ma" or "notre" or "nos" or "mes")) continue;
            for (var k = i + 1; k <= Math.Min(i + Nearby, s.Count - 1) && s[k].IsLetters; k++)
                if (s[k].Norm is "offer" or "offers" or "request" or "offre" or "offres" or "annonce" or "annonces" or "besoin" or "besoins" or "demande" or "gesuch" or "inserat" || s[k].Norm.EndsWith("angebot", StringComparison.Ordinal) || s[k].Norm.EndsWith("anfrage", StringComparison.Ordinal) || s.Is(k, "bedarf")) return true;
        }
        return false;
    }
}
