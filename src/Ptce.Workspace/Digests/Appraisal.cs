namespace Ptce.Workspace;

/// <summary>What a line is worth in a digest, or why it stays out of it.</summary>
/// <remarks>Hours first: what is validated and has no rate or no unit value counts in quantities, without a value (<see cref="DigestLine.Unvalued"/>).</remarks>
/// <param name="Reason">Why it stays out: its state, or "invoiced", "indicator", "unknown_kind"; null where it counts.</param>
/// <param name="UnitValueCents">Of what is in kind.</param>
public sealed record Appraisal(string? Reason, DigestRate? Rate, long? CentsPerHour, long? UnitValueCents, long ValueCents, string? Debit, string? Credit)
{
    private static Appraisal Out(string reason) => new(reason, null, null, null, 0, null, null);

    private static readonly Appraisal QuantityAlone = new(null, null, null, null, 0, null, null);

    /// <summary>Values a line by the rate in force on the day worked. Nothing is guessed: what has no rate or no unit value bears no euros.</summary>
    public static Appraisal Of(LedgerLine line, RateGrid grid)
    {
        if (line.State != "validated") return Out(line.State);
        return Rates.Kinds.Contains(line.Kind) ? OfTime(line, grid) : InKind(line);
    }

    private static Appraisal OfTime(LedgerLine line, RateGrid grid)
    {
        if (grid.Decision(line.Kind, line.Day) is { Method: RateGrid.Unvalued } unvalued)
            return new(null, DigestRate.Of(unvalued), null, null, 0, null, null);
        if (grid.On(line.Kind, line.Day) is not { } rate)
            return line.Kind == "personnel_mis_a_disposition" ? Out("invoiced") : QuantityAlone; // lent staff is re-invoiced: a real expense
        return new(null, DigestRate.Of(rate), rate.CentsPerHour, null, Valuation.OfTime(line.Minutes, rate.CentsPerHour), rate.Adopted.Debit, rate.Adopted.Credit);
    }

    private static Appraisal InKind(LedgerLine line)
    {
        if (AccountPair.InKind(line.Kind) is not { } accounts) return Out(line.Kind == "achat_groupe" ? "indicator" : "unknown_kind");
        if (line.UnitValueCents is not { } unit) return QuantityAlone;
        // What was lent for a time and counted in minutes has the hour as its unit.
        var value = line.QuantityMilli is { } quantity ? Valuation.InKind(quantity, unit) : Valuation.OfTime(line.Minutes, unit);
        return new(null, null, null, unit, value, accounts.Debit, accounts.Credit);
    }

    /// <summary>A line that takes back one of an approved digest takes back its very cents, whatever was adopted since.</summary>
    public static Appraisal Reversing(DigestLine taken, DigestRate? rate) =>
        new(null, rate, taken.CentsPerHour, taken.UnitValueCents, -taken.ValueCents, taken.Debit, taken.Credit);
}
