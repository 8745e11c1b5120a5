namespace Ptce.Workspace;

/// <summary>"on a prêté à Elips le camion que Valoprest nous avait prêté", "the van Valoprest had lent us": lent on, by us; who lent it first is no side of this loan.</summary>
internal static class LentOn
{
    private const int Nearby = 3;

    /// <summary>Who lent it to us before, where we lent it on.</summary>
    internal static KnownOrganisation? By(Hearing h)
    {
        var s = h.Sentence;
        if (!h.Heard("lend_out") && !h.Heard("lend_strong")) return null;
        foreach (var body in h.All<OrganisationMention>())
            if (body.Sure is { } sure && !h.IsSelf(sure) && body.Start > 2 && (Told(s, body) || s.Is(body.Start - 1, "von", "vom") && s.Is(body.Start - 2, "wir") || s.Is(body.Start - 1, "from") && s.Is(body.Start - 2, "borrowed", "had"))) return sure;
        return null;
    }

    // a clause of its own that says what came to us
    private static bool Told(Sentence s, OrganisationMention body)
    {
        var opens = s[s.Has(body.Start - 1, Sense.Article) && !(s[body.Start - 1].Norm is "die" or "das" or "den" or "der") ? body.Start - 2 : body.Start - 1].Norm;
        var relative = opens is "que" or "qu" or "that" or "which" or "den" or "die" or "das" || s.Spoken == Tongue.English && s.Is(body.End, "had");
        if (!relative) return false;
        for (var i = body.End; i < Math.Min(body.End + Nearby, s.Count); i++) if (s[i].Norm is "nous" or "us" or "uns") return true;
        return false;
    }
}
