namespace Ptce.Workspace;

public sealed partial class Agreements
{
    private const string MatchColumns = """
        m.id, m.pole_id, m.need_id, n.title as need_title, n.state as need_state, n.to_day as need_to_day, n.closed_by as need_closed_by,
        m.offer_id, o.title as offer_title, o.state as offer_state, o.to_day as offer_to_day, o.closed_by as offer_closed_by, m.giver_id, g.name as giver_name, m.receiver_id, r.name as receiver_name,
        m.kind, m.title, m.quantity_milli, m.unit, m.from_day, m.to_day, m.price_cents, m.note, m.reasons, m.state, ab.name as asked_by_name, m.asked_at,
        m.giver_said_at, m.receiver_said_at, rb.name as refused_by_name, rf.name as refused_for_name, m.refusal, a.id as agreement_id
        """;

    private const string MatchTables = """
        matches m join organisations g on g.id = m.giver_id join organisations r on r.id = m.receiver_id
        left join offers n on n.id = m.need_id left join offers o on o.id = m.offer_id
        join people ab on ab.id = m.asked_by left join people rb on rb.id = m.refused_by left join organisations rf on rf.id = m.refused_for
        left join agreements a on a.match_id = m.id
        """;

    private const string Columns = """
        m.id, m.pole_id, m.match_id, m.need_id, n.title as need_title, m.offer_id, o.title as offer_title, m.giver_id, g.name as giver_name, m.receiver_id, r.name as receiver_name,
        m.kind, m.title, m.quantity_milli, m.unit, m.from_day, m.to_day, m.price_cents, m.note, m.version, m.state, m.made_at,
        gs.name as giver_signed_by_name, m.giver_signed_at, rs.name as receiver_signed_by_name, m.receiver_signed_at, cb.name as cancelled_by_name, m.cancel_reason
        """;

    private const string Tables = """
        agreements m join organisations g on g.id = m.giver_id join organisations r on r.id = m.receiver_id
        left join offers n on n.id = m.need_id left join offers o on o.id = m.offer_id
        left join people gs on gs.id = m.giver_signed_by left join people rs on rs.id = m.receiver_signed_by left join people cb on cb.id = m.cancelled_by
        """;

    private const string DeliveriesSql = """
        select d.id, d.day, d.quantity_milli, d.contribution_id, p.name as noted_by_name, d.noted_at
        from agreement_deliveries d join people p on p.id = d.noted_by
        """;

    /// <summary>The two organisations read what is between them; so do those who read all lines.</summary>
    private static string Readable(Actor actor) => actor.May(Act.ReadAllContributions) ? "m.pole_id = @PoleId" : "m.pole_id = @PoleId and (m.giver_id = @OrganisationId or m.receiver_id = @OrganisationId)";

    /// <exception cref="NotHere">No such match in the actor's pole, or not for the actor's eyes.</exception>
    public async Task<Match> Match(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<Match>($"select {MatchColumns} from {MatchTables} where m.id = @id and {Readable(actor)}", new { id, actor.PoleId, actor.OrganisationId }) ?? throw new NotHere();
    }

    /// <exception cref="NotHere">No such agreement in the actor's pole, or not for the actor's eyes.</exception>
    public async Task<Agreement> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<Agreement>($"select {Columns} from {Tables} where m.id = @id and {Readable(actor)}", new { id, actor.PoleId, actor.OrganisationId }) ?? throw new NotHere();
    }

    /// <summary>What was delivered under it, oldest first.</summary>
    public async Task<IReadOnlyList<AgreementDelivery>> Deliveries(Actor actor, string id)
    {
        var agreement = await One(actor, id);
        return await db.Read<AgreementDelivery>($"{DeliveriesSql} where d.agreement_id = @Id order by d.day, d.id", new { agreement.Id });
    }

    private static async Task<Match> Stand(Tx tx, Actor actor, string id) =>
        await tx.MaybeOne<Match>($"select {MatchColumns} from {MatchTables} where m.id = @id and {Readable(actor)}", new { id, actor.PoleId, actor.OrganisationId }) ?? throw new NotHere();

    private static async Task<Agreement> Standing(Tx tx, Actor actor, string id) =>
        await tx.MaybeOne<Agreement>($"select {Columns} from {Tables} where m.id = @id and {Readable(actor)}", new { id, actor.PoleId, actor.OrganisationId }) ?? throw new NotHere();

    /// <summary>Their titles, for those the actor may read.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0 || !actor.May(Act.ReadPole)) return new Dictionary<string, string>();
        var given = new { actor.PoleId, actor.OrganisationId, ids = ids.ToArray() };
        var found = await db.Read<(string Id, string Title)>($"""
            select m.id, m.title from matches m where m.id in @ids and {Readable(actor)}
            union all select m.id, m.title from agreements m where m.id in @ids and {Readable(actor)}
            """, given);
        return found.ToDictionary(f => f.Id, f => say["offers.quoted", f.Title]);
    }

    /// <summary>One address for both: the page of a match leads on to its agreement.</summary>
    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/echanges/accords/{id}";
}
