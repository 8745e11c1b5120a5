namespace Ptce.Workspace;

/// <summary>Achat groupé : from how much on it is ordered, at which price, and who takes what.</summary>
public sealed record Purchase
{
    public required string OfferId { get; init; }
    public required string Unit { get; init; }

    /// <summary>Cents of one unit, bought alone and bought together.</summary>
    public long UsualCents { get; init; }
    public long GroupCents { get; init; }

    /// <summary>Thousandths of the unit from which on it is ordered.</summary>
    public long ThresholdMilli { get; init; }
    public DateOnly UntilDay { get; init; }

    /// <summary>open, ordered or dropped.</summary>
    public required string State { get; init; }
    public IReadOnlyList<PurchasePart> Parts { get; init; } = [];
    public long TakenMilli => Parts.Sum(p => p.QuantityMilli);
    public bool Enough => TakenMilli >= ThresholdMilli;

    /// <summary>What a quantity saves, in cents, rounded half-up.</summary>
    public long Saves(long quantityMilli) => Saving(UsualCents, GroupCents, quantityMilli);

    internal static long Saving(long usualCents, long groupCents, long quantityMilli) => (long)Math.Round(quantityMilli * (usualCents - groupCents) / 1000m, MidpointRounding.AwayFromZero);
}

public sealed record PurchasePart(string OrganisationId, string Name, long QuantityMilli);

/// <param name="Usual">Euros of one unit, bought alone.</param>
/// <param name="Group">Euros of one unit, bought together.</param>
/// <param name="Threshold">Units from which on it is ordered.</param>
public sealed record NewPurchase(string? Unit, decimal? Usual, decimal? Group, decimal? Threshold, DateOnly? Until);

public sealed record PurchaseTold(string PoleId, string OfferId) : Event(PoleId, OfferId);

public sealed record PurchaseJoined(string PoleId, string OfferId, string OrganisationId) : Event(PoleId, OfferId);

public sealed record PurchaseLeft(string PoleId, string OfferId, string OrganisationId) : Event(PoleId, OfferId);

public sealed record PurchaseOrdered(string PoleId, string OfferId) : Event(PoleId, OfferId);

public sealed record PurchaseDropped(string PoleId, string OfferId) : Event(PoleId, OfferId);

/// <summary>Achats groupés, each on an offer of that kind. Whoever posted the offer runs it; every member may take part.</summary>
public sealed partial class Purchases(Db db, Offers offers, Contributions contributions, TimeProvider clock)
{
    private const string Columns = "offer_id, unit, usual_cents, group_cents, threshold_milli, until_day, state";

    /// <summary>The purchase that stands on an offer; null while its terms have not been said.</summary>
    public async Task<Purchase?> Of(Actor actor, string offerId)
    {
        var offer = await offers.One(actor, offerId);
        return await Stand(db.Read<Purchase>, db.Read<PurchasePart>, offer.Id);
    }

    /// <summary>Says the terms, or says them differently while nobody takes part.</summary>
    /// <exception cref="Refused">The offer is no group purchase; a price, a threshold or a day out of range; somebody takes part already.</exception>
    public async Task Tell(Actor actor, string offerId, NewPurchase asked)
    {
        actor.Must(Act.PostOffer);
        var offer = await offers.One(actor, offerId);
        if (!Offers.MayChange(actor, offer)) throw new NotAllowed();
        Refused.If(offer.Kind != Kinds.AchatGroupe || offer.IsNeed, "", "purchases.other_kind");
        Refused.If(asked.Usual is not (> 0 and <= Offers.MostPrice) || asked.Usual * 100 % 1 != 0, "usual", "offers.price_range");
        Refused.If(asked.Group is not (>= 0 and <= Offers.MostPrice) || asked.Group * 100 % 1 != 0 || asked.Group > asked.Usual, "group", "purchases.not_cheaper");
        Refused.If(asked.Threshold is not (> 0 and <= Offers.MostQuantity) || asked.Threshold * 1000 % 1 != 0, "threshold", "offers.quantity_range");
        Refused.If(asked.Until is null || asked.Until < actor.Today(clock) || asked.Until > actor.Today(clock).AddYears(1), "until", "purchases.no_day");
        var unit = OfferWords.UnitRead(asked.Unit) ?? offer.Unit ?? "unite";
        Refused.If(unit.Length > Offers.LongestUnit, "unit", "offers.too_long", Offers.LongestUnit);
        await db.Write(actor.PoleId, async tx =>
        {
            var before = await Stand(tx.Read<Purchase>, tx.Read<PurchasePart>, offerId);
            Refused.If(before is { Parts.Count: > 0 } or { State: not "open" }, "", "purchases.taken_already");
            var told = await tx.Execute("""
                insert into purchases (offer_id, pole_id, unit, usual_cents, group_cents, threshold_milli, until_day, state) values (@offerId, @PoleId, @unit, @usual, @group, @threshold, @Until, 'open')
                on conflict (offer_id) do update set unit = excluded.unit, usual_cents = excluded.usual_cents, group_cents = excluded.group_cents, threshold_milli = excluded.threshold_milli, until_day = excluded.until_day
                where (purchases.unit, purchases.usual_cents, purchases.group_cents, purchases.threshold_milli, purchases.until_day) <> (excluded.unit, excluded.usual_cents, excluded.group_cents, excluded.threshold_milli, excluded.until_day)
                """, new { offerId, actor.PoleId, unit, usual = (long)(asked.Usual!.Value * 100), group = (long)(asked.Group!.Value * 100), threshold = (long)(asked.Threshold!.Value * 1000), asked.Until });
            if (told == 1) await tx.Announce(actor, new PurchaseTold(actor.PoleId, offerId));
        });
    }

    /// <summary>Takes part for the actor's organisation, or changes how much it takes. Twice the same is once.</summary>
    /// <exception cref="Refused">It is over, ordered or dropped; the quantity is out of range; the actor speaks for no organisation.</exception>
    public Task Join(Actor actor, string offerId, decimal? quantity)
    {
        actor.Must(Act.AskMatch);
        var own = actor.OrganisationId ?? throw new Refused("organisation", "offers.no_organisation");
        Refused.If(quantity is not (> 0 and <= Offers.MostQuantity) || quantity * 1000 % 1 != 0, "part", "offers.quantity_range");
        return db.Write(actor.PoleId, async tx =>
        {
            var purchase = await Open(tx, actor, offerId);
            Refused.If(purchase.UntilDay < actor.Today(clock), "part", "purchases.over");
            var changed = await tx.Execute("""
                insert into purchase_parts (offer_id, organisation_id, quantity_milli, person_id, taken_at) values (@offerId, @own, @milli, @PersonId, @Now)
                on conflict (offer_id, organisation_id) do update set quantity_milli = excluded.quantity_milli, person_id = excluded.person_id, taken_at = excluded.taken_at
                where purchase_parts.quantity_milli <> excluded.quantity_milli
                """, new { offerId, own, milli = (long)(quantity!.Value * 1000), actor.PersonId, tx.Now });
            if (changed == 1) await tx.Announce(actor, new PurchaseJoined(actor.PoleId, offerId, own));
        });
    }

    /// <summary>Takes no part after all. Twice is once.</summary>
    public Task Leave(Actor actor, string offerId)
    {
        actor.Must(Act.AskMatch);
        return db.Write(actor.PoleId, async tx =>
        {
            await Open(tx, actor, offerId);
            if (await tx.Execute("delete from purchase_parts where offer_id = @offerId and organisation_id = @OrganisationId", new { offerId, actor.OrganisationId }) == 1)
                await tx.Announce(actor, new PurchaseLeft(actor.PoleId, offerId, actor.OrganisationId!));
        });
    }

    /// <summary>It is ordered: what each of the others saves becomes a line of the ledger, an indicator that each confirms.</summary>
    /// <exception cref="Refused">The threshold is not reached; somebody took part meanwhile.</exception>
    public async Task Order(Actor actor, string offerId)
    {
        actor.Must(Act.PostOffer);
        var offer = await offers.One(actor, offerId);
        if (!Offers.MayChange(actor, offer)) throw new NotAllowed();
        var seen = await Of(actor, offerId) ?? throw new NotHere();
        Refused.If(!seen.Enough, "", "purchases.below");
        var each = seen.UsualCents - seen.GroupCents;
        var lines = seen.Parts.Where(p => p.OrganisationId != offer.OrganisationId)
            .Select(p => new NewContribution(actor.Today(clock), 0, Kinds.AchatGroupe, OrganisationId: offer.OrganisationId, BeneficiaryId: p.OrganisationId,
                PartyIds: [p.OrganisationId], Quantity: p.QuantityMilli / 1000m, Unit: seen.Unit, UnitValueCents: each, Note: offer.Title)).ToList();
        var write = lines.Count == 0 || each == 0 ? null : await contributions.Prepare(actor, lines, "web");
        await db.Write(actor.PoleId, async tx =>
        {
            var now = await Open(tx, actor, offerId);
            Refused.If(!now.Parts.SequenceEqual(seen.Parts), "", "purchases.changed");
            await tx.Execute("update purchases set state = 'ordered', ended_at = @Now, ended_by = @PersonId where offer_id = @offerId", new { tx.Now, actor.PersonId, offerId });
            await Offers.Agreed(tx, offerId);
            if (write is not null) await write(tx);
            await tx.Announce(actor, new PurchaseOrdered(actor.PoleId, offerId));
        });
    }

    /// <summary>It does not take place, and its offer is withdrawn. Twice is refused, and so is one that was ordered.</summary>
    public async Task Drop(Actor actor, string offerId)
    {
        actor.Must(Act.PostOffer);
        if (!Offers.MayChange(actor, await offers.One(actor, offerId))) throw new NotAllowed();
        await db.Write(actor.PoleId, async tx =>
        {
            await Open(tx, actor, offerId);
            await tx.Execute("update purchases set state = 'dropped', ended_at = @Now, ended_by = @PersonId where offer_id = @offerId", new { tx.Now, actor.PersonId, offerId });
            await tx.Announce(actor, new PurchaseDropped(actor.PoleId, offerId));
            await Offers.Withdraw(tx, actor, offerId);
        });
    }

    private static async Task<Purchase> Open(Tx tx, Actor actor, string offerId)
    {
        await Offers.Find(tx, actor.PoleId, offerId);
        var purchase = await Stand(tx.Read<Purchase>, tx.Read<PurchasePart>, offerId) ?? throw new NotHere();
        Refused.If(purchase.State != "open", "", "purchases.ended");
        return purchase;
    }

    private static async Task<Purchase?> Stand(Reads<Purchase> read, Reads<PurchasePart> parts, string offerId)
    {
        var found = await read($"select {Columns} from purchases where offer_id = @offerId", new { offerId });
        return found.Count == 0 ? null : found[0] with
        {
            Parts = await parts("""
                select p.organisation_id, o.name, p.quantity_milli from purchase_parts p join organisations o on o.id = p.organisation_id where p.offer_id = @offerId order by lower(o.name), o.id
                """, new { offerId }),
        };
    }
}
