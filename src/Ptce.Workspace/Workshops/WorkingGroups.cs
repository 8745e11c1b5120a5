namespace Ptce.Workspace;

/// <summary>Someone of a working group (groupe de travail), now or before.</summary>
public sealed record GroupMember
{
    public required string PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>An organisation the person acts for in the pole; null for someone who acts for none any more.</summary>
    public string? OrganisationName { get; init; }
    public DateOnly FromDay { get; init; }
    public DateOnly? ToDay { get; init; }

    public Lasting Lasts => new(FromDay, ToDay);
}

/// <summary>A session of a working group that the series it reports to has not heard of yet.</summary>
public sealed record GroupSession(string Id, string GroupName, DateOnly Day);

public sealed record GroupJoined(string PoleId, string SeriesId, string PersonId) : Event(PoleId, SeriesId);

public sealed record GroupLeft(string PoleId, string SeriesId, string PersonId) : Event(PoleId, SeriesId);

public sealed record MeetingConvened(string PoleId, string OccurrenceId, DateOnly Day) : Event(PoleId, OccurrenceId);
