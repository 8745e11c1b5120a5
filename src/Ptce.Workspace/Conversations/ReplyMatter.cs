namespace Ptce.Workspace;

/// <summary>The button of an offer or a need that was found: "cela nous intéresse", "nous pouvons aider". Its organisation then answers the match.</summary>
public sealed class ReplyMatter(Offers offers, Agreements agreements) : SubjectMatter
{
    public override string Code => OfferCard.Code;

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var offer = await offers.One(talk.Actor, pending.SubjectId!);
        if (!talk.Means(OfferCard.Reply(offer)) && !talk.SaysYes) return Told(talk, offer, talk.Say[$"conversation.would_reply_{offer.Side}"]);
        return await Acting(talk, async () =>
        {
            var match = await agreements.Ask(talk.Actor, offer.IsNeed ? null : offer.Id, offer.IsNeed ? offer.Id : null);
            return new(new(talk.Say["agreements.replied_now"], MatchCard.Of(match, talk.Actor, talk.Say, talk.Today, agreements.Page(talk.Actor, match.Id))));
        }, why => Told(talk, offer, why));
    }

    private Turned Told(Talk talk, Offer offer, string text) => new(new(text, new("", [], []) { Rows = [OfferCard.Row(talk, offers, offer)] }));
}
