using System.Globalization;
using System.Net.Sockets;

namespace Ptce.Workspace;

/// <summary>What was found about one thing the workspace stands on.</summary>
/// <param name="Subject">"mail", "teams", "clock", "disk", "store", "queue", "parked", "backup", "restore_test", "jobs".</param>
/// <param name="State">"ok", "warn" or "bad".</param>
/// <param name="Do">What to do about it; null where nothing is.</param>
public sealed record Finding(string Subject, string State, JobSaying Says, JobSaying? Do = null)
{
    public const string Ok = "ok", Warn = "warn", Bad = "bad";
}

/// <summary>État du service : is everything the workspace stands on in order, and what to do where it is not. Reads only; asks each for a few seconds at most.</summary>
public sealed partial class Diagnostics(Db db, StoreSettings store, IConfiguration configuration, JobRuns runs, Deliveries deliveries, Channels channels, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The bot's word, the same in the three languages.</summary>
    public static bool IsAsked(string text) => text.Trim().TrimEnd('?', '.', ' ').ToLowerInvariant() is "diagnostic" or "diagnostics" or "diagnostique" or "diagnose";

    /// <summary>The findings, for whoever runs the pole.</summary>
    public Task<IReadOnlyList<Finding>> Of(Actor actor)
    {
        actor.Must(Act.ReadDiagnostic);
        return All();
    }

    /// <summary>The findings, for the console.</summary>
    public async Task<IReadOnlyList<Finding>> All()
    {
        var jobs = await runs.All();
        return
        [
            await Safely("mail", Mail),
            await Safely("teams", () => Task.FromResult(Teams())),
            await Safely("clock", Time),
            await Safely("disk", () => Task.FromResult(Disk())),
            await Safely("store", State),
            await Safely("queue", Queue),
            await Safely("parked", Parked),
            await Safely("backup", () => Task.FromResult(LastBackup(jobs))),
            await Safely("restore_test", () => Task.FromResult(LastTest(jobs))),
            await Safely("jobs", () => Task.FromResult(Overdue(jobs))),
        ];
    }

    /// <summary>One thing that cannot be looked at is a finding, not the end of the list.</summary>
    private static async Task<Finding> Safely(string subject, Func<Task<Finding>> look)
    {
        try { return await look(); }
        catch (Exception e) { return new(subject, Finding.Bad, JobSaying.Of(e), Say($"diagnostic.do.{subject}")); }
    }

    private static JobSaying Say(string key, params object[] args) => new(key, args);

    private async Task<Finding> Mail()
    {
        var settings = MailSettings.Read(configuration);
        if (settings.Host is not { } host) return new("mail", Finding.Warn, Say("diagnostic.mail_none"), Say("diagnostic.do.mail_none"));
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(host, settings.Port, patience.Token);
            using var reader = new StreamReader(line.GetStream());
            var greeting = await reader.ReadLineAsync(patience.Token) ?? "";
            return greeting.StartsWith("220", StringComparison.Ordinal)
                ? new("mail", Finding.Ok, Say("diagnostic.mail_answers", host, settings.Port))
                : new("mail", Finding.Bad, Say("diagnostic.mail_refuses", host, settings.Port, greeting), Say("diagnostic.do.mail"));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or IOException)
        {
            return new("mail", Finding.Bad, Say("diagnostic.mail_silent", host, settings.Port), Say("diagnostic.do.mail"));
        }
    }

    private Finding Disk()
    {
        var drive = new DriveInfo(store.Folder);
        var (free, size) = (drive.AvailableFreeSpace, store.Postgres is null && File.Exists(store.SqliteFile) ? new FileInfo(store.SqliteFile).Length : 0);
        var state = free < Math.Max(200_000_000, size) ? Finding.Bad : free < Math.Max(1_000_000_000, 3 * size) ? Finding.Warn : Finding.Ok;
        return new("disk", state, Say("diagnostic.disk", JobSaying.Bytes(free), store.Folder), state == Finding.Ok ? null : Say("diagnostic.do.disk"));
    }

    private async Task<Finding> State()
    {
        var engine = await db.Engine();
        if (store.Postgres is not null)
            return new("store", Finding.Ok, Say("diagnostic.store", engine, JobSaying.Bytes(await db.One<long>("select pg_database_size(current_database())"))));
        var found = await db.One<string>("pragma quick_check(1)");
        if (found != "ok") return new("store", Finding.Bad, Say("diagnostic.store_damaged", engine, found), Say("diagnostic.do.store"));
        var wal = store.SqliteFile + "-wal";
        var log = File.Exists(wal) ? new FileInfo(wal).Length : 0;
        var size = JobSaying.Bytes(new FileInfo(store.SqliteFile).Length);
        return log > 500_000_000
            ? new("store", Finding.Warn, Say("diagnostic.store_log", engine, size, JobSaying.Bytes(log)), Say("diagnostic.do.store_log"))
            : new("store", Finding.Ok, Say("diagnostic.store_sqlite", engine, size, JobSaying.Bytes(log)));
    }

    private async Task<Finding> Queue()
    {
        var paused = await channels.Paused();
        var waits = await deliveries.Waiting();
        var minutes = waits.Oldest is > 0 and var oldest ? (long)(clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(oldest)).TotalMinutes : 0;
        if (paused.Count > 0) return new("queue", Finding.Warn, Say("diagnostic.queue_paused", string.Join(", ", paused.Select(p => p.Channel)), waits.Due), Say("diagnostic.do.queue_paused"));
        var state = minutes >= 60 ? Finding.Bad : minutes >= 10 ? Finding.Warn : Finding.Ok;
        return new("queue", state, waits.Due == 0 ? Say("diagnostic.queue_empty") : Say("diagnostic.queue", waits.Due, minutes), state == Finding.Ok ? null : Say("diagnostic.do.queue"));
    }

    private async Task<Finding> Parked()
    {
        var parked = (await deliveries.Waiting()).Parked;
        return parked == 0 ? new("parked", Finding.Ok, Say("diagnostic.parked_none")) : new("parked", Finding.Warn, Say("diagnostic.parked", parked), Say("diagnostic.do.parked"));
    }

    private Finding LastBackup(IReadOnlyList<JobRuns.Standing> jobs)
    {
        var last = jobs.Single(j => j.Name == "backup").Last;
        if (last is null) return new("backup", Finding.Warn, Say("diagnostic.backup_never"), Say("diagnostic.do.backup"));
        if (last.Outcome == JobRun.Failed) return new("backup", Finding.Bad, last.Why ?? Say("jobs.outcome.failed"), Say("diagnostic.do.backup"));
        var day = Day(last.StartedAt);
        var age = clock.GetUtcNow() - last.StartedAt;
        var state = age > TimeSpan.FromDays(7) ? Finding.Bad : age > TimeSpan.FromDays(2) ? Finding.Warn : Finding.Ok;
        return new("backup", state, Say("diagnostic.backup", day), state == Finding.Ok ? null : Say("diagnostic.do.backup"));
    }

    private Finding LastTest(IReadOnlyList<JobRuns.Standing> jobs) => jobs.Single(j => j.Name == "restore-test").Last switch
    {
        null => new("restore_test", Finding.Warn, Say("diagnostic.restore_never"), Say("diagnostic.do.restore_test")),
        { Outcome: JobRun.Failed } failed => new("restore_test", Finding.Bad, failed.Why ?? Say("jobs.outcome.failed"), Say("diagnostic.do.restore_test")),
        var last when clock.GetUtcNow() - last.StartedAt > TimeSpan.FromDays(15) => new("restore_test", Finding.Warn, Say("diagnostic.restore_tested", Day(last.StartedAt)), Say("diagnostic.do.restore_test")),
        var last => new("restore_test", Finding.Ok, Say("diagnostic.restore_tested", Day(last.StartedAt))),
    };

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Finding Overdue(IReadOnlyList<JobRuns.Standing> jobs)
    {
        var now = clock.GetUtcNow();
        var overdue = jobs.Where(j => j is { Row: not null, Paused: false, Last: { Runs: false } last } && j.Row.Next(last.StartedAt) < now.AddHours(-1)).Select(j => j.Name).ToList();
        if (overdue.Count > 0) return new("jobs", Finding.Bad, Say("diagnostic.jobs_overdue", string.Join(", ", overdue)), Say("diagnostic.do.jobs_overdue"));
        var failed = jobs.Where(j => j.Last?.Outcome == JobRun.Failed).Select(j => j.Name).ToList();
        if (failed.Count > 0) return new("jobs", Finding.Warn, Say("diagnostic.jobs_failed", string.Join(", ", failed)), Say("diagnostic.do.jobs_failed"));
        return new("jobs", Finding.Ok, Say("diagnostic.jobs"));
    }
}
