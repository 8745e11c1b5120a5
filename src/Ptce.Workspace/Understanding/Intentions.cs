namespace Ptce.Workspace;

/// <summary>What may be, or is to be remembered or explained: "I might do 2 hours on Saturday", "remind me to log 2 hours", "wie trage ich 2 Stunden ein?". Nothing was done yet.</summary>
internal static class Intentions
{
    internal static bool Only(Hearing h) => h.Sentence.Spoken != Tongue.French && (Perhaps(h) || h.Heard("unwilling") || Declined(h.Sentence) || Sometime(h)
        || h.Sentence[0].Norm is "remind" or "erinnere" or "erinner" || How(h.Sentence));

    private static bool Perhaps(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i + 1 < s.Count; i++)
            if (s.Spoken == Tongue.English ? s.Is(i, "might", "may") && i > 0 && s[i - 1].Norm is "i" or "we" && !s.Is(i + 1, "have")
                : s.Is(i, "vielleicht", "eventuell") && s.Tokens.Any(t => t.Norm is "mach" or "mache" or "arbeite" or "helfe" or "helf" or "leiste" or "ubernehme" or "uebernehme" or "arbeiten" or "helfen")) return true;
        return false;
    }

    // "will do 3 hours when I get a chance", "sobald ich dazu komme"
    private static bool Sometime(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i + 1 < s.Count; i++)
            if (s.Is(i, "when") && s.Is(i + 1, "i", "we") && i + 2 < s.Count && s[i + 2].Norm is "get" or "have" or "can" or "find" || s.Is(i, "sobald") || s.Is(i, "wenn") && s.Tokens.Skip(i).Any(t => t.Norm == "dazu")) return !h.Heard("worked");
        return false;
    }

    // "Nadia asked me to do 2 hours but I said no"
    private static bool Declined(Sentence s)
    {
        var asked = Array.FindIndex(s.Tokens, t => t.Norm is "asked" or "gebeten" or "gefragt");
        return asked > 0 && s.Tokens.Skip(asked).Any(t => t.Norm is "no" or "declined" or "refused" or "nein" or "abgelehnt" or "abgesagt");
    }

    // "how do I log …", "wie trage ich … ein"
    private static bool How(Sentence s) => s.Is(0, "how") && s[1 < s.Count ? 1 : 0].Norm is "do" or "can" or "would" or "should" || s.Is(0, "wie") && s.Is(2, "ich", "man") && s[1].Norm is "trage" or "trag" or "kann" or "erfasse" or "buche" or "muss" or "soll";
}
