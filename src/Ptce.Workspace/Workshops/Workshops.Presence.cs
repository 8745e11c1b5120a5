namespace Ptce.Workspace;

/// <summary>How an organisation was at the meetings of a year.</summary>
public sealed record YearlyPresence
{
    public required string OrganisationId { get; init; }
    public required string Name { get; init; }
    public long Year { get; init; }
    public long Meetings { get; init; }

    /// <summary>Everyone who came, counted once a meeting.</summary>
    public long People { get; init; }
}

/// <summary>The meetings that were held in a year.</summary>
public sealed record HeldInYear
{
    public long Year { get; init; }
    public long Meetings { get; init; }

    /// <summary>Everyone who came to them, counted once a meeting.</summary>
    public long People { get; init; }
}

/// <summary>Who came, over the years.</summary>
public sealed record PresenceOverYears(IReadOnlyList<HeldInYear> Years, IReadOnlyList<YearlyPresence> Organisations);

public sealed partial class Workshops
{
    public const int MostYears = 10;

    /// <summary>Each organisation's presence at closed meetings by year, for the last <see cref="MostYears"/> calendar years at most, this one included; of one series, or of every meeting that is for the whole pole or its committee.</summary>
    public async Task<PresenceOverYears> PresenceOverYears(Actor actor, string? seriesId)
    {
        actor.Must(Act.ReadPole);
        var args = new { actor.PoleId, seriesId, from = new DateOnly(actor.Today(clock).Year - MostYears + 1, 1, 1) };
        const string Held = "o.pole_id = @PoleId and o.state = 'held' and o.day >= @from and ((@seriesId is null and s.audience <> 'group') or o.series_id = @seriesId)";
        return new(
            await db.Read<HeldInYear>($"""
                select cast(substr(o.day, 1, 4) as bigint) as year, count(distinct o.id) as meetings, count(a.person_id) as people
                from occurrences o join meeting_series s on s.id = o.series_id left join attendances a on a.occurrence_id = o.id
                where {Held} group by substr(o.day, 1, 4) order by 1
                """, args),
            await db.Read<YearlyPresence>($"""
                select g.id as organisation_id, g.name, cast(substr(o.day, 1, 4) as bigint) as year, count(distinct o.id) as meetings, count(*) as people
                from attendances a join occurrences o on o.id = a.occurrence_id join meeting_series s on s.id = o.series_id join organisations g on g.id = a.organisation_id
                where {Held} group by g.id, g.name, substr(o.day, 1, 4) order by lower(g.name), g.id, 3
                """, args));
    }
}
