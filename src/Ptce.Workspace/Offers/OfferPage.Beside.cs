using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

/// <summary>What stands beside an offer: its pictures, and the group purchase it may be.</summary>
public sealed partial class OfferPage
{
    public Album Album { get; private set; } = null!;
    public Purchase? Purchase { get; private set; }

    /// <summary>The meeting it came of.</summary>
    public Occurrence? CameOf { get; private set; }
    public PurchasePart? OwnPart => Purchase?.Parts.FirstOrDefault(p => p.OrganisationId == Actor.OrganisationId);
    public bool MayJoinPurchase => Purchase is { State: "open" } && Purchase.UntilDay >= Today && Actor.OrganisationId is not null && Actor.May(Act.AskMatch);
    public bool MayTellPurchase => Offer is { Kind: Kinds.AchatGroupe, IsNeed: false } && Offer.State != Stages.Closed && MayChange && Purchase is null or { State: "open", Parts.Count: 0 };

    public Task<IActionResult> OnPostUnphoto(string? photo) => Done(photos.Remove(Actor, offers, photo ?? ""), "photos.removed");

    public Task<IActionResult> OnPostTellPurchase(string? usual, string? group, string? threshold, string? unit, string? until) =>
        Done(purchases.Tell(Actor, Id, new(unit, Field.NumberIfAny(usual, "usual"), Field.NumberIfAny(group, "group"), Field.NumberIfAny(threshold, "threshold"), Field.DayIfAny(until, "until"))), "purchases.told_now");

    public Task<IActionResult> OnPostJoinPurchase(string? part) => Done(purchases.Join(Actor, Id, Field.NumberIfAny(part, "part")), "purchases.joined_now");

    public Task<IActionResult> OnPostLeavePurchase() => Done(purchases.Leave(Actor, Id), "purchases.left_now");

    public Task<IActionResult> OnPostOrderPurchase() => Done(purchases.Order(Actor, Id), "purchases.ordered_now");

    public Task<IActionResult> OnPostDropPurchase() => Done(purchases.Drop(Actor, Id), "purchases.dropped_now");

    /// <summary>Whether it is on the pole's public page, and whether its organisation is.</summary>
    public (bool Offer, bool Member) Shown { get; private set; }

    public Task<IActionResult> OnPostShow() => Done(showcase.ShowOffer(Actor, Id, shown: true), "showcase.offer_shown_now");

    public Task<IActionResult> OnPostHide() => Done(showcase.ShowOffer(Actor, Id, shown: false), "showcase.offer_hidden_now");

    private async Task LoadBeside()
    {
        var shown = await showcase.Shown(Actor);
        Shown = (shown.Contains(Id), shown.Contains(Offer.OrganisationId));
        Album = new(Actor, await photos.Of(Actor, Id), MayChange, Refused: Request.HasFormContentType && Request.Form.ContainsKey("shows"));
        CameOf = await yields.MeetingOf(Actor, Id);
        if (Offer.Kind == Kinds.AchatGroupe) Purchase = await purchases.Of(Actor, Id);
    }
}
