namespace Ptce.Workspace;

/// <summary>Everything that runs by itself, on one page: its name, when, and the one call it makes. The slices hold the work, and know no scheduler.</summary>
public static class Schedule
{
    /// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week; "?" where the other of the two days decides.</param>
    /// <param name="Zone">IANA zone of the wall clock meant.</param>
    public sealed record ByTheClock(string Name, string Cron, string Zone, Func<IServiceProvider, CancellationToken, Task> Call);

    /// <summary>By the clock. A run that was missed while the program was down is made up for once, when it is back.</summary>
    public static IReadOnlyList<ByTheClock> Clock { get; } =
    [
        // Each night: the digest of the period that ended, by each pole's rhythm, where nobody has asked for it.
        new("quarter", "0 20 2 * * ?", "Europe/Paris", (services, _) => services.GetRequiredService<Digests>().AskForEndedPeriods()),

        // Each night: the meetings that have come within the horizon of their series.
        new("meetings", "0 40 2 * * ?", "Europe/Paris", (services, _) => services.GetRequiredService<Workshops>().PlanAhead()),
    ];

    /// <summary>On demand: what a delivery on the channel "job" asks for, by its topic; the subject's id is given.</summary>
    public static IReadOnlyDictionary<string, Func<IServiceProvider, string, CancellationToken, Task>> Demand { get; } =
        new Dictionary<string, Func<IServiceProvider, string, CancellationToken, Task>>
        {
            ["digest"] = (services, id, stop) => services.GetRequiredService<Digests>().Compile(id, stop),
        };
}
