namespace Ptce.Workspace;

/// <summary>Time that others gave the speaker: "Elips nous a aidé 2h", "2h d'aide de Paul", "Karim est venu nous dépanner". Theirs to note, not the speaker's.</summary>
internal static class Favours
{
    /// <param name="named">whether a name read in the sentence is somebody else's</param>
    internal static bool Received(Hearing h, Func<Mention, bool> named) => Given(h, named) || CameToHelp(h) || Helped(h.Sentence) || Had(h, named);

    // "Elips nous a aidé 2h", "Paul m'a donné une demi-journée", "un collègue m'a filé un coup de main"
    private static bool Given(Hearing h, Func<Mention, bool> named)
    {
        var s = h.Sentence;
        for (var i = 1; i + 2 < s.Count; i++)
        {
            if (!(s[i].Norm is "nous" or "m" or "vous") || !s.Is(i + 1, "a", "ont")) continue;
            var verb = s[i + 2].Norm;
            if (verb is "aide" or "aides" or "aidee" or "aidees" or "depanne" or "depannes" or "epaule" or "epaules" or "seconde" or "secondes" or "assiste" or "assistes" or "soutenu" or "soutenus" && !s.Is(i - 1, "ca") && !(s.Is(i - 1, "qui") && s.Is(i - 2, "ce"))) return true;
            if (verb is "file" or "donne" or "prete" && (s.Is(i + 4, "coup") || s.Is(i + 4, "petit") || s.Is(i + 3, "main"))) return true;
            if (verb is "mis" or "mise" or "prete" or "detache" or "envoye" && h.All<PersonMention>().Any(p => p.Start > i + 2 && named(p))) return true;
            if (verb is "donne" or "consacre" or "consacres" or "accorde" or "offert" or "accompagne" or "accompagnes" or "forme" or "formes" or "conseille" or "conseilles" or "rendu" or "rejoint" or "rejoints"
                && h.Mentions.Any(m => m is OrganisationMention or PersonMention && m.End <= i && named(m))) return true;
        }
        return false;
    }

    // "Elips est venu nous aider 2h", "ils sont passés nous donner un coup de main"
    private static bool CameToHelp(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i + 3 < s.Count; i++)
            if (s.Is(i, "est", "sont") && s[i + 1].Norm is "venu" or "venue" or "venus" or "venues" or "passe" or "passee" or "passes" or "passees" && s[i + 2].Norm is "nous" or "m" && s[i + 3].Norm is "aider" or "depanner" or "donner" or "filer" or "preter" or "former" or "epauler" or "voir" or "soutenir") return true;
        return false;
    }

    // "on s'est fait aider 2h par Elips", "j'ai été dépannée par Paul"
    private static bool Helped(Sentence s)
    {
        for (var i = 1; i < s.Count; i++)
            if (s.Is(i - 1, "fait") && s[i].Norm is "aider" or "depanner" or "epauler" || s.Is(i - 1, "ete") && s[i].Norm is "aide" or "aides" or "aidee" or "aidees" or "depanne" or "depannes" or "depannee" or "epaule" or "epaules") return true;
        return false;
    }

    // "2h d'aide d'Elips", "on a eu l'aide de Paul", "aidé par Valoprest"
    private static bool Had(Hearing h, Func<Mention, bool> named)
    {
        var s = h.Sentence;
        foreach (var giver in h.Mentions)
        {
            if (giver is not (OrganisationMention or PersonMention) || !named(giver)) continue;
            var at = giver.Start - 1;
            while (at > 0 && (s.Has(at, Sense.Article) || s.Is(at, "l"))) at--;
            if (at < 1) continue;
            if (s.Is(at, "par") && s[at - 1].Norm is "aide" or "aides" or "aidee" or "aidees" or "depanne" or "depannes" or "epaule" or "epaules") return true;
            if (!s.Is(at, "de", "d") || !(s[at - 1].Norm is "aide" or "renfort" or "appui" or "main")) continue;
            // "2h d'aide d'Elips", "eu l'aide d'Elips"; "avec l'aide d'Elips" is work of one's own
            if (s.Is(at - 2, "d", "de") && h.All<LengthMention>().Any(l => l.End == at - 2) || s.Tokens.Take(at).Any(t => t.Norm is "eu" or "recu" or "beneficie" or "obtenu")) return true;
        }
        return false;
    }
}
