using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Vacances scolaires: a run of days off, both included.</summary>
public sealed record SchoolBreak(string Area, string Name, DateOnly FromDay, DateOnly ToDay);

/// <summary>Reads the days off of an iCalendar file (RFC 5545): whole-day events and no more. Repeating and timed events are none of a school's calendar.</summary>
public static class SchoolCalendar
{
    public const int MostBreaks = 400;
    public const int LongestDays = 120; // a school's summer; longer is a mistake in the file
    private const int LongestName = 120;

    /// <exception cref="Refused">«file» is no calendar, or has no whole-day event.</exception>
    public static IReadOnlyList<(string Name, DateOnly From, DateOnly To)> Read(string text)
    {
        Refused.If(!text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase), "file", "school.refused.no_calendar");
        var breaks = new List<(string Name, DateOnly From, DateOnly To)>();
        string name = "";
        DateOnly? from = null, end = null;
        foreach (var line in Unfold(text))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (field, value) = (line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..]);
            if (field == "BEGIN" && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase)) (name, from, end) = ("", null, null);
            else if (field == "SUMMARY") name = Plain(value);
            else if (field == "DTSTART") from = Day(value);
            else if (field == "DTEND") end = Day(value);
            else if (field == "END" && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase) && from is { } first)
            {
                // DTEND is the day after the last (RFC 5545, 3.6.1); without it the event lasts its one day.
                var last = end is { } after && after > first ? after.AddDays(-1) : first;
                if (last.DayNumber - first.DayNumber < LongestDays && breaks.Count < MostBreaks) breaks.Add((name.Length > LongestName ? name[..LongestName] : name, first, last));
                from = null;
            }
        }
        Refused.If(breaks.Count == 0, "file", "school.refused.empty");
        return breaks;
    }

    // A line that begins with a blank goes on the one before.
    private static IEnumerable<string> Unfold(string text)
    {
        string? whole = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t') whole += line[1..];
            else
            {
                if (whole is not null) yield return whole;
                whole = line;
            }
        }
        if (whole is not null) yield return whole;
    }

    private static DateOnly? Day(string value) =>
        value.Length >= 8 && DateOnly.TryParseExact(value[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Plain(string value) => value.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",").Replace("\\;", ";").Replace("\\\\", "\\").Trim();
}

public sealed record SchoolHolidaysImported(string PoleId) : Event(PoleId, PoleId);
