namespace Ptce.Workspace;

/// <summary>Days and wall clocks in a named zone.</summary>
public static class Zones
{
    /// <summary>The calendar day of an instant, as the zone's clocks show it.</summary>
    public static DateOnly Day(DateTimeOffset at, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

    public static bool Knows(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;
}
