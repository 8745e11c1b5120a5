namespace Ptce.Workspace;

/// <summary>How long a point was spoken of.</summary>
/// <param name="Seconds">Of the runs that ended.</param>
/// <param name="Since">When the one that runs began; null when it stands still.</param>
public sealed record Spent(string ItemId, long Seconds, DateTimeOffset? Since)
{
    /// <summary>In all, as of now.</summary>
    public long SecondsAt(DateTimeOffset now) => Seconds + (Since is { } since && now > since ? (long)(now - since).TotalSeconds : 0);
}

/// <summary>Someone who votes in a meeting, for one of their organisations.</summary>
public sealed record Elector
{
    public required string PersonId { get; init; }
    public required string Name { get; init; }
    public required string OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public bool IsPresent { get; init; }

    /// <summary>Who speaks for them while they are absent.</summary>
    public string? ProxyId { get; init; }
    public DateTimeOffset? ProxyAt { get; init; }

    /// <summary>Whether that person is there.</summary>
    public bool ProxyIsPresent { get; init; }
}

public sealed partial class Workshops
{
    private sealed record Run(string ItemId, DateTimeOffset BeganAt, DateTimeOffset? EndedAt);

    /// <summary>Whether the actor is one of those a meeting is for, was noted there, or belongs to the cell.</summary>
    public async Task<bool> TakesPart(Actor actor, Occurrence one)
    {
        actor.Must(Act.ReadPole);
        return actor.May(Act.PlanMeetings) || actor.PoleId == one.PoleId && await TakesPart(db.Read<Invitee>, db.One<long>, actor, one);
    }

    /// <summary>How long each point of a meeting was spoken of; points never begun are absent.</summary>
    public async Task<IReadOnlyDictionary<string, Spent>> SpentOn(Actor actor, string id)
    {
        await One(actor, id);
        var runs = await db.Read<Run>("select r.item_id, r.began_at, r.ended_at from item_runs r join agenda_items i on i.id = r.item_id where i.occurrence_id = @id", new { id });
        return runs.GroupBy(r => r.ItemId).ToDictionary(g => g.Key, g => new Spent(g.Key,
            g.Sum(r => r.EndedAt is { } ended ? (long)(ended - r.BeganAt).TotalSeconds : 0), g.FirstOrDefault(r => r.EndedAt is null)?.BeganAt));
    }

    /// <summary>The meeting comes to a point: its time runs, and that of the point before stands still. Twice is once.</summary>
    /// <exception cref="Refused">It is not yet time for the meeting, or it is over; the point was dealt with.</exception>
    public Task Begin(Actor actor, string itemId)
    {
        actor.Must(Act.WriteMinutes);
        return db.Write(actor.PoleId, async tx =>
        {
            var (item, meeting) = await TakingPart(tx, actor, itemId);
            MustBePlanned(meeting);
            MustBeOpen(item);
            Refused.If(meeting.StartsAt is null || tx.Now < meeting.StartsAt.Value.AddMinutes(-EarlyMinutes), "", "workshops.refused.not_begun");
            if (await tx.One<long>("select count(*) from item_runs where item_id = @itemId and ended_at is null", new { itemId }) > 0) return;
            await Stop(tx, meeting.Id);
            await tx.Execute("insert into item_runs (id, item_id, began_at) values (@run, @Id, @Now)", new { run = Ids.New(), item.Id, tx.Now });
            tx.Whisper(meeting.Id, Room.Page);
        });
    }

    /// <summary>The time of a point stands still; it may go on later.</summary>
    public Task Pause(Actor actor, string itemId)
    {
        actor.Must(Act.WriteMinutes);
        return db.Write(actor.PoleId, async tx =>
        {
            var (_, meeting) = await TakingPart(tx, actor, itemId);
            await tx.Execute("update item_runs set ended_at = @Now where item_id = @itemId and ended_at is null", new { itemId, tx.Now });
            tx.Whisper(meeting.Id, Room.Page);
        });
    }

    private static Task<int> Stop(Tx tx, string meeting) => tx.Execute("""
        update item_runs set ended_at = @Now where ended_at is null and item_id in (select id from agenda_items where occurrence_id = @meeting)
        """, new { meeting, tx.Now });

    /// <summary>A point and its meeting, for someone who takes part in it.</summary>
    /// <exception cref="NotHere">No such point in the actor's pole, or it waits in the reserve.</exception>
    /// <exception cref="NotAllowed">A meeting that is not the actor's.</exception>
    internal static async Task<(AgendaItem Item, Occurrence Meeting)> TakingPart(Tx tx, Actor actor, string itemId)
    {
        var item = await tx.MaybeOne<AgendaItem>($"select {ItemColumns} from {ItemTables} where i.id = @itemId and i.pole_id = @PoleId", new { itemId, actor.PoleId });
        if (item is not { OccurrenceId: { } id, State: not AgendaItem.Withdrawn }) throw new NotHere();
        return (item, await Attending(tx, actor, id));
    }

    /// <summary>A meeting, for someone who takes part in it.</summary>
    internal static async Task<Occurrence> Attending(Tx tx, Actor actor, string id)
    {
        var meeting = await Stand(tx, actor, id);
        if (!actor.May(Act.PlanMeetings) && !await TakesPart(tx.Read<Invitee>, tx.One<long>, actor, meeting)) throw new NotAllowed();
        return meeting;
    }

    /// <summary>Those of these meetings that began before an instant.</summary>
    internal static async Task<IReadOnlyList<string>> StartedBefore(Tx tx, IReadOnlyList<string> ids, DateTimeOffset before) =>
        ids.Count == 0 ? [] : await tx.Read<string>("select id from occurrences where id in @ids and starts_at < @before", new { ids = ids.ToArray(), before });

    internal static Task<Occurrence> Standing(Tx tx, Actor actor, string id) => Stand(tx, actor, id);

    /// <summary>Those a meeting is for.</summary>
    internal static async Task<IReadOnlyList<string>> PeopleOf(Tx tx, Occurrence meeting) => [.. (await Invited(tx.Read<Invitee>, meeting)).Select(i => i.PersonId)];

    internal static Task<IReadOnlyList<string>> ItemsOf(Tx tx, string meeting) => tx.Read<string>("select id from agenda_items where occurrence_id = @meeting", new { meeting });

    /// <summary>Who votes in a meeting: those it is for who act for a member organisation, with where each stands now. A committee's or a group's decisions are its members' alone.</summary>
    internal static async Task<IReadOnlyList<Elector>> Electorate(Tx tx, Actor actor, string id)
    {
        var one = await Stand(tx, actor, id);
        return await tx.Read<Elector>($"""
            select distinct p.id as person_id, p.name, g.id as organisation_id, g.name as organisation_name,
                case when a.person_id is null then 0 else 1 end as is_present, r.proxy_id, r.answered_at as proxy_at,
                case when exists (select 1 from attendances h where h.occurrence_id = @id and h.person_id = r.proxy_id) then 1 else 0 end as proxy_is_present
            from mandates m join people p on p.id = m.person_id join organisations g on g.id = m.organisation_id
            left join attendances a on a.occurrence_id = @id and a.person_id = p.id
            left join meeting_answers r on r.occurrence_id = @id and r.person_id = p.id and r.proxy_id is not null
            where m.pole_id = @PoleId and m.from_day <= @day and (m.to_day is null or m.to_day >= @day)
              and m.role {(one.Audience == Audiences.Committee ? "= 'committee'" : "<> 'observer'")} {OnlyTheGroup(one)}
              and exists (select 1 from memberships b where b.pole_id = @PoleId and b.organisation_id = g.id and b.circle in ('membre', 'noyau_dur', 'signataire')
                          and b.from_day <= @day and (b.to_day is null or b.to_day >= @day))
            order by g.name, p.name, p.id
            """, new { id, actor.PoleId, one.SeriesId, day = one.Day ?? one.Computed });
    }

    private static async Task<bool> TakesPart(Reads<Invitee> read, Func<string, object?, Task<long>> count, Actor actor, Occurrence one) =>
        (await Invited(read, one)).Any(i => i.PersonId == actor.PersonId)
        || await count("select count(*) from attendances where occurrence_id = @Id and person_id = @PersonId", new { one.Id, actor.PersonId }) > 0;
}
