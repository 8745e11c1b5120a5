using Quartz;

namespace Ptce.Workspace;

/// <summary>Everything that runs by itself, on one page: its name, when, and the one call it makes. The slices hold the work, and know no scheduler.</summary>
/// <remarks>Each name has its words: <c>jobs.name.{name}</c> and <c>jobs.about.{name}</c>. No job stands between 2 and 3 o'clock: that hour is missing one night a year, and comes twice in another.</remarks>
public static class Schedule
{
    /// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week; "?" where the other of the two days decides.</param>
    /// <param name="Zone">IANA zone of the wall clock meant.</param>
    public sealed record ByTheClock(string Name, string Cron, string Zone, Func<IServiceProvider, JobAccount, CancellationToken, Task> Call)
    {
        /// <summary>A job that says nothing of itself.</summary>
        public ByTheClock(string name, string cron, string zone, Func<IServiceProvider, CancellationToken, Task> call)
            : this(name, cron, zone, (services, _, stop) => call(services, stop)) { }

        /// <summary>It serves the whole installation (its store, its disk), not the poles one by one: for administrators alone.</summary>
        public bool OfTheHouse { get; init; }

        /// <summary>The first time it is due after that instant.</summary>
        public DateTimeOffset? Next(DateTimeOffset after) =>
            new CronExpression(Cron).WithTimeZone(TimeZoneInfo.FindSystemTimeZoneById(Zone)).GetNextValidTimeAfter(after);
    }

    /// <summary>By the clock. A run that was missed while the program was down is made up for once, when it is back.</summary>
    public static IReadOnlyList<ByTheClock> Clock { get; } =
    [
        // Each night: the digest of the period that ended, by each pole's rhythm, where nobody has asked for it.
        new("digests", "0 20 3 * * ?", "Europe/Paris", (services, account, stop) => services.GetRequiredService<Digests>().CompileEndedPeriods(account, stop)),

        // Each morning: whoever has something to do soon, or late, hears of it, once a week at most.
        new("actions", "0 50 6 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Actions>().Chase(services.GetRequiredService<Notices>(), account)),

        // Each night: the meetings that have come within the horizon of their series.
        new("meetings", "0 40 3 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Workshops>().PlanAhead(account)),

        // Each night: what Teams will not ask about any more: ids of old messages, cards nobody scrolls back to.
        new("messages", "0 10 4 * * ?", "Europe/Paris", async (services, _) =>
        {
            await services.GetRequiredService<Acknowledged>().Forget();
            await services.GetRequiredService<TeamsCards>().Forget();
        })
        { OfTheHouse = true },

        // The days of people lent, month by month, as drafts for them to confirm. Each night, for papers that were dated late.
        new("loans", "0 50 3 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<StaffLoans>().ProposeMonths(account)),

        // Each night: exports whose time is over.
        new("exports", "0 10 3 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Exports>().Sweep(account)) { OfTheHouse = true },

        // Each morning: the agendas of meetings that come near, for the cell to look at before the invitations leave.
        new("preparation", "0 20 8 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Workshops>().PrepareAhead(account)),

        // Each morning: invitations to the meetings that come near, reminders to who has not answered, changes not told yet.
        new("invitations", "0 30 8 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Workshops>().InviteAndRemind(account)),

        // Each morning: one message to whoever has lines that wait for their word.
        new("lines", "0 40 8 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<LinesWaiting>().Chase(account)),

        // Each morning: matches that wait for an organisation, digests that wait for an elector, offers that are about to end.
        new("matches", "0 45 8 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<MatchNotices>().Chase(account)),
        new("reviews", "0 50 8 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<DigestNotices>().Chase(account)),
        new("offers", "0 55 8 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<OfferNotices>().Remind(account)),

        // Each night: offers and needs past their last day; bookings that took place; what fits, what searches find.
        new("expiry", "0 15 4 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<ExpiredOffers>().Close(account)),
        new("bookings", "0 20 4 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Bookings>().End(account)),
        new("found", "0 40 4 * * ?", "Europe/Paris", (services, account, stop) => services.GetRequiredService<FoundMatches>().Search(account, stop)),
        new("searches", "0 45 4 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<SavedSearches>().Look(account)),

        // Each night: each pole's indicators, after the digests.
        new("observatory", "0 30 4 * * ?", "Europe/Paris", (services, account, stop) => services.GetRequiredService<Observatory>().Measure(account, stop)),

        // The first morning of each month: a draft of the pole's letter, for a person to finish.
        new("newsletter", "0 10 7 1 * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Newsletters>().DraftForAll(account)),

        // Each hour, in every zone: the reminder of the day where it is 17:00, for those who asked for one.
        new("daily", "0 5 * * * ?", "Etc/UTC", (services, account, _) => services.GetRequiredService<DailyAsk>().Ask(account)),

        // Each night: what has served its time is forgotten.
        new("retention", "0 50 3 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Retention>().Forget(account)) { OfTheHouse = true },

        // Each night: a copy of the store. Each Sunday: the proof that a copy can be restored.
        new("backup", "0 0 4 * * ?", "Europe/Paris", (services, account, _) => services.GetRequiredService<Backups>().Nightly(account)) { OfTheHouse = true },
        new("restore-test", "0 0 5 ? * SUN", "Europe/Paris", (services, account, _) => services.GetRequiredService<Backups>().Try(account)) { OfTheHouse = true },
    ];

    /// <summary>On demand: what a delivery on the channel "job" asks for, by its topic; the subject's id is given.</summary>
    public static IReadOnlyDictionary<string, Func<IServiceProvider, string, JobAccount, CancellationToken, Task>> Demand { get; } =
        new Dictionary<string, Func<IServiceProvider, string, JobAccount, CancellationToken, Task>>
        {
            ["digest"] = (services, id, account, stop) => services.GetRequiredService<Digests>().CompileOnDemand(id, account, stop),
            ["export"] = (services, id, account, stop) => services.GetRequiredService<Exports>().Make(id, account, stop),
        };
}
