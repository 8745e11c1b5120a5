namespace Ptce.Workspace;

/// <summary>The clock on the wall of a pole: what people mean by "14 h" in a zone that changes its clocks twice a year.</summary>
/// <remarks>
/// Edges as RFC 5545 §3.3.5 has them, so that a calendar that reads our invitations agrees with us: a time that the spring
/// change skips is read with the offset before the change (02:30 becomes 03:30); a time that the autumn change brings twice
/// is the first of the two.
/// </remarks>
public static class WallClock
{
    /// <summary>A zone by its IANA name; the name is what is stored, never the offset.</summary>
    /// <exception cref="Refused">«zone» is no IANA name.</exception>
    public static TimeZoneInfo Zone(string name)
    {
        name = name.Trim();
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name
            ? zone
            : throw new Refused("zone", "calendar.refused.zone", name);
    }

    /// <summary>The instant, in UTC, at which the wall shows this day and time.</summary>
    public static DateTimeOffset Utc(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        return new DateTimeOffset(wall, Offset(zone, wall)).ToUniversalTime();
    }

    /// <summary>The instant, in UTC, at which a day begins.</summary>
    public static DateTimeOffset Midnight(TimeZoneInfo zone, DateOnly day) => Utc(zone, day, TimeOnly.MinValue);

    /// <summary>What the wall shows at an instant.</summary>
    public static DateTime At(TimeZoneInfo zone, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>Minutes that really pass between two times of one day; an end at or before the start is on the next day.</summary>
    /// <returns>Elapsed minutes: 01:00 to 04:00 in Paris on 25 October 2026 is 240.</returns>
    public static long Minutes(TimeZoneInfo zone, DateOnly day, TimeOnly start, TimeOnly end) =>
        (long)(Utc(zone, end > start ? day : day.AddDays(1), end) - Utc(zone, day, start)).TotalMinutes;

    private static TimeSpan Offset(TimeZoneInfo zone, DateTime wall)
    {
        if (zone.IsAmbiguousTime(wall)) return zone.GetAmbiguousTimeOffsets(wall).Max(); // the largest offset is the earliest instant
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(-15); // clocks jump by quarters of an hour or more: this stops before the gap
        return zone.GetUtcOffset(wall);
    }
}
