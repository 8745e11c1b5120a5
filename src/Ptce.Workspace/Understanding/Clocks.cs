using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Times of day as text, and the minutes that really pass between two of them.</summary>
internal static class Clocks
{
    /// <summary>"14:30"; midnight at the end of a day is "24:00".</summary>
    internal static string Print(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    /// <summary>Start, end and elapsed minutes. On a known day the zone's clock changes count: 01:00 to 04:00 lasts four hours on the last Sunday of October.</summary>
    internal static ReadEntry Fill(ReadEntry line, ClockRangeMention span, DateOnly? day, ReadingSettings settings)
    {
        var from = span.From % 1440;
        var to = span.To > 1440 ? span.To - 1440 : span.To; // "minuit et demi"
        var next = to <= from;
        var minutes = to + (next ? 1440 : 0) - from;
        if (day is { } known) minutes = Elapsed(known, from, to + (next ? 1440 : 0), settings.Zone);
        return line with { Minutes = Math.Max(0, minutes - span.Pause), Start = Print(from), End = Print(to), EndsNextDay = next };
    }

    private static int Elapsed(DateOnly day, int from, int to, string zoneName)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var zone)) return to - from;
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return (int)(Utc(midnight.AddMinutes(to), zone) - Utc(midnight.AddMinutes(from), zone)).TotalMinutes;
    }

    private static DateTime Utc(DateTime local, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local) ? local - zone.BaseUtcOffset : local - zone.GetUtcOffset(local);
}
