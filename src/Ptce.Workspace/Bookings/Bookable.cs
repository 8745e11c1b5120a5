using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Lieu ou matériel réservable : what an organisation lends by the hour, so many at once.</summary>
public sealed record Bookable
{
    public required string Id { get; init; }
    public required string PoleId { get; init; }
    public required string OrganisationId { get; init; }
    public required string OrganisationName { get; init; }

    /// <summary>locaux, materiel or vehicule.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public string? Place { get; init; }
    public string? Conditions { get; init; }

    /// <summary>How many may be held at once: 40 seats of a room, 1 van.</summary>
    public long Seats { get; init; }

    /// <summary>Minutes from midnight on the pole's wall clock.</summary>
    public long Opens { get; init; }
    public long Closes { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>Réservation : someone holds some of it, on one day, between two hours.</summary>
public sealed record Booking(
    string Id, string BookableId, string OrganisationId, string OrganisationName, string PersonId, string PersonName, DateOnly Day, long Starts, long Ends, long Seats, string? Note);

/// <param name="Opens">"08:00", on the pole's wall clock; until <paramref name="Closes"/>, "24:00" at the latest.</param>
public sealed record NewBookable(string Kind, string Title, long Seats, string Opens = "08:00", string Closes = "20:00", string? Place = null, string? Conditions = null, string? OrganisationId = null);

/// <param name="From">"14:00", on the pole's wall clock.</param>
public sealed record NewBooking(DateOnly Day, string From, string To, long Seats = 1, string? Note = null);

public sealed record BookableOpened(string PoleId, string BookableId) : Event(PoleId, BookableId);

public sealed record BookableClosed(string PoleId, string BookableId) : Event(PoleId, BookableId);

public sealed record Booked(string PoleId, string BookableId, string BookingId, DateOnly Day, long Seats) : Event(PoleId, BookableId);

public sealed record BookingCancelled(string PoleId, string BookableId, string BookingId) : Event(PoleId, BookableId);

/// <summary>Hours of a wall clock as minutes from midnight.</summary>
internal static class DayMinutes
{
    /// <summary>"14:30" as 870, "24:00" as 1,440.</summary>
    /// <exception cref="Refused">As <see cref="Field.Clock"/>.</exception>
    internal static long Read(string? text, string field) =>
        text?.Trim() is "24:00" ? 1440 : (long)(Field.Clock(text, field) - TimeOnly.MinValue).TotalMinutes;

    /// <summary>As a form writes it.</summary>
    internal static string Write(long minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    /// <summary>"14 h 30", "14:30".</summary>
    internal static string Say(Say say, long minutes) => say.Language == "fr" ? $"{minutes / 60} h{(minutes % 60 == 0 ? "" : $" {minutes % 60:00}")}" : Write(minutes);
}
