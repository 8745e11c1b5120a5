namespace Ptce.Workspace.Tests;

public abstract class JobsTests(On on)
{
    [Fact]
    public async Task A_digest_that_was_asked_for_is_compiled_by_the_job()
    {
        await using var app = await App.Start(on);
        var compiled = News(app);

        var id = await app.Get<Digests>().Ask(app.Cast.Chloe, new(2026, 7, 1), new(2026, 9, 30));
        await compiled;

        Assert.Equal(Digest.Compiled, (await app.Get<Digests>().One(app.Cast.Chloe, id)).State);
    }

    [Fact]
    public async Task At_night_each_pole_with_lines_gets_the_digest_of_the_quarter_that_ended_once()
    {
        await using var app = await App.Start(on);
        await app.Db.Write(app.Cast.Pole.Id, tx => tx.Execute("""
            insert into contributions (id, pole_id, organisation_id, kind, day, channel, state, logged_at) values ('x', @pole, @giver, 'locaux', '2026-09-30', 'web', 'validated', 0)
            """, new { pole = app.Cast.Pole.Id, giver = app.Cast.Organisation("Elips") }));
        var compiled = News(app);

        foreach (var row in Schedule.Clock) await row.Call(app.Services, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        await compiled;
        foreach (var row in Schedule.Clock) await row.Call(app.Services, JobAccount.Unkept(), TestContext.Current.CancellationToken);

        var digest = Assert.Single(await app.Get<Digests>().List(app.Cast.Pole));
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30), Digest.Compiled), (digest.FromDay, digest.ToDay, digest.State));
        Assert.Empty(await app.Get<Digests>().List(app.Cast.Other));
    }

    /// <summary>Ends when a digest was compiled.</summary>
    private static async Task News(App app)
    {
        var heard = new TaskCompletionSource();
        app.Db.News += news => Task.Run(async () =>
        {
            if (await app.Db.One<long>("select count(*) from events where name = 'DigestCompiled'") > 0) heard.TrySetResult();
        });
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}

public sealed class JobsOnSqlite() : JobsTests(On.Sqlite);

public sealed class JobsOnPostgres() : JobsTests(On.Postgres);

public sealed class QuartersTests
{
    [Theory]
    [InlineData("2026-11-19", "2026-07-01", "2026-09-30")]
    [InlineData("2026-01-01", "2025-10-01", "2025-12-31")]
    [InlineData("2026-03-31", "2025-10-01", "2025-12-31")]
    public void The_quarter_before_a_day_is_whole(string day, string from, string to) =>
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to)), (DigestPeriod.Ended("quarter", DateOnly.Parse(day)) is { } quarter ? (quarter.From, quarter.To) : default));
}
