using System.CommandLine;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary><c>jobs list</c> and <c>jobs run NAME</c>, with what keeps the house beside them: what runs by itself, seen and started from the console.</summary>
public static class JobVerbs
{
    private static readonly Argument<string> Name = Input.First("NAME", "job");

    public static IEnumerable<Command> All => [Desk.Family("jobs", List, RunNow), .. BackupVerbs.All, .. DiagnosticVerbs.All];

    private static Command List => Desk.Verb("jobs list", async (asked, desk) =>
    {
        var t = new Say(Desk.Language);
        var jobs = await desk.Get<JobRuns>().All();
        if (asked.GetValue(Desk.Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(jobs.Select(j => Shown(j, t)), JsonSerializerOptions.Web));
            return 0;
        }
        foreach (var job in jobs)
        {
            Console.WriteLine($"{job.Name}\t{t.Rhythm(job.Row)}");
            Console.WriteLine($"\t{t.About(job.Name)}");
            Console.WriteLine($"\t{(job.Last is { } last ? $"{Written(last.StartedAt, job.Row)} · {Told(t, last)}" : t["jobs.console.never"])}");
            if (job.Next is { } next) Console.WriteLine($"\t{t["jobs.console.next", Written(next, job.Row)!]}");
        }
        return 0;
    }, Desk.Json);

    private static Command RunNow => Desk.Verb("jobs run", async (asked, desk) =>
    {
        var t = new Say(Desk.Language);
        var name = JobRuns.Named(asked.GetValue(Name)!).Name;
        try
        {
            var run = await desk.Get<JobRuns>().RunHere(name);
            Console.WriteLine(t["jobs.console.ran", t.Name(name), Told(t, run)]);
            return 0;
        }
        catch (Exception e) when (e is not Refused)
        {
            await Console.Error.WriteLineAsync(t["jobs.console.ran", t.Name(name), JobSaying.Of(e).In(t)]);
            return 1;
        }
    }, Name);

    private static string Told(Say t, JobRun run) => string.Join(" · ", new[] { t.Outcome(run), t.Did(run), run.Why?.In(t) ?? "" }.Where(w => w != ""));

    private static object Shown(JobRuns.Standing job, Say t) => new
    {
        job.Name,
        job.Row?.Zone,
        Schedule = t.Rhythm(job.Row),
        job.Row?.Cron,
        Description = t.About(job.Name),
        Last = job.Last is not { } last ? null : new
        {
            Started = Written(last.StartedAt, job.Row),
            Ended = Written(last.EndedAt, job.Row),
            Outcome = last.Outcome ?? "running",
            Did = t.Did(last),
            Error = last.Why?.In(t),
        },
        Next = Written(job.Next, job.Row),
        job.Paused,
    };

    /// <summary>An instant on the job's own wall clock, with its offset: "2026-11-22T03:20:00+01:00".</summary>
    private static string? Written(DateTimeOffset? at, Schedule.ByTheClock? row) => at is not { } instant ? null
        : TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(row?.Zone ?? "Etc/UTC")).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
