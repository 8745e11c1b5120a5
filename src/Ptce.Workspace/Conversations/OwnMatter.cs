namespace Ptce.Workspace;

/// <summary>"mes offres", "je retire mon offre de camion", "nous n'avons plus besoin du chapiteau": what one's own organisation offers and seeks, each with the button that takes it off.</summary>
public sealed class OwnMatter(Offers offers) : SubjectMatter
{
    private const int MostFound = 5;

    public override string Code => Errands.Own;

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var (say, side) = (talk.Say, heard.Reading.Side);
        var all = new CardLink(say["conversation.all_exchanges"], $"{talk.Home}/echanges");
        if (talk.Actor.OrganisationId is not { } own) return new(new(say["conversation.no_organisation"], new("", [], []) { Links = [all] }));
        var filter = new OfferFilter(side, State: Stages.Open, OrganisationId: own);
        var found = heard.Reading.Subject is { Length: > 0 } words ? (await offers.List(talk.Actor, filter with { Search = words }, most: MostFound)).Offers : [];
        if (found.Count == 0) found = (await offers.List(talk.Actor, filter, most: MostFound)).Offers;
        if (found.Count == 0) return new(new(say["conversation.nothing_own"], new("", [], []) { Links = [all] }));
        return new(new(say["conversation.own"], new(talk.Actor.OrganisationName ?? "", [], []) { Rows = [.. found.Select(o => OwnCard.Row(talk, offers, o))], Links = [all] }));
    }

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var offer = await offers.One(talk.Actor, pending.SubjectId!);
        var (off, back) = (talk.Means("conversation.take_off") || talk.Cancels, talk.Means("conversation.put_back"));
        if (!off && !back) return Told(talk, offer, talk.Say["conversation.own_changes"]);
        return await Acting(talk, async () =>
        {
            await (off ? offers.Close(talk.Actor, offer.Id) : offers.Reopen(talk.Actor, offer.Id));
            return Told(talk, await offers.One(talk.Actor, offer.Id), talk.Say[off ? "conversation.taken_off" : "conversation.is_back", offer.Title]) with { Acted = true };
        }, why => Told(talk, offer, why));
    }

    /// <summary>"annule" right after it was posted takes it off; what should be otherwise is said on its page.</summary>
    public override async Task<Turned?> HearOf(Talk talk, SubjectKey shown) =>
        talk.Cancels || talk.Heard.Amends is { Until: not null } or { AmountEur: not null } ? await Hear(talk, (await Reopen(talk, shown))!) : null;

    private Turned Told(Talk talk, Offer offer, string text) => new(new(text, OwnCard.Of(talk, offers, offer)));
}
