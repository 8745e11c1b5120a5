namespace Ptce.Workspace;

/// <summary>Personne invitée à une séance, sans compte.</summary>
/// <remarks>Their address is read by who writes to them, and shown to nobody.</remarks>
public sealed record Guest
{
    public required string Id { get; init; }
    public required string OccurrenceId { get; init; }
    public required string Name { get; init; }
    public required string Organisation { get; init; }

    /// <summary>One of <see cref="Qualities"/>.</summary>
    public required string Quality { get; init; }
    public string? Answer { get; init; }
    public bool Present { get; init; }

    /// <summary>Whether letters reach them.</summary>
    public bool Written { get; init; }
    public required string InvitedByName { get; init; }

    /// <summary>In what quality someone is invited: elected, partner, speaker, or simply a guest.</summary>
    public static readonly IReadOnlyList<string> Qualities = ["elected", "partner", "speaker", "guest"];

    /// <summary>"Marie Maire (élue, commune de Saint-Aubin)".</summary>
    public string Told(Say say) => Quality == "guest" ? $"{Name} ({Organisation})" : $"{Name} ({say["guests.quality." + Quality]}, {Organisation})";
}

/// <summary>What the holder of a link may see, and no more: one meeting, its points, and once they are finished its minutes.</summary>
/// <param name="Notes">By point; empty until the minutes are finished.</param>
public sealed record GuestView(Guest Guest, string PoleName, string Language, Occurrence Meeting, IReadOnlyList<AgendaItem> Points, IReadOnlyDictionary<string, Note> Notes)
{
    public bool TakesAnswers { get; init; }

    /// <summary>Whether the meeting is still to come, so that points may be proposed for it.</summary>
    public bool TakesPoints { get; init; }

    /// <summary>What the guest has proposed.</summary>
    public IReadOnlyList<GuestPoint> Proposed { get; init; } = [];
}

public sealed record GuestInvited(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record GuestAnswered(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record GuestRevoked(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);
