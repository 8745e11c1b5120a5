namespace Ptce.Workspace;

/// <summary>A period to compile, proposed: "this month", "last quarter", "last workshop cycle", …</summary>
/// <param name="To">Last day included.</param>
public sealed record DigestPeriod(string Name, DateOnly From, DateOnly To)
{
    /// <summary>The calendar's periods, the last quarter first.</summary>
    public static IReadOnlyList<DigestPeriod> Usual(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return
        [
            Ended("quarter", today)!,
            new("month", month, month.AddMonths(1).AddDays(-1)),
            Ended("month", today)! with { Name = "last_month" },
            new("year", new(today.Year, 1, 1), new(today.Year, 12, 31)),
            Ended("year", today)! with { Name = "last_year" },
        ];
    }

    /// <summary>The last whole calendar period before that day.</summary>
    /// <param name="rhythm">"quarter", "month" or "year".</param>
    /// <returns>Null for any other rhythm.</returns>
    public static DigestPeriod? Ended(string rhythm, DateOnly today)
    {
        var months = rhythm switch { "month" => 1, "quarter" => 3, "year" => 12, _ => 0 };
        if (months == 0) return null;
        var first = new DateOnly(today.Year, (today.Month - 1) / months * months + 1, 1);
        return new(rhythm, first.AddMonths(-months), first.AddDays(-1));
    }

    /// <summary>From one workshop to the eve of the one after it: the work that the second of them looks back on.</summary>
    /// <param name="days">Days of the last two workshops, latest first.</param>
    public static DigestPeriod? Cycle(IReadOnlyList<DateOnly> days) => days is [var last, var before, ..] ? new("cycle", before, last.AddDays(-1)) : null;
}
