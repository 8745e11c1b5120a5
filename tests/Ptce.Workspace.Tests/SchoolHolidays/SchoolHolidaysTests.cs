namespace Ptce.Workspace.Tests;

public abstract class SchoolHolidaysTests(On on) : CastTest(on)
{
    private const string ZoneB = """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261219
        DTEND;VALUE=DATE:20270104
        SUMMARY:Vacances de Noël\, zon
         e B
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20270507
        SUMMARY:Pont de l'Ascension
        END:VEVENT
        END:VCALENDAR
        """;

    [Fact]
    public async Task A_calendar_warns_of_its_days_and_a_newer_one_takes_its_place()
    {
        var holidays = Get<SchoolHolidays>();
        Assert.Equal(2, await holidays.Import(Cast.Chloe, " Zone B ", ZoneB));
        Assert.Equal(2, await holidays.Import(Cast.Chloe, "Zone B", ZoneB));
        Assert.Equal([new SchoolBreak("Zone B", "Vacances de Noël, zone B", new(2026, 12, 19), new(2027, 1, 3)), new("Zone B", "Pont de l'Ascension", new(2027, 5, 7), new(2027, 5, 7))], await holidays.Coming(Cast.Amina));
        Assert.Single(await holidays.On(Cast.Amina, new(2027, 1, 3)));
        Assert.Empty(await holidays.On(Cast.Amina, new(2027, 1, 4)));
        await holidays.Forget(Cast.Chloe, "Zone B");
        Assert.Empty(await holidays.Coming(Cast.Amina));
    }

    [Theory]
    [InlineData("Bonjour", "school.refused.no_calendar")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "school.refused.empty")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:pas un jour\nEND:VEVENT\nDTSTART\n:\nEND:VCALENDAR", "school.refused.empty")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20300101\nEND:VEVENT\nEND:VCALENDAR", "school.refused.empty")]
    public void What_is_no_school_calendar_is_refused(string text, string why) => Assert.Equal(why, Assert.Throws<Refused>(() => SchoolCalendar.Read(text)).Key);
}

public sealed class SchoolHolidaysOnSqlite() : SchoolHolidaysTests(On.Sqlite);

public sealed class SchoolHolidaysOnPostgres() : SchoolHolidaysTests(On.Postgres);
