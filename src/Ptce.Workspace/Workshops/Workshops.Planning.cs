using System.Text.Json;

namespace Ptce.Workspace;

public sealed partial class Workshops
{
    /// <summary>Starts a series: its meetings are planned from the anchor to <see cref="HorizonDays"/> from today.</summary>
    /// <exception cref="Refused">A name, a rhythm, a length, a place or a period that the rules do not take; a host that is no member.</exception>
    public async Task<MeetingSeries> Plan(Actor actor, NewSeries series)
    {
        actor.Must(Act.PlanMeetings);
        var ready = Check(actor, series);
        return await db.Write(actor.PoleId, async tx =>
        {
            var id = Ids.New();
            await tx.Execute("""
                insert into meeting_series (id, pole_id, name, kind, audience, anchor, starts, minutes, every, zone, countries, avoid_bridges, closed, place, link, capacity, parent_id, created_at, created_by)
                values (@id, @PoleId, @Name, @Kind, @Audience, @Anchor, @starts, @Minutes, @Every, @Zone, @Countries, @bridges, @Closed, @Place, @Link, @Capacity, @ParentId, @Now, @PersonId)
                """, Columns(actor, id, ready, tx.Now));
            await CheckParent(tx, actor, ready.Series, id);
            await SetHosts(tx, actor, id, ready.Hosts);
            await SetRota(tx, actor, id, [], ready.Rota, actor.Today(clock));
            var stored = await StandSeries(tx, actor, id);
            await PlanAhead(tx, stored);
            await tx.Announce(actor, new SeriesPlanned(actor.PoleId, id));
            return stored;
        });
    }

    /// <summary>Changes a series. What it has met, what was moved by hand and what was cancelled stay; the meetings to come follow. Anchor and rhythm stay: another rhythm is another series.</summary>
    public Task<MeetingSeries> Change(Actor actor, string id, NewSeries series)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            var before = await StandSeries(tx, actor, id);
            var ready = Check(actor, series with { Anchor = before.Anchor, Every = before.Every }, known: true);
            await tx.Execute("""
                update meeting_series set name = @Name, kind = @Kind, audience = @Audience, starts = @starts, minutes = @Minutes,
                    countries = @Countries, avoid_bridges = @bridges, closed = @Closed, place = @Place, link = @Link, capacity = @Capacity, parent_id = @ParentId
                where id = @id
                """, Columns(actor, id, ready, tx.Now));
            await CheckParent(tx, actor, ready.Series, id);
            if (!before.Hosts.Select(h => h.Id).SequenceEqual(ready.Hosts)) await SetHosts(tx, actor, id, ready.Hosts);
            await SetRota(tx, actor, id, before.Rota, ready.Rota, actor.Today(clock));
            var after = await StandSeries(tx, actor, id);
            await Replan(tx, actor, before, after);
            await PlanAhead(tx, after);
            await tx.Announce(actor, new SeriesChanged(actor.PoleId, id));
            await TellChanges(tx, actor.PoleId);
            return after;
        });
    }

    /// <summary>The series meets no more after this day; what was planned later is cancelled. A later day, or none, takes it up again: the meetings to come, not those that were missed meanwhile.</summary>
    /// <exception cref="Refused">«ends» is before the series began.</exception>
    public Task End(Actor actor, string id, DateOnly? day)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            var series = await StandSeries(tx, actor, id);
            Refused.If(day < series.Anchor, "ends", "workshops.refused.ends_before", series.Anchor);
            await tx.Execute("update meeting_series set ends = @day where id = @id", new { id, day });
            var today = actor.Today(clock);
            await tx.Execute("""
                update occurrences set state = 'cancelled', cancelled_reason = null, revision = revision + 1, revised_at = @Now
                where series_id = @id and state = 'planned' and coalesce(day, computed) > @after and coalesce(day, computed) > @today
                """, new { id, after = day ?? DateOnly.MaxValue, today, tx.Now });
            await tx.Execute("""
                update occurrences set state = 'planned', revision = revision + 1, revised_at = @Now
                where series_id = @id and state = 'cancelled' and cancelled_reason is null and coalesce(day, computed) between @today and @until
                """, new { id, today, until = day ?? DateOnly.MaxValue, tx.Now });
            var after = await StandSeries(tx, actor, id);
            await PlanAhead(tx, after);
            await tx.Announce(actor, day is { } last ? new SeriesEnded(actor.PoleId, id, last) : new SeriesChanged(actor.PoleId, id));
            await TellChanges(tx, actor.PoleId);
        });
    }

    /// <summary>Plans the meetings that have come within the horizon, in every pole. The day's job; harmless as often as it runs.</summary>
    public async Task PlanAhead(JobAccount? account = null)
    {
        const string Count = "select count(*) from occurrences o join meeting_series s on s.id = o.series_id where s.pole_id = @id";
        foreach (var id in await db.Read<string>("select id from poles order by id"))
        {
            var planned = await db.Write(id, async tx =>
            {
                var before = await tx.One<long>(Count, new { id });
                foreach (var series in await WithTurns(tx.Read<MeetingSeries>, tx.Read<Host>, tx.Read<RotaPlace>, "s.pole_id = @id", new { id })) await PlanAhead(tx, series);
                return await tx.One<long>(Count, new { id }) - before;
            });
            if (planned > 0) account?.DidFor(id, "jobs.did.meetings", planned);
        }
    }

    private async Task PlanAhead(Tx tx, MeetingSeries series)
    {
        var until = Zones.Day(tx.Now, series.Zone).AddDays(HorizonDays);
        if (series.Ends is { } ends && ends < until) until = ends;
        var known = await tx.One<long>("select cast(coalesce(max(number) + 1, 0) as bigint) from occurrences where series_id = @Id", new { series.Id });
        foreach (var date in series.Cadence.Dates().TakeWhile(d => d.Computed <= until).Skip((int)known))
            await tx.Execute("""
                insert into occurrences (id, pole_id, series_id, number, computed, day, starts, starts_at, minutes, reasons, state, revised_at)
                values (@id, @PoleId, @seriesId, @number, @Computed, @Date, @Starts, @Utc, @Minutes, @reasons, 'planned', @Now)
                on conflict (series_id, number) do nothing
                """, new
            {
                id = Ids.New(),
                series.PoleId,
                seriesId = series.Id,
                number = (long)date.Number,
                date.Computed,
                date.Date,
                series.Starts,
                date.Utc,
                series.Minutes,
                reasons = Told(date),
                tx.Now,
            });
        await TakeTurns(tx, series, known);
    }

    private async Task Replan(Tx tx, Actor actor, MeetingSeries before, MeetingSeries after)
    {
        var open = await Occurrences(tx.Read<Occurrence>, "o.series_id = @Id and o.state = 'planned' and o.number >= 0 and o.moved_at is null and coalesce(o.day, o.computed) >= @today order by o.number",
            new { after.Id, today = actor.Today(clock) });
        if (open.Count == 0) return;
        var dates = after.Cadence.Dates().Take((int)open[^1].Number + 1).ToDictionary(d => (long)d.Number);
        foreach (var one in open)
        {
            var date = dates[one.Number];
            if ((date.Date, date.Utc, after.Starts, after.Minutes, Told(date)) == (one.Day, one.StartsAt, one.Starts, one.Minutes, one.Reasons)
                && (before.Place, before.Link, before.Name) == (after.Place, after.Link, after.Name)) continue;
            await tx.Execute("""
                update occurrences set day = @Date, starts = @Starts, starts_at = @Utc, minutes = @Minutes, reasons = @reasons,
                    revision = revision + 1, revised_at = @Now
                where id = @Id
                """, new { one.Id, date.Date, after.Starts, date.Utc, after.Minutes, reasons = Told(date), tx.Now });
        }
    }

    private static string Told(PlannedDate date) => JsonSerializer.Serialize(date.Reasons);
}
