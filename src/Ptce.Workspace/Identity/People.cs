namespace Ptce.Workspace;

/// <summary>Someone who signs in, in however many organisations and poles.</summary>
/// <param name="Email">Lower case; null for a person without one.</param>
public sealed record Person(string Id, string Name, string? Email, string Language);

public sealed record PersonRenamed(string PoleId, string PersonId) : Event(PoleId, PersonId);

/// <summary>People as themselves, outside any pole.</summary>
public sealed partial class People(Db db, TimeProvider clock)
{
    private const string Columns = "p.id, p.name, p.email, p.language";

    /// <summary>The person whose session this is, while they have a mandate somewhere; else null, and the session ends.</summary>
    public Task<Person?> WithMandate(string personId) => db.MaybeOne<Person>($"""
        select {Columns} from people p
        where p.id = @personId and exists (
            select 1 from mandates m
            where m.person_id = p.id and m.from_day <= @latest and (m.to_day is null or m.to_day >= @earliest))
        """, new { personId, latest = Utc.AddDays(1), earliest = Utc.AddDays(-1) });

    /// <summary>A mandate of this person's, in whichever pole.</summary>
    /// <param name="Slug">Null when it is for every pole of the instance.</param>
    public sealed record Mine(string Id, string? Slug, string? Pole, string? Zone, string? OrganisationId, string? Organisation, string Role, string Engagement, DateOnly FromDay, DateOnly? ToDay)
    {
        public Lasting Lasts => new(FromDay, ToDay);
    }

    /// <summary>All their mandates, past and to come included, by pole.</summary>
    public Task<IReadOnlyList<Mine>> Mandates(string personId) => db.Read<Mine>("""
        select m.id, o.slug, o.name as pole, o.zone, g.id as organisation_id, g.name as organisation, m.role, m.engagement, m.from_day, m.to_day
        from mandates m left join poles o on o.id = m.pole_id left join organisations g on g.id = m.organisation_id
        where m.person_id = @personId
        order by lower(o.name), o.slug, lower(g.name), m.from_day, m.id
        """, new { personId });

    /// <summary>A person says what they are called and which language they read.</summary>
    /// <exception cref="Refused">«name» is empty or too long; «language» is none of ours.</exception>
    public Task Introduce(Person person, string name, string language)
    {
        name = name.Trim();
        Refused.If(name is "" or { Length: > Members.LongestName }, "name", "members.person_length", Members.LongestName);
        Refused.If(!Words.Languages.Contains(language), "language", "identity.unknown_language", language);
        return db.Write(null, async tx =>
        {
            await tx.Execute("update people set name = @name, language = @language where id = @Id", new { name, language, person.Id });
            if (name == person.Name) return;
            foreach (var pole in await tx.Read<string>("select distinct pole_id from mandates where person_id = @Id and pole_id is not null order by pole_id", new { person.Id }))
                await tx.Announce(null, new PersonRenamed(pole, person.Id));
        });
    }

    /// <summary>A person says which kind of time they give under a mandate of theirs, unless a sentence says otherwise.</summary>
    /// <param name="engagement">"salarie" or "benevole".</param>
    /// <exception cref="NotHere">The mandate is not theirs.</exception>
    public Task Engage(Person person, string mandateId, string engagement)
    {
        Refused.If(engagement is not ("salarie" or "benevole"), "engagement", "members.unknown_engagement", engagement);
        return db.Write(null, async tx =>
        {
            if (await tx.Execute("update mandates set engagement = @engagement where id = @mandateId and person_id = @Id", new { engagement, mandateId, person.Id }) == 0)
                throw new NotHere();
        });
    }

    // Poles stand in several zones: a session lasts as long as it is still today somewhere; each pole then decides by its own clock.
    private DateOnly Utc => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
