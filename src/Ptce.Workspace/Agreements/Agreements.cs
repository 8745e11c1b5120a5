using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Matches and agreements: from an offer and a need to the lines they become.</summary>
public sealed partial class Agreements(Db db, Offers offers, Contributions contributions, Cooperations cooperations, Workshops workshops, Notices notices, TimeProvider clock) : INameSubjects
{
    public const int LongestNote = 500; // characters; also of reasons

    /// <summary>Asks: between a need and an offer, or in answer to one of them. Whoever asks for their own organisation has said yes; the same ask twice is one.</summary>
    /// <param name="offerId">The offer; none where a need is answered directly.</param>
    /// <param name="needId">The need; none where an offer is answered directly.</param>
    /// <exception cref="Refused">Neither is open, both are of one organisation, the actor is of neither (and not of the animation cell), there is not enough left, or their days do not meet.</exception>
    public Task<Match> Ask(Actor actor, string? offerId, string? needId, Terms? terms = null)
    {
        actor.Must(Act.AskMatch);
        terms ??= new();
        Refused.If(terms.Note?.Trim().Length > LongestNote, "note", "agreements.too_long", LongestNote);
        return db.Write(actor.PoleId, async tx =>
        {
            var (offer, need) = (await Offers.Find(tx, actor.PoleId, offerId), await Offers.Find(tx, actor.PoleId, needId));
            if (offer is null && need is null || offer?.IsNeed == true || need?.IsNeed == false) throw new NotHere();
            var own = actor.OrganisationId ?? throw new Refused("organisation", "offers.no_organisation");
            var (giver, receiver) = (offer?.OrganisationId ?? own, need?.OrganisationId ?? own);
            Refused.If(giver == receiver, "", "agreements.own");
            Refused.If(giver != own && receiver != own && !actor.May(Act.ManageOffers), "", "agreements.not_your_organisation");
            foreach (var side in new[] { offer, need }.OfType<Offer>())
            {
                Refused.If(side.Kind == Kinds.AchatGroupe, "", "agreements.group_purchase");
                Refused.If(side.StateOn(actor.Today(clock)) != Stages.Open, "", "agreements.not_open", side.Title);
            }
            if (await tx.MaybeOne<string>("""
                select id from matches
                where pole_id = @PoleId and giver_id = @giver and receiver_id = @receiver and state = 'asked'
                  and coalesce(need_id, '') = @need and coalesce(offer_id, '') = @offer
                """, new { actor.PoleId, giver, receiver, need = needId ?? "", offer = offerId ?? "" }) is { } before) return await Stand(tx, actor, before);

            var (lead, id) = (offer ?? need!, Ids.New());
            var (quantity, unit) = Amount(terms, offer, need);
            var (from, to) = (terms.FromDay ?? Later(offer?.FromDay, need?.FromDay), terms.ToDay ?? Earlier(offer?.ToDay, need?.ToDay));
            Refused.If(to < from, "to", "offers.ends_before_it_begins");
            var why = offer is not null && need is not null ? Fit(need, offer, await Past(tx, actor.PoleId, giver, receiver)) : [];
            await tx.Execute("""
                insert into matches (id, pole_id, need_id, offer_id, giver_id, receiver_id, kind, title, quantity_milli, unit, from_day, to_day, price_cents, note, reasons,
                    state, asked_by, asked_at, giver_said_by, giver_said_at, receiver_said_by, receiver_said_at)
                values (@id, @PoleId, @needId, @offerId, @giver, @receiver, @Kind, @Title, @quantity, @unit, @from, @to, @price, @note, @why,
                    'asked', @PersonId, @Now, @giverBy, @giverAt, @receiverBy, @receiverAt)
                """, new
            {
                id,
                actor.PoleId,
                needId,
                offerId,
                giver,
                receiver,
                lead.Kind,
                lead.Title,
                quantity,
                unit,
                from,
                to,
                price = offer?.PriceCents ?? 0,
                note = string.IsNullOrWhiteSpace(terms.Note) ? null : terms.Note.Trim(),
                why = JsonSerializer.Serialize(why),
                actor.PersonId,
                tx.Now,
                giverBy = giver == own ? actor.PersonId : null,
                giverAt = giver == own ? tx.Now : (DateTimeOffset?)null,
                receiverBy = receiver == own ? actor.PersonId : null,
                receiverAt = receiver == own ? tx.Now : (DateTimeOffset?)null,
            });
            await tx.Announce(actor, new MatchAsked(actor.PoleId, id, giver, receiver));
            foreach (var other in new[] { giver, receiver }.Where(o => o != own)) await MatchNotices.Tell(tx, notices, actor.PoleId, id, other, actor.Today(clock), id);
            return await Stand(tx, actor, id);
        });
    }

    /// <summary>Says yes for the actor's organisation. The second yes makes the agreement, which the one who says it has thereby signed.</summary>
    /// <exception cref="Refused">It was declined; the need or the offer was withdrawn or its last day has passed; not that much is left.</exception>
    public Task<Match> Accept(Actor actor, string id)
    {
        actor.Must(Act.AskMatch);
        return db.Write(actor.PoleId, async tx =>
        {
            var match = await Stand(tx, actor, id);
            var party = Party(actor, match.GiverId, match.ReceiverId);
            if (match.State == "accepted") return match;
            Refused.If(match.State == "refused", "", "agreements.already_refused");
            if (match.LostOn(actor.Today(clock)) is { } lost) throw new Refused("", lost.WordsKey, lost.Title);
            if (!match.WaitsFor(actor.OrganisationId, actor.Today(clock))) return match;
            await tx.Execute($"update matches set {party}_said_by = @PersonId, {party}_said_at = @Now where id = @id", new { actor.PersonId, tx.Now, id });
            match = await Stand(tx, actor, id);
            if (match.GiverSaidAt is null || match.ReceiverSaidAt is null) return match;
            var agreement = await Make(tx, match, party, actor);
            await tx.Execute("update matches set state = 'accepted' where id = @id", new { id });
            await tx.Announce(actor, new MatchAccepted(actor.PoleId, id, agreement));
            await AgreementNotices.Tell(tx, notices, await Standing(tx, actor, agreement), actor.Today(clock));
            return await Stand(tx, actor, id);
        });
    }

    /// <summary>Says no for the actor's organisation, and why: the reason helps the next match.</summary>
    public Task Refuse(Actor actor, string id, string reason)
    {
        actor.Must(Act.AskMatch);
        reason = reason.Trim();
        Refused.If(reason is "" or { Length: > LongestNote }, "reason", "agreements.reason_missing", LongestNote);
        return db.Write(actor.PoleId, async tx =>
        {
            var match = await Stand(tx, actor, id);
            Party(actor, match.GiverId, match.ReceiverId);
            Refused.If(match.State == "accepted", "", "agreements.already_accepted");
            if (match.State == "refused") return;
            await tx.Execute("update matches set state = 'refused', refused_by = @PersonId, refused_for = @OrganisationId, refused_at = @Now, refusal = @reason where id = @id",
                new { actor.PersonId, actor.OrganisationId, tx.Now, reason, id });
            await tx.Announce(actor, new MatchRefused(actor.PoleId, id));
        });
    }

    private static async Task<string> Make(Tx tx, Match match, string signer, Actor actor)
    {
        var id = Ids.New();
        await tx.Execute($"""
            insert into agreements (id, pole_id, match_id, need_id, offer_id, giver_id, receiver_id, kind, title, quantity_milli, unit, from_day, to_day,
                price_cents, note, version, state, made_at, {signer}_signed_by, {signer}_signed_at)
            values (@id, @PoleId, @match, @NeedId, @OfferId, @GiverId, @ReceiverId, @Kind, @Title, @QuantityMilli, @Unit, @FromDay, @ToDay,
                @PriceCents, @Note, 1, 'proposed', @Now, @PersonId, @Now)
            """, new
        {
            id,
            match.PoleId,
            match = match.Id,
            match.NeedId,
            match.OfferId,
            match.GiverId,
            match.ReceiverId,
            match.Kind,
            match.Title,
            match.QuantityMilli,
            match.Unit,
            match.FromDay,
            match.ToDay,
            match.PriceCents,
            match.Note,
            tx.Now,
            actor.PersonId,
        });
        await EnoughLeft(tx, match.PoleId, match.OfferId, match.QuantityMilli, match.Unit);
        await Restate(tx, match.PoleId, match.OfferId, match.NeedId);
        return id;
    }

    /// <summary>What an offer still holds decides, at the moment it is taken: of two who want the last of it, one gets it.</summary>
    private static async Task EnoughLeft(Tx tx, string poleId, string? offerId, long? quantityMilli, string? unit)
    {
        if (await Offers.Find(tx, poleId, offerId) is not { } offer || Pooled.NeverRunsOut(offer.Kind)) return;
        var taken = (await TakenOf(tx, offer.Id)).ToList();
        if (offer.QuantityMilli is not { } has)
        {
            Refused.If(taken.Count > 1, "", "agreements.gone", offer.Title);
            return;
        }
        Refused.If(unit != offer.Unit || quantityMilli is null, "quantity", "agreements.other_unit");
        Refused.If(taken.Sum(t => t.QuantityMilli ?? 0) > has, "quantity", "agreements.not_enough");
    }

    /// <summary>giver or receiver: the column the actor speaks in.</summary>
    /// <exception cref="Refused">The actor speaks for neither.</exception>
    private static string Party(Actor actor, string giverId, string receiverId) =>
        actor.OrganisationId == giverId ? "giver"
        : actor.OrganisationId == receiverId ? "receiver"
        : throw new Refused("", "agreements.not_your_organisation");

    private static (long? QuantityMilli, string? Unit) Amount(Terms terms, Offer? offer, Offer? need)
    {
        Refused.If(terms.Quantity is { } q && (q <= 0 || q > Offers.MostQuantity || q * 1000 != decimal.Truncate(q * 1000)), "quantity", "offers.quantity_range");
        var asked = (long?)(terms.Quantity * 1000);
        if (offer?.QuantityMilli is not null)
        {
            var wished = asked ?? (need?.Unit == offer.Unit ? need?.LeftMilli : null) ?? offer.LeftMilli;
            Refused.If(asked > offer.LeftMilli, "quantity", "agreements.not_enough");
            return (Math.Min(wished!.Value, offer.LeftMilli!.Value), offer.Unit);
        }
        var quantity = asked ?? need?.LeftMilli;
        return (quantity, quantity is null ? null : OfferWords.UnitRead(terms.Unit) ?? need?.Unit ?? Kinds.Find((offer ?? need!).Kind)?.Unit);
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a > b || b is null ? a : b;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a < b || b is null ? a : b;
}
