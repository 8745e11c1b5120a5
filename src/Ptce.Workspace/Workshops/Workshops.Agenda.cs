namespace Ptce.Workspace;

public sealed partial class Workshops
{
    public const int MostTemplateLines = 40;

    private const string ItemColumns = "i.id, i.series_id, i.occurrence_id, i.position, i.title, i.minutes, i.aim, i.state, i.carried_from, i.proposed_by, p.name as proposed_by_name, i.proposed_at, i.brings, i.proposed_as";
    private const string ItemTables = "agenda_items i left join people p on p.id = i.proposed_by";

    /// <summary>The points of a meeting, those withdrawn left out.</summary>
    public async Task<Agenda> AgendaOf(Actor actor, string id)
    {
        var one = await One(actor, id);
        return new(one, await db.Read<AgendaItem>($"select {ItemColumns} from {ItemTables} where i.occurrence_id = @id and i.state <> 'withdrawn' order by i.position, i.id", new { id }));
    }

    /// <summary>One point, whatever became of it.</summary>
    /// <exception cref="NotHere">No such point in the actor's pole.</exception>
    public async Task<AgendaItem> Point(Actor actor, string itemId)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<AgendaItem>($"select {ItemColumns} from {ItemTables} where i.id = @itemId and i.pole_id = @PoleId", new { itemId, actor.PoleId }) ?? throw new NotHere();
    }

    /// <summary>What waits for a meeting of the series (réserve).</summary>
    public async Task<IReadOnlyList<AgendaItem>> Reserve(Actor actor, string seriesId)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<AgendaItem>($"""
            select {ItemColumns} from {ItemTables}
            where i.series_id = @seriesId and i.pole_id = @PoleId and i.occurrence_id is null and i.state = 'open' order by i.position, i.id
            """, new { seriesId, actor.PoleId });
    }

    /// <summary>Puts a point on a meeting's agenda, or back into the reserve.</summary>
    /// <param name="occurrenceId">Null: into the reserve.</param>
    public Task Place(Actor actor, string itemId, string? occurrenceId)
    {
        actor.Must(Act.PlanMeetings);
        return Change(actor, itemId, mine: false, async (tx, item) =>
        {
            MustBeOpen(item);
            if (item.OccurrenceId == occurrenceId) return 0;
            if (occurrenceId is not null && (await Open(tx, actor, occurrenceId)).SeriesId != item.SeriesId) throw new NotHere();
            return await tx.Execute("update agenda_items set occurrence_id = @occurrenceId, position = @position where id = @Id",
                new { item.Id, occurrenceId, position = await NextPosition(tx, item.SeriesId, occurrenceId) });
        }, occurrenceId);
    }

    /// <summary>Moves a point one place up or down.</summary>
    public Task Shift(Actor actor, string itemId, bool up)
    {
        actor.Must(Act.PlanMeetings);
        return Change(actor, itemId, mine: false, async (tx, item) =>
        {
            MustBeOpen(item);
            var beside = await tx.MaybeOne<AgendaItem>($"""
                select {ItemColumns} from {ItemTables}
                where i.series_id = @SeriesId and {(item.OccurrenceId is null ? "i.occurrence_id is null" : "i.occurrence_id = @OccurrenceId")} and i.state <> 'withdrawn' and i.position {(up ? "<" : ">")} @Position
                order by i.position {(up ? "desc" : "asc")} limit 1
                """, new { item.SeriesId, item.OccurrenceId, item.Position });
            if (beside is null) return 0;
            await tx.Execute("update agenda_items set position = @Position where id = @Id", new { item.Id, beside.Position });
            return await tx.Execute("update agenda_items set position = @Position where id = @Id", new { beside.Id, item.Position });
        });
    }

    /// <summary>Says that a point was reached, or was not after all. Twice is once; a point that went on to another meeting, or was taken back, stays so.</summary>
    public Task Reach(Actor actor, string itemId, bool reached)
    {
        actor.Must(Act.PlanMeetings);
        return Change(actor, itemId, mine: false, async (tx, item) =>
        {
            await tx.Execute("update item_runs set ended_at = @Now where item_id = @Id and ended_at is null", new { item.Id, tx.Now });
            var (from, to) = reached ? (AgendaItem.Open, AgendaItem.Done) : (AgendaItem.Done, AgendaItem.Open);
            return await tx.Execute("update agenda_items set state = @to where id = @Id and state = @from", new { item.Id, from, to });
        });
    }

    /// <summary>Carries a point that was not reached to the next meeting of its series, or to the reserve where none is planned.</summary>
    public Task Postpone(Actor actor, string itemId)
    {
        actor.Must(Act.PlanMeetings);
        return Change(actor, itemId, mine: false, async (tx, item) =>
        {
            MustBeOpen(item);
            return await Carry(tx, await Stand(tx, actor, item.OccurrenceId ?? throw new NotHere()), item);
        });
    }

    private static async Task<int> Carry(Tx tx, Occurrence from, AgendaItem item)
    {
        var next = await tx.MaybeOne<string>("""
            select id from occurrences where series_id = @SeriesId and state = 'planned' and coalesce(day, computed) > @day order by coalesce(day, computed) limit 1
            """, new { from.SeriesId, day = from.Day ?? from.Computed });
        // What a point only brings along, the next meeting has by itself.
        if (item.Brings is null) await Insert(tx, from.PoleId, item.SeriesId, next, item.Title, item.Minutes, item.Aim, item.ProposedBy, item.Id, item.ProposedAs);
        return await tx.Execute("update agenda_items set state = 'carried' where id = @Id", new { item.Id });
    }

    private static void MustBeOpen(AgendaItem item) => Refused.If(item.State != AgendaItem.Open, "", "workshops.refused.not_open");

    /// <param name="change">Returns how many rows it changed: where none, nothing is announced.</param>
    private async Task Change(Actor actor, string itemId, bool mine, Func<Tx, AgendaItem, Task<int>> change, string? alsoMeeting = null) => await db.Write(actor.PoleId, async tx =>
    {
        var item = await tx.MaybeOne<AgendaItem>($"select {ItemColumns} from {ItemTables} where i.id = @itemId and i.pole_id = @PoleId", new { itemId, actor.PoleId }) ?? throw new NotHere();
        if (mine && item.ProposedBy != actor.PersonId) actor.Must(Act.PlanMeetings);
        if (item.OccurrenceId is { } meeting) MustBePlanned(await Stand(tx, actor, meeting));
        if (await change(tx, item) == 0) return;
        await tx.Announce(actor, new AgendaChanged(actor.PoleId, alsoMeeting ?? item.OccurrenceId ?? item.SeriesId));
    });

    private static async Task<Occurrence> Open(Tx tx, Actor actor, string id)
    {
        var one = await Stand(tx, actor, id);
        MustBePlanned(one);
        return one;
    }
}
