namespace Ptce.Workspace;

/// <summary>Actions décidées en séance: one register across all series; each has its owner and its day.</summary>
public sealed partial class Actions(Db db, TimeProvider clock)
{
    public const int LongestWhat = 300; // characters
    public const int PageSize = 40;
    public const int LatestYears = 3;

    private const string Columns = "a.id, a.series_id, s.name as series_name, a.occurrence_id, coalesce(o.day, o.computed) as meeting_day, a.item_id, a.what, a.owner_id, p.name as owner_name, a.due_day, a.state, a.ended_at";

    private const string Tables = "actions a join meeting_series s on s.id = a.series_id join occurrences o on o.id = a.occurrence_id join people p on p.id = a.owner_id";

    /// <summary>The register, newest first.</summary>
    /// <param name="search">Words that must all stand in the text; accents and capitals do not count.</param>
    /// <param name="before">Only actions before this one; null from the newest.</param>
    public async Task<IReadOnlyList<ActionItem>> Register(Actor actor, string? search = null, string? seriesId = null, string? state = null, string? ownerId = null, string? before = null, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        var args = new Dapper.DynamicParameters(new { actor.PoleId, before = before ?? "z", seriesId, state, ownerId, today = actor.Today(clock), most });
        return await db.Read<ActionItem>($"""
            select {Columns} from {Tables}
            where a.pole_id = @PoleId and a.id < @before and (@seriesId is null or a.series_id = @seriesId) and (@ownerId is null or a.owner_id = @ownerId)
              and (@state is null or a.state = @state or (@state = 'late' and a.state = 'open' and a.due_day < @today))
              and {HeldWords.In(args, search, like => $"a.plain {like}") ?? "1 = 1"}
            order by a.id desc limit @most
            """, args);
    }

    /// <summary>The actions agreed in one meeting.</summary>
    public async Task<IReadOnlyList<ActionItem>> Of(Actor actor, string occurrenceId)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<ActionItem>($"select {Columns} from {Tables} where a.occurrence_id = @occurrenceId and a.pole_id = @PoleId order by a.id", new { occurrenceId, actor.PoleId });
    }

    /// <summary>How many came of each of these meetings; those with none are absent.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountOf(Actor actor, IReadOnlyCollection<string> occurrenceIds)
    {
        actor.Must(Act.ReadPole);
        if (occurrenceIds.Count == 0) return new Dictionary<string, long>();
        return (await db.Read<(string Id, long N)>("select a.occurrence_id, count(*) from actions a where a.pole_id = @PoleId and a.occurrence_id in @ids group by a.occurrence_id",
            new { actor.PoleId, ids = occurrenceIds.ToArray() })).ToDictionary(c => c.Id, c => c.N);
    }

    /// <summary>What is still to do of a series, soonest first.</summary>
    public async Task<IReadOnlyList<ActionItem>> OpenOf(Actor actor, string seriesId, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<ActionItem>($"select {Columns} from {Tables} where a.series_id = @seriesId and a.pole_id = @PoleId and a.state = 'open' order by a.due_day, a.id limit @most", new { seriesId, actor.PoleId, most });
    }

    /// <summary>What this person has still to do in the pole, soonest first.</summary>
    public async Task<IReadOnlyList<ActionItem>> Mine(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<ActionItem>($"select {Columns} from {Tables} where a.owner_id = @PersonId and a.pole_id = @PoleId and a.state = 'open' order by a.due_day, a.id limit 50", new { actor.PersonId, actor.PoleId });
    }

    /// <summary>How many of them are late: what the frame of every page counts.</summary>
    public async Task<long> CountLate(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return await db.One<long>("select count(*) from actions where owner_id = @PersonId and pole_id = @PoleId and state = 'open' and due_day < @today", new { actor.PersonId, actor.PoleId, today = actor.Today(clock) });
    }

    /// <exception cref="NotHere">No such action in the actor's pole.</exception>
    public async Task<ActionItem> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<ActionItem>($"select {Columns} from {Tables} where a.id = @id and a.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();
    }

    /// <summary>Agrees an action at a point of a meeting.</summary>
    /// <param name="ownerId">Somebody of the pole; null: the actor.</param>
    /// <exception cref="Refused">«what» is empty or too long; «due» is past or years away; the owner has no mandate in the pole.</exception>
    public Task<string> Agree(Actor actor, string itemId, string? what, string? ownerId, DateOnly due)
    {
        actor.Must(Act.AgreeAction);
        var words = Words(what);
        MustBeToCome(actor, due);
        return db.Write(actor.PoleId, async tx =>
        {
            var (_, meeting) = await Workshops.TakingPart(tx, actor, itemId);
            Refused.If(meeting.State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
            var owner = await Owner(tx, actor, ownerId ?? actor.PersonId);
            var id = Ids.New();
            await tx.Execute("""
                insert into actions (id, pole_id, series_id, occurrence_id, item_id, what, plain, owner_id, due_day, state, created_at, created_by)
                values (@id, @PoleId, @SeriesId, @meeting, @itemId, @words, @plain, @owner, @due, 'open', @Now, @PersonId)
                """, new { id, actor.PoleId, meeting.SeriesId, meeting = meeting.Id, itemId, words, plain = Folding.Fold(words), owner, due, tx.Now, actor.PersonId });
            await tx.Announce(actor, new ActionAgreed(actor.PoleId, id));
            return id;
        });
    }

    /// <summary>Gives an open action another owner or another day: its owner, or the cell. Reminders begin anew.</summary>
    /// <exception cref="Refused">It has ended; a new «due» is past or years away; the owner has no mandate in the pole.</exception>
    public Task Change(Actor actor, string id, string ownerId, DateOnly due)
    {
        actor.Must(Act.AgreeAction);
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            Refused.If(one.State != ActionItem.Open, "", "actions.refused.ended");
            if (due != one.DueDay) MustBeToCome(actor, due); // a late one keeps its day when it is handed on
            var owner = await Owner(tx, actor, ownerId);
            if (await tx.Execute("update actions set owner_id = @owner, due_day = @due, chased_on = null where id = @id and (owner_id <> @owner or due_day <> @due)", new { id, owner, due }) == 1)
                await tx.Announce(actor, new ActionChanged(actor.PoleId, id));
        });
    }

    /// <summary>Says how an action ended, or takes it up again: its owner, or the cell. Twice is once.</summary>
    /// <param name="state">"done", "dropped" or "open".</param>
    public Task End(Actor actor, string id, string state)
    {
        actor.Must(Act.AgreeAction);
        Refused.If(state is not (ActionItem.Done or ActionItem.Dropped or ActionItem.Open), "state", "actions.refused.state");
        return db.Write(actor.PoleId, async tx =>
        {
            await Stand(tx, actor, id);
            var ends = state != ActionItem.Open;
            if (await tx.Execute("update actions set state = @state, ended_at = @at, ended_by = @by where id = @id and state <> @state",
                new { id, state, at = ends ? tx.Now : (DateTimeOffset?)null, by = ends ? actor.PersonId : null }) == 0) return;
            await tx.Announce(actor, state switch
            {
                ActionItem.Done => new ActionDone(actor.PoleId, id),
                ActionItem.Dropped => new ActionDropped(actor.PoleId, id),
                _ => (Event)new ActionReopened(actor.PoleId, id),
            });
        });
    }

    /// <summary>How many of a series are still open, inside a command of the meetings.</summary>
    internal static Task<long> CountOpen(Tx tx, string seriesId) => tx.One<long>("select count(*) from actions where series_id = @seriesId and state = 'open'", new { seriesId });

    private static async Task<ActionItem> Stand(Tx tx, Actor actor, string id)
    {
        var one = await tx.MaybeOne<ActionItem>($"select {Columns} from {Tables} where a.id = @id and a.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();
        if (one.OwnerId != actor.PersonId) actor.Must(Act.PlanMeetings);
        return one;
    }

    private async Task<string> Owner(Tx tx, Actor actor, string personId)
    {
        var today = actor.Today(clock);
        var stands = await tx.One<long>("select count(*) from mandates where pole_id = @PoleId and person_id = @personId and from_day <= @today and (to_day is null or to_day >= @today)", new { actor.PoleId, personId, today });
        return stands > 0 ? personId : throw new Refused("owner", "actions.refused.owner");
    }

    // Yesterday too: minutes are written up the day after.
    private void MustBeToCome(Actor actor, DateOnly due)
    {
        var today = actor.Today(clock);
        Refused.If(due < today.AddDays(-1) || due > today.AddYears(LatestYears), "due", "actions.refused.due", LatestYears);
    }

    private static string Words(string? what)
    {
        what = what?.Trim() ?? "";
        Refused.If(what is "" or { Length: > LongestWhat }, "what", "actions.refused.what", LongestWhat);
        return what;
    }
}
