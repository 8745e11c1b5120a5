using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>Two nodes on one PostgreSQL, and the one that works dies.</summary>
public sealed class JobNodesTests() : CastTest(On.Postgres)
{
    // The programs in their own processes have no clock of ours.
    protected override void Replace(IServiceCollection services) => services.AddSingleton(TimeProvider.System);

    [Fact]
    public async Task The_job_of_a_node_that_was_killed_is_finished_once_by_the_other()
    {
        var killAt = Path.Combine(Store.Settings.Folder, "kill-at");
        await using var one = await Start(killAt);
        await using var other = await Start(killAt);
        await Db.Write(Cast.Pole.Id, tx => tx.Execute("""
            insert into contributions (id, pole_id, organisation_id, kind, day, channel, state, logged_at) values ('x', @pole, @giver, 'locaux', '2026-01-05', 'web', 'validated', 0)
            """, new { pole = Cast.Pole.Id, giver = Cast.Organisation("Elips") }));
        await File.WriteAllTextAsync(killAt, "digest.sealing", TestContext.Current.CancellationToken); // whichever comes there first

        var id = await Get<Digests>().Ask(Cast.Chloe, new(2026, 1, 1), new(2026, 1, 31));
        await Soon.True(() => Task.FromResult(one.Process.HasExited || other.Process.HasExited), "No node took the job.", seconds: 60);
        Assert.False(one.Process.HasExited && other.Process.HasExited);
        await Soon.True(async () => (await Get<Digests>().One(Cast.Chloe, id)).State == Digest.Compiled, "The other node did not finish the job.", seconds: 90);

        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'DigestCompiled'"));
        await Soon.True(async () => await Db.One<long>("select count(*) from job_runs where ended_at is null") == 0, "A run is still open.");
        var runs = await Db.Read<(string Outcome, string Node)>("select outcome, node from job_runs where name = 'digest' order by id");
        Assert.Equal([JobRun.Interrupted, JobRun.Succeeded], runs.Take(2).Select(r => r.Outcome));
        Assert.NotEqual(runs[0].Node, runs[1].Node);
    }

    private Task<RunningProgram> Start(string killAt) => RunningProgram.Serve(Store.Settings.Folder, "Testing", new()
    {
        ["ConnectionStrings:Ptce"] = Store.Settings.Postgres!,
        ["Demonstration:Seed"] = "false",
        ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
        ["PTCE_KILL_AT"] = killAt,
    });
}
