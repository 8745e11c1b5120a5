namespace Ptce.Workspace.Tests;

public abstract class HostsTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();

    private async Task<IReadOnlyList<Occurrence>> Coming(string series) => [.. (await Workshops.Between(Cast.Amina, new(2026, 11, 20), new(2027, 12, 31), series)).Where(m => m.State == Occurrence.Planned)];

    private async Task<IEnumerable<string?>> Hosts(string series, int most) => (await Coming(series)).Take(most).Select(m => m.HostName);

    private Task<MeetingSeries> Plan() => Workshops.Plan(Cast.Chloe, MeetingsFolk.Coming() with { HostIds = [Cast.Organisation("Elips"), Cast.Organisation("Re-Sources"), Cast.Organisation("Val Horizon")] });

    [Fact]
    public async Task A_cancelled_meeting_costs_nobody_their_turn()
    {
        var series = await Plan();
        Assert.Equal(["Elips", "Re-Sources", "Val Horizon", "Elips"], await Hosts(series.Id, 4));
        Assert.All(await Coming(series.Id), m => Assert.Equal(0, m.Revision));

        var second = (await Coming(series.Id))[1].Id;
        await Workshops.Cancel(Cast.Chloe, second, "Neige");
        Assert.Equal(["Elips", "Re-Sources", "Val Horizon", "Elips"], await Hosts(series.Id, 4));
        await Workshops.Restore(Cast.Chloe, second);
        Assert.Equal(["Elips", "Re-Sources", "Val Horizon", "Elips"], await Hosts(series.Id, 4));

        // What comes into reach a year later goes on where the turn stands.
        await Workshops.Cancel(Cast.Chloe, second, "Neige");
        Clock.Advance(TimeSpan.FromDays(300));
        await Workshops.PlanAhead();
        var all = (await Workshops.Between(Cast.Amina, new(2026, 11, 20), new(2028, 12, 31), series.Id)).Where(m => m.State == Occurrence.Planned).ToList();
        Assert.All(all.Zip(all.Skip(3)), pair => Assert.Equal(pair.First.HostName, pair.Second.HostName));
    }

    [Fact]
    public async Task Who_is_chosen_for_one_meeting_stays_and_who_was_passed_over_comes_next()
    {
        var series = await Plan();
        var first = (await Coming(series.Id))[0].Id;
        await Workshops.Arrange(Cast.Chloe, first, Cast.Organisation("La Coursive"), null, null);
        Assert.Equal(["La Coursive", "Elips", "Re-Sources", "Val Horizon"], await Hosts(series.Id, 4));
        await Workshops.Arrange(Cast.Chloe, first, null, null, null); // the pole itself
        Assert.Equal([null, "Elips", "Re-Sources"], await Hosts(series.Id, 3));
        await Workshops.Arrange(Cast.Chloe, first, Workshops.InTurn, null, "https://visio.test/a");
        Assert.Equal(["Elips", "Re-Sources", "Val Horizon"], await Hosts(series.Id, 3));

        // A place was agreed on with who hosts there: they keep their meeting.
        var third = (await Coming(series.Id))[2].Id;
        await Workshops.Arrange(Cast.Chloe, third, Workshops.InTurn, "Atelier de Val Horizon", null);
        await Workshops.Cancel(Cast.Chloe, first, "Neige");
        Assert.Equal(["Elips", "Val Horizon", "Re-Sources"], await Hosts(series.Id, 3));
    }

    [Fact]
    public async Task Other_hosts_take_over_what_is_to_come()
    {
        var series = await Plan();
        Clock.AdvanceTo(new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
        await Workshops.Change(Cast.Chloe, series.Id, MeetingsFolk.Coming() with { HostIds = [Cast.Organisation("Elips"), Cast.Organisation("Valoprest")] });
        Assert.Equal(["Elips", "Valoprest", "Elips", "Valoprest"], await Hosts(series.Id, 4));
        await Workshops.Change(Cast.Chloe, series.Id, MeetingsFolk.Coming());
        Assert.Equal(["Elips", null, null], await Hosts(series.Id, 3));
    }
}

public sealed class HostsOnSqlite() : HostsTests(On.Sqlite);

public sealed class HostsOnPostgres() : HostsTests(On.Postgres);
