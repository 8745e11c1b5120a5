namespace Ptce.Workspace;

/// <summary>An organisation that a sentence may name, with other names it goes by.</summary>
public sealed record KnownOrganisation(string Id, string Name, IReadOnlyList<string>? Aliases = null);

/// <summary>A person that a sentence may name.</summary>
public sealed record KnownPerson(string Id, string Name, string? OrganisationId = null);

/// <summary>Who speaks, and the names this speaker may mean. Keep one instance per speaker: its index is built once.</summary>
public sealed record Acquaintances(
    string SpeakerName,
    string? SpeakerOrganisationId,
    IReadOnlyList<KnownOrganisation> Organisations,
    IReadOnlyList<KnownPerson> People);

/// <summary>The pole's own lengths of a half-day, a day and a week, in minutes, and its zone name.</summary>
public sealed record ReadingSettings(int HalfDayMinutes = 210, int DayMinutes = 420, int WeekMinutes = 2100, string Zone = "Europe/Paris");
