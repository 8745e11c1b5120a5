namespace Ptce.Workspace;

/// <summary>Finds out who acts: the only way an <see cref="Actor"/> comes to be.</summary>
public sealed class Actors(Db db, TimeProvider clock)
{
    /// <summary>Nobody, reading at the console with a treasurer's eyes: whoever can open the store needs no further right.</summary>
    public static Actor AtConsole(Pole pole, string language) =>
        new("", "", language, pole.Id, pole.Slug, pole.Name, pole.Zone, null, null, "benevole", Roles.Treasurer);

    /// <summary>A pole this person has a mandate in, for the pole switcher.</summary>
    public sealed record Place(string Slug, string Name);

    /// <summary>A person, a pole, and a mandate of the one in the other.</summary>
    private sealed record Mandate(
        string PersonId, string Name, string? Email, string Language, string PoleId, string Slug, string PoleName, string Zone,
        string Role, string? OrganisationId, string? OrganisationName, string Engagement, DateOnly FromDay, DateOnly? ToDay);

    private static string MandatesIn(string poles) => $"""
        select p.id as person_id, p.name, p.email, p.language, o.id as pole_id, o.slug, o.name as pole_name, o.zone,
               m.role, m.organisation_id, g.name as organisation_name, m.engagement, m.from_day, m.to_day
        from people p
        join poles o on {poles}
        join mandates m on m.person_id = p.id and (m.pole_id = o.id or m.pole_id is null)
        left join organisations g on g.id = m.organisation_id
        where p.id = @personId
        order by o.name, o.slug, m.from_day, m.id
        """;

    private static readonly string InOne = MandatesIn("o.slug = @pole"), InAll = MandatesIn("1 = 1");

    /// <summary>The person in that pole today, speaking for the organisation asked for, else for the first of theirs.</summary>
    /// <param name="pole">The pole's slug.</param>
    /// <returns>Null when the person or the pole does not exist, or no mandate is in force: callers answer the same in all three cases.</returns>
    public async Task<Actor?> Find(string personId, string pole, string? organisationId = null) => (await Enter(personId, pole, organisationId))?.Actor;

    /// <summary>The same, with the person as themselves: who has a mandate in force here has one somewhere.</summary>
    public async Task<(Person Person, Actor Actor)?> Enter(string personId, string pole, string? organisationId = null)
    {
        var all = await db.Read<Mandate>(InOne, new { personId, pole });
        return Today(all, organisationId) is { } actor ? (new(actor.PersonId, actor.Name, all[0].Email, actor.Language), actor) : null;
    }

    /// <summary>The person in each pole where they have a mandate in force, by the pole's name.</summary>
    public async Task<IReadOnlyList<Actor>> Everywhere(string personId) =>
        [.. (await db.Read<Mandate>(InAll, new { personId })).GroupBy(m => m.PoleId).Select(pole => Today(pole, null)).OfType<Actor>()];

    /// <param name="all">Mandates of one person in one pole, past and to come included.</param>
    private Actor? Today(IEnumerable<Mandate> all, string? organisationId)
    {
        var now = clock.GetUtcNow();
        var mandates = all.Where(m => Zones.Day(now, m.Zone) is var today && m.FromDay <= today && !(m.ToDay < today)).ToList();
        if (mandates is not [var someone, ..]) return null;

        var speaksFor = mandates.FirstOrDefault(m => m.OrganisationId is not null && m.OrganisationId == organisationId)
            ?? mandates.FirstOrDefault(m => m.OrganisationId is not null);
        var roles = mandates.Aggregate(Roles.None, (sum, m) => sum | (RoleNames.Read(m.Role) ?? Roles.None));
        return new Actor(someone.PersonId, someone.Name, someone.Language, someone.PoleId, someone.Slug, someone.PoleName, someone.Zone,
            speaksFor?.OrganisationId, speaksFor?.OrganisationName, speaksFor?.Engagement ?? "benevole", roles);
    }

    /// <summary>The person with this address, in that pole today: how the console names who acts.</summary>
    public async Task<Actor?> FindByEmail(string email, string pole) =>
        await db.MaybeOne<string>("select id from people where email = @email", new { email = email.Trim().ToLowerInvariant() }) is { } personId
            ? await Find(personId, pole)
            : null;

    /// <summary>The poles where the person has a mandate in force, by name.</summary>
    public async Task<IReadOnlyList<Place>> Places(string personId) => [.. (await Everywhere(personId)).Select(a => new Place(a.PoleSlug, a.PoleName))];
}
