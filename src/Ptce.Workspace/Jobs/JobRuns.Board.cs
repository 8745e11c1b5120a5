namespace Ptce.Workspace;

public sealed partial class JobRuns : INameSubjects
{
    private const int MostSearched = 500; // latest runs looked through
    private const string Title = "job ";  // what an event about a job is about: "job meetings"

    /// <summary>The jobs this reader may see: a coordinator those that serve the poles, an administrator those of the house too.</summary>
    public async Task<IReadOnlyList<Standing>> Board(Actor actor)
    {
        actor.Must(Act.ReadJobs);
        return await Stand(Schedule.Clock.Where(r => MaySee(actor, r)), actor.PoleId, all: await OfAllPoles(actor));
    }

    /// <summary>The latest runs the reader may see, newest first.</summary>
    /// <param name="job">Only this job's; null for all.</param>
    /// <param name="outcome">"done", "failed", "interrupted", "running"; null for all.</param>
    /// <param name="words">Found in what the run says, in the reader's language.</param>
    public async Task<IReadOnlyList<JobRun>> Recent(Actor actor, Say t, string? job = null, string? outcome = null, string? words = null, int most = 50)
    {
        actor.Must(Act.ReadJobs);
        var all = await OfAllPoles(actor);
        var hidden = Schedule.Clock.Where(r => !MaySee(actor, r)).Select(r => r.Name).Append("").ToArray();
        var runs = await Filled(await db.Read<JobRun>($"""
            {Select}
            where r.name not in @hidden {(all ? "" : "and (r.pole_id is null or r.pole_id = @PoleId)")} {(job is null ? "" : "and r.name = @job")}
              {(outcome is null ? "" : outcome == "running" ? "and r.outcome is null" : "and r.outcome = @outcome")}
            order by r.id desc limit @limit
            """, new { hidden, actor.PoleId, job, outcome, limit = string.IsNullOrWhiteSpace(words) ? most : MostSearched }), all ? null : actor.PoleId);
        if (string.IsNullOrWhiteSpace(words)) return runs;
        var compare = t.Culture.CompareInfo;
        const System.Globalization.CompareOptions Loosely = System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace;
        return [.. runs.Where(r => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => compare.IndexOf($"{t.Name(r.Name)} {r.Name} {t.Outcome(r)} {t.Did(r)} {r.Why?.In(t)}", w, Loosely) >= 0)).Take(most)];
    }

    /// <summary>Asks for a job of the clock now; the scheduler runs it on one of the nodes.</summary>
    /// <exception cref="Refused">«name» is no job, or it runs already.</exception>
    public async Task Ask(Actor actor, string name)
    {
        actor.Must(Act.RunJob);
        var row = Named(name);
        if (row.OfTheHouse) await MustKeepHouse(actor);
        await db.Write(actor.PoleId, async tx =>
        {
            var running = await tx.One<long>("select count(*) from job_runs where name = @name and subject = '' and ended_at is null and beat_at > @alive", new { name, alive = tx.Now.AddSeconds(-StaleSeconds) });
            Refused.If(running > 0, "name", "jobs.runs_already", new Say(actor.Language).Name(name));
            await tx.Announce(actor, new JobAsked(actor.PoleId, Title + name));
            await tx.Owe("job", "now", name, null, actor.PersonId);
        });
    }

    /// <summary>Tries a failed run again: the same job on the same object.</summary>
    /// <exception cref="NotHere">No such run that failed, in the actor's pole.</exception>
    public async Task Retry(Actor actor, string runId)
    {
        actor.Must(Act.RunJob);
        var run = await db.MaybeOne<JobRun>($"{Select} where r.id = @runId and r.outcome in ('failed', 'interrupted')", new { runId }) ?? throw new NotHere();
        if (run.PoleId is not null && run.PoleId != actor.PoleId && !await OfAllPoles(actor)) throw new NotHere();
        if (run.Subject == "")
        {
            await Ask(actor, run.Name);
            return;
        }
        if (!Schedule.Demand.ContainsKey(run.Name)) throw new NotHere();
        await db.Write(actor.PoleId, async tx =>
        {
            await tx.Announce(actor, new JobAsked(actor.PoleId, Title + run.Name));
            await tx.Owe("job", run.Name, run.Subject, run.PoleId, actor.PersonId);
        });
    }

    /// <summary>Stops a job of the clock until further notice; a person may still run it.</summary>
    public Task Pause(Actor actor, string name) => Turn(actor, name, "insert into job_pauses (name, at, person_id) values (@name, @Now, @PersonId) on conflict (name) do nothing", poleId => new JobPaused(poleId, Title + name));

    /// <summary>Lets a paused job run by the clock again. What it missed is not made up for.</summary>
    public Task Resume(Actor actor, string name) => Turn(actor, name, "delete from job_pauses where name = @name", poleId => new JobResumed(poleId, Title + name));

    private async Task Turn(Actor actor, string name, string sql, Func<string, Event> fact)
    {
        actor.Must(Act.PauseJob);
        _ = Named(name);
        await MustKeepHouse(actor);
        await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.Execute(sql, new { name, tx.Now, actor.PersonId }) == 1) await tx.Announce(actor, fact(actor.PoleId));
        });
    }

    /// <summary>True for who may stop a job for every pole, and see every pole's runs: an administrator of the installation, or of its only pole.</summary>
    public async Task<bool> KeepsHouse(Actor actor) => actor.May(Act.PauseJob) && await OfAllPoles(actor);

    private async Task MustKeepHouse(Actor actor)
    {
        if (!await KeepsHouse(actor)) throw new NotAllowed();
    }

    private static bool MaySee(Actor actor, Schedule.ByTheClock row) => !row.OfTheHouse || actor.May(Act.PauseJob);

    private async Task<bool> OfAllPoles(Actor actor) => actor.Roles.HasFlag(Roles.Administrator) && await db.One<long>("""
        select case when (select count(*) from poles) = 1 or exists (
            select 1 from mandates
            where person_id = @PersonId and pole_id is null and role = 'administrator' and from_day <= @today and (to_day is null or to_day >= @today)) then 1 else 0 end
        """, new { actor.PersonId, today = actor.Today(clock) }) == 1;

    /// <summary>The jobs' names, for what persons did with them.</summary>
    public Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(!actor.May(Act.ReadJobs) ? new Dictionary<string, string>()
            : ids.Where(id => id.StartsWith(Title, StringComparison.Ordinal)).ToDictionary(id => id, id => say.Name(id[Title.Length..])));

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/travaux";
}
