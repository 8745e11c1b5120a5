using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>What the board says of a stop, tried on the real program: down for a week, then back.</summary>
public sealed class MissedJobsTests() : StoreTest(On.Sqlite)
{
    private static readonly Dictionary<string, string> Empty = new() { ["Demonstration:Seed"] = "false" };

    // The program in its own process has no clock of ours.
    protected override void Replace(IServiceCollection services) => services.AddSingleton(TimeProvider.System);

    [Fact]
    public async Task Times_missed_while_the_program_was_down_are_made_up_for_once_and_those_of_a_paused_job_not_at_all()
    {
        await using (await RunningProgram.Serve(Store.Settings.Folder, "Testing", Empty)) { }
        var nightly = new[] { "meetings", "digests", "offers", "loans" };
        await Db.Write(null, async tx =>
        {
            // As if each had last run a week ago.
            await tx.Execute("""
                update qrtz_triggers set start_time = start_time - 2 * @week, prev_fire_time = next_fire_time - 8 * @day, next_fire_time = next_fire_time - @week where trigger_name in @nightly
                """, new { week = TimeSpan.FromDays(7).Ticks, day = TimeSpan.FromDays(1).Ticks, nightly });
            await tx.Execute("insert into job_pauses (name, at) values ('offers', @Now)", new { tx.Now });
        });

        await using var back = await RunningProgram.Serve(Store.Settings.Folder, "Testing", Empty);
        await Soon.True(async () => await Db.One<long>("select count(*) from job_runs where outcome = 'done' and name in ('meetings', 'digests', 'loans')") >= 3, "What was missed was not made up for.", seconds: 60);
        await Soon.True(async () => await Db.One<long>("select count(*) from qrtz_triggers where trigger_name in @nightly and next_fire_time <= @now", new { nightly, now = DateTime.UtcNow.Ticks }) == 0, "A missed time is still due.", seconds: 60);

        Assert.Equal([("digests", 1L), ("loans", 1L), ("meetings", 1L)], await Db.Read<(string, long)>("select name, count(*) from job_runs where name in @nightly group by name order by name", new { nightly }));
    }
}
