namespace Ptce.Workspace;

/// <summary>An organisation that a sentence may name, with other names it goes by.</summary>
public sealed record KnownOrganisation(string Id, string Name, IReadOnlyList<string>? Aliases = null);

/// <summary>A person that a sentence may name.</summary>
public sealed record KnownPerson(string Id, string Name, string? OrganisationId = null);

/// <summary>The names that the people of one place may mean. Keep one instance for all of them: its index is built once.</summary>
public sealed record KnownNames(IReadOnlyList<KnownOrganisation> Organisations, IReadOnlyList<KnownPerson> People);

/// <summary>Who speaks, and the names this speaker may mean.</summary>
public sealed record Acquaintances(string SpeakerName, string? SpeakerOrganisationId, KnownNames Names)
{
    public Acquaintances(string speakerName, string? speakerOrganisationId, IReadOnlyList<KnownOrganisation> organisations, IReadOnlyList<KnownPerson> people)
        : this(speakerName, speakerOrganisationId, new KnownNames(organisations, people)) { }

    public IReadOnlyList<KnownOrganisation> Organisations => Names.Organisations;

    public IReadOnlyList<KnownPerson> People => Names.People;
}

/// <summary>The pole's own lengths of a half-day, a day and a week, in minutes, and its zone name.</summary>
public sealed record ReadingSettings(int HalfDayMinutes = 210, int DayMinutes = 420, int WeekMinutes = 2100, string Zone = "Europe/Paris");
