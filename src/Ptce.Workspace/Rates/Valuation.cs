namespace Ptce.Workspace;

/// <summary>Valorisation: the arithmetic, and nothing else. Everything is exact until the one rounding to the cent.</summary>
/// <remarks>
/// Half a cent goes away from zero, so that a line that reverses another takes back the very same cents.
/// Totals are sums of rounded values, never rounded sums: every page adds up.
/// </remarks>
public static class Valuation
{
    /// <summary>Cents per hour: base × coefficient × (1 + t), rounded to the cent.</summary>
    /// <param name="coefficientMilli">Thousandths: 1500 is 1.5.</param>
    /// <param name="chargeBasisPoints">t in ten-thousandths: 4200 is 0.42.</param>
    public static long HourlyRate(long baseCents, long coefficientMilli = 1000, long chargeBasisPoints = 0) =>
        Round((decimal)baseCents * coefficientMilli * (10_000 + chargeBasisPoints) / 10_000_000m);

    /// <summary>Cents: minutes × rate ÷ 60.</summary>
    public static long OfTime(long minutes, long centsPerHour) => Round((Int128)minutes * centsPerHour, 60);

    /// <summary>Cents: quantity × unit value.</summary>
    /// <param name="quantityMilli">Thousandths of the unit.</param>
    public static long InKind(long quantityMilli, long unitValueCents) => Round((Int128)quantityMilli * unitValueCents, 1000);

    private static long Round(decimal cents) => (long)decimal.Round(cents, 0, MidpointRounding.AwayFromZero);

    // The same in whole numbers, for lines by the million.
    private static long Round(Int128 dividend, long divisor)
    {
        var rounded = (2 * Int128.Abs(dividend) + divisor) / (2 * divisor);
        return checked((long)(dividend < 0 ? -rounded : rounded));
    }
}
