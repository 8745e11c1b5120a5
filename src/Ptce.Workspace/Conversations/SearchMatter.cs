namespace Ptce.Workspace;

/// <summary>"quelles offres de salles ?", "montre les besoins": what stands open, with its pages.</summary>
public sealed class SearchMatter(Offers offers) : Matter
{
    private const int MostFound = 6;

    public override string Code => Errands.Search;

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var (say, side) = (talk.Say, heard.Reading.Side);
        var filter = new OfferFilter(side, State: Stages.Open);
        var words = heard.Reading.Subject;
        var found = (await offers.List(talk.Actor, filter with { Search = words }, most: MostFound)).Offers;
        if (found.Count == 0 && heard.Reading.Kind is { } kind) found = (await offers.List(talk.Actor, filter with { Kind = kind }, most: MostFound)).Offers;
        var all = new CardLink(say["conversation.all_exchanges"], $"{talk.Home}/echanges");
        return found.Count == 0
            ? new(new(say["conversation.nothing_found"], new(words ?? "", [], []) { Links = [all] }))
            : new(new(say["conversation.found_many", found.Count],
                new(words ?? say["conversation.exchanges"], [], []) { Rows = [.. found.Select(o => OfferCard.Row(talk, offers, o))], Links = [all] }));
    }
}
