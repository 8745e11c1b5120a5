namespace Ptce.Workspace;

/// <summary>An offer or a need as one row of a card: what it is, who says it, when, how much, and its page.</summary>
public static class OfferCard
{
    public static CardRow Row(Talk talk, Offers offers, Offer offer) => new(
        offer.Title,
        string.Join(" · ", new[] { offer.OrganisationName, Kinds.Word(talk.Say, offer.Kind), offer.Amount(talk.Say), OfferWords.When(talk.Say, offer, talk.Today) }.Where(p => p != "")),
        offers.Page(talk.Actor, offer.Id));
}
