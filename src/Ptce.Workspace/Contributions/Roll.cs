namespace Ptce.Workspace;

/// <summary>Who belongs to a pole and since when, as the rules on lines ask it. Read before the writer's turn: it changes rarely, and a line may rest on what was true a moment ago.</summary>
internal sealed class Roll
{
    private sealed record Membership(string OrganisationId, string Name, DateOnly FromDay, DateOnly? ToDay);

    private sealed record Mandate(string PersonId, string Name, string? Email, string? OrganisationId, string Engagement, DateOnly FromDay, DateOnly? ToDay);

    private readonly ILookup<string, Membership> _memberships;
    private readonly ILookup<string, Mandate> _mandates;

    private Roll(IEnumerable<Membership> memberships, IEnumerable<Mandate> mandates, DateOnly today)
    {
        _memberships = memberships.ToLookup(m => m.OrganisationId);
        _mandates = mandates.ToLookup(m => m.PersonId);
        Today = today;
    }

    public DateOnly Today { get; }

    /// <param name="organisationIds">Only these; null for the whole pole.</param>
    /// <param name="personIds">Only these; null for the whole pole.</param>
    public static async Task<Roll> Read(Db db, string poleId, DateOnly today, IReadOnlyCollection<string>? organisationIds = null, IReadOnlyCollection<string>? personIds = null)
    {
        var memberships = await db.Read<Membership>($"""
            select m.organisation_id, o.name, m.from_day, m.to_day
            from memberships m join organisations o on o.id = m.organisation_id
            where m.pole_id = @poleId {(organisationIds is null ? "" : "and m.organisation_id in @organisationIds")}
            """, new { poleId, organisationIds });
        var mandates = personIds is { Count: 0 } ? [] : await db.Read<Mandate>($"""
            select m.person_id, p.name, p.email, m.organisation_id, m.engagement, m.from_day, m.to_day
            from mandates m join people p on p.id = m.person_id
            where m.pole_id = @poleId {(personIds is null ? "" : "and m.person_id in @personIds")}
            order by m.from_day, m.id
            """, new { poleId, personIds });
        return new(memberships, mandates, today);
    }

    /// <summary>Whether the organisation ever belonged to the pole: to anything else the pole answers "not here".</summary>
    public bool Knows(string organisationId) => _memberships.Contains(organisationId);

    /// <summary>A member today, or on the day of the line.</summary>
    public bool IsMember(string organisationId, DateOnly day) =>
        _memberships[organisationId].Any(m => In(m.FromDay, m.ToDay, day) || In(m.FromDay, m.ToDay, Today));

    public string Name(string organisationId) => _memberships[organisationId].First().Name;

    public string PersonName(string personId) => _mandates[personId].First().Name;

    public bool KnowsPerson(string personId) => _mandates.Contains(personId);

    /// <summary>Whether the person acts for the organisation, today or on the day of the line.</summary>
    public bool ActsFor(string personId, string organisationId, DateOnly day) =>
        _mandates[personId].Any(m => m.OrganisationId == organisationId && (In(m.FromDay, m.ToDay, day) || In(m.FromDay, m.ToDay, Today)));

    /// <summary>"salarie" or "benevole", by the mandate for that organisation, else by any of the person's mandates.</summary>
    public string Engagement(string personId, string organisationId)
    {
        var mandates = _mandates[personId];
        return (mandates.FirstOrDefault(m => m.OrganisationId == organisationId) ?? mandates.FirstOrDefault())?.Engagement ?? "benevole";
    }

    /// <summary>The first organisation the person acts for.</summary>
    public string? OrganisationOf(string personId) => _mandates[personId].Select(m => m.OrganisationId).FirstOrDefault(o => o is not null);

    /// <summary>Organisations by name, as a file writes it; several where two bear the same.</summary>
    public ILookup<string, string> OrganisationsByName() =>
        _memberships.SelectMany(g => g.Select(m => (m.Name, m.OrganisationId))).Distinct().ToLookup(o => o.Name, o => o.OrganisationId, SameName.Comparer);

    /// <summary>People by name and by e-mail, as a file writes them; several where two bear the same name.</summary>
    public ILookup<string, string> PeopleByNameOrEmail() =>
        _mandates.SelectMany(g => g.SelectMany(m => m.Email is null ? [m.Name] : (string[])[m.Name, m.Email]).Distinct().Select(text => (Text: text, PersonId: g.Key)))
            .ToLookup(p => p.Text, p => p.PersonId, SameName.Comparer);

    private static bool In(DateOnly from, DateOnly? to, DateOnly day) => from <= day && (to is null || to >= day);
}
