using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

/// <summary>A meeting as calendars read it.</summary>
/// <param name="Sequence">Grows with each change that a calendar must hear of.</param>
public sealed record IcsEvent(string Uid, long Sequence, DateTimeOffset Stamp, DateTimeOffset Start, DateTimeOffset End, string Summary, bool Cancelled,
    string? Location = null, string? Url = null, string? Description = null);

/// <summary>Calendars as files (RFC 5545): lines of at most 75 octets, instants in UTC, so that no zone needs to travel with them.</summary>
public static class Ics
{
    private const int LineOctets = 75;

    /// <summary>One meeting as a mail brings it (RFC 5546). Answers are given by the links of the mail, so none is asked for here.</summary>
    public static string Invitation(NoticeCalendar calendar, string organizer, string attendee, string name) => Calendar(
        calendar.Event.Summary, [calendar.Event], calendar.Method,
        ["ORGANIZER:mailto:" + OneLine(organizer), $"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=\"{OneLine(name).Replace("\"", "")}\":mailto:{OneLine(attendee)}"]);

    /// <param name="name">What a calendar program shows for the whole.</param>
    public static string Calendar(string name, IEnumerable<IcsEvent> events) => Calendar(name, events, "PUBLISH", []);

    private static string Calendar(string name, IEnumerable<IcsEvent> events, string method, string[] people)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Ptce.Workspace//Ateliers//FR");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:" + method);
        if (method == "PUBLISH")
        {
            Line(file, "X-WR-CALNAME:" + Safe(name));
            Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        }
        foreach (var one in events)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, "UID:" + Safe(one.Uid));
            Line(file, $"SEQUENCE:{one.Sequence}");
            Line(file, "DTSTAMP:" + Instant(one.Stamp));
            Line(file, "DTSTART:" + Instant(one.Start));
            Line(file, "DTEND:" + Instant(one.End));
            Line(file, "SUMMARY:" + Safe(one.Summary));
            Line(file, "STATUS:" + (one.Cancelled ? "CANCELLED" : "CONFIRMED"));
            if (one.Location is { } place) Line(file, "LOCATION:" + Safe(place));
            if (one.Url is { } url) Line(file, "URL:" + OneLine(url));
            if (one.Description is { } text) Line(file, "DESCRIPTION:" + Safe(text));
            foreach (var line in people) Line(file, line);
            Line(file, "END:VEVENT");
        }
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Safe(string text) =>
        text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r\n", "\\n").Replace("\n", "\\n").Replace("\r", "\\n");

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    /// <summary>Folds between characters, never inside one: an octet count, since accents take two.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
