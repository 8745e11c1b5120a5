namespace Ptce.Workspace;

public sealed partial class Offers
{
    /// <summary>What an agreement that still counts takes of an offer or a need.</summary>
    internal sealed record Taken
    {
        public long? QuantityMilli { get; init; }
        public string? Unit { get; init; }

        /// <summary>"reserved", "agreed", "delivered" or "valued".</summary>
        public required string Stage { get; init; }
    }

    /// <summary>Both rows of a match, inside a command; null for the side that has none.</summary>
    internal static async Task<Offer?> Find(Tx tx, string poleId, string? id) => id is null ? null : await Stand(tx, poleId, id);

    /// <summary>How much of it is taken, and where it stands by what was agreed on it: open while something is left, else as far as its slowest agreement.</summary>
    internal static async Task Restate(Tx tx, Offer offer, IReadOnlyList<Taken> taken)
    {
        if (offer.Kind == Kinds.AchatGroupe) return; // its purchase says where it stands
        var counted = offer.QuantityMilli is { } quantity
            ? quantity - taken.Sum(t => t.Unit == offer.Unit && t.QuantityMilli is { } some ? some : quantity)
            : (long?)null;
        var used = !Pooled.NeverRunsOut(offer.Kind) && (counted is { } left ? left <= 0 : taken.Count > 0);
        string[] order = [Stages.Reserved, Stages.Agreed, Stages.Delivered, Stages.Valued];
        var state = offer.State == Stages.Closed ? Stages.Closed : used ? order.First(s => taken.Any(t => t.Stage == s)) : Stages.Open;
        await tx.Execute("update offers set state = @state, left_milli = @left where id = @Id", new { state, left = counted is { } l ? Math.Max(0, l) : (long?)null, offer.Id });
    }

    /// <summary>What many could join is settled: nobody can join any more.</summary>
    internal static Task Agreed(Tx tx, string offerId) => tx.Execute("update offers set state = 'agreed' where id = @offerId and state = 'open'", new { offerId });

    /// <summary>Open rows of the other side that share words or the kind with this one, the most words first.</summary>
    internal async Task<IReadOnlyList<Offer>> Near(Offer offer, DateOnly today, int most)
    {
        // Of mine the offer alone is named: were its pole as well, the planner would read every word of the pole.
        return await db.Read<Offer>($"""
            select {Columns}, f.score
            from (select w.offer_id, count(*) as score
                  from offer_words mine join offer_words w on w.word = mine.word
                  where mine.offer_id = @Id and w.pole_id = @PoleId group by w.offer_id) f
            join offers o on o.id = f.offer_id join organisations g on g.id = o.organisation_id left join people p on p.id = o.posted_by
            where o.side = @side and o.state = 'open' and (o.to_day is null or o.to_day >= @today) and o.organisation_id <> @OrganisationId
            order by (case when o.kind = @Kind then 1 else 0 end) desc, f.score desc, o.id desc limit @most
            """, new { offer.Id, offer.PoleId, offer.Kind, offer.OrganisationId, side = Sides.Opposite(offer.Side), today, most });
    }
}
