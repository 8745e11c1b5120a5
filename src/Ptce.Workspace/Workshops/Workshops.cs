namespace Ptce.Workspace;

/// <summary>Ateliers et réunions: every way to read or change the pole's meetings. Pages, bot, calendars and jobs all come here.</summary>
public sealed partial class Workshops(Db db, Notices notices, TimeProvider clock)
{
    public const int LongestName = 120;       // characters
    public const int LongestText = 1000;      // characters; of places, links and reasons
    public const long LeastMinutes = 15, MostMinutes = 24 * 60;
    public const int HorizonDays = 400;       // how far ahead meetings are planned: a year and what follows it at once
    public const int OldestYears = 5;         // how far back a series may begin
    public const int MostSeats = 10_000;

    private const string SeriesColumns = """
        s.id, s.pole_id, s.name, s.kind, s.audience, s.anchor, s.starts, s.minutes, s.every, s.zone, s.countries, s.avoid_bridges, s.closed,
        s.place, s.link, s.capacity, s.ends, s.parent_id, up.name as parent_name
        """;

    private const string SeriesTables = "meeting_series s left join meeting_series up on up.id = s.parent_id";

    private const string OccurrenceColumns = """
        o.id, o.pole_id, o.series_id, s.name as series_name, s.kind, s.audience, s.zone, s.capacity, o.number, o.computed, o.day, o.starts, o.starts_at, o.minutes,
        o.reasons, o.moved_at, mb.name as moved_by_name, o.moved_reason, o.host_id, h.name as host_name, o.host_chosen,
        o.facilitator_organisation_id, fo.name as facilitator_organisation_name, o.facilitator_person_id, fp.name as facilitator_person_name, o.facilitator_chosen,
        coalesce(o.place, s.place) as place, coalesce(o.link, s.link) as link, o.state, o.cancelled_reason, o.revision, o.revised_at, o.agenda_at, o.door_code, o.held_minutes
        """;

    private const string OccurrenceTables = """
        occurrences o
        join meeting_series s on s.id = o.series_id
        left join people mb on mb.id = o.moved_by
        left join organisations h on h.id = o.host_id
        left join organisations fo on fo.id = o.facilitator_organisation_id
        left join people fp on fp.id = o.facilitator_person_id
        """;

    private sealed record Host(string SeriesId, string Id, string Name, string Type);

    /// <summary>The pole's series, those that go on first, by name.</summary>
    public Task<IReadOnlyList<MeetingSeries>> Series(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return WithTurns(db.Read<MeetingSeries>, db.Read<Host>, db.Read<RotaPlace>, "s.pole_id = @PoleId order by s.ends is not null, s.name, s.id", new { actor.PoleId });
    }

    /// <exception cref="NotHere">No such series in the actor's pole.</exception>
    public async Task<MeetingSeries> OneSeries(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await WithTurns(db.Read<MeetingSeries>, db.Read<Host>, db.Read<RotaPlace>, "s.pole_id = @PoleId and s.id = @id", new { actor.PoleId, id }) is [var series] ? series : throw new NotHere();
    }

    /// <exception cref="NotHere">No such meeting in the actor's pole.</exception>
    public async Task<Occurrence> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await Occurrences(db.Read<Occurrence>, "o.pole_id = @PoleId and o.id = @id", new { actor.PoleId, id }) is [var one] ? one : throw new NotHere();
    }

    /// <summary>The meetings to come, nearest first; those whose day is still to be found stand at their computed day.</summary>
    public Task<IReadOnlyList<Occurrence>> Next(Actor actor, int most)
    {
        actor.Must(Act.ReadPole);
        return Occurrences(db.Read<Occurrence>, """
            o.pole_id = @PoleId and o.state = 'planned' and coalesce(o.day, o.computed) >= @today
            order by coalesce(o.day, o.computed), o.starts, o.id limit @most
            """, new { actor.PoleId, today = actor.Today(clock), most });
    }

    /// <summary>Meetings over whose time has come and whose attendance is not closed yet, newest first.</summary>
    public Task<IReadOnlyList<Occurrence>> Unclosed(Actor actor, int most)
    {
        actor.Must(Act.ReadPole);
        return Occurrences(db.Read<Occurrence>, """
            o.pole_id = @PoleId and o.state = 'planned' and o.day < @today and o.day >= @since
            order by o.day desc, o.id limit @most
            """, new { actor.PoleId, today = actor.Today(clock), since = actor.Today(clock).AddDays(-60), most });
    }

    /// <summary>The meetings of a run of days, in order, cancelled ones too; of one series or of all.</summary>
    public Task<IReadOnlyList<Occurrence>> Between(Actor actor, DateOnly from, DateOnly to, string? seriesId = null)
    {
        actor.Must(Act.ReadPole);
        return Occurrences(db.Read<Occurrence>, """
            o.pole_id = @PoleId and (@seriesId is null or o.series_id = @seriesId) and coalesce(o.day, o.computed) between @from and @to
            order by coalesce(o.day, o.computed), o.starts, o.id
            """, new { actor.PoleId, seriesId, from, to });
    }

    /// <summary>The days of the last two workshops whose day has come, latest first; several on one day are one.</summary>
    internal Task<IReadOnlyList<DateOnly>> LastWorkshopDays(string poleId, DateOnly today) => db.Read<DateOnly>("""
        select distinct o.day from occurrences o join meeting_series s on s.id = o.series_id
        where o.pole_id = @poleId and s.kind = 'atelier' and o.state <> 'cancelled' and o.day <= @today
        order by o.day desc limit 2
        """, new { poleId, today });

    private static Task<IReadOnlyList<Occurrence>> Occurrences(Reads<Occurrence> read, string where, object args) =>
        read($"select {OccurrenceColumns} from {OccurrenceTables} where {where}", args);

    private async Task<IReadOnlyList<MeetingSeries>> WithTurns(Reads<MeetingSeries> read, Reads<Host> hosts, Reads<RotaPlace> rotas, string where, object args)
    {
        var series = await read($"select {SeriesColumns} from {SeriesTables} where {where}", args);
        if (series.Count == 0) return series;
        var bySeries = (await hosts("""
            select x.series_id, o.id, o.name, o.type
            from series_hosts x join meeting_series s on s.id = x.series_id join organisations o on o.id = x.organisation_id
            where s.pole_id = @PoleId order by x.series_id, x.position
            """, new { series[0].PoleId })).ToLookup(h => h.SeriesId, h => new Organisation(h.Id, h.Name, h.Type));
        var rotaOf = (await Rotas(rotas, series[0].PoleId, Zones.Day(clock.GetUtcNow(), series[0].Zone))).ToLookup(p => p.SeriesId);
        return [.. series.Select(s => s with { Hosts = [.. bySeries[s.Id]], Rota = [.. rotaOf[s.Id]] })];
    }

    /// <summary>The series as it stands now, inside a command.</summary>
    private async Task<MeetingSeries> StandSeries(Tx tx, Actor actor, string id) =>
        await WithTurns(tx.Read<MeetingSeries>, tx.Read<Host>, tx.Read<RotaPlace>, "s.pole_id = @PoleId and s.id = @id", new { actor.PoleId, id }) is [var series] ? series : throw new NotHere();

    /// <summary>The meeting as it stands now, inside a command.</summary>
    private static async Task<Occurrence> Stand(Tx tx, Actor actor, string id) =>
        await Occurrences(tx.Read<Occurrence>, "o.pole_id = @PoleId and o.id = @id", new { actor.PoleId, id }) is [var one] ? one : throw new NotHere();

    /// <summary>A text as it is stored: trimmed, null when empty.</summary>
    private static string? Text(string? text, string field, int longest = LongestText)
    {
        text = text?.Trim();
        Refused.If(text is { } t && t.Length > longest, field, "workshops.refused.too_long", longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
