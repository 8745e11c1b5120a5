namespace Ptce.Workspace.Tests;

public abstract class ObservatoryTests(On on) : DigestTest(on)
{
    private Observatory Observatory => Get<Observatory>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.Write(null, tx => tx.Execute("update memberships set from_day = '2026-01-05'"));
    }

    private async Task<Observation> Seen(string period) => (await Observatory.Of(Cast.Farid)).Single(o => o.Period.Code == period);

    [Fact]
    public async Task Only_what_was_approved_feeds_hours_and_euros()
    {
        await Line("2026-03-02", minutes: 120);
        await Line("2026-03-03", kind: "benevolat_politique", minutes: 60, of: Cast.Elise);
        await Line("2026-03-04", kind: "locaux", minutes: 0, giver: "La Coursive", quantity: 3, unitValueCents: 25_00);
        await Line("2026-03-05", state: "submitted", minutes: 600);
        var digest = await March();
        await Observatory.Measure(JobAccount.Unkept());
        Assert.Equal(0, (await Seen("2026-T1"))["minutes"].Value);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Approve(digest);
        await Observatory.Measure(JobAccount.Unkept());

        var quarter = await Seen("2026-T1");
        Assert.Equal((180L, 120L, 60L, 0L), (quarter["minutes"].Value, quarter["volunteer"].Value, quarter["board"].Value, quarter["paid"].Value));
        Assert.Equal(digest.ValueCents, quarter["value"].Value);
        Assert.Equal(180, (await Seen("2026"))["minutes"].Value);
        Assert.Equal(0, (await Seen("2026-T2"))["minutes"].Value);
        Assert.Equal((3L, 6L), (quarter["givers"].Value, quarter["givers"].Base)); // Elips, Re-Sources and La Coursive, of six
    }

    [Fact]
    public async Task Posts_invested_are_told_of_the_members_that_said_theirs_alone()
    {
        await Get<Members>().Describe(Cast.Bruno, Cast.Organisation("Elips"), Members.Profile.Unsaid, fte: 2);
        await Line("2026-03-02", minutes: 964);
        await Line("2026-03-03", minutes: 600, of: Cast.Elise);
        await Approve(await March());
        await Observatory.Measure(JobAccount.Unkept());

        var fte = (await Seen("2026-T1"))["fte"];
        Assert.Equal((964L, 2L * 1607 * 60 / 4), (fte.Value, fte.Base));
        Assert.Equal(2.0m, fte.Told);
        Assert.Equal("2 %", fte.In(new Say("fr")).Plain());
    }

    [Fact]
    public async Task Cooperations_needs_and_meetings_are_counted_in_their_period()
    {
        var cooperations = Get<Cooperations>();
        await cooperations.Log(Cast.Amina, new("Ressourcerie mobile", [Cast.Organisation("Val Horizon"), Cast.Organisation("Elips")], Clock.Today, Commercial: true), "web");
        await Get<Offers>().PostNeed(Cast.Bruno, new("competence", "Relire un marché"), "web");
        await Get<Offers>().Post(Cast.Amina, new("locaux", "Grande salle"), "web");
        await Observatory.Measure(JobAccount.Unkept());

        var now = await Seen("2026-T4");
        Assert.Equal((1L, 100m, 0m), (now["cooperations"].Value, now["commercial"].Told, now["strategic"].Told));
        Assert.Equal((1L, 1L, 0m), (now["needs"].Value, now["offers"].Value, now["met"].Told));
        Assert.Equal((2L, 6L), (now["active"].Value, now["active"].Base));
        Assert.Null((await Seen("2026-T4"))["presence"].Told);
        Assert.Null(now["turnover"].Told);
    }

    [Fact]
    public async Task Answers_of_the_yearly_questionnaire_hold_until_the_next_ones()
    {
        await Get<DeclaredFigures>().Declare(Cast.David, new(2026, 1, 1), new(2026, 3, 31), new Dictionary<string, decimal?> { ["survey.quality"] = 62.5m, ["survey.turnover"] = 7 });
        await Get<DeclaredFigures>().Declare(Cast.David, new(2026, 7, 1), new(2026, 9, 30), new Dictionary<string, decimal?> { ["survey.quality"] = 70 });
        await Observatory.Measure(JobAccount.Unkept());

        Assert.Equal((62.5m, 62.5m, 70m, 70m), ((await Seen("2026-T1"))["quality"].Told, (await Seen("2026-T2"))["quality"].Told, (await Seen("2026-T3"))["quality"].Told, (await Seen("2026-T4"))["quality"].Told));
        Assert.Equal("7 %", (await Seen("2026-T4"))["due"].In(new Say("fr")).Plain());
        Assert.Null((await Seen("2026-T4"))["demand"].Told);
    }

    [Fact]
    public async Task A_settled_period_is_measured_again_only_when_a_digest_of_it_is_approved()
    {
        await Db.Write(null, tx => tx.Execute("update memberships set from_day = '2024-01-10'"));
        await Observatory.Measure(JobAccount.Unkept());
        var first = (await Seen("2024-T1")).MeasuredAt;

        Clock.Advance(TimeSpan.FromDays(1));
        await Observatory.Measure(JobAccount.Unkept());
        Assert.Equal(first, (await Seen("2024-T1")).MeasuredAt);
        Assert.NotEqual(first, (await Seen("2026-T3")).MeasuredAt);

        await Line("2024-02-01", minutes: 90);
        await Approve(await Compile(new(2024, 1, 1), new(2024, 3, 31)));
        Clock.Advance(TimeSpan.FromDays(1));
        await Observatory.Measure(JobAccount.Unkept());
        Assert.Equal(90, (await Seen("2024-T1"))["minutes"].Value);
    }
}

public sealed class ObservatoryOnSqlite() : ObservatoryTests(On.Sqlite);

public sealed class ObservatoryOnPostgres() : ObservatoryTests(On.Postgres);

public sealed class ObservatoryPagesTests
{
    [Fact]
    public async Task An_observer_finds_the_figures_and_is_led_to_approved_digests_only()
    {
        await using var app = await App.Start();
        var (farid, amina) = (app.SignedIn(app.Cast.Farid), app.SignedIn(app.Cast.Amina));
        var here = $"/p/{app.Cast.Pole.Slug}/observatoire";
        Assert.Contains("demain matin", (await farid.Page(here)).Says(".empty"));

        await app.Get<Cooperations>().Log(app.Cast.Amina, new("Ressourcerie mobile", [app.Cast.Organisation("Val Horizon"), app.Cast.Organisation("Elips")], app.Cast.Amina.Today(TimeProvider.System), Commercial: true), "web");
        await app.Get<JobRuns>().RunHere("observatory", TestContext.Current.CancellationToken);

        // Both poles were measured: who sees all reads one number.
        Assert.Equal("Périodes calculées : 4", new Say("fr").Did(await app.Get<JobRuns>().RunHere("observatory", TestContext.Current.CancellationToken)).Plain());

        var page = await farid.Page(here);
        Assert.Contains("Coopérations", page.Says(".figures"));
        Assert.Empty(page.QuerySelectorAll("main a[href*='/echanges'], main a[href*='/ateliers'], main a[href*='/contributions']"));
        Assert.NotEmpty((await amina.Page(here)).QuerySelectorAll("main a[href*='/echanges/cooperations']"));
        Assert.NotEmpty((await amina.Page($"/p/{app.Cast.Pole.Slug}/pole")).QuerySelectorAll($"a[href='{here}']"));
        Assert.DoesNotContain("€", (await farid.Page(here + "?valeurs=non")).Says("main"));
    }
}
