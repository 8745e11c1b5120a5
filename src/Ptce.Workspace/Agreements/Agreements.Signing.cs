namespace Ptce.Workspace;

public sealed partial class Agreements
{
    /// <summary>Signs for the actor's organisation. The second signature makes it agreed; twice is once.</summary>
    /// <param name="version">The version of the terms the actor has read.</param>
    /// <exception cref="Refused">The terms have changed since, or the actor speaks for neither party.</exception>
    public Task<Agreement> Sign(Actor actor, string id, long version)
    {
        actor.Must(Act.SignAgreement);
        return db.Write(actor.PoleId, async tx =>
        {
            var agreement = await Standing(tx, actor, id);
            var party = Party(actor, agreement.GiverId, agreement.ReceiverId);
            Refused.If(agreement.State == "cancelled", "", "agreements.is_cancelled");
            if (!agreement.WaitsFor(actor.OrganisationId)) return agreement;
            Refused.If(version != agreement.Version, "", "agreements.terms_changed");
            await tx.Execute($"update agreements set {party}_signed_by = @PersonId, {party}_signed_at = @Now where id = @id", new { actor.PersonId, tx.Now, id });
            var both = await tx.Execute("""
                update agreements set state = 'agreed' where id = @id and state = 'proposed' and giver_signed_at is not null and receiver_signed_at is not null
                """, new { id }) == 1;
            if (both)
            {
                await Restate(tx, agreement.PoleId, agreement.OfferId, agreement.NeedId);
                await cooperations.Meet(tx, actor, agreement);
            }
            await tx.Announce(actor, new AgreementSigned(actor.PoleId, id, actor.OrganisationId!, both));
            return await Standing(tx, actor, id);
        });
    }

    /// <summary>Puts other terms: the one who changes them signs them, the other is asked again. The terms that stand already change nothing and cost no signature.</summary>
    /// <exception cref="Refused">It was given up, or something was delivered under the terms that stand; a quantity, a period or a note out of range; not that much is left.</exception>
    public Task<Agreement> Change(Actor actor, string id, Terms terms)
    {
        actor.Must(Act.SignAgreement);
        Refused.If(terms.Quantity is { } q && (q <= 0 || q > Offers.MostQuantity || q * 1000 != decimal.Truncate(q * 1000)), "quantity", "offers.quantity_range");
        Refused.If(terms.Note?.Trim().Length > LongestNote, "note", "agreements.too_long", LongestNote);
        Refused.If(terms.ToDay < terms.FromDay, "to", "offers.ends_before_it_begins");
        return db.Write(actor.PoleId, async tx =>
        {
            var agreement = await Standing(tx, actor, id);
            var party = Party(actor, agreement.GiverId, agreement.ReceiverId);
            Refused.If(agreement.State is not ("proposed" or "agreed") || await Begun(tx, id), "", "agreements.too_late");
            var quantity = (long?)(terms.Quantity * 1000);
            var unit = quantity is null ? null : OfferWords.UnitRead(terms.Unit) ?? agreement.Unit ?? Kinds.Find(agreement.Kind)?.Unit;
            var note = string.IsNullOrWhiteSpace(terms.Note) ? null : terms.Note.Trim();
            if ((quantity, unit, terms.FromDay, terms.ToDay, note) == (agreement.QuantityMilli, agreement.Unit, agreement.FromDay, agreement.ToDay, agreement.Note)) return agreement;
            await tx.Execute($"""
                update agreements set quantity_milli = @quantity, unit = @unit, from_day = @FromDay, to_day = @ToDay, note = @note, version = version + 1, state = 'proposed',
                    giver_signed_by = null, giver_signed_at = null, receiver_signed_by = null, receiver_signed_at = null
                where id = @id
                """, new { quantity, unit, terms.FromDay, terms.ToDay, note, id });
            await tx.Execute($"update agreements set {party}_signed_by = @PersonId, {party}_signed_at = @Now where id = @id", new { actor.PersonId, tx.Now, id });
            await EnoughLeft(tx, agreement.PoleId, agreement.OfferId, quantity, unit);
            await Restate(tx, agreement.PoleId, agreement.OfferId, agreement.NeedId);
            await tx.Announce(actor, new AgreementChanged(actor.PoleId, id, agreement.Version + 1));
            var changed = await Standing(tx, actor, id);
            await AgreementNotices.Tell(tx, notices, changed, actor.Today(clock));
            return changed;
        });
    }

    /// <summary>Gives it up before anything was delivered, and says why; what it held is free again.</summary>
    public Task Cancel(Actor actor, string id, string reason)
    {
        actor.Must(Act.SignAgreement);
        reason = reason.Trim();
        Refused.If(reason is "" or { Length: > LongestNote }, "reason", "agreements.reason_missing", LongestNote);
        return db.Write(actor.PoleId, async tx =>
        {
            var agreement = await Standing(tx, actor, id);
            Party(actor, agreement.GiverId, agreement.ReceiverId);
            if (agreement.State == "cancelled") return;
            Refused.If(agreement.State is not ("proposed" or "agreed") || await Begun(tx, id), "", "agreements.too_late");
            await tx.Execute("update agreements set state = 'cancelled', cancelled_by = @PersonId, cancelled_at = @Now, cancel_reason = @reason where id = @id",
                new { actor.PersonId, tx.Now, reason, id });
            await Restate(tx, agreement.PoleId, agreement.OfferId, agreement.NeedId);
            await Cooperations.Part(tx, actor, id);
            await tx.Announce(actor, new AgreementCancelled(actor.PoleId, id));
        });
    }

    /// <summary>Something was delivered under it.</summary>
    private static async Task<bool> Begun(Tx tx, string id) => await tx.MaybeOne<string>("select id from agreement_deliveries where agreement_id = @id limit 1", new { id }) is not null;

    /// <summary>Offer and need stand where their agreements are.</summary>
    internal static async Task Restate(Tx tx, string poleId, params string?[] ids)
    {
        foreach (var id in ids)
            if (await Offers.Find(tx, poleId, id) is { } offer) await Offers.Restate(tx, offer, await TakenOf(tx, offer.Id));
    }

    private static Task<IReadOnlyList<Offers.Taken>> TakenOf(Tx tx, string offerId) => tx.Read<Offers.Taken>("""
        select quantity_milli, unit, case state when 'proposed' then 'reserved' else state end as stage
        from agreements where (offer_id = @offerId or need_id = @offerId) and state <> 'cancelled'
        """, new { offerId });
}
