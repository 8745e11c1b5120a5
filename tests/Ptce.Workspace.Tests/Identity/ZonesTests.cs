namespace Ptce.Workspace.Tests;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("2026-11-18", "09:00", "11:30", "Europe/Paris", 150)]
    [InlineData("2026-10-25", "01:00", "04:00", "Europe/Paris", 240)] // the hour that comes twice
    [InlineData("2026-03-29", "01:00", "04:00", "Europe/Paris", 120)] // the hour that never comes
    [InlineData("2026-11-14", "22:00", "01:00", "Europe/Paris", 180)] // past midnight
    [InlineData("2026-10-24", "22:00", "04:00", "Europe/Paris", 420)] // past midnight and over the change
    [InlineData("2026-10-25", "01:00", "04:00", "Etc/UTC", 180)]
    public void Elapsed_is_what_passes_not_what_the_wall_shows(string day, string starts, string ends, string zone, long minutes) =>
        Assert.Equal(minutes, Zones.Elapsed(DateOnly.Parse(day), TimeOnly.Parse(starts), TimeOnly.Parse(ends), zone));
}
