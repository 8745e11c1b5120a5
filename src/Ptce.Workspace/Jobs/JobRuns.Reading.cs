namespace Ptce.Workspace;

public sealed partial class JobRuns
{
    private const string Select = """
        select r.id, r.name, r.subject, r.pole_id, r.started_by, p.name as person_name, r.started_at, r.ended_at, r.outcome, r.done, r.total, r.error
        from job_runs r left join people p on p.id = r.person_id
        """;

    /// <summary>A job as it stands: its last run, its next, and whether somebody paused it.</summary>
    /// <param name="Row">Null for a job on demand.</param>
    public sealed record Standing(string Name, Schedule.ByTheClock? Row, JobRun? Last, DateTimeOffset? Next, bool Paused);

    private sealed record Note(string RunId, string Key, string Args);

    /// <summary>Every job, those of the clock first, with its last run: the console's list, which sees all.</summary>
    public Task<IReadOnlyList<Standing>> All() => Stand(Schedule.Clock, null, all: true);

    private async Task<IReadOnlyList<Standing>> Stand(IEnumerable<Schedule.ByTheClock> clockRows, string? poleId, bool all)
    {
        var pauses = (await db.Read<string>("select name from job_pauses")).ToHashSet();
        var rows = clockRows.ToDictionary(r => r.Name);
        string[] names = [.. rows.Keys, .. Schedule.Demand.Keys.Order(StringComparer.Ordinal)];
        var last = new List<JobRun>();
        foreach (var name in names)
            if (await Last(name, poleId, all) is { } run) last.Add(run);
        var byName = (await Filled(last, all ? null : poleId)).ToDictionary(r => r.Name);
        return
        [
            .. names.Select(name => rows.TryGetValue(name, out var row)
                ? new Standing(name, row, byName.GetValueOrDefault(name), pauses.Contains(name) ? null : row.Next(clock.GetUtcNow()), pauses.Contains(name))
                : new Standing(name, null, byName.GetValueOrDefault(name), null, false)),
        ];
    }

    private Task<JobRun?> Last(string name, string? poleId, bool all) => db.MaybeOne<JobRun>($"""
        {Select}
        where r.name = @name {(all ? "" : "and (r.pole_id is null or r.pole_id = @poleId)")}
        order by r.id desc limit 1
        """, new { name, poleId });

    /// <summary>The runs with their notes.</summary>
    /// <param name="poleId">Whose notes; null for all of them.</param>
    private async Task<IReadOnlyList<JobRun>> Filled(IReadOnlyList<JobRun> runs, string? poleId)
    {
        if (runs.Count == 0) return runs;
        var notes = (await db.Read<Note>($"""
            select run_id, key, args from job_notes
            where run_id in @ids {(poleId is null ? "" : "and (pole_id is null or pole_id = @poleId)")}
            order by run_id, number
            """, new { ids = runs.Select(r => r.Id).ToArray(), poleId })).ToLookup(n => n.RunId);
        return [.. runs.Select(r => r with { Did = [.. notes[r.Id].Select(n => JobSaying.Read(n.Key, n.Args))] })];
    }
}
