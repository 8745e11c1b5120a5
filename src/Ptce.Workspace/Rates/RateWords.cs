namespace Ptce.Workspace;

/// <summary>A rate in words: "12,02 €/h, SMIC brut, depuis le 1 janvier 2026, PV 2026-03, CA du 12 mars 2026".</summary>
public static class RateWords
{
    public static string Kind(this Say t, string kind) => Kinds.Find(kind) is null ? kind : Kinds.Word(t, kind);

    /// <summary>A rate in force, every part of it visible: amount, method, t, coefficient, since when, who decided.</summary>
    public static string Rate(this Say t, RateInForce rate) =>
        string.Join(", ", [t["rates.said", t.Money(rate.CentsPerHour), t["rates.method." + rate.Adopted.Method]], .. Parts(t, rate.Adopted),
            .. rate.Since > DateOnly.MinValue ? new[] { t["rates.said.since", t.LongDay(rate.Since)] } : [], Decided(t, rate.Adopted)]);

    /// <summary>A decision, without the base it has on one day or another.</summary>
    public static string Decision(this Say t, AdoptedRate rate) =>
        string.Join(", ", [t.Pair(t.Kind(rate.Kind), t["rates.method." + rate.Method]), .. rate.CentsPerHour is { } cents ? new[] { t.Money(cents) + "/h" } : [], .. Parts(t, rate),
            .. rate.FromDay > DateOnly.MinValue ? new[] { t["rates.said.since", t.LongDay(rate.FromDay)] } : [], Decided(t, rate)]);

    private static IEnumerable<string> Parts(Say t, AdoptedRate rate)
    {
        if (rate.Level is { } level) yield return level;
        if (rate.CoefficientMilli != 1000) yield return t["rates.said.coefficient", (rate.CoefficientMilli / 1000m).ToString("0.###", t.Culture)];
        if (rate.ChargeBasisPoints != 0) yield return t["rates.said.charge", (rate.ChargeBasisPoints / 100m).ToString("0.##", t.Culture)];
        if (rate.Debit is null) yield return t["rates.said.unbooked"];
    }

    private static string Decided(Say t, AdoptedRate rate) => rate.AdoptedBy is null
        ? t["rates.said.default"]
        : t["rates.said.minutes", rate.MinutesReference, rate.AdoptedBy, t.LongDay(rate.AdoptedOn!.Value)];
}
