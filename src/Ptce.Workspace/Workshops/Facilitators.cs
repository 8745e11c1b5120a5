namespace Ptce.Workspace;

/// <summary>Animation : who leads a meeting. An organisation, a person, or a person for an organisation; never neither.</summary>
public sealed record Facilitator(string? OrganisationId, string? OrganisationName, string? PersonId, string? PersonName)
{
    /// <summary>As a form carries it: "organisation/person", either may be empty.</summary>
    public string Key => $"{OrganisationId}/{PersonId}";

    /// <summary>"Claire Morel (Val Horizon)", "Val Horizon".</summary>
    public string Told => (PersonName, OrganisationName) switch
    {
        ({ } person, { } organisation) => $"{person} ({organisation})",
        ({ } person, null) => person,
        _ => OrganisationName ?? "",
    };
}

/// <summary>A place in the rota, before the rules have looked at it.</summary>
/// <param name="From">The first day on which their turn can come; null: from today on, or as it was.</param>
public sealed record NewRotaPlace(string? OrganisationId, string? PersonId, DateOnly? From = null)
{
    /// <summary>Reads <see cref="Facilitator.Key"/>; null where nobody is chosen.</summary>
    public static NewRotaPlace? Read(string? key, DateOnly? from = null)
    {
        if (string.IsNullOrEmpty(key)) return null;
        var parts = key.Split('/', 2);
        return new(Named(parts[0]), parts.Length > 1 ? Named(parts[1]) : null, from);
    }

    private static string? Named(string id) => id == "" ? null : id;
}

/// <summary>A place in the rota of a series.</summary>
public sealed record RotaPlace
{
    public required string SeriesId { get; init; }
    public string? OrganisationId { get; init; }
    public string? OrganisationName { get; init; }
    public string? PersonId { get; init; }
    public string? PersonName { get; init; }
    public DateOnly FromDay { get; init; }

    /// <summary>False once the organisation has left the pole, or the person has no mandate there any more: the others go on.</summary>
    public bool Serves { get; init; }

    public Facilitator Facilitator => new(OrganisationId, OrganisationName, PersonId, PersonName);
}

/// <summary>Tour d'animation. Who has waited longest comes next, passing over who hosts as long as someone else can: so what is cancelled costs nobody a turn, and who was replaced comes next.</summary>
internal sealed class Rota(IReadOnlyList<RotaPlace> places)
{
    private readonly Dictionary<RotaPlace, DateOnly> _waitsSince = places.ToDictionary(p => p, p => p.FromDay);

    /// <returns>Null where nobody's turn can come that day.</returns>
    public RotaPlace? Next(DateOnly day, string? hostId)
    {
        var able = Longest(places.Where(p => p.Serves && p.FromDay <= day)).ToList();
        return able.FirstOrDefault(p => hostId is null || p.OrganisationId != hostId) ?? able.FirstOrDefault();
    }

    /// <summary>Someone leads on a day, by the rota or not: whoever of the rota that is has had their turn.</summary>
    public void Took(string? organisationId, string? personId, DateOnly day)
    {
        var same = places.Where(p => p.PersonId is { } person ? person == personId : p.OrganisationId == organisationId).ToList();
        if (same.Count == 0 && personId is null) same = [.. places.Where(p => p.OrganisationId == organisationId)];
        // They wait again from the next day on: also who joined the rota on the very day.
        if (Longest(same).FirstOrDefault() is { } place && _waitsSince[place] <= day) _waitsSince[place] = day.AddDays(1);
    }

    // Among those who wait since the same day, the order of the rota.
    private IEnumerable<RotaPlace> Longest(IEnumerable<RotaPlace> among) => among.OrderBy(p => _waitsSince[p]);
}

public sealed record MeetingEntrusted(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);
