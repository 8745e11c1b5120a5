namespace Ptce.Workspace;

/// <summary>A line that differs between two versions of a period. One side is null where the line came or went.</summary>
public sealed record DigestChange(DigestLine? Before, DigestLine? After);

/// <summary>What recomputing changed, in figures and in lines.</summary>
/// <param name="Before">The version compared with.</param>
/// <param name="Changes">The first of them, by day; <see cref="Digests.MostChanges"/> of each sort at most.</param>
public sealed record DigestDiff(Digest Before, long Added, long Removed, long Changed, IReadOnlyList<DigestChange> Changes);

public sealed partial class Digests
{
    public const int MostChanges = 100;

    // What makes a line another one: its own number and mark are only its place.
    private const string Differs = """
        (a.day <> b.day or a.kind <> b.kind or a.minutes <> b.minutes or a.organisation_id <> b.organisation_id
         or coalesce(a.beneficiary_id, '') <> coalesce(b.beneficiary_id, '') or coalesce(a.quantity_milli, 0) <> coalesce(b.quantity_milli, 0)
         or coalesce(a.unit_value_cents, -1) <> coalesce(b.unit_value_cents, -1) or coalesce(a.cents_per_hour, -1) <> coalesce(b.cents_per_hour, -1)
         or a.value_cents <> b.value_cents or coalesce(a.debit, '') <> coalesce(b.debit, '') or coalesce(a.reason, '') <> coalesce(b.reason, ''))
        """;

    /// <summary>The digest beside the version compiled before it, for the same period; null for the first.</summary>
    public async Task<DigestDiff?> Diff(Digest digest)
    {
        var before = await db.MaybeOne<Digest>($"""
            select {Columns} from digests
            where pole_id = @PoleId and from_day = @FromDay and to_day = @ToDay and version < @Version and hash is not null
            order by version desc limit 1
            """, new { digest.PoleId, digest.FromDay, digest.ToDay, digest.Version });
        if (before is null) return null;

        var both = new { older = before.Id, newer = digest.Id, MostChanges };
        // The other version's lines are looked up by contribution, which their table is not ordered by: in a list made for the question.
        const string InOlder = "with other as materialized (select contribution_id, number from digest_lines where digest_id = @older)";
        const string InNewer = "with other as materialized (select contribution_id, number from digest_lines where digest_id = @newer)";
        var added = new Comparison(InOlder, "from digest_lines a left join other o on o.contribution_id = a.contribution_id where a.digest_id = @newer and o.number is null");
        var removed = new Comparison(InNewer, "from digest_lines a left join other o on o.contribution_id = a.contribution_id where a.digest_id = @older and o.number is null");
        var changed = new Comparison(InNewer, $"""
            from digest_lines a cross join other o cross join digest_lines b
            where a.digest_id = @older and o.contribution_id = a.contribution_id and b.digest_id = @newer and b.number = o.number and {Differs}
            """);
        var came = await Some(added, "a", both);
        var went = await Some(removed, "a", both);
        var was = await Some(changed, "a", both);
        var now = (await Some(changed, "b", both)).ToDictionary(l => l.ContributionId);
        return new(before,
            await Count(added, both), await Count(removed, both), await Count(changed, both),
            [.. came.Select(l => new DigestChange(null, l)).Concat(went.Select(l => new DigestChange(l, null))).Concat(was.Where(l => now.ContainsKey(l.ContributionId)).Select(l => new DigestChange(l, now[l.ContributionId])))
                .OrderBy(c => (c.After ?? c.Before)!.Day).ThenBy(c => (c.After ?? c.Before)!.ContributionId, StringComparer.Ordinal)]);
    }

    private sealed record Comparison(string With, string Lines);

    private Task<long> Count(Comparison of, object both) => db.One<long>($"{of.With} select count(*) {of.Lines}", both);

    private Task<IReadOnlyList<DigestLine>> Some(Comparison of, string side, object both) => db.Read<DigestLine>($"""
        {of.With} select {string.Join(", ", FrozenColumns.Split(',').Select(c => $"{side}.{c.Trim()}"))} {of.Lines}
        order by a.day, a.contribution_id limit @MostChanges
        """, both);
}
