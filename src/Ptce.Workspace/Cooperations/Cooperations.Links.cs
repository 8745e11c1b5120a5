namespace Ptce.Workspace;

/// <summary>What a cooperation answers, or what came of it.</summary>
/// <param name="Kind">need, offer, agreement or line.</param>
public sealed record CooperationLink(string Kind, string SubjectId);

/// <summary>What the lines linked to a cooperation add up to, cancelled ones left out.</summary>
public sealed record CooperationGiven
{
    public long Lines { get; init; }
    public long Minutes { get; init; }

    /// <summary>Lines of what was given in kind.</summary>
    public long InKind { get; init; }
}

public sealed partial class Cooperations
{
    /// <summary>Says that a need, an offer, an agreement or a line is of this cooperation. Twice is once; a line or an agreement moves from the one it was of.</summary>
    /// <param name="kind">need, offer, agreement or line.</param>
    /// <exception cref="NotHere">No such thing in the pole, or not between organisations of this cooperation for the actor's eyes.</exception>
    public Task Link(Actor actor, string id, string kind, string subjectId)
    {
        actor.Must(Act.LogCooperation);
        return db.Write(actor.PoleId, async tx =>
        {
            var cooperation = await OwnStanding(tx, actor, id);
            var parties = kind switch
            {
                "need" or "offer" when await Offers.Find(tx, actor.PoleId, subjectId) is { } offer && offer.Side == kind => (string?[])[offer.OrganisationId],
                "agreement" => await Of(tx, "select giver_id, receiver_id from agreements where id = @subjectId and pole_id = @PoleId"),
                "line" => await Of(tx, "select organisation_id, beneficiary_id from contributions where id = @subjectId and pole_id = @PoleId and state <> 'cancelled'"),
                _ => [],
            };
            if (!parties.Any(cooperation.HasMember)) throw new NotHere();
            if (kind is "agreement" or "line" && await tx.MaybeOne<string>("select cooperation_id from cooperation_links where subject_id = @subjectId and kind = @kind", new { subjectId, kind }) is { } holds && holds != id)
            {
                await Own(tx, actor, holds);
                await tx.Execute("delete from cooperation_links where subject_id = @subjectId and kind = @kind", new { subjectId, kind });
            }
            if (await Attach(tx, id, kind, subjectId)) await tx.Announce(actor, new CooperationChanged(actor.PoleId, id));
        });

        async Task<string?[]> Of(Tx tx, string sql) =>
            await tx.MaybeOne<(string A, string? B)?>(sql, new { subjectId, actor.PoleId }) is { } two ? [two.A, two.B] : [];
    }

    /// <summary>Takes a link back. Twice is once.</summary>
    public Task Unlink(Actor actor, string id, string subjectId)
    {
        actor.Must(Act.LogCooperation);
        return db.Write(actor.PoleId, async tx =>
        {
            await Own(tx, actor, id);
            if (await tx.Execute("delete from cooperation_links where cooperation_id = @id and subject_id = @subjectId", new { id, subjectId }) == 1)
                await tx.Announce(actor, new CooperationChanged(actor.PoleId, id));
        });
    }

    /// <summary>Two parties have signed: the agreement joins the cooperation it belongs to, or makes one.</summary>
    /// <remarks>It belongs to an active one of both organisations that answers the same need or offer; else to the one of exactly these two that pools the same kind.</remarks>
    internal async Task Meet(Tx tx, Actor actor, Agreement agreement)
    {
        if (await tx.MaybeOne<string>("select cooperation_id from cooperation_links where subject_id = @Id and kind = 'agreement'", new { agreement.Id }) is not null) return;
        string[] both = [agreement.GiverId, agreement.ReceiverId];
        var known = await tx.MaybeOne<string>("""
            select c.id from cooperations c
            where c.pole_id = @PoleId and c.state = 'active'
              and (select count(*) from cooperation_members m where m.cooperation_id = c.id and m.organisation_id in @both) = 2
              and (exists (select 1 from cooperation_links l where l.cooperation_id = c.id and l.kind in ('need', 'offer') and l.subject_id in @answered)
                   or (c.kind = @Kind and (select count(*) from cooperation_members m where m.cooperation_id = c.id) = 2))
            order by c.from_day desc, c.id desc limit 1
            """, new { agreement.PoleId, agreement.Kind, both, answered = (string[])[agreement.NeedId ?? "", agreement.OfferId ?? ""] });
        var id = known;
        if (id is null)
        {
            var ready = new Ready(agreement.Title, both, [], agreement.FromDay ?? actor.Today(clock), agreement.ToDay, "mutualisation", "bilaterale", agreement.PriceCents > 0 ? 1 : 0, 0, null, null, null, null, null, null);
            id = await Insert(tx, actor, ready, agreement.Kind, "agreement", null);
            await tx.Announce(actor, new CooperationLogged(agreement.PoleId, id, both));
        }
        if (agreement.NeedId is { } need) await Attach(tx, id, "need", need);
        if (agreement.OfferId is { } offer) await Attach(tx, id, "offer", offer);
        await Attach(tx, id, "agreement", agreement.Id);
        if (known is null) return;
        await tx.Execute("update cooperations set to_day = @ToDay where id = @id and to_day is not null and (to_day < @ToDay or cast(@ToDay as text) is null)", new { agreement.ToDay, id });
        await tx.Announce(actor, new CooperationJoined(agreement.PoleId, id, agreement.Id));
    }

    /// <summary>A line came of an agreement: its hours are of the agreement's cooperation.</summary>
    internal static async Task Credit(Tx tx, string agreementId, string lineId)
    {
        if (await tx.MaybeOne<string>("select cooperation_id from cooperation_links where subject_id = @agreementId and kind = 'agreement'", new { agreementId }) is { } id)
            await Attach(tx, id, "line", lineId);
    }

    /// <summary>An agreement was given up before anything was delivered: what it alone had made never was.</summary>
    internal static async Task Part(Tx tx, Actor actor, string agreementId)
    {
        if (await tx.MaybeOne<string>("delete from cooperation_links where subject_id = @agreementId and kind = 'agreement' returning cooperation_id", new { agreementId }) is not { } id) return;
        var alone = await tx.Execute("""
            update cooperations set state = 'withdrawn', ended_by = @PersonId, ended_at = @Now
            where id = @id and channel = 'agreement' and state = 'active' and not exists (select 1 from cooperation_links l where l.cooperation_id = @id and l.kind in ('agreement', 'line'))
            """, new { id, actor.PersonId, tx.Now }) == 1;
        if (alone) await tx.Announce(actor, new CooperationWithdrawn(actor.PoleId, id));
    }

    private static async Task<bool> Attach(Tx tx, string id, string kind, string subjectId) => await tx.Execute("""
        insert into cooperation_links (cooperation_id, kind, subject_id, linked_at) values (@id, @kind, @subjectId, @Now) on conflict do nothing
        """, new { id, kind, subjectId, tx.Now }) == 1;
}
