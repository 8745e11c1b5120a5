namespace Ptce.Workspace;

/// <summary>Travaux : every run of every job, recorded; who may look at them, start, stop and try again.</summary>
/// <remarks>Whatever starts a job (the clock, a delivery, a person, the console) goes through <see cref="Keep"/>.</remarks>
public sealed partial class JobRuns(Db db, IServiceProvider services, TimeProvider clock, ILogger<JobRuns> log)
{
    public const int MostKept = 60;     // runs per job and pole: a rare job's are old, and still there
    public const int StaleSeconds = 120; // a run that has not beaten for so long died with its program

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);
    private static readonly string Node = $"{Environment.MachineName}-{Environment.ProcessId}-{Ids.New()[..8]}";

    /// <summary>Runs a job and records it: when, for whom, what it did, what failed.</summary>
    /// <exception cref="Refused">It runs already.</exception>
    /// <exception cref="Exception">The job's own failure, once it is recorded: the scheduler tries again.</exception>
    public async Task<string> Keep(JobStart start, Func<JobAccount, CancellationToken, Task> work, CancellationToken stop)
    {
        var id = Ids.New();
        await Begin(id, start);
        db.Step("job.begun");
        var account = new JobAccount((done, total) => Progress(id, done, total));
        using var beat = clock.CreateTimer(_ => _ = Alive(id), null, Beat, Beat);
        try
        {
            await work(account, stop);
        }
        catch (Exception e)
        {
            var stopped = e is OperationCanceledException && stop.IsCancellationRequested;
            await End(id, start, account, stopped ? JobRun.Interrupted : JobRun.Failed, JobSaying.Of(e));
            // The cause stands in the run; the log says where to look and names nobody.
            log.LogWarning("Job {Job} {Outcome} (run {Run}): {Kind}", start.Name, stopped ? "was stopped" : "failed", id, e.GetType().Name);
            throw;
        }
        db.Step("job.ending");
        await End(id, start, account, JobRun.Succeeded, null);
        log.LogInformation("Job {Job} done (run {Run})", start.Name, id);
        return id;
    }

    /// <summary>Runs a job of the clock now, in this process: the same call, recorded. The console's way.</summary>
    /// <returns>The run.</returns>
    /// <exception cref="Refused">«name» is no job of the clock, or it runs already.</exception>
    public async Task<JobRun> RunHere(string name, CancellationToken stop = default)
    {
        var row = Named(name);
        var id = await Keep(new(row.Name, "console"), (account, s) => row.Call(services, account, s), stop);
        return (await Filled([await db.One<JobRun>($"{Select} where r.id = @id", new { id })], null))[0];
    }

    /// <summary>The job of the clock with this name.</summary>
    /// <exception cref="Refused">There is none.</exception>
    public static Schedule.ByTheClock Named(string name) => Schedule.Clock.FirstOrDefault(r => r.Name == name)
        ?? throw new Refused("name", "jobs.unknown", name, string.Join(", ", Schedule.Clock.Select(r => r.Name)));

    public async Task<bool> IsPaused(string name) => await db.MaybeOne<string>("select name from job_pauses where name = @name", new { name }) is not null;

    private Task Begin(string id, JobStart start) => db.Write(null, async tx =>
    {
        // The dead hold no place: those the scheduler knows to be dead, and those that ceased to beat.
        await tx.Execute("""
            update job_runs set ended_at = beat_at, outcome = 'interrupted', error = @why
            where name = @Name and subject = @Subject and ended_at is null and beat_at <= @quiet
            """, new { start.Name, start.Subject, quiet = start.AfterCrash ? DateTimeOffset.MaxValue : tx.Now.AddSeconds(-StaleSeconds), why = new JobSaying("jobs.error.died", []).Json });
        var begun = await tx.Execute("""
            insert into job_runs (id, name, subject, pole_id, started_by, person_id, node, started_at, beat_at)
            values (@id, @Name, @Subject, @PoleId, @By, @PersonId, @Node, @Now, @Now)
            on conflict do nothing
            """, new { id, start.Name, start.Subject, start.PoleId, start.By, start.PersonId, Node, tx.Now });
        Refused.If(begun == 0, "name", "jobs.runs_already", start.Name);
    });

    private Task End(string id, JobStart start, JobAccount account, string outcome, JobSaying? error) => db.Write(null, async tx =>
    {
        // Taken for dead meanwhile, and begun again elsewhere: that one's account counts.
        if (await tx.Execute("update job_runs set ended_at = @Now, beat_at = @Now, outcome = @outcome, error = @error where id = @id and ended_at is null",
            new { id, outcome, error = error?.Json, tx.Now }) == 0) return;
        long number = 0;
        foreach (var (poleId, note) in account.Notes)
            await tx.Execute("insert into job_notes (run_id, number, pole_id, key, args) values (@id, @number, @poleId, @Key, @ArgsJson)",
                new { id, number = ++number, poleId, note.Key, note.ArgsJson });
        await Trim(tx, start.Name, start.PoleId);
        Measures.Meter.Jobs.Record((tx.Now - await tx.One<DateTimeOffset>("select started_at from job_runs where id = @id", new { id })).TotalSeconds, new("job", start.Name), new("outcome", outcome));
    });

    private static async Task Trim(Tx tx, string name, string? poleId)
    {
        const string Beyond = """
            select id from job_runs
            where name = @name and coalesce(pole_id, '') = @pole and ended_at is not null
            order by id desc limit 1000 offset @MostKept
            """;
        var old = await tx.Read<string>(Beyond, new { name, pole = poleId ?? "", MostKept });
        if (old.Count > 0) await Forget(tx, old);
    }

    private static async Task Forget(Tx tx, IReadOnlyList<string> ids)
    {
        var gone = ids.ToArray();
        await tx.Execute("delete from job_notes where run_id in @gone", new { gone });
        await tx.Execute("delete from job_runs where id in @gone", new { gone });
    }

    /// <summary>Forgets runs that ended long ago; the last of each job stays, however old.</summary>
    /// <returns>How many.</returns>
    public async Task<long> ForgetOlder(int days)
    {
        long forgotten = 0;
        for (var more = true; more;)
            more = await db.Write(null, async tx =>
            {
                var old = await tx.Read<string>("""
                    select r.id from job_runs r
                    where r.ended_at < @before and exists (select 1 from job_runs n where n.name = r.name and n.id > r.id)
                    order by r.id limit 1000
                    """, new { before = tx.Now.AddDays(-days) });
                if (old.Count > 0) await Forget(tx, old);
                forgotten += old.Count;
                return old.Count > 0;
            });
        return forgotten;
    }

    private Task<int> Progress(string id, long done, long total) => db.Write(null, tx =>
        tx.Execute("update job_runs set done = @done, total = @total, beat_at = @Now where id = @id and ended_at is null", new { id, done, total, tx.Now }));

    private async Task Alive(string id)
    {
        try { await db.Write(null, tx => tx.Execute("update job_runs set beat_at = @Now where id = @id and ended_at is null", new { id, tx.Now })); }
        catch (Exception e) { log.LogWarning("Run {Run} could not say it is alive: {Kind}", id, e.GetType().Name); }
    }
}
