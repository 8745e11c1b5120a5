namespace Ptce.Workspace;

public sealed partial class Agreements
{
    /// <summary>Notes what was delivered. Given free, it becomes a line of the ledger that the other party confirms; paid at cost, it is no contribution.</summary>
    /// <param name="quantity">In the agreement's unit; none: what it says and was not delivered yet.</param>
    /// <param name="unitValue">Euros that one unit would cost elsewhere, where the line is to be valued.</param>
    /// <param name="finished">Nothing more is to come.</param>
    /// <param name="requestKey">The door's own key: the same request twice is one delivery.</param>
    /// <exception cref="Refused">It is not signed by both, the day is to come, the quantity is missing or out of range.</exception>
    public async Task<AgreementDelivery> Deliver(Actor actor, string id, DateOnly day, decimal? quantity = null, decimal? unitValue = null, bool finished = true, string channel = "web", string? requestKey = null)
    {
        actor.Must(Act.SignAgreement);
        var agreement = await One(actor, id);
        Party(actor, agreement.GiverId, agreement.ReceiverId);
        var key = actor.Own(requestKey);
        if (await Noted(db.Read<AgreementDelivery>, key) is { } before) return before;
        MustBeAgreed(agreement);
        var left = agreement.Quantity - (await Deliveries(actor, id)).Sum(d => d.Quantity);
        var amount = quantity ?? (left > 0 ? left : null) ?? throw new Refused("quantity", "contributions.quantity_missing");
        Refused.If(day > actor.Today(clock), "day", "contributions.day_to_come");
        Refused.If(amount <= 0 || amount > Offers.MostQuantity || amount * 1000 != decimal.Truncate(amount * 1000), "quantity", "offers.quantity_range");
        Refused.If(unitValue is < 0 or > Offers.MostPrice, "unit_value", "contributions.unit_value_range");
        var write = agreement.PriceCents > 0 ? null : await contributions.Prepare(actor,
        [
            new(day, 0, agreement.Kind, OrganisationId: agreement.GiverId, BeneficiaryId: agreement.ReceiverId,
                Quantity: amount, Unit: agreement.Unit, UnitValueCents: unitValue is { } euros ? (long)Math.Round(euros * 100, MidpointRounding.AwayFromZero) : null, Note: agreement.Title),
        ], channel);

        return await db.Write(actor.PoleId, async tx =>
        {
            if (await Noted(tx.Read<AgreementDelivery>, key) is { } raced) return raced;
            var now = await Standing(tx, actor, id);
            MustBeAgreed(now);
            var line = write is null ? null : (await write(tx))[0];
            var delivery = Ids.New();
            await tx.Execute("""
                insert into agreement_deliveries (id, agreement_id, day, quantity_milli, contribution_id, noted_by, noted_at, request_key)
                values (@delivery, @id, @day, @milli, @line, @PersonId, @Now, @key)
                """, new { delivery, id, day, milli = (long)(amount * 1000), line, actor.PersonId, tx.Now, key });
            if (line is not null) await Cooperations.Credit(tx, id, line);
            if (finished)
            {
                await tx.Execute("update agreements set state = 'delivered' where id = @id", new { id });
                await Restate(tx, now.PoleId, now.OfferId, now.NeedId);
            }
            await tx.Announce(actor, new AgreementDelivered(actor.PoleId, id, line, finished));
            return (await tx.Read<AgreementDelivery>($"{DeliveriesSql} where d.id = @delivery", new { delivery }))[0];
        });
    }

    private static async Task<AgreementDelivery?> Noted(Reads<AgreementDelivery> read, string? key) =>
        key is null ? null : (await read($"{DeliveriesSql} where d.request_key = @key", new { key })).SingleOrDefault();

    private static void MustBeAgreed(Agreement agreement) =>
        Refused.If(agreement.State != "agreed", "", agreement.State is "delivered" or "valued" ? "agreements.already_delivered" : "agreements.not_signed");

    /// <summary>Agreements whose every line has been validated are valued. Heard after each commit of the pole; cheap where nothing is to do.</summary>
    internal async Task Settle(string poleId)
    {
        const string Settled = """
            select a.id from agreements a
            where a.pole_id = @poleId and a.state = 'delivered'
              and exists (select 1 from agreement_deliveries d where d.agreement_id = a.id and d.contribution_id is not null)
              and not exists (select 1 from agreement_deliveries d where d.agreement_id = a.id and d.contribution_id is not null
                and not exists (select 1 from events e where e.subject_id = d.contribution_id and e.name = 'ContributionValidated'))
            """;
        if ((await db.Read<string>(Settled, new { poleId })).Count == 0) return;
        await db.Write(poleId, async tx =>
        {
            foreach (var id in await tx.Read<string>(Settled, new { poleId }))
            {
                await tx.Execute("update agreements set state = 'valued' where id = @id", new { id });
                var (offer, need) = await tx.One<(string?, string?)>("select offer_id, need_id from agreements where id = @id", new { id });
                await Restate(tx, poleId, offer, need);
                await tx.Announce(null, new AgreementValued(poleId, id));
            }
        });
    }
}

/// <summary>Hears of validated lines: after each commit of a pole, its agreements are settled; at the start, those of all.</summary>
public sealed class AgreementsHear(Db db, Poles poles, Agreements agreements, ILogger<AgreementsHear> log) : HearsPoles(db, log)
{
    protected override async Task<IReadOnlyList<string>> Behind() => [.. (await poles.All()).Select(p => p.Id)];

    protected override Task Hear(string poleId) => agreements.Settle(poleId);
}
