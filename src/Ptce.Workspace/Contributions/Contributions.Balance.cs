namespace Ptce.Workspace;

/// <summary>What an organisation gave to another and received from it, in minutes of time; a balance of reciprocity, not a debt.</summary>
public sealed record Exchange
{
    /// <summary>The other organisation; null: the pole itself.</summary>
    public string? OrganisationId { get; init; }
    public string? Name { get; init; }
    public long GivenMinutes { get; init; }
    public long ReceivedMinutes { get; init; } // properties and no constructor: sums over no line have no type on SQLite
}

public sealed partial class Contributions : INameSubjects
{
    /// <summary>The page of a line.</summary>
    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/contributions/{id}";

    /// <summary>Given and received by the actor's organisation in a period, per counterpart, the largest first. Cancelled and contested lines do not count.</summary>
    public Task<IReadOnlyList<Exchange>> Balance(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Exchange>("""
            with moved as (
                select c.beneficiary_id as other, c.minutes as given, 0 as received
                from contributions c
                where c.pole_id = @PoleId and c.organisation_id = @OrganisationId and c.day between @from and @to and c.state not in ('draft', 'cancelled', 'contested')
                union all
                select c.organisation_id, 0, c.minutes
                from contributions c
                where c.pole_id = @PoleId and c.beneficiary_id = @OrganisationId and c.day between @from and @to and c.state not in ('draft', 'cancelled', 'contested'))
            select m.other as organisation_id, o.name, cast(sum(m.given) as bigint) as given_minutes, cast(sum(m.received) as bigint) as received_minutes
            from moved m left join organisations o on o.id = m.other
            group by m.other, o.name
            having sum(m.given) <> 0 or sum(m.received) <> 0
            order by sum(m.given) + sum(m.received) desc, o.name
            """, new { actor.PoleId, actor.OrganisationId, from, to });
    }

    /// <summary>Minutes of the actor's own lines in a period, cancelled ones left out.</summary>
    public Task<long> MinutesOf(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        return db.One<long>("""
            select cast(coalesce(sum(minutes), 0) as bigint) from contributions
            where pole_id = @PoleId and person_id = @PersonId and day between @from and @to and state <> 'cancelled'
            """, new { actor.PoleId, actor.PersonId, from, to });
    }

    /// <summary>The same month by month, the latest first; months without time are not among them.</summary>
    public Task<IReadOnlyList<MonthTotal>> MonthsOf(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        return db.Read<MonthTotal>("""
            select substr(day, 1, 7) as month, count(*) as lines, cast(sum(minutes) as bigint) as minutes,
                   cast(sum(case when state in ('validated', 'locked') then minutes else 0 end) as bigint) as settled
            from contributions
            where pole_id = @PoleId and person_id = @PersonId and day between @from and @to and state <> 'cancelled' and minutes <> 0
            group by substr(day, 1, 7) order by 1 desc
            """, new { actor.PoleId, actor.PersonId, from, to });
    }

    /// <summary>The actor's own lines that the other party contests: they wait for an answer or a correction.</summary>
    public async Task<IReadOnlyList<Contribution>> ContestedOfMine(Actor actor) => actor.May(Act.LogContribution)
        ? await Lines(db.Read<Contribution>, db.Read<PartyOf>, actor, $"c.state = 'contested' and (c.person_id = @PersonId or c.logged_by = @PersonId) order by c.day, c.id limit {PageSize}")
        : [];
}
