namespace Ptce.Workspace;

public sealed partial class Workshops
{
    /// <summary>Moves one meeting; no other meeting of the series moves with it.</summary>
    /// <param name="reason">Why, shown to everyone.</param>
    /// <exception cref="Refused">The meeting is over or cancelled, the series meets that day already, the day is past or beyond <see cref="HorizonDays"/>, or no reason is given.</exception>
    public Task Move(Actor actor, string id, DateOnly day, TimeOnly starts, string? reason)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, tx => Move(tx, actor, id, day, starts, reason));
    }

    /// <summary>The same inside a command that has found the day.</summary>
    internal async Task Move(Tx tx, Actor actor, string id, DateOnly day, TimeOnly starts, string? reason)
    {
        var why = Text(reason, "reason") ?? throw new Refused("reason", "workshops.refused.reason");
        var one = await Stand(tx, actor, id);
        MustBePlanned(one);
        Refused.If(day < actor.Today(clock), "day", "workshops.refused.day_past");
        Refused.If(day > actor.Today(clock).AddDays(HorizonDays), "day", "workshops.refused.convene_day", HorizonDays);
        Refused.If(await MeetsOn(tx, one.SeriesId, day, id), "day", "workshops.refused.taken");
        await tx.Execute("""
            update occurrences set day = @day, starts = @starts, starts_at = @at, moved_at = @Now, moved_by = @PersonId, moved_reason = @why,
                revision = revision + 1, revised_at = @Now
            where id = @Id
            """, new { one.Id, day, starts = starts.Stored(), at = WallClock.Utc(WallClock.Zone(one.Zone), day, starts), actor.PersonId, why, tx.Now });
        await tx.Announce(actor, new MeetingMoved(actor.PoleId, one.Id, one.Day, day));
        await TellChanges(tx, actor.PoleId);
    }

    /// <summary>The meeting does not take place. It can be restored.</summary>
    public Task Cancel(Actor actor, string id, string? reason)
    {
        actor.Must(Act.PlanMeetings);
        var why = Text(reason, "cancel_reason") ?? throw new Refused("cancel_reason", "workshops.refused.reason");
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            MustBePlanned(one);
            await tx.Execute("update occurrences set state = 'cancelled', cancelled_reason = @why, revision = revision + 1, revised_at = @Now where id = @id", new { id, why, tx.Now });
            await TakeTurns(tx, await StandSeries(tx, actor, one.SeriesId));
            await tx.Announce(actor, new MeetingCancelled(actor.PoleId, id));
            await TellChanges(tx, actor.PoleId);
        });
    }

    /// <summary>A cancelled meeting takes place after all. Twice is once.</summary>
    /// <exception cref="Refused">It was held, or the series meets on that day by now.</exception>
    public Task Restore(Actor actor, string id)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            if (one.State == Occurrence.Planned) return;
            Refused.If(one.State != Occurrence.Cancelled, "", "workshops.refused.held");
            Refused.If(await MeetsOn(tx, one.SeriesId, one.Day, id), "", "workshops.refused.taken");
            await tx.Execute("update occurrences set state = 'planned', cancelled_reason = null, revision = revision + 1, revised_at = @Now where id = @id", new { id, tx.Now });
            await TakeTurns(tx, await StandSeries(tx, actor, one.SeriesId));
            await tx.Announce(actor, new MeetingRestored(actor.PoleId, id));
            await TellChanges(tx, actor.PoleId);
        });
    }

    /// <summary>Where one meeting differs from its series; an empty place or link is the series' own again, and so is one that says the same. What changes nothing is told to nobody.</summary>
    /// <param name="hostId">An organisation, <see cref="InTurn"/>, or nothing: the pole itself.</param>
    /// <exception cref="Refused">The meeting is over or cancelled; «host» is no member; «link» is no web address; a text is too long.</exception>
    public Task Arrange(Actor actor, string id, string? hostId, string? place, string? link)
    {
        actor.Must(Act.PlanMeetings);
        var (where, online) = (Text(place, "place"), Text(link, "link"));
        Refused.If(online is not null && !IsWebAddress(online), "link", "workshops.refused.link");
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            MustBePlanned(one);
            var series = await StandSeries(tx, actor, one.SeriesId);
            var chosen = hostId != InTurn;
            var host = chosen ? Text(hostId, "host") : one.HostId;
            Refused.If(host is not null && await tx.One<long>("select count(*) from memberships where pole_id = @PoleId and organisation_id = @host", new { actor.PoleId, host }) == 0,
                "host", "workshops.refused.host");
            if ((host, chosen || series.Hosts.Count == 0, where ?? series.Place, online ?? series.Link) == (one.HostId, one.HostChosen || series.Hosts.Count == 0, one.Place, one.Link)) return;
            (where, online) = (where == series.Place ? null : where, online == series.Link ? null : online);
            await tx.Execute("update occurrences set host_id = @host, host_chosen = @chosen, place = @where, link = @online, revision = revision + 1, revised_at = @Now where id = @id",
                new { id, host, chosen = chosen ? 1L : 0L, where, online, tx.Now });
            await TakeTurns(tx, series);
            await tx.Announce(actor, new MeetingChanged(actor.PoleId, id));
            await TellChanges(tx, actor.PoleId);
        });
    }

    /// <summary>Whether another meeting of the series takes place that day.</summary>
    private static async Task<bool> MeetsOn(Tx tx, string seriesId, DateOnly? day, string? except = null) =>
        await tx.One<long>("select count(*) from occurrences where series_id = @seriesId and day = @day and id <> @except and state <> 'cancelled'", new { seriesId, day, except = except ?? "" }) > 0;

    private static void MustBePlanned(Occurrence one)
    {
        Refused.If(one.State == Occurrence.Held, "", "workshops.refused.held");
        Refused.If(one.State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
    }
}
