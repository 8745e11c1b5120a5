namespace Ptce.Workspace;

/// <summary>Offers and needs: every way to read or change them. Pages, bot, files and matching all come here.</summary>
public sealed partial class Offers(Db db, TimeProvider clock) : INameSubjects, IHavePhotos
{
    public const int LongestTitle = 120, LongestText = 2000, LongestPlace = 120, LongestConditions = 500, LongestUnit = 30; // characters
    public const decimal MostQuantity = 1_000_000m;
    public const decimal MostPrice = 1_000_000m; // euros for one unit
    public const int FurthestYears = 10;         // a period ends at most this far ahead

    private const string Columns = """
        o.id, o.pole_id, o.side, o.kind, o.organisation_id, g.name as organisation_name, o.posted_by, p.name as posted_by_name, o.title, o.text,
        o.quantity_milli, o.unit, o.left_milli, o.from_day, o.to_day, o.recurrence, o.weekday, o.place, o.conditions, o.price_cents,
        o.state, o.channel, o.posted_at, o.closed_at, o.closed_by
        """;

    private const string Tables = "offers o join organisations g on g.id = o.organisation_id left join people p on p.id = o.posted_by";

    /// <summary>Proposes something to the pole's members.</summary>
    /// <param name="channel">web | chat | teams | import | api.</param>
    /// <param name="requestKey">The door's own key: the same request twice is one offer.</param>
    /// <exception cref="Refused">An unknown kind, a title missing or too long, a quantity, a price or a period out of range, no organisation to speak for.</exception>
    public Task<Offer> Post(Actor actor, NewOffer offer, string channel, string? requestKey = null) => Put(actor, Sides.Offer, offer, channel, requestKey);

    /// <summary>Says what the actor's organisation seeks. The same rules.</summary>
    public Task<Offer> PostNeed(Actor actor, NewOffer need, string channel, string? requestKey = null) => Put(actor, Sides.Need, need, channel, requestKey);

    private async Task<Offer> Put(Actor actor, string side, NewOffer offer, string channel, string? requestKey)
    {
        actor.Must(Act.PostOffer);
        var ready = Check(offer, actor.Today(clock));
        var organisation = offer.OrganisationId ?? actor.OrganisationId ?? throw new Refused("organisation", "offers.no_organisation");
        if (organisation != actor.OrganisationId) actor.Must(Act.ManageOffers);
        var key = actor.Own(requestKey);

        return await db.Write(actor.PoleId, async tx =>
        {
            if (key is not null && await tx.MaybeOne<string>("select id from offers where request_key = @key", new { key }) is { } before) return await Stand(tx, actor.PoleId, before);
            await MustBelong(tx, actor.PoleId, organisation, actor.Today(clock));
            var id = Ids.New();
            await Insert(tx, id, actor.PoleId, side, organisation, actor.PersonId, ready, channel, key);
            await Index(tx, actor.PoleId, [(id, ready)]);
            await tx.Announce(actor, side == Sides.Need ? new NeedPosted(actor.PoleId, id, organisation, ready.Kind) : new OfferPosted(actor.PoleId, id, organisation, ready.Kind));
            return await Stand(tx, actor.PoleId, id);
        });
    }

    /// <summary>Says it differently. What agreements hold already stays held; what had expired stands again.</summary>
    /// <exception cref="Refused">As <see cref="Post"/>; or the quantity falls under what is already agreed, or the row is closed.</exception>
    public Task<Offer> Change(Actor actor, string id, NewOffer offer)
    {
        actor.Must(Act.PostOffer);
        var ready = Check(offer, actor.Today(clock));
        return db.Write(actor.PoleId, async tx =>
        {
            var before = await Own(tx, actor, id);
            Refused.If(before is { State: Stages.Closed, Lapsed: false }, "", "offers.closed");
            var held = (before.QuantityMilli ?? 0) - (before.LeftMilli ?? 0);
            Refused.If(held > 0 && (ready.QuantityMilli ?? 0) < held, "quantity", "offers.already_held", held / 1000m);
            await tx.Execute("""
                update offers set kind = @Kind, title = @Title, text = @Text, quantity_milli = @QuantityMilli, unit = @Unit, left_milli = @QuantityMilli - @held,
                    from_day = @FromDay, to_day = @ToDay, recurrence = @Recurrence, weekday = @Weekday, place = @Place, conditions = @Conditions, price_cents = @PriceCents,
                    state = case when state = 'closed' then 'open' else state end, closed_at = null
                where id = @id
                """, new
            {
                ready.Kind,
                ready.Title,
                ready.Text,
                ready.QuantityMilli,
                ready.Unit,
                held,
                ready.FromDay,
                ready.ToDay,
                ready.Recurrence,
                ready.Weekday,
                ready.Place,
                ready.Conditions,
                ready.PriceCents,
                id,
            });
            await tx.Execute("delete from offer_words where offer_id = @id", new { id });
            await Index(tx, actor.PoleId, [(id, ready)]);
            await Agreements.Restate(tx, actor.PoleId, id);
            await tx.Announce(actor, new OfferChanged(actor.PoleId, id));
            return await Stand(tx, actor.PoleId, id);
        });
    }

    /// <summary>Withdraws it: nobody answers it any more, what was agreed stands. Twice is once.</summary>
    public Task Close(Actor actor, string id)
    {
        actor.Must(Act.PostOffer);
        return db.Write(actor.PoleId, async tx =>
        {
            await Own(tx, actor, id);
            await Withdraw(tx, actor, id);
        });
    }

    /// <summary>The same inside a command that has asked whose it is.</summary>
    internal static async Task Withdraw(Tx tx, Actor actor, string id)
    {
        if (await tx.Execute("update offers set state = 'closed', closed_at = @Now, closed_by = @PersonId where id = @id and state <> 'closed'", new { tx.Now, actor.PersonId, id }) == 1)
            await tx.Announce(actor, new OfferClosed(actor.PoleId, id));
    }

    /// <summary>Takes a withdrawal back: it stands where its agreements are. Twice is once.</summary>
    public Task Reopen(Actor actor, string id)
    {
        actor.Must(Act.PostOffer);
        return db.Write(actor.PoleId, async tx =>
        {
            await Own(tx, actor, id);
            if (await tx.Execute("update offers set state = 'open', closed_at = null, closed_by = null where id = @id and state = 'closed'", new { id }) == 0) return;
            await Agreements.Restate(tx, actor.PoleId, id);
            await tx.Announce(actor, new OfferReopened(actor.PoleId, id));
        });
    }

    /// <summary>Whether the actor's word changes it: someone of the organisation that posted it, or the animation cell.</summary>
    public static bool MayChange(Actor actor, Offer offer) =>
        actor.May(Act.ManageOffers) || (actor.May(Act.PostOffer) && actor.OrganisationId == offer.OrganisationId);

    async Task<Event> IHavePhotos.ChangePhotos(Actor actor, string id, string? partId)
    {
        actor.Must(Act.PostOffer);
        if (partId is not null) throw new NotHere();
        if (!MayChange(actor, await One(actor, id))) throw new NotAllowed();
        return new OfferChanged(actor.PoleId, id);
    }

    private static async Task<Offer> Own(Tx tx, Actor actor, string id)
    {
        var offer = await Stand(tx, actor.PoleId, id);
        return MayChange(actor, offer) ? offer : throw new NotAllowed();
    }

    /// <summary>The row as it stands now, inside a command.</summary>
    /// <exception cref="NotHere">No such row in the pole.</exception>
    private static async Task<Offer> Stand(Tx tx, string poleId, string id) =>
        await tx.MaybeOne<Offer>($"select {Columns} from {Tables} where o.id = @id and o.pole_id = @poleId", new { id, poleId }) ?? throw new NotHere();

    private static async Task Insert(Tx tx, string id, string poleId, string side, string organisationId, string? personId, Ready ready, string channel, string? key)
    {
        await tx.Execute("""
            insert into offers (id, pole_id, side, kind, organisation_id, posted_by, title, text, quantity_milli, unit, left_milli,
                from_day, to_day, recurrence, weekday, place, conditions, price_cents, state, channel, posted_at, request_key)
            values (@id, @poleId, @side, @Kind, @organisationId, @personId, @Title, @Text, @QuantityMilli, @Unit, @QuantityMilli,
                @FromDay, @ToDay, @Recurrence, @Weekday, @Place, @Conditions, @PriceCents, 'open', @channel, @Now, @key)
            """, new
        {
            id,
            poleId,
            side,
            ready.Kind,
            organisationId,
            personId,
            ready.Title,
            ready.Text,
            ready.QuantityMilli,
            ready.Unit,
            ready.FromDay,
            ready.ToDay,
            ready.Recurrence,
            ready.Weekday,
            ready.Place,
            ready.Conditions,
            ready.PriceCents,
            channel,
            tx.Now,
            key,
        });
    }

    private sealed record Membership(DateOnly FromDay, DateOnly? ToDay);

    private static async Task MustBelong(Tx tx, string poleId, string organisationId, DateOnly today)
    {
        var memberships = await tx.Read<Membership>("select from_day, to_day from memberships where pole_id = @poleId and organisation_id = @organisationId", new { poleId, organisationId });
        if (memberships.Count == 0) throw new NotHere();
        Refused.If(!memberships.Any(m => m.FromDay <= today && !(m.ToDay < today)), "organisation", "offers.not_a_member");
    }
}
