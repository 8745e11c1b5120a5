namespace Ptce.Workspace;

/// <summary>An offer or a need as one row of a card: what it is, who says it, when, how much, its page, and the button that answers it.</summary>
public static class OfferCard
{
    public const string Code = "offer";

    public static CardRow Row(Talk talk, Offers offers, Offer offer) => new(
        offer.Title,
        $"{offer.OrganisationName} · {Detail(talk, offer)}",
        offers.Page(talk.Actor, offer.Id), new SubjectKey(Code, offer.Id).ToString(), MayReply(talk, offer) ? [talk.Saying(Reply(offer))] : []);

    /// <summary>"véhicule · 60 jours · chaque mardi"</summary>
    internal static string Detail(Talk talk, Offer offer) =>
        string.Join(" · ", new[] { Kinds.Word(talk.Say, offer.Kind), offer.Amount(talk.Say), OfferWords.When(talk.Say, offer, talk.Today) }.Where(p => p != ""));

    /// <summary>What answers it.</summary>
    internal static string Reply(Offer offer) => $"conversation.reply_{offer.Side}";

    private static bool MayReply(Talk talk, Offer offer) =>
        talk.Actor.May(Act.AskMatch) && talk.Actor.OrganisationId is { } own && own != offer.OrganisationId && offer.Kind != Kinds.AchatGroupe && offer.StateOn(talk.Today) == Stages.Open;
}
