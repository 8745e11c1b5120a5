namespace Ptce.Workspace;

/// <summary>What one's own organisation offers or seeks: its page, and the button that takes it off the pole, or puts it back.</summary>
public static class OwnCard
{
    public static Card Of(Talk talk, Offers offers, Offer offer) => new(offer.Title, [new(talk.Say["conversation.fact.state"], talk.Say["offers.state." + offer.StateOn(talk.Today)])], Acts(talk, offer), Key(offer))
    {
        Links = [new(talk.Say["conversation.see_it"], offers.Page(talk.Actor, offer.Id))],
    };

    public static CardRow Row(Talk talk, Offers offers, Offer offer) => OfferCard.Row(talk, offers, offer) with { Detail = OfferCard.Detail(talk, offer), Key = Key(offer), Choices = Acts(talk, offer) };

    private static string Key(Offer offer) => new SubjectKey(Errands.Own, offer.Id).ToString();

    private static IReadOnlyList<Choice> Acts(Talk talk, Offer offer) =>
        !Offers.MayChange(talk.Actor, offer) ? [] : [talk.Saying(offer.State == Stages.Closed ? "conversation.put_back" : "conversation.take_off")];
}
