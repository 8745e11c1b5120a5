namespace Ptce.Workspace;

/// <summary>A period to compile, proposed: "this month", "last quarter", …</summary>
public sealed record DigestPeriod(string Name, DateOnly From, DateOnly To)
{
    /// <summary>What a treasurer usually wants, the last quarter first.</summary>
    public static IReadOnlyList<DigestPeriod> Usual(DateOnly today)
    {
        var (from, to) = Digests.QuarterBefore(today);
        var month = new DateOnly(today.Year, today.Month, 1);
        return
        [
            new("quarter", from, to),
            new("month", month, month.AddMonths(1).AddDays(-1)),
            new("last_month", month.AddMonths(-1), month.AddDays(-1)),
            new("year", new(today.Year, 1, 1), new(today.Year, 12, 31)),
            new("last_year", new(today.Year - 1, 1, 1), new(today.Year - 1, 12, 31)),
        ];
    }
}
