namespace Ptce.Workspace;

public sealed partial class Digests
{
    /// <summary>The line of a digest that froze a contribution; null where none did.</summary>
    /// <param name="day">The contribution's day when it was frozen.</param>
    /// <remarks>Lines are numbered by day, then by id: the place is found by halving, twenty steps for a million.</remarks>
    private Task<DigestLine?> Frozen(string digestId, DateOnly day, string contributionId) => db.MaybeOne<DigestLine>($"""
        with recursive half (low, high) as (
            select cast(1 as bigint), lines + excluded from digests where id = @digestId
            union all
            select case when (l.day, l.contribution_id) < (@day, @contributionId) then l.number + 1 else half.low end,
                   case when (l.day, l.contribution_id) < (@day, @contributionId) then half.high else l.number end
            from half join digest_lines l on l.digest_id = @digestId and l.number = (half.low + half.high) / 2
            where half.low < half.high)
        select {FrozenColumns} from half join digest_lines on digest_id = @digestId and number = half.low
        where half.low = half.high and contribution_id = @contributionId
        """, new { digestId, day, contributionId });

    /// <summary>A contribution as an approved digest counts it; null where none does.</summary>
    private async Task<FrozenBefore?> Taken(string contributionId, string poleId)
    {
        if (await Contributions.LockOf(db, poleId, contributionId) is not { } at) return null;
        return await Frozen(at.DigestId, at.Day, contributionId) is { } line ? new(line, await RateOf(at.DigestId, line.RateNumber)) : null;
    }

    private async Task<DigestRate?> RateOf(string digestId, long? number) => number is null ? null
        : await db.One<DigestRate>($"select {RateReadings} from digest_rates where digest_id = @digestId and number = @number", new { digestId, number });
}
