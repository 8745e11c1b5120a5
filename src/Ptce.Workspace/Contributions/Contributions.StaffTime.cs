namespace Ptce.Workspace;

/// <summary>Staff time of a person in one pole, of a month ("2026-03") or of a day: their own part of what was written for several.</summary>
public sealed record StaffTime
{
    public required string PersonId { get; init; }
    public required string PoleId { get; init; }
    public required string Month { get; init; }
    public DateOnly Day { get; init; }
    public long Minutes { get; init; }
}

public sealed partial class Contributions
{
    /// <summary>Validated staff time of these people in every pole, month by month: the cap of a year is over all projects.</summary>
    internal async Task<IReadOnlyList<StaffTime>> StaffTime(string[] personIds, DateOnly from, DateOnly to) => personIds.Length == 0 ? [] : await db.Read<StaffTime>("""
        select person_id, pole_id, substr(day, 1, 7) as month, cast(sum(minutes / people) as bigint) as minutes
        from contributions
        where person_id in @personIds and kind = 'temps_salarie' and state in ('validated', 'locked') and day between @from and @to
        group by person_id, pole_id, substr(day, 1, 7)
        """, new { personIds, from, to });

    /// <summary>The same of one person, day by day.</summary>
    internal Task<IReadOnlyList<StaffTime>> StaffDays(string personId, DateOnly from, DateOnly to) => db.Read<StaffTime>("""
        select person_id, pole_id, substr(day, 1, 7) as month, day, cast(sum(minutes / people) as bigint) as minutes
        from contributions
        where person_id = @personId and kind = 'temps_salarie' and state in ('validated', 'locked') and day between @from and @to
        group by person_id, pole_id, day order by day
        """, new { personId, from, to });
}
