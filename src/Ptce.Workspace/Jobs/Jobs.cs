using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Ptce.Workspace;

/// <summary>The scheduler behind <see cref="Schedule"/>: Quartz, in the program's own store, so that what was promised survives a crash.</summary>
public static class Jobs
{
    // Short first, for a store that was busy; then long enough for a person to look.
    private static readonly RetryPolicy Again = RetryPolicy.Exponential(6, TimeSpan.FromSeconds(5), 4, TimeSpan.FromHours(1));

    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPayDeliveries, JobDeliveries>();
        // A start lays the schedule anew. Counted from each job's last time, not from the start, or what was missed meanwhile would be forgotten.
        services.Configure<QuartzOptions>(quartz => quartz.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultRetryPolicy(Again);
            quartz.UsePersistentStore(store => Keep(store, StoreSettings.From(configuration)));
            foreach (var topic in Schedule.Demand.Keys)
                quartz.AddJob<OnDemand>(job => job.WithIdentity(topic, OnDemand.Group).UsingJobData("topic", topic).StoreDurably().RequestRecovery());
            foreach (var row in Schedule.Clock)
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(row.Zone);
                quartz.ScheduleJob<ByTheClock>(
                    when => when.WithIdentity(row.Name, ByTheClock.Group)
                        .WithCronSchedule(row.Cron, c => c.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
                    job => job.WithIdentity(row.Name, ByTheClock.Group).UsingJobData("name", row.Name).RequestRecovery());
            }
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Keep(IPersistentStoreBuilder store, StoreSettings settings)
    {
        store.ProvisionSchema();
        if (settings.Postgres is { } postgres)
        {
            store.UsePostgres(NpgsqlFactory.Instance, postgres);
            store.UseClustering(_ => { });
        }
        else store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = settings.SqliteFile, DefaultTimeout = 30 }.ToString());
    }

    /// <summary>Something a command owes: one job per topic, one trigger per subject.</summary>
    internal sealed class OnDemand(IServiceProvider services, JobRuns runs) : IJob
    {
        public const string Group = "demand";

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var map = context.MergedJobDataMap;
            var (topic, subject) = (map.GetString("topic")!, map.GetString("subject")!);
            var person = Kept(map, "person");
            await runs.Keep(new(topic, person is null ? "demand" : "person", subject, Kept(map, "pole"), person, context.Recovering),
                (account, stop) => Schedule.Demand[topic](services, subject, account, stop), cancellationToken);
        }
    }

    /// <summary>A job of the clock. Two runs of it never overlap, on whichever nodes.</summary>
    [DisallowConcurrentExecution]
    internal sealed class ByTheClock(IServiceProvider services, JobRuns runs) : IJob
    {
        public const string Group = "clock";

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var map = context.MergedJobDataMap;
            if (Schedule.Clock.FirstOrDefault(r => r.Name == map.GetString("name")) is not { } row)
            {
                await context.Scheduler.DeleteJob(context.JobDetail.Key, cancellationToken); // of an earlier version of the program
                return;
            }
            var person = Kept(map, "person");
            if (person is null && await runs.IsPaused(row.Name)) return;
            await runs.Keep(new(row.Name, person is null ? "clock" : "person", PersonId: person, AfterCrash: context.Recovering),
                (account, stop) => row.Call(services, account, stop), cancellationToken);
        }
    }

    private static string? Kept(JobDataMap map, string key) => map.TryGetString(key, out var value) && value is { Length: > 0 } ? value : null;
}

/// <summary>Pays what is owed on the channel "job": hands it to the scheduler, once per topic and subject while it has not run.</summary>
public sealed class JobDeliveries(ISchedulerFactory schedulers, TimeProvider clock) : IPayDeliveries
{
    /// <summary>The topic of a job of the clock that a person wants now; the subject is its name.</summary>
    public const string Now = "now";

    public string Channel => "job";

    public async Task Pay(Delivery owed, CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        var group = owed.Topic == Now ? Jobs.ByTheClock.Group : Jobs.OnDemand.Group;
        var trigger = TriggerBuilder.Create(clock)
            .WithIdentity($"{owed.Topic}-{owed.SubjectId}", group)
            .ForJob(owed.Topic == Now ? owed.SubjectId : owed.Topic, group)
            .UsingJobData("subject", owed.SubjectId)
            .UsingJobData("pole", owed.PoleId ?? "")
            .UsingJobData("person", owed.RecipientId ?? "")
            .StartNow()
            .Build();
        try { await scheduler.ScheduleJob(trigger, cancellationToken: stop); }
        catch (ObjectAlreadyExistsException) { } // handed over before, and still to run
    }
}
