namespace Ptce.Workspace;

/// <summary>Who acts: a person, speaking for an organisation, in one pole, with the rights of the mandates in force today.</summary>
/// <param name="OrganisationId">Null for a person who speaks for no member organisation (an administrator of the instance).</param>
/// <param name="Engagement">"salarie" or "benevole": the kind of time this person gives unless a sentence says otherwise.</param>
/// <param name="Zone">The pole's IANA zone: it decides which day "today" is.</param>
public sealed record Actor(
    string PersonId, string Name, string Language,
    string PoleId, string PoleSlug, string PoleName, string Zone,
    string? OrganisationId, string? OrganisationName, string Engagement,
    Roles Roles)
{
    /// <summary>A request's key as the store keeps it: the same key of somebody else's is another request. Null for a request without one.</summary>
    public string? Own(string? requestKey) => requestKey is null ? null : $"{PoleId}:{PersonId}:{requestKey}";

    public DateOnly Today(TimeProvider clock) => Zones.Day(clock.GetUtcNow(), Zone);
}
