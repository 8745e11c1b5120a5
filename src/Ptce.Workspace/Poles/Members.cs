namespace Ptce.Workspace;

/// <summary>Organisation membre, with the circles it belongs to today.</summary>
public sealed record Organisation(string Id, string Name, string Type);

/// <summary>Which organisations and people belong to a pole, since when and as what.</summary>
public sealed partial class Members(Db db, TimeProvider clock)
{
    public const int LongestName = 120; // characters

    /// <summary>A person of the pole, with an organisation they act for.</summary>
    public sealed record Colleague(string PersonId, string Name, string OrganisationId, string OrganisationName);

    /// <summary>The pole's organisations with a membership in force today, by name.</summary>
    public Task<IReadOnlyList<Organisation>> Organisations(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Organisation>("""
            select o.id, o.name, o.type from organisations o
            where o.id in (
                select m.organisation_id from memberships m
                where m.pole_id = @PoleId and m.from_day <= @today and (m.to_day is null or m.to_day >= @today))
            order by o.name, o.id
            """, new { actor.PoleId, today = actor.Today(clock) });
    }

    /// <summary>The people with a mandate in the pole today, one row per organisation they act for.</summary>
    public Task<IReadOnlyList<Colleague>> People(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Colleague>("""
            select distinct p.id as person_id, p.name, o.id as organisation_id, o.name as organisation_name
            from mandates m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id
            where m.pole_id = @PoleId and m.from_day <= @today and (m.to_day is null or m.to_day >= @today)
            order by p.name, o.name
            """, new { actor.PoleId, today = actor.Today(clock) });
    }

    /// <summary>The organisations this person acts for in the pole today: what the organisation switch offers.</summary>
    public Task<IReadOnlyList<Organisation>> Mine(Actor actor) => db.Read<Organisation>("""
        select distinct o.id, o.name, o.type
        from mandates m join organisations o on o.id = m.organisation_id
        where m.pole_id = @PoleId and m.person_id = @PersonId and m.from_day <= @today and (m.to_day is null or m.to_day >= @today)
        order by o.name, o.id
        """, new { actor.PoleId, actor.PersonId, today = actor.Today(clock) });

    /// <summary>Finds or makes the person with this address: one person in several organisations stays one person.</summary>
    private static async Task<string> Person(Tx tx, string name, string? email, string language)
    {
        var known = email is null ? null : await tx.MaybeOne<string>("select id from people where email = @email", new { email });
        if (known is not null) return known;
        var id = Ids.New();
        await tx.Execute("insert into people (id, name, email, language, created_at) values (@id, @name, @email, @language, @Now)",
            new { id, name, email, language, tx.Now });
        return id;
    }
}
