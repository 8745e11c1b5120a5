using System.Text.Json;

namespace Ptce.Workspace.Tests;

/// <summary>Every run is written down: when, what it did in numbers, what failed and why.</summary>
public abstract class JobRunsTests(On on) : CastTest(on)
{
    private JobRuns Runs => Get<JobRuns>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<JobRun> Last(string name) => (await Runs.All()).Single(j => j.Name == name).Last!;

    [Fact]
    public async Task A_run_says_what_it_did_in_numbers_how_far_it_is_and_in_the_readers_language()
    {
        await Runs.Keep(new("meetings", "clock"), async (account, _) =>
        {
            account.Did("jobs.did.digests", 3, 1200);
            account.DidFor(Cast.Pole.Id, "jobs.did.digest", JobSaying.Period(new(2026, 7, 1), new(2026, 9, 30)), 214, 3);
            await account.Progress(40, 160);
            var now = await Last("meetings");
            Assert.True(now.Runs);
            Assert.Equal((40L, 160L), (now.Done, now.Total));
            Clock.Advance(TimeSpan.FromSeconds(130));
        }, Stop);

        var run = await Last("meetings");
        Assert.Equal(JobRun.Succeeded, run.Outcome);
        Assert.Equal("Bilans compilés : 3, pôles parcourus : 1 200 · Bilan du 1er juillet 2026 au 30 septembre 2026 : 214 lignes comptées, 3 écartées", new Say("fr").Did(run).Plain());
        Assert.Contains("214 lines counted", new Say("en").Did(run));
        Assert.Equal("2 min 10", new Say("fr").Took(run, Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_failure_is_kept_with_its_cause_in_words_and_still_reaches_the_scheduler()
    {
        await Assert.ThrowsAsync<Refused>(() => Runs.Keep(new("digests", "clock"), (account, _) =>
        {
            account.Did("jobs.did.digests", 2, 3);
            throw new Refused("", "jobs.error.some_poles", 1L);
        }, Stop));
        var run = await Last("digests");
        Assert.Equal(JobRun.Failed, run.Outcome);
        Assert.Equal("Poles that failed: 1.", run.Why!.In(new("en")));
        Assert.Single(run.Did); // what it had done is not forgotten

        await Assert.ThrowsAsync<IOException>(() => Runs.Keep(new("digests", "clock"), (_, _) => throw new IOException("disk full"), Stop));
        Assert.Equal("Un fichier n'a pas pu être lu ou écrit : disk full", (await Last("digests")).Why!.In(new("fr")).Plain());
    }

    [Fact]
    public async Task A_job_runs_once_at_a_time_and_the_dead_hold_no_place()
    {
        var gate = new TaskCompletionSource();
        var first = Runs.Keep(new("digests", "clock"), (_, _) => gate.Task, Stop);
        await Soon.True(async () => await Db.One<long>("select count(*) from job_runs") == 1);
        var refused = await Assert.ThrowsAsync<Refused>(() => Runs.RunHere("digests", Stop));
        Assert.Equal("jobs.runs_already", refused.Key);

        Clock.Advance(TimeSpan.FromMinutes(10)); // it beats while it lives, however long it takes
        await Soon.True(async () => await Db.One<DateTimeOffset>("select beat_at from job_runs") >= Clock.GetUtcNow().AddSeconds(-30));
        await Assert.ThrowsAsync<Refused>(() => Runs.RunHere("digests", Stop));
        gate.SetResult();
        await first;

        await Db.Write(null, tx => tx.Execute("update job_runs set ended_at = null, outcome = null")); // as a killed program leaves it
        await Runs.Keep(new("digests", "clock", AfterCrash: true), (_, _) => Task.CompletedTask, Stop);
        Assert.Equal([JobRun.Interrupted, JobRun.Succeeded], await Db.Read<string>("select outcome from job_runs order by id"));
        await Db.Write(null, tx => tx.Execute("update job_runs set ended_at = null, outcome = null where outcome = 'done'"));
        await Assert.ThrowsAsync<Refused>(() => Runs.RunHere("digests", Stop));
        Clock.Advance(TimeSpan.FromSeconds(JobRuns.StaleSeconds + 1));
        Assert.Equal(JobRun.Succeeded, (await Runs.RunHere("digests", Stop)).Outcome);
    }

    [Fact]
    public async Task The_history_of_a_rare_job_is_kept_however_often_another_runs()
    {
        await Runs.RunHere("meetings", Stop);
        for (var i = 0; i < JobRuns.MostKept + 5; i++) await Runs.Keep(new("digests", "clock"), (a, _) => { a.Did("jobs.did.nothing"); return Task.CompletedTask; }, Stop);

        Assert.Equal(JobRuns.MostKept, await Db.One<long>("select count(*) from job_runs where name = 'digests'"));
        Assert.Equal(1, await Db.One<long>("select count(*) from job_runs where name = 'meetings'"));
        Assert.Equal(JobRuns.MostKept, await Db.One<long>("select count(*) from job_notes"));
    }

    [Fact]
    public async Task One_night_compiles_the_digests_of_160_poles_with_progress_and_one_that_fails_holds_up_no_other()
    {
        var poles = new List<Pole>();
        for (var i = 0; i < 158; i++) poles.Add(await Get<Poles>().Create($"Pôle {i}", "Europe/Paris"));
        await Db.Write(null, async tx =>
        {
            foreach (var pole in (IEnumerable<Pole>)[.. poles, Cast.Pole, Cast.Other])
                await tx.Execute("""
                    insert into contributions (id, pole_id, organisation_id, kind, day, channel, state, logged_at) values (@id, @pole, @giver, 'locaux', '2026-09-30', 'web', 'validated', 0)
                    """, new { id = Ids.New(), pole = pole.Id, giver = Cast.Organisation("Elips") });
        });
        var seen = new List<(long, long)>();
        var account = new JobAccount((done, total) => { seen.Add((done, total)); return Task.CompletedTask; });
        using (new StepsOf(Db, step => { if (step == "digest.sealing" && seen.Count == 50) throw new IOException("disk full"); }))
            await Assert.ThrowsAsync<Refused>(() => Get<Digests>().CompileEndedPeriods(account, Stop));

        Assert.Equal((160L, 160L), seen[^1]);
        Assert.Equal(159, await Db.One<long>("select count(*) from digests where state = 'compiled'"));
        await Runs.RunHere("digests", Stop); // tried again, it takes up the one that is left
        Assert.Equal(160, await Db.One<long>("select count(*) from digests where state = 'compiled'"));
        Assert.Equal(160, await Db.One<long>("select count(*) from digests"));
        Assert.StartsWith("Bilan", new Say("fr").Did(await Last("digests")));
    }

    [Fact]
    public async Task The_console_lists_and_runs_jobs_and_says_in_a_sentence_what_it_does_not_know()
    {
        string[] here = On == On.Sqlite ? ["--data", Store.Settings.Folder] : ["--data", Store.Settings.Folder, "--connection", Store.Settings.Postgres!];
        var ran = await RunningProgram.Verb(["jobs", "run", "meetings", .. here]);
        Assert.True(ran.Code == 0, ran.Errors);

        var list = JsonDocument.Parse((await RunningProgram.Verb(["jobs", "list", "--json", .. here])).Output).RootElement.EnumerateArray().ToDictionary(j => j.GetProperty("name").GetString()!);
        var meetings = list["meetings"];
        Assert.Equal("Europe/Paris", meetings.GetProperty("zone").GetString());
        Assert.NotEqual("", meetings.GetProperty("description").GetString());
        Assert.Equal("done", meetings.GetProperty("last").GetProperty("outcome").GetString());
        Assert.Matches(@"T03:40:00\+0[12]:00$", meetings.GetProperty("next").GetString());
        Assert.Equal(JsonValueKind.Null, list["digests"].GetProperty("last").ValueKind);

        var unknown = await RunningProgram.Verb(["jobs", "run", "pizza", .. here]);
        Assert.Equal(1, unknown.Code);
        Assert.Contains("pizza", unknown.Errors);
        Assert.Contains("meetings", unknown.Errors);
    }
}

public sealed class JobRunsOnSqlite() : JobRunsTests(On.Sqlite);

public sealed class JobRunsOnPostgres() : JobRunsTests(On.Postgres);

public sealed class ScheduleTests
{
    public static TheoryData<string> Names => [.. Schedule.Clock.Select(r => r.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_job_has_its_words_and_its_time_in_words(string name) => Assert.All(Words.Languages, language =>
    {
        var t = new Say(language);
        Assert.NotEqual(name, t.Name(name));
        Assert.NotEqual("", t.About(name));
        Assert.DoesNotContain(Schedule.Clock.Single(r => r.Name == name).Cron, t.Rhythm(Schedule.Clock.Single(r => r.Name == name)));
    });

    [Theory, MemberData(nameof(Names))]
    public void On_the_nights_the_hour_changes_a_job_runs_once_at_its_stated_time(string name)
    {
        var row = Schedule.Clock.Single(r => r.Name == name);
        if (row.Cron.Split(' ') is not [_, var minute, var hour, "*" or "?", _, var weekday] || !int.TryParse(hour, out var h) || !int.TryParse(minute, out var m)) return; // several times a day, or once a month
        var zone = TimeZoneInfo.FindSystemTimeZoneById(row.Zone);
        foreach (var (from, to) in new[] { (new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero), 14), (new DateTimeOffset(2026, 10, 17, 0, 0, 0, TimeSpan.Zero), 14) })
        {
            var times = new List<DateTime>();
            for (var next = row.Next(from); next < from.AddDays(to); next = row.Next(next!.Value)) times.Add(TimeZoneInfo.ConvertTime(next!.Value, zone).DateTime);
            Assert.All(times, at => Assert.Equal(new TimeSpan(h, m, 0), at.TimeOfDay));
            Assert.Equal(weekday is "?" or "*" ? to : to / 7, times.Select(DateOnly.FromDateTime).Distinct().Count());
            Assert.Equal(times.Count, times.Distinct().Count());
        }
    }

    [Fact]
    public void Rhythms_are_said_as_people_say_them()
    {
        Schedule.ByTheClock Row(string cron) => new("x", cron, "Europe/Paris", (_, _) => Task.CompletedTask);
        var t = new Say("fr");
        Assert.Equal("Chaque jour à 3 h 20, heure de Paris", t.Rhythm(Row("0 20 3 * * ?")));
        Assert.Equal("Chaque dimanche à 4 h, heure de Paris", t.Rhythm(Row("0 0 4 ? * SUN")));
        Assert.Equal("Toutes les 15 minutes", t.Rhythm(Row("0 0/15 * * * ?")));
        Assert.Equal("Jeden Sonntag um 04:00, Ortszeit Paris", new Say("de").Rhythm(Row("0 0 4 ? * SUN")));
    }
}
