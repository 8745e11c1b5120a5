namespace Ptce.Workspace;

/// <summary>What a partner may declare of a person in a month: hours, capped over all projects of the calendar year.</summary>
/// <param name="Minutes">Worked on the project.</param>
/// <param name="Others">Worked that month in other poles.</param>
/// <param name="YearMinutes">Everything of that calendar year up to the end of the month, all projects together.</param>
/// <param name="Cost">Null where none is recorded: hours stand there without an amount.</param>
public sealed record StaffMonth(string PersonId, string OrganisationId, DateOnly Month, long Minutes, long Others, long YearMinutes, StaffCost? Cost)
{
    /// <summary>What the cap leaves: what other projects took of it comes first.</summary>
    public long Kept => Cost is null ? 0 : Math.Clamp(Cost.YearMinutes - (YearMinutes - Minutes), 0, Math.Max(0, Minutes));

    /// <summary>Kept time × hourly rate, to the cent.</summary>
    public long? Cents => Cost is null ? null : Valuation.OfTime(Kept, Cost.CentsPerHour);

    /// <summary>A fixed share of a month of employment, by letter of assignment, to the cent.</summary>
    public static long OfFixedShare(StaffCost cost) =>
        (long)decimal.Round(cost.AnnualCents / 12m * (cost.FixedBasisPoints ?? 0) / 10_000m, 0, MidpointRounding.AwayFromZero);
}

/// <summary>Art. 67(1)(a) of Reg. (EU) 2021/1060: public support against what is in kind. Programmes read it in two ways: both are shown.</summary>
/// <param name="EligibleCents">Total eligible expenditure, without what is in kind.</param>
public sealed record InKindCeiling(long EligibleCents, long InKindCents, long SupportCents)
{
    /// <summary>"In-kind included" belongs to the operation: support up to the eligible expenditure without it.</summary>
    public long Usual => EligibleCents;

    /// <summary>What is in kind counts inside the support: support and in-kind together up to the eligible expenditure without it.</summary>
    public long Strict => Math.Max(0, EligibleCents - InKindCents);

    public bool HoldsUsually => SupportCents <= Usual;
    public bool HoldsStrictly => SupportCents <= Strict;
}
