namespace Ptce.Workspace;

/// <summary>Personne invitée à une séance, sans compte.</summary>
public sealed record Guest
{
    public required string Id { get; init; }
    public required string OccurrenceId { get; init; }
    public required string Name { get; init; }
    public required string Organisation { get; init; }
    public string? Answer { get; init; }
    public bool Present { get; init; }
    public required string InvitedByName { get; init; }
}

/// <summary>What the holder of a link may see, and no more: one meeting, its points, and once they are finished its minutes.</summary>
/// <param name="Notes">By point; empty until the minutes are finished.</param>
public sealed record GuestView(Guest Guest, string PoleName, string Language, Occurrence Meeting, IReadOnlyList<AgendaItem> Points, IReadOnlyDictionary<string, Note> Notes)
{
    public bool TakesAnswers { get; init; }
}

public sealed record GuestInvited(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record GuestAnswered(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record GuestRevoked(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);
