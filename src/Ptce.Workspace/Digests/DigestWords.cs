namespace Ptce.Workspace;

/// <summary>Digests in words: rates as they were used, verdicts.</summary>
public static class DigestWords
{
    /// <summary>"bénévolat d'usager : 12,02 €/h, SMIC brut, depuis le 1 janvier 2026, grille par défaut, non adoptée".</summary>
    public static string Used(this Say t, DigestRate r) => r.Method == RateGrid.Unvalued ? t.Rule(r) : t.Pair(t.Kind(r.Kind), t.Rule(r));

    /// <summary>The same where its kind is known already.</summary>
    public static string Rule(this Say t, DigestRate r)
    {
        var adopted = new AdoptedRate("", r.Kind, r.Method, r.CoefficientMilli, r.ChargeBasisPoints, null, r.Level, r.Debit, r.Credit,
            r.SinceDay ?? DateOnly.MinValue, r.Source, r.AdoptedBy, r.AdoptedOn, r.MinutesReference);
        return r.Method == RateGrid.Unvalued
            ? t.Decision(adopted)
            : t.Rate(new RateInForce(adopted, r.BaseCents, adopted.FromDay, r.Source));
    }

    public static string Verdict(this Say t, Verdict verdict) => $"{Digests.Title(verdict.Digest, t)}, v{verdict.Digest.Version} : " + (verdict.Broken switch
    {
        null when verdict.Digest.Seal == "" => t["digests.verify.unsealed", t["digests.verify.whole", verdict.Digest.Hash]],
        null => t["digests.verify.whole", verdict.Digest.Hash],
        "ledger" => t.Column(t["digests.verify.ledger", verdict.Number?.ToString(t.Culture) ?? "–", verdict.ContributionId], verdict.Detail),
        "evidence" => t["digests.verify.evidence", verdict.ContributionId],
        "grid" => t["digests.verify.grid", t.Kind(verdict.Detail!)],
        "line" => t.Column(t["digests.verify.line", verdict.Number, verdict.ContributionId], verdict.Detail),
        "sum" => t["digests.verify.sum", verdict.Detail],
        var broken => t["digests.verify." + broken],
    });

    private static string Column(this Say t, string said, string? column) => column is null ? said : t["digests.verify.column", said, t["digests.sealed." + column]];

    /// <param name="asksYou">It waits for the reader's own approval.</param>
    public static Standing Standing(this Say t, Digest digest, bool asksYou) => new(
        asksYou ? Meaning.NeedsYou : digest.State is Digest.Approved ? Meaning.Done : Meaning.Waiting, t["digests.state." + digest.State]);

    public static string Lines(this Say t, long lines) => t[lines == 1 ? "digests.one_line" : "digests.many_lines", lines];

    /// <summary>Why a line was left out.</summary>
    public static string Reason(this Say t, string reason) => t["digests.reason." + reason];
}
