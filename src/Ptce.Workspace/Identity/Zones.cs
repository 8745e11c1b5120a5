namespace Ptce.Workspace;

/// <summary>Days and wall clocks in a named zone.</summary>
public static class Zones
{
    /// <summary>The calendar day of an instant, as the zone's clocks show it.</summary>
    public static DateOnly Day(DateTimeOffset at, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

    /// <summary>Minutes that really pass on the zone's clocks from one time to another; an end before the start is on the next day.</summary>
    /// <returns>240 for 01:00 to 04:00 in Europe/Paris on 25 October 2026: the hour that comes twice is worked twice.</returns>
    public static long Elapsed(DateOnly day, TimeOnly starts, TimeOnly ends, string zone) => WallClock.Minutes(WallClock.Zone(zone), day, starts, ends);

    public static bool Knows(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;
}
