namespace Ptce.Workspace;

/// <summary>Finds out who acts: the only way an <see cref="Actor"/> comes to be.</summary>
public sealed class Actors(Db db, TimeProvider clock)
{
    /// <summary>Nobody, reading at the console with a treasurer's eyes: whoever can open the store needs no further right.</summary>
    public static Actor AtConsole(Pole pole, string language) =>
        new("", "", language, pole.Id, pole.Slug, pole.Name, pole.Zone, null, null, "benevole", Roles.Treasurer);

    /// <summary>A pole this person has a mandate in, for the pole switcher.</summary>
    public sealed record Place(string Slug, string Name);

    private sealed record Mandate(string Role, string? OrganisationId, string? OrganisationName, string Engagement, string FromDay, string? ToDay);

    private sealed record Someone(string PersonId, string Name, string Language, string PoleId, string Slug, string PoleName, string Zone);

    /// <summary>The person in that pole today, speaking for the organisation asked for, else for the first of theirs.</summary>
    /// <param name="pole">The pole's slug.</param>
    /// <returns>Null when the person or the pole does not exist, or no mandate is in force: callers answer the same in all three cases.</returns>
    public async Task<Actor?> Find(string personId, string pole, string? organisationId = null)
    {
        var someone = await db.MaybeOne<Someone>("""
            select p.id as person_id, p.name, p.language, o.id as pole_id, o.slug, o.name as pole_name, o.zone
            from people p, poles o
            where p.id = @personId and o.slug = @pole
            """, new { personId, pole });
        if (someone is null) return null;

        var today = Zones.Day(clock.GetUtcNow(), someone.Zone);
        var mandates = await db.Read<Mandate>("""
            select m.role, m.organisation_id, o.name as organisation_name, m.engagement, m.from_day, m.to_day
            from mandates m left join organisations o on o.id = m.organisation_id
            where m.person_id = @personId and (m.pole_id = @PoleId or m.pole_id is null)
              and m.from_day <= @today and (m.to_day is null or m.to_day >= @today)
            order by m.from_day, m.id
            """, new { personId, someone.PoleId, today });
        if (mandates.Count == 0) return null;

        var speaksFor = mandates.FirstOrDefault(m => m.OrganisationId is not null && m.OrganisationId == organisationId)
            ?? mandates.FirstOrDefault(m => m.OrganisationId is not null);
        var roles = mandates.Aggregate(Roles.None, (sum, m) => sum | (RoleNames.Read(m.Role) ?? Roles.None));
        return new Actor(someone.PersonId, someone.Name, someone.Language, someone.PoleId, someone.Slug, someone.PoleName, someone.Zone,
            speaksFor?.OrganisationId, speaksFor?.OrganisationName, speaksFor?.Engagement ?? "benevole", roles);
    }

    private sealed record Dated(string Slug, string Name, string Zone, DateOnly FromDay, DateOnly? ToDay);

    /// <summary>The person with this address, in that pole today: how the console names who acts.</summary>
    public async Task<Actor?> FindByEmail(string email, string pole) =>
        await db.MaybeOne<string>("select id from people where email = @email", new { email = email.Trim().ToLowerInvariant() }) is { } personId
            ? await Find(personId, pole)
            : null;

    /// <summary>The poles where the person has a mandate in force, by name.</summary>
    public async Task<IReadOnlyList<Place>> Places(string personId)
    {
        var mandates = await db.Read<Dated>("""
            select o.slug, o.name, o.zone, m.from_day, m.to_day
            from mandates m join poles o on m.pole_id = o.id or m.pole_id is null
            where m.person_id = @personId
            order by o.name, o.slug
            """, new { personId });
        var now = clock.GetUtcNow();
        return [.. mandates.Where(m => Zones.Day(now, m.Zone) is var today && m.FromDay <= today && !(m.ToDay < today))
            .Select(m => new Place(m.Slug, m.Name)).Distinct()];
    }
}
