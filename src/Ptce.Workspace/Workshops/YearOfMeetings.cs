using System.Globalization;

namespace Ptce.Workspace;

/// <summary>The rhythm of a year, a strip per month: <c>_Year</c>.</summary>
/// <param name="Home">The address of the meetings.</param>
public sealed record YearOfMeetings(int Year, DateOnly Today, string Home, IReadOnlyList<Occurrence> Meetings, IReadOnlyList<string> Places)
{
    /// <summary>A day drawn in its month's strip, as SVG percentages.</summary>
    public sealed record Mark(string X, string Width, string Kind);

    public IReadOnlyList<Occurrence> Standing => [.. Meetings.Where(m => m.State != Occurrence.Cancelled)];

    /// <summary>What the picture finds: how many, and how many are not where the rhythm puts them.</summary>
    public string Finding(Say say)
    {
        var moved = Standing.Count(m => m.IsMoved);
        return say.Many("workshops.year.meetings", Standing.Count, Year) + (moved == 0 ? say["workshops.year.none_moved"] : say.Many("workshops.year.moved", moved));
    }

    public IReadOnlyList<Occurrence> Of(int month) => [.. Standing.Where(m => (m.Day ?? m.Computed).Month == month)];

    public string Month(Say say, int month) => new DateOnly(Year, month, 1).ToString("MMMM", say.Culture);

    /// <summary>Days off first, then the meetings over them.</summary>
    public IEnumerable<Mark> Marks(int month)
    {
        var days = DateTime.DaysInMonth(Year, month);
        for (var day = new DateOnly(Year, month, 1); day.Month == month && day.Year == Year; day = day.AddDays(1))
            if (WorkingDays.IsWeekend(day) || Holidays.On(day, Places).Count > 0) yield return At(day, WorkingDays.IsWeekend(day) ? "off" : "feast");
        foreach (var meeting in Of(month)) yield return At(meeting.Day ?? meeting.Computed, meeting.Day is null ? "asked" : meeting.IsMoved ? "moved" : "held");

        Mark At(DateOnly day, string kind) => new(Share(day.Day - 1), Share(1), kind);
        string Share(int n) => (n * 100m / days).ToString("0.###", CultureInfo.InvariantCulture) + "%";
    }
}
