namespace Ptce.Workspace;

/// <summary>Décisions des réunions: proposed at a point, opened on a frozen electorate, counted, and kept in one register across all series.</summary>
public sealed partial class Decisions(Db db)
{
    public const int LongestBody = 2000; // characters
    public const int PageSize = 30;

    private const string Columns = """
        d.id, d.series_id, s.name as series_name, d.occurrence_id, coalesce(o.day, o.computed) as day, d.item_id, d.body, d.mode, d.state, d.rules, d.beyond, d.outcome,
        d.proposed_by, p.name as proposed_by_name, d.opened_at, d.closed_at
        """;

    private const string Tables = "decisions d join meeting_series s on s.id = d.series_id join occurrences o on o.id = d.occurrence_id join people p on p.id = d.proposed_by";

    /// <summary>The register, newest first.</summary>
    /// <param name="search">Words that must all stand in the text; accents and capitals do not count.</param>
    /// <param name="before">Only decisions before this one; null from the newest.</param>
    public async Task<IReadOnlyList<Decision>> Register(Actor actor, string? search = null, string? seriesId = null, string? state = null, string? before = null, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        var args = new Dapper.DynamicParameters(new { actor.PoleId, before = before ?? "z", seriesId, state, most });
        return await db.Read<Decision>($"""
            select {Columns} from {Tables}
            where d.pole_id = @PoleId and d.id < @before and (@seriesId is null or d.series_id = @seriesId) and (@state is null or d.state = @state)
              and {HeldWords.In(args, search, like => $"d.plain {like}") ?? "1 = 1"}
            order by d.id desc limit @most
            """, args);
    }

    /// <summary>The decisions of one meeting, in the order they were proposed; those withdrawn left out.</summary>
    public async Task<IReadOnlyList<Decision>> Of(Actor actor, string occurrenceId)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<Decision>($"select {Columns} from {Tables} where d.occurrence_id = @occurrenceId and d.pole_id = @PoleId and d.state <> 'withdrawn' order by d.id", new { occurrenceId, actor.PoleId });
    }

    /// <summary>How many came of each of these meetings; those with none are absent.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountOf(Actor actor, IReadOnlyCollection<string> occurrenceIds)
    {
        actor.Must(Act.ReadPole);
        if (occurrenceIds.Count == 0) return new Dictionary<string, long>();
        return (await db.Read<(string Id, long N)>("select d.occurrence_id, count(*) from decisions d where d.pole_id = @PoleId and d.state <> 'withdrawn' and d.occurrence_id in @ids group by d.occurrence_id",
            new { actor.PoleId, ids = occurrenceIds.ToArray() })).ToDictionary(c => c.Id, c => c.N);
    }

    /// <exception cref="NotHere">No such decision in the actor's pole.</exception>
    public async Task<Decision> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<Decision>($"select {Columns} from {Tables} where d.id = @id and d.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();
    }

    /// <summary>The electorate with what each voice has said, by name; empty before it opens.</summary>
    public async Task<IReadOnlyList<DecisionVoice>> Voices(Actor actor, string id)
    {
        await One(actor, id);
        return await db.Read<DecisionVoice>(VoicesOf, new { id });
    }

    /// <summary>The voices that this person may speak with: their own, their organisation's, those they carry.</summary>
    public async Task<IReadOnlyList<string>> MyVoices(Actor actor, string id)
    {
        await One(actor, id);
        return await db.Read<string>("select voice_id from decision_electors where decision_id = @id and person_id = @PersonId order by proxy, voice_id", new { id, actor.PersonId });
    }

    /// <summary>The open decisions of a meeting in which this person has a voice.</summary>
    public async Task<IReadOnlySet<string>> AskedOf(Actor actor, string occurrenceId)
    {
        actor.Must(Act.ReadPole);
        return (await db.Read<string>("""
            select distinct d.id from decisions d join decision_electors e on e.decision_id = d.id
            where d.occurrence_id = @occurrenceId and d.pole_id = @PoleId and d.state = 'open' and e.person_id = @PersonId
            """, new { occurrenceId, actor.PoleId, actor.PersonId })).ToHashSet();
    }

    /// <summary>Open decisions on which this person may still speak: for their first page.</summary>
    public async Task<IReadOnlyList<Decision>> WaitingForMe(Actor actor)
    {
        if (!actor.May(Act.CastVote)) return [];
        return await db.Read<Decision>($"""
            select {Columns} from {Tables}
            where d.pole_id = @PoleId and d.state = 'open' and exists (
                select 1 from decision_electors e join decision_voices v on v.decision_id = e.decision_id and v.voice_id = e.voice_id
                where e.decision_id = d.id and e.person_id = @PersonId and v.said is null)
            order by d.id limit 20
            """, new { actor.PoleId, actor.PersonId });
    }

    /// <summary>Proposes a decision at a point of a meeting.</summary>
    /// <exception cref="Refused">«body» is empty or too long; the meeting was cancelled.</exception>
    public Task<string> Propose(Actor actor, string itemId, string? body, string mode)
    {
        actor.Must(Act.ProposeDecision);
        body = body?.Trim() ?? "";
        Refused.If(body is "" or { Length: > LongestBody }, "body", "decisions.refused.body", LongestBody);
        Refused.If(!Decision.Modes.Contains(mode), "mode", "decisions.refused.mode");
        return db.Write(actor.PoleId, async tx =>
        {
            var (item, meeting) = await Workshops.TakingPart(tx, actor, itemId);
            Refused.If(meeting.State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
            var id = Ids.New();
            await tx.Execute("""
                insert into decisions (id, pole_id, series_id, occurrence_id, item_id, body, plain, mode, state, proposed_by, proposed_at)
                values (@id, @PoleId, @SeriesId, @occurrence, @itemId, @body, @plain, @mode, 'proposed', @PersonId, @Now)
                """, new { id, actor.PoleId, meeting.SeriesId, occurrence = meeting.Id, itemId, body, plain = Folding.Fold(body), mode, actor.PersonId, tx.Now });
            await tx.Announce(actor, new DecisionProposed(actor.PoleId, id));
            return id;
        });
    }

    /// <summary>Takes a decision back that is not closed: its proposer, or whoever runs decisions.</summary>
    public Task Withdraw(Actor actor, string id)
    {
        actor.Must(Act.ProposeDecision);
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            if (one.ProposedBy != actor.PersonId) actor.Must(Act.RunDecision);
            Refused.If(one.IsOver && one.State != Decision.Withdrawn, "", "decisions.refused.closed");
            if (await tx.Execute("update decisions set state = 'withdrawn', closed_at = @Now, closed_by = @PersonId where id = @id and state <> 'withdrawn'", new { id, tx.Now, actor.PersonId }) == 1)
                await tx.Announce(actor, new DecisionWithdrawn(actor.PoleId, id));
        });
    }

    private const string VoicesOf = """
        select v.voice_id, coalesce(g.name, p.name) as name, v.college_id, v.attending, v.said, v.reason, b.name as said_by_name, v.by_hand,
            (select h.name from decision_electors e join people h on h.id = e.person_id where e.decision_id = v.decision_id and e.voice_id = v.voice_id and e.proxy = 1) as holder
        from decision_voices v left join organisations g on g.id = v.voice_id left join people p on p.id = v.voice_id left join people b on b.id = v.said_by
        where v.decision_id = @id order by coalesce(g.name, p.name), v.voice_id
        """;

    private static async Task<Decision> Stand(Tx tx, Actor actor, string id) =>
        await tx.MaybeOne<Decision>($"select {Columns} from {Tables} where d.id = @id and d.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();
}
