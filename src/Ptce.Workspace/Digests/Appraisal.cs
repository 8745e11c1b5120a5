namespace Ptce.Workspace;

/// <summary>What lines of a kind are worth in a digest on a day, or why they stay out of it. Their own figures make cents of it.</summary>
/// <remarks>Hours first: what is validated and has no rate or no unit value counts in quantities, without a value (<see cref="DigestLine.Unvalued"/>).</remarks>
/// <param name="Reason">Why they stay out: "invoiced", "indicator", "unknown_kind"; null where they count.</param>
/// <param name="Rate">Of what is time.</param>
/// <param name="CentsPerHour">Null where the pole chose quantities alone, and for what is in kind or has no rate.</param>
internal sealed record Appraisal(string? Reason, DigestRate? Rate, long? CentsPerHour, AccountPair? Accounts)
{
    private static Appraisal Out(string reason) => new(reason, null, null, null);

    public static readonly Appraisal QuantityAlone = new(null, null, null, null);

    /// <summary>By the rate in force on the day worked. Nothing is guessed: what has no rate bears no euros.</summary>
    public static Appraisal Of(string kind, DateOnly day, RateGrid grid) => Rates.Kinds.Contains(kind) ? OfTime(kind, day, grid) : InKind(kind);

    private static Appraisal OfTime(string kind, DateOnly day, RateGrid grid)
    {
        if (grid.Decision(kind, day) is { Method: RateGrid.Unvalued } unvalued) return new(null, DigestRate.Of(unvalued), null, null);
        if (grid.On(kind, day) is { } rate) return new(null, DigestRate.Of(rate), rate.CentsPerHour, rate.Adopted.Accounts);
        return kind == "personnel_mis_a_disposition" ? Out("invoiced") : QuantityAlone; // lent staff is re-invoiced: a real expense
    }

    private static Appraisal InKind(string kind) =>
        AccountPair.InKind(kind) is { } accounts ? new(null, null, null, accounts) : Out(kind == "achat_groupe" ? "indicator" : "unknown_kind");

    /// <summary>Worth its own unit value, and nothing without.</summary>
    public bool IsInKind => Accounts is not null && Rate is null;

    public long Cents(long minutes, long? quantityMilli, long? unitValueCents)
    {
        if (CentsPerHour is { } rate) return Valuation.OfTime(minutes, rate);
        if (!IsInKind) return 0;
        // What was lent for a time and counted in minutes has the hour as its unit.
        return quantityMilli is { } quantity ? Valuation.InKind(quantity, unitValueCents!.Value) : Valuation.OfTime(minutes, unitValueCents!.Value);
    }
}
