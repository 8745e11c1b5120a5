namespace Ptce.Workspace;

/// <summary>Instance: how often a body met over a period, who came, and how many of the organisations it is for were there.</summary>
public sealed record BodyPresence
{
    public required string SeriesId { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public long Meetings { get; init; }

    /// <summary>Everyone who came, counted once a meeting.</summary>
    public long People { get; init; }

    /// <summary>Organisations that were there and are expected, counted once a meeting.</summary>
    public long Present { get; init; }

    /// <summary>Organisations the body is for on the day of each meeting: members of the pole, of its committee, of the group.</summary>
    public long Expected { get; init; }

    /// <summary>Percent, whole; null where the body is for nobody.</summary>
    public decimal? Percent => Expected == 0 ? null : Math.Round(100m * Present / Expected, 0, MidpointRounding.AwayFromZero);
}

public sealed partial class Workshops
{
    /// <summary>Every body that held a meeting in the period, by name.</summary>
    public Task<IReadOnlyList<BodyPresence>> Bodies(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        return db.Read<BodyPresence>("""
            with held as (
                select o.id, o.day, s.id as series_id, s.name, s.kind, s.audience
                from occurrences o join meeting_series s on s.id = o.series_id
                where o.pole_id = @PoleId and o.state = 'held' and o.day between @from and @to),
            expected as (
                select h.id, m.organisation_id from held h join memberships m on m.pole_id = @PoleId and m.from_day <= h.day and (m.to_day is null or m.to_day >= h.day)
                where h.audience = 'pole'
                union
                select h.id, d.organisation_id from held h join mandates d on d.pole_id = @PoleId and d.role = 'committee' and d.from_day <= h.day and (d.to_day is null or d.to_day >= h.day)
                where h.audience = 'committee' and d.organisation_id is not null
                union
                select h.id, d.organisation_id from held h
                join group_members g on g.series_id = h.series_id and g.from_day <= h.day and (g.to_day is null or g.to_day >= h.day)
                join mandates d on d.pole_id = @PoleId and d.person_id = g.person_id and d.from_day <= h.day and (d.to_day is null or d.to_day >= h.day)
                where h.audience = 'group' and d.organisation_id is not null),
            met as (
                select h.id, h.series_id, h.name, h.kind,
                       (select count(*) from attendances a where a.occurrence_id = h.id) as people,
                       (select count(distinct a.organisation_id) from attendances a join expected e on e.id = h.id and e.organisation_id = a.organisation_id where a.occurrence_id = h.id) as present,
                       (select count(*) from expected e where e.id = h.id) as expected
                from held h)
            select series_id, name, kind, count(*) as meetings, cast(sum(people) as bigint) as people, cast(sum(present) as bigint) as present, cast(sum(expected) as bigint) as expected
            from met group by series_id, name, kind order by lower(name), series_id
            """, new { actor.PoleId, from, to });
    }
}
