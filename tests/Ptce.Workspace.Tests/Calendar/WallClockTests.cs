namespace Ptce.Workspace.Tests;

public sealed class WallClockTests
{
    private static readonly TimeZoneInfo Paris = WallClock.Zone("Europe/Paris");

    [Theory]
    [InlineData("2026-10-25", "01:00", "04:00", 240)] // the hour from 2 to 3 comes twice
    [InlineData("2026-03-29", "01:00", "04:00", 120)] // the hour from 2 to 3 is skipped
    [InlineData("2026-10-24", "22:00", "06:00", 540)]
    [InlineData("2026-05-13", "14:00", "16:30", 150)]
    [InlineData("2026-05-13", "22:00", "00:00", 120)]
    public void A_meeting_lasts_the_minutes_that_really_pass(string day, string start, string end, long minutes) =>
        Assert.Equal(minutes, WallClock.Minutes(Paris, DateOnly.Parse(day), TimeOnly.Parse(start), TimeOnly.Parse(end)));

    [Theory]
    [InlineData("2026-03-29", "01:59", "2026-03-29T00:59Z")]
    [InlineData("2026-03-29", "02:00", "2026-03-29T01:00Z")] // does not exist: 03:00 on the wall
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30Z")] // does not exist: 03:30 on the wall
    [InlineData("2026-03-29", "03:00", "2026-03-29T01:00Z")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30Z")] // comes twice: the first
    [InlineData("2026-10-25", "03:00", "2026-10-25T02:00Z")]
    public void The_edges_of_the_clock_changes_are_those_of_the_calendar_standard(string day, string time, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc), WallClock.Utc(Paris, DateOnly.Parse(day), TimeOnly.Parse(time)));

    [Fact]
    public void A_series_at_an_hour_the_spring_change_skips_says_so_that_night_only()
    {
        var sundays = new Cadence(new(2026, 3, 22), new(2, 30), Every.Week, "Europe/Paris", new WorkingDays([])).Dates().Take(3).ToList();

        Assert.Equal(["02:30", "03:30", "02:30"], sundays.Select(d => d.Time.ToString("HH:mm")));
        Assert.Equal("Le dimanche 29 mars 2026, le changement d'heure saute 02:30 : la réunion commence à 03:30.", Assert.Single(sundays[1].Reasons).Sentence("fr").Plain());
        Assert.Empty(sundays[2].Reasons);
    }

    [Theory, InlineData("Europe/Paname"), InlineData("+01:00"), InlineData(""), InlineData("Romance Standard Time"), InlineData("../etc/passwd"), InlineData("Europe")]
    public void A_zone_without_an_IANA_name_is_refused(string zone) =>
        Assert.Equal("zone", Assert.Throws<Refused>(() => WallClock.Zone(zone)).Field);

    [Fact]
    public void Brussels_and_Luxembourg_show_the_hour_of_Paris() =>
        Assert.All(["Europe/Brussels", "Europe/Luxembourg"], zone =>
            Assert.Equal(WallClock.Utc(Paris, new(2026, 6, 25), new(14, 0)), WallClock.Utc(WallClock.Zone(zone), new(2026, 6, 25), new(14, 0))));
}
