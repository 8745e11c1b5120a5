namespace Ptce.Workspace;

public sealed partial class Observatory
{
    /// <summary>Hours of a full-time post in a year, for the share of posts that members invest.</summary>
    /// <remarks>Code du travail, L3121-41.</remarks>
    public const long FullYearHours = 1607;

    private sealed record Found
    {
        public required string Name { get; init; }
        public long? Value { get; init; }
        public long? Base { get; init; }
    }

    private const string Given = """
        given as (
            select l.organisation_id, l.beneficiary_id, l.kind, l.minutes, l.value_cents
            from digests d join digest_lines l on l.digest_id = d.id
            where d.pole_id = @poleId and d.state = 'approved' and d.from_day <= @To and d.to_day >= @From and l.reason is null and l.day between @From and @To)
        """;

    private const string Belonging = """
        belonging as (
            select distinct organisation_id from memberships
            where pole_id = @poleId and from_day <= @To and (to_day is null or to_day >= @From))
        """;

    private const string Running = """
        running as (
            select id, commercial, strategic, turnover_share, jobs_milli, from_day from cooperations
            where pole_id = @poleId and state <> 'withdrawn' and from_day <= @To and (to_day is null or to_day >= @From))
        """;

    private const string Meetings = """
        meetings as (
            select id from occurrences where pole_id = @poleId and state = 'held' and day between @From and @To)
        """;

    private const string GivenSql = $"""
        with {Given}, {Belonging}, time as (select * from given where kind in @time),
             said as (select b.organisation_id, p.fte_milli from belonging b join organisation_profiles p on p.organisation_id = b.organisation_id where p.fte_milli > 0)
        select 'minutes' as name, cast(coalesce(sum(minutes), 0) as bigint) as value, cast(null as bigint) as base from time
        union all select 'volunteer', cast(coalesce(sum(minutes), 0) as bigint), null from time where kind = 'benevolat_usager'
        union all select 'board', cast(coalesce(sum(minutes), 0) as bigint), null from time where kind = 'benevolat_politique'
        union all select 'paid', cast(coalesce(sum(minutes), 0) as bigint), null from time where kind not in ('benevolat_usager', 'benevolat_politique')
        union all select 'value', cast(coalesce(sum(value_cents), 0) as bigint), null from given
        union all select 'givers', (select count(*) from belonging where organisation_id in (select organisation_id from given)), (select count(*) from belonging)
        union all select 'fte', (select cast(coalesce(sum(t.minutes), 0) as bigint) from time t join said s on s.organisation_id = t.organisation_id),
            (select cast(coalesce(sum(fte_milli), 0) as bigint) from said)
        """;

    private const string TogetherSql = $"""
        with {Given}, {Belonging}, {Running}, {Meetings}
        select 'active' as name, (select count(*) from belonging where organisation_id in (
                select organisation_id from given union select beneficiary_id from given where beneficiary_id is not null
                union select m.organisation_id from running r join cooperation_members m on m.cooperation_id = r.id
                union select a.organisation_id from meetings o join attendances a on a.occurrence_id = o.id)) as value, (select count(*) from belonging) as base
        union all select 'cooperations', count(*), null from running
        union all select 'commercial', cast(coalesce(sum(commercial), 0) as bigint), count(*) from running
        union all select 'strategic', cast(coalesce(sum(strategic), 0) as bigint), count(*) from running
        union all select 'turnover', cast(sum(turnover_share) as bigint), count(*) from running where turnover_share is not null
        union all select 'jobs', cast(sum(jobs_milli) as bigint), null from running where from_day >= @From
        """;

    private const string ExchangedSql = $"""
        with posted as (
            select side, state from offers where pole_id = @poleId and posted_at >= @starts and posted_at < @ends)
        select 'offers' as name, count(*) as value, cast(null as bigint) as base from posted where side = 'offer'
        union all select 'needs', count(*), null from posted where side = 'need'
        union all select 'met', (select count(*) from posted where side = 'need' and state in ('agreed', 'delivered', 'valued')), (select count(*) from posted where side = 'need')
        union all select 'deliveries', count(*), null from agreements a join agreement_deliveries d on d.agreement_id = a.id where a.pole_id = @poleId and d.day between @From and @To
        union all select 'saved', cast(coalesce(sum((p.usual_cents - p.group_cents) * t.quantity_milli / 1000), 0) as bigint), null
            from purchases p join purchase_parts t on t.offer_id = p.offer_id
            where p.pole_id = @poleId and p.state = 'ordered' and p.ended_at >= @starts and p.ended_at < @ends
        """;

    private const string MetSql = $"""
        with {Meetings}, {Belonging}
        select 'meetings' as name, count(*) as value, cast(null as bigint) as base from meetings
        union all select 'presence', (select count(*) from meetings o join attendances a on a.occurrence_id = o.id), (select count(*) from meetings)
        union all select 'present', (select count(*) from belonging where organisation_id in (select a.organisation_id from meetings o join attendances a on a.occurrence_id = o.id)), (select count(*) from belonging)
        """;

    /// <summary>The answers to the yearly questionnaire, by its names, the last of each last.</summary>
    private const string AnswersSql = """
        select name, hundredths as value, cast(null as bigint) as base from declared_figures
        where pole_id = @poleId and name like 'survey.%' and from_day <= @To order by to_day, recorded_at, id
        """;

    private static string OfAnswer(string name) => name["survey.".Length..] is var asked && asked == "turnover" ? "due" : asked;

    /// <summary>Every indicator of one period, at one moment of the store.</summary>
    private Task<IReadOnlyList<Found>> Measure(Pole pole, ObservedPeriod period) => db.Snapshot(async tx =>
    {
        var zone = WallClock.Zone(pole.Zone);
        var given = new
        {
            poleId = pole.Id,
            period.From,
            period.To,
            starts = WallClock.Midnight(zone, period.From),
            ends = WallClock.Midnight(zone, period.To.AddDays(1)),
            time = Kinds.All.Where(k => k.IsTime).Select(k => k.Code).ToArray(),
        };
        var found = new List<Found>();
        foreach (var sql in new[] { GivenSql, TogetherSql, ExchangedSql, MetSql }) found.AddRange(await tx.Read<Found>(sql, given));
        found.AddRange((await tx.Read<Found>(AnswersSql, given)).GroupBy(a => OfAnswer(a.Name)).Select(answers => answers.Last() with { Name = answers.Key }));
        return (IReadOnlyList<Found>)[.. found.Select(f => f.Name == "fte" ? f with { Base = FullTime(f.Base, period) } : f)];
    });

    /// <summary>Minutes that so many thousandths of a post work in the period.</summary>
    private static long? FullTime(long? posts, ObservedPeriod period) => posts * FullYearHours * 60 / 1000 / (period.IsYear ? 1 : 4);
}
