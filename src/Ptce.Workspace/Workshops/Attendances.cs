using System.Security.Cryptography;

namespace Ptce.Workspace;

/// <summary>Présence : someone who was at a meeting, and the hours that came of it.</summary>
/// <param name="How">"tap", "code" or "cell".</param>
/// <param name="LineState">State of the line of hours; null while the meeting is open or where none came of it.</param>
/// <param name="Refused">Key of the words that say why no line came of it.</param>
public sealed record Attendant(string PersonId, string Name, string OrganisationId, string OrganisationName, string How, string NotedByName,
    string? ContributionId, string? LineState, string? Refused);

/// <summary>How often an organisation was at the meetings of a series.</summary>
public sealed record OrganisationPresence
{
    public required string OrganisationId { get; init; }
    public required string Name { get; init; }
    public long Meetings { get; init; }

    /// <summary>Everyone who came, counted once a meeting.</summary>
    public long People { get; init; }
}

/// <summary>Code à la porte.</summary>
public static class DoorCode
{
    // No letter that is read or heard as another, no digit that looks like one: 0/O, 1/I/L, 2/Z, 5/S, 8/B are out.
    public const string Alphabet = "ACDEFGHJKMNPQRTUVWXY34679";
    public const int Length = 5;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As typed by a person: case, spaces and dashes do not count.</summary>
    public static string Typed(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <param name="How">"tap", "code" or "cell".</param>
public sealed record AttendanceNoted(string PoleId, string OccurrenceId, string PersonId, string How) : Event(PoleId, OccurrenceId);

public sealed record AttendanceTakenBack(string PoleId, string OccurrenceId, string PersonId) : Event(PoleId, OccurrenceId);

/// <param name="PersonMinutes">Length × people present.</param>
public sealed record MeetingClosed(string PoleId, string OccurrenceId, long People, long PersonMinutes) : Event(PoleId, OccurrenceId);
