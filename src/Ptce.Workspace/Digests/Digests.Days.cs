namespace Ptce.Workspace;

/// <summary>What a person gave on one day, of one kind.</summary>
public sealed record DigestDay
{
    public required string PersonId { get; init; }
    public required string OrganisationId { get; init; }
    public required string Kind { get; init; }
    public DateOnly Day { get; init; }
    public long Lines { get; init; }
    public long Minutes { get; init; }
    public long ValueCents { get; init; }

    /// <summary>A line of it was written for several people.</summary>
    public bool Shared { get; init; }
}

public sealed partial class Digests
{
    private sealed record Worked
    {
        public required string PersonId { get; init; }
        public required string OrganisationId { get; init; }
        public required string Kind { get; init; }
        public DateOnly Day { get; init; }
        public long People { get; init; }
        public long? CentsPerHour { get; init; }
        public long Lines { get; init; }
        public long Minutes { get; init; }
        public long ValueCents { get; init; }

        public long OwnMinutes => Minutes / People;
        public long OwnCents => People == 1 ? ValueCents : CentsPerHour is { } rate ? Valuation.OfTime(OwnMinutes, rate) : 0;
    }

    /// <summary>What people gave in time, day by day: of one kind, or of all.</summary>
    public Task<IReadOnlyList<DigestDay>> Days(Digest digest, string? kind = null) => Days(digest, kind, w => (w.Minutes, w.ValueCents));

    /// <summary>The same where a person signs for it: of a line written for several, that person's part alone ("nous étions 4, 2 h" is two hours).</summary>
    public Task<IReadOnlyList<DigestDay>> OwnDays(Digest digest, string? kind = null) => Days(digest, kind, w => (w.OwnMinutes, w.OwnCents));

    private async Task<IReadOnlyList<DigestDay>> Days(Digest digest, string? kind, Func<Worked, (long Minutes, long Cents)> counted) =>
    [
        // A line for several stands alone, to be divided. What was frozen before that figure was has it in the ledger.
        .. (await db.Read<Worked>("""
            select l.person_id, l.organisation_id, l.kind, l.day, l.people, l.cents_per_hour, count(*) as lines, cast(sum(l.minutes) as bigint) as minutes, cast(sum(l.value_cents) as bigint) as value_cents
            from (select f.number, f.person_id, f.organisation_id, f.kind, f.day, coalesce(f.people, c.people) as people, f.cents_per_hour, f.minutes, f.value_cents
                  from digest_lines f join contributions c on c.id = f.contribution_id
                  where f.digest_id = @Id and f.reason is null and f.person_id is not null and (@kind is null or f.kind = @kind)) l
            group by l.person_id, l.organisation_id, l.kind, l.day, l.people, l.cents_per_hour, case when l.people > 1 then l.number else 0 end
            """, new { digest.Id, kind }))
            .GroupBy(w => (w.PersonId, w.OrganisationId, w.Kind, w.Day))
            .OrderBy(g => g.Key.PersonId, StringComparer.Ordinal).ThenBy(g => g.Key.Day).ThenBy(g => g.Key.Kind, StringComparer.Ordinal).ThenBy(g => g.Key.OrganisationId, StringComparer.Ordinal)
            .Select(g => new DigestDay
            {
                PersonId = g.Key.PersonId,
                OrganisationId = g.Key.OrganisationId,
                Kind = g.Key.Kind,
                Day = g.Key.Day,
                Shared = g.Any(w => w.People > 1),
                Lines = g.Sum(w => w.Lines),
                Minutes = g.Sum(w => counted(w).Minutes),
                ValueCents = g.Sum(w => counted(w).Cents),
            }),
    ];
}
