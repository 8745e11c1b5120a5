using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class PlanningTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();

    [Fact]
    public async Task The_worked_series_keeps_its_rhythm_and_says_why_one_day_moved()
    {
        var series = await Workshops.Plan(Cast.Chloe, SixWeekly() with { HostIds = [Cast.Organisation("Elips"), Cast.Organisation("Re-Sources")] });

        var year = await Workshops.Between(Cast.Amina, new(2026, 1, 1), new(2026, 12, 31), series.Id);
        Assert.Equal(["01-08", "02-19", "04-02", "05-13", "06-25", "08-06", "09-17", "10-29", "12-10"], year.Select(m => m.Day?.ToString("MM-dd")));
        Assert.All(year, m => Assert.Equal(new TimeOnly(14, 0), TimeOnly.FromDateTime(WallClock.At(WallClock.Zone("Europe/Paris"), m.StartsAt!.Value))));
        var moved = Assert.Single(year, m => m.IsMoved);
        Assert.Equal(new DateOnly(2026, 5, 14), moved.Computed);
        Assert.Contains("Ascension", string.Join(' ', moved.Whys(new Say("fr"))));
        Assert.Contains("bridge day", string.Join(' ', moved.Whys(new Say("en"))));
        Assert.Equal(["Elips", "Re-Sources", "Elips"], year.Take(3).Select(m => m.HostName));
        Assert.Equal("event: SeriesPlanned", "event: " + await Db.One<string>("select name from events where subject_id = @Id", new { series.Id }));
    }

    [Fact]
    public async Task A_meeting_moved_by_hand_moves_no_other_and_outlives_a_change_of_the_series()
    {
        var series = await Workshops.Plan(Cast.Chloe, Coming());
        var before = await Workshops.Between(Cast.Chloe, new(2026, 11, 1), new(2027, 6, 30), series.Id);
        var second = before[1];

        await Workshops.Move(Cast.Chloe, second.Id, new(2027, 1, 12), new(9, 30), "La salle est prise");
        await Workshops.Change(Cast.Chloe, series.Id, Coming() with { Starts = new(15, 0), Place = "Maison du pôle" });

        var after = await Workshops.Between(Cast.Amina, new(2026, 11, 1), new(2027, 6, 30), series.Id);
        Assert.Equal((new DateOnly(2027, 1, 12), "09:30"), (after[1].Day, after[1].Starts));
        Assert.Contains("La salle est prise", string.Join(' ', after[1].Whys(new Say("fr"))));
        Assert.Equal(before.Where((_, i) => i != 1).Select(m => m.Day), after.Where((_, i) => i != 1).Select(m => m.Day));
        Assert.All(after.Where((_, i) => i != 1), m => Assert.Equal(("15:00", "Maison du pôle", true), (m.Starts, m.Place, m.Revision > 0)));

        var refused = await Assert.ThrowsAsync<Refused>(() => Workshops.Move(Cast.Chloe, after[2].Id, new(2027, 1, 12), new(9, 0), "Autre"));
        Assert.Equal("day", refused.Field);
        await Assert.ThrowsAsync<NotAllowed>(() => Workshops.Move(Cast.Amina, after[2].Id, new(2027, 2, 20), new(9, 0), "Autre"));
        await Assert.ThrowsAsync<NotHere>(() => Workshops.One(Cast.Zora, after[2].Id));
    }

    [Fact]
    public async Task Time_brings_further_meetings_once_and_an_ended_series_stops()
    {
        var series = await Workshops.Plan(Cast.Chloe, Coming());
        var planned = await Db.One<long>("select count(*) from occurrences");
        Clock.Advance(TimeSpan.FromDays(84));
        await Workshops.PlanAhead();
        await Workshops.PlanAhead();
        Assert.Equal(planned + 2, await Db.One<long>("select count(*) from occurrences"));

        await Workshops.End(Cast.Chloe, series.Id, new(2027, 5, 1));
        Assert.DoesNotContain(await Workshops.Next(Cast.Amina, 50), m => m.Day > new DateOnly(2027, 5, 1));
        await Workshops.End(Cast.Chloe, series.Id, null);
        Assert.Contains(await Workshops.Next(Cast.Amina, 50), m => m.Day > new DateOnly(2027, 5, 1));
    }

    [Fact]
    public async Task A_series_taken_up_again_does_not_bring_back_what_was_missed_meanwhile()
    {
        var series = await Workshops.Plan(Cast.Chloe, Coming());
        await Workshops.End(Cast.Chloe, series.Id, new(2026, 12, 1));
        Clock.Advance(TimeSpan.FromDays(100)); // to the end of February
        await Workshops.End(Cast.Chloe, series.Id, null);

        var states = (await Workshops.Between(Cast.Amina, new(2026, 12, 2), new(2027, 6, 30), series.Id)).ToLookup(m => (m.Day ?? m.Computed) < Clock.Today, m => m.State);
        Assert.NotEmpty(states[true]);
        Assert.All(states[true], state => Assert.Equal(Occurrence.Cancelled, state));
        Assert.All(states[false], state => Assert.Equal(Occurrence.Planned, state));
    }

    [Fact]
    public async Task What_changes_nothing_of_a_meeting_is_told_to_nobody_and_no_day_is_years_away_or_taken()
    {
        var series = await Workshops.Plan(Cast.Chloe, Coming() with { Place = "Maison du pôle" });
        var next = (await Workshops.Next(Cast.Amina, 1))[0];
        await Workshops.Arrange(Cast.Chloe, next.Id, Cast.Organisation("Elips"), "Maison du pôle", null);
        var arranged = await Workshops.One(Cast.Amina, next.Id);
        await Workshops.Arrange(Cast.Chloe, next.Id, Cast.Organisation("Elips"), " Maison du pôle ", "");
        Assert.Equal((1L, 1L), (arranged.Revision, (await Workshops.One(Cast.Amina, next.Id)).Revision));

        Assert.Equal("day", (await Assert.ThrowsAsync<Refused>(() => Workshops.Move(Cast.Chloe, next.Id, new(9999, 12, 31), new(9, 0), "Plus tard"))).Field);
        await Workshops.Cancel(Cast.Chloe, next.Id, "Neige");
        await Workshops.Convene(Cast.Chloe, series.Id, next.Day!.Value, new(16, 0));
        Assert.Equal("workshops.refused.taken", (await Assert.ThrowsAsync<Refused>(() => Workshops.Restore(Cast.Chloe, next.Id))).Key);
    }

    [Fact]
    public async Task A_day_that_nothing_near_can_replace_is_asked_of_people()
    {
        await Workshops.Plan(Cast.Chloe, Coming() with { Closed = "2026-12-28..2027-01-20" });

        var asked = (await Workshops.Next(Cast.Amina, 5))[1];
        Assert.Null(asked.Day);
        Assert.Contains("date à trouver", asked.When(new Say("fr")));
        await Workshops.Move(Cast.Chloe, asked.Id, new(2027, 1, 21), new(14, 0), "Convenu par téléphone");
        Assert.Equal(new DateOnly(2027, 1, 21), (await Workshops.One(Cast.Amina, asked.Id)).Day);
    }

    [Fact]
    public async Task A_cancelled_meeting_says_why_and_can_come_back()
    {
        await Workshops.Plan(Cast.Chloe, Coming());
        var next = (await Workshops.Next(Cast.Amina, 1))[0];

        await Assert.ThrowsAsync<Refused>(() => Workshops.Cancel(Cast.Chloe, next.Id, " "));
        await Workshops.Cancel(Cast.Chloe, next.Id, "Neige");
        Assert.NotEqual(next.Id, (await Workshops.Next(Cast.Amina, 1))[0].Id);
        await Workshops.Restore(Cast.Chloe, next.Id);
        Assert.Equal(next.Id, (await Workshops.Next(Cast.Amina, 1))[0].Id);
    }
}

public sealed class PlanningOnSqlite() : PlanningTests(On.Sqlite);

public sealed class PlanningOnPostgres() : PlanningTests(On.Postgres);
