namespace Ptce.Workspace;

/// <summary>Observatoire : a pole's indicators, quarter by quarter and year by year. Reads every slice's tables, and writes its own alone, at night.</summary>
/// <remarks>Hours and euros come from approved digests only: what the committee has not approved is no figure for a funder. Nothing here is about a person.</remarks>
public sealed partial class Observatory(Db db, Poles poles, TimeProvider clock)
{
    private const int MostYears = 5;     // looked back on at the first night
    private const int SettledDays = 400; // after its end a period is measured again only when a digest of it is approved

    private sealed record Row(DateOnly FromDay, DateOnly ToDay, string Name, long? Value, long? Base, DateTimeOffset MeasuredAt);

    private sealed record ToldPeriod(DateOnly FromDay, DateOnly ToDay, DateTimeOffset At);

    private sealed record MeasuredPeriod
    {
        public DateOnly FromDay { get; init; } // properties and no constructor: a group over no row has no type on SQLite
        public DateOnly ToDay { get; init; }
        public DateTimeOffset MeasuredAt { get; init; }
    }

    /// <summary>Each night: measures what may have changed. Harmless as often as it runs.</summary>
    public async Task Measure(JobAccount account, CancellationToken stop = default)
    {
        var all = await poles.All();
        for (var i = 0; i < all.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            await account.Progress(i, all.Count);
            var due = await Due(all[i]);
            foreach (var period in due) await Keep(all[i], period);
            if (due.Count > 0) account.DidFor(all[i].Id, "observatory.did", due.Count);
        }
        await account.Progress(all.Count, all.Count);
    }

    /// <summary>What was measured of the pole, the latest period first; quarters and years.</summary>
    public async Task<IReadOnlyList<Observation>> Of(Actor actor)
    {
        actor.Must(Act.ReadApproved);
        var rows = await db.Read<Row>("""
            select from_day, to_day, name, value, base, measured_at from indicators
            where pole_id = @PoleId order by from_day desc, to_day
            """, new { actor.PoleId });
        return [.. rows.GroupBy(r => (r.FromDay, r.ToDay)).Select(g => new Observation(
            new(g.Key.FromDay, g.Key.ToDay), g.Max(r => r.MeasuredAt),
            Indicator.All.ToDictionary(i => i.Name, i => g.FirstOrDefault(r => r.Name == i.Name) is { } row ? new Measured(i, row.Value, row.Base) : new Measured(i, null, null))))];
    }

    /// <summary>The periods to measure: new ones, those that are not settled, those a digest was approved of since, or figures were declared of.</summary>
    private async Task<IReadOnlyList<ObservedPeriod>> Due(Pole pole)
    {
        var today = Zones.Day(clock.GetUtcNow(), pole.Zone);
        var oldest = new DateOnly(today.Year - MostYears, 1, 1);
        var days = await db.Read<DateOnly>("""
            select from_day from (select from_day from memberships where pole_id = @Id union select from_day from digests where pole_id = @Id and state = 'approved') t order by from_day limit 1
            """, new { pole.Id });
        if (days is not [var began] || began > today) return [];
        var known = (await db.Read<MeasuredPeriod>("select from_day, to_day, min(measured_at) as measured_at from indicators where pole_id = @Id group by from_day, to_day", new { pole.Id }))
            .ToDictionary(m => new ObservedPeriod(m.FromDay, m.ToDay), m => m.MeasuredAt);
        var told = await db.Read<ToldPeriod>("""
            select from_day, to_day, approved_at as at from digests where pole_id = @Id and state = 'approved'
            union all select from_day, to_day, recorded_at from declared_figures where pole_id = @Id
            """, new { pole.Id });
        return [.. Between(began < oldest ? oldest : began, today).Where(p => !known.TryGetValue(p, out var at) || p.To.AddDays(SettledDays) >= today
            || told.Any(d => d.At > at && d.FromDay <= p.To && d.ToDay >= p.From))];
    }

    private static IEnumerable<ObservedPeriod> Between(DateOnly first, DateOnly today)
    {
        for (var year = ObservedPeriod.YearOf(first); year.From <= today; year = ObservedPeriod.YearOf(year.From.AddYears(1))) yield return year;
        for (var quarter = ObservedPeriod.QuarterOf(first); quarter.From <= today; quarter = ObservedPeriod.QuarterOf(quarter.From.AddMonths(3))) yield return quarter;
    }

    private async Task Keep(Pole pole, ObservedPeriod period)
    {
        var measured = await Measure(pole, period);
        await db.Write(pole.Id, async tx =>
        {
            await tx.Execute("delete from indicators where pole_id = @Id and from_day = @From and to_day = @To", new { pole.Id, period.From, period.To });
            foreach (var one in measured)
                await tx.Execute("""
                    insert into indicators (pole_id, from_day, to_day, name, value, base, measured_at) values (@Id, @From, @To, @Name, @Value, @Base, @Now)
                    """, new { pole.Id, period.From, period.To, one.Name, one.Value, one.Base, tx.Now });
        });
    }
}
