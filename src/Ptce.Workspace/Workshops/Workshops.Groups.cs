namespace Ptce.Workspace;

public sealed partial class Workshops
{
    public const int MostInGroup = 60;

    /// <summary>The working groups the actor is in today, by the id of their series.</summary>
    public async Task<IReadOnlySet<string>> GroupsOf(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return (await db.Read<string>("""
            select g.series_id from group_members g join meeting_series s on s.id = g.series_id
            where s.pole_id = @PoleId and g.person_id = @PersonId and g.from_day <= @today and (g.to_day is null or g.to_day >= @today)
            """, new { actor.PoleId, actor.PersonId, today = actor.Today(clock) })).ToHashSet();
    }

    /// <summary>Who is or was in a working group: those of today first, by name.</summary>
    public async Task<IReadOnlyList<GroupMember>> PeopleOf(Actor actor, string seriesId)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<GroupMember>("""
            select g.person_id, p.name, g.from_day, g.to_day, (
                select o.name from mandates m join organisations o on o.id = m.organisation_id
                where m.person_id = g.person_id and m.pole_id = @PoleId and (m.to_day is null or m.to_day >= @today) order by m.from_day, m.id limit 1) as organisation_name
            from group_members g join people p on p.id = g.person_id join meeting_series s on s.id = g.series_id
            where g.series_id = @seriesId and s.pole_id = @PoleId
            order by case when g.to_day is null or g.to_day >= @today then 0 else 1 end, lower(p.name), g.person_id, g.from_day
            """, new { seriesId, actor.PoleId, today = actor.Today(clock) });
    }

    /// <summary>Brings someone into a working group from today on: oneself; others by the cell or someone of the group. Twice is once.</summary>
    /// <exception cref="Refused">The series is no group, or the group is full.</exception>
    /// <exception cref="NotHere">Nobody who acts for an organisation of the pole.</exception>
    public Task JoinGroup(Actor actor, string seriesId, string? personId = null)
    {
        actor.Must(Act.WorkInGroup);
        var (person, today) = (personId ?? actor.PersonId, actor.Today(clock));
        return db.Write(actor.PoleId, async tx =>
        {
            await StandGroup(tx, actor, seriesId);
            if (person != actor.PersonId) await MayLead(tx, actor, seriesId);
            if (await tx.MaybeOne<string>("""
                select person_id from mandates where pole_id = @PoleId and person_id = @person and organisation_id is not null and role <> 'observer' and (to_day is null or to_day >= @today) limit 1
                """, new { actor.PoleId, person, today }) is null) throw new NotHere();
            if (await IsInGroup(tx, seriesId, person, today, leaving: false)) return;
            Refused.If(await tx.One<long>("select count(*) from group_members where series_id = @seriesId and to_day is null", new { seriesId }) >= MostInGroup, "person", "workshops.refused.group_full", MostInGroup);
            // Who left today and comes back was never away.
            if (await tx.Execute("update group_members set to_day = null where series_id = @seriesId and person_id = @person and to_day >= @today", new { seriesId, person, today }) == 0)
                await tx.Execute("insert into group_members (series_id, person_id, from_day, added_by) values (@seriesId, @person, @today, @PersonId)", new { seriesId, person, today, actor.PersonId });
            await tx.Announce(actor, new GroupJoined(actor.PoleId, seriesId, person));
        });
    }

    /// <summary>Someone leaves a working group after today: oneself; others by the cell or someone of the group. Twice is once.</summary>
    public Task LeaveGroup(Actor actor, string seriesId, string? personId = null)
    {
        actor.Must(Act.WorkInGroup);
        var (person, today) = (personId ?? actor.PersonId, actor.Today(clock));
        return db.Write(actor.PoleId, async tx =>
        {
            await StandGroup(tx, actor, seriesId);
            if (person != actor.PersonId) await MayLead(tx, actor, seriesId);
            if (await tx.Execute("update group_members set to_day = @today where series_id = @seriesId and person_id = @person and to_day is null", new { seriesId, person, today }) == 1)
                await tx.Announce(actor, new GroupLeft(actor.PoleId, seriesId, person));
        });
    }

    /// <summary>Calls a meeting of a series outside its rhythm: the cell; a working group's own people for their group. It shifts no other.</summary>
    /// <exception cref="Refused">«day» is past, beyond the horizon or after the series' end; the series meets then already.</exception>
    public Task<string> Convene(Actor actor, string seriesId, DateOnly day, TimeOnly starts)
    {
        actor.Must(Act.WorkInGroup);
        var today = actor.Today(clock);
        Refused.If(day < today || day > today.AddDays(HorizonDays), "convene_day", "workshops.refused.convene_day", HorizonDays);
        return db.Write(actor.PoleId, async tx =>
        {
            var series = await StandSeries(tx, actor, seriesId);
            await MayLead(tx, actor, seriesId);
            Refused.If(series.Ends < day, "convene_day", "workshops.refused.ends_before_day");
            Refused.If(await MeetsOn(tx, seriesId, day), "convene_day", "workshops.refused.taken");
            // Numbers count the rhythm from its anchor on: what is called beside it counts backwards.
            var (id, first) = (Ids.New(), await tx.One<long>("select cast(coalesce(min(number), 0) as bigint) from occurrences where series_id = @seriesId", new { seriesId }));
            await tx.Execute("""
                insert into occurrences (id, pole_id, series_id, number, computed, day, starts, starts_at, minutes, reasons, state, revised_at)
                values (@id, @PoleId, @seriesId, @number, @day, @day, @wall, @at, @Minutes, '[]', 'planned', @Now)
                """, new { id, actor.PoleId, seriesId, number = Math.Min(first, 0) - 1, day, wall = starts.Stored(), at = WallClock.Utc(WallClock.Zone(series.Zone), day, starts), series.Minutes, tx.Now });
            await tx.Announce(actor, new MeetingConvened(actor.PoleId, id, day));
            return id;
        });
    }

    /// <summary>Takes a point of a working group up to the next meeting of the series it reports to, or to its reserve. Twice is once.</summary>
    /// <exception cref="Refused">The meeting is of no group that reports to a series.</exception>
    public Task Report(Actor actor, string itemId)
    {
        actor.Must(Act.WorkInGroup);
        return db.Write(actor.PoleId, async tx =>
        {
            var (item, meeting) = await TakingPart(tx, actor, itemId);
            await MayLead(tx, actor, meeting.SeriesId);
            var group = await StandSeries(tx, actor, meeting.SeriesId);
            var parent = group.ParentId ?? throw new Refused("", "workshops.refused.no_parent");
            var title = $"{group.Name} : {item.Title}".Within(LongestName);
            if (await tx.One<long>("select count(*) from agenda_items where series_id = @parent and title = @title and state = 'open'", new { parent, title }) > 0) return;
            var next = await tx.MaybeOne<string>("select id from occurrences where series_id = @parent and state = 'planned' and day >= @today order by day limit 1", new { parent, today = actor.Today(clock) });
            var reported = await Insert(tx, actor.PoleId, parent, next, title, item.Minutes, item.Aim, actor.PersonId, null);
            await tx.Announce(actor, new PointProposed(actor.PoleId, next ?? parent, reported, item.Minutes));
        });
    }

    /// <summary>What the groups under a meeting's series have held since it last met, oldest first. Groups that report to the pole report to its workshops.</summary>
    public Task<IReadOnlyList<GroupSession>> ReportsTo(Actor actor, Occurrence meeting)
    {
        actor.Must(Act.ReadPole);
        return Reports(db.Read<GroupSession>, meeting);
    }

    private static Task<IReadOnlyList<GroupSession>> Reports(Reads<GroupSession> read, Occurrence meeting) => read("""
        select o.id, s.name as group_name, o.day
        from occurrences o join meeting_series s on s.id = o.series_id
        where s.pole_id = @PoleId and s.audience = 'group' and (s.parent_id = @SeriesId or (s.parent_id is null and @workshop = 1))
          and o.state = 'held' and o.day <= @day
          and o.day > coalesce((select max(e.day) from occurrences e where e.series_id = @SeriesId and e.state = 'held' and e.day < @day), '')
        order by o.day, o.id
        """, new { meeting.PoleId, meeting.SeriesId, day = meeting.Day ?? meeting.Computed, workshop = meeting is { Kind: "atelier", Audience: Audiences.Pole } ? 1L : 0L });

    // A condition on people p, for a meeting of a working group; @day and @SeriesId are bound by its user.
    private static string OnlyTheGroup(Occurrence one) => one.Audience != Audiences.Group ? "" : """
        and exists (select 1 from group_members gm where gm.series_id = @SeriesId and gm.person_id = p.id and gm.from_day <= @day and (gm.to_day is null or gm.to_day >= @day))
        """;

    private async Task StandGroup(Tx tx, Actor actor, string seriesId) =>
        Refused.If(!(await StandSeries(tx, actor, seriesId)).IsGroup, "", "workshops.refused.no_group");

    private async Task MayLead(Tx tx, Actor actor, string seriesId)
    {
        if (!actor.May(Act.PlanMeetings) && !await IsInGroup(tx, seriesId, actor.PersonId, actor.Today(clock), leaving: true)) throw new NotAllowed();
    }

    /// <param name="leaving">Whether someone who leaves after today counts.</param>
    private static async Task<bool> IsInGroup(Tx tx, string seriesId, string person, DateOnly today, bool leaving) => await tx.One<long>($"""
        select count(*) from group_members where series_id = @seriesId and person_id = @person and from_day <= @today and (to_day is null {(leaving ? "or to_day >= @today" : "")})
        """, new { seriesId, person, today }) > 0;
}
