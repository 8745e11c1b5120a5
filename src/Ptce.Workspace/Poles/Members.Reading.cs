namespace Ptce.Workspace;

public sealed partial class Members
{
    /// <summary>Appartenance: an organisation in a circle of the pole, from a first to a last day.</summary>
    public sealed record Belonging(string Id, string OrganisationId, string Name, string Type, string Circle, DateOnly FromDay, DateOnly? ToDay)
    {
        public Lasting Lasts => new(FromDay, ToDay);
    }

    /// <summary>Mandat: what a person does in the pole, for whom, from a first to a last day.</summary>
    public sealed record Mandate(string Id, string PersonId, string Name, string? OrganisationId, string? OrganisationName, string Role, string Engagement, DateOnly FromDay, DateOnly? ToDay)
    {
        public Lasting Lasts => new(FromDay, ToDay);
    }

    /// <summary>Someone of the pole, with what is theirs alone to show.</summary>
    /// <param name="Email">Null as well for readers who may not manage members.</param>
    public sealed record Portrait(string Id, string Name, string? Email, IReadOnlyList<Mandate> Mandates);

    /// <summary>Every membership of the pole, past and to come included, by organisation.</summary>
    public Task<IReadOnlyList<Belonging>> Belongings(Actor actor, string? organisationId = null)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Belonging>("""
            select m.id, o.id as organisation_id, o.name, o.type, m.circle, m.from_day, m.to_day
            from memberships m join organisations o on o.id = m.organisation_id
            where m.pole_id = @PoleId and (@organisationId is null or o.id = @organisationId)
            order by lower(o.name), o.id, m.from_day, m.id
            """, new { actor.PoleId, organisationId });
    }

    /// <summary>Every mandate of the pole, or of a person or an organisation there, past and to come included, by person.</summary>
    public Task<IReadOnlyList<Mandate>> Mandates(Actor actor, string? personId = null, string? organisationId = null)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Mandate>("""
            select m.id, p.id as person_id, p.name, o.id as organisation_id, o.name as organisation_name, m.role, m.engagement, m.from_day, m.to_day
            from mandates m join people p on p.id = m.person_id left join organisations o on o.id = m.organisation_id
            where m.pole_id = @PoleId and (@personId is null or p.id = @personId) and (@organisationId is null or o.id = @organisationId)
            order by lower(p.name), p.id, m.from_day, m.id
            """, new { actor.PoleId, personId, organisationId });
    }

    /// <exception cref="NotHere">Nobody who has or had a mandate in the actor's pole.</exception>
    public async Task<Portrait> Portray(Actor actor, string personId)
    {
        var mandates = await Mandates(actor, personId);
        if (mandates.Count == 0) throw new NotHere();
        var email = actor.May(Act.ManageMembers) ? await db.MaybeOne<string>("select email from people where id = @personId", new { personId }) : null;
        return new(personId, mandates[0].Name, email, mandates);
    }

    /// <summary>Names of the pole's organisations and people, for whoever tells what happened to them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (!actor.May(Act.ReadPole) || ids.Count == 0) return new Dictionary<string, string>();
        var names = await db.Read<(string Id, string Name)>("""
            select o.id, o.name from organisations o where o.id in @ids and exists (select 1 from memberships m where m.organisation_id = o.id and m.pole_id = @PoleId)
            union select p.id, p.name from people p where p.id in @ids and exists (select 1 from mandates m where m.person_id = p.id and m.pole_id = @PoleId)
            union select c.id, c.name from candidacies c where c.id in @ids and c.pole_id = @PoleId
            union select id, name from poles where id in @ids and id = @PoleId
            """, new { actor.PoleId, ids = ids.ToArray() });
        return names.ToDictionary(n => n.Id, n => n.Name);
    }

    /// <summary>The page of an organisation or a person of the pole.</summary>
    public string Page(Actor actor, string id) => id == actor.PoleId ? $"/p/{actor.PoleSlug}/pole" : $"/p/{actor.PoleSlug}/pole/{id}";
}
