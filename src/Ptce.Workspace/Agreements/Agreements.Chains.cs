namespace Ptce.Workspace;

/// <summary>One gives what the other seeks.</summary>
public sealed record ChainLink(Offer Offer, Offer Need, IReadOnlyList<Reason> Why)
{
    public string GiverId => Offer.OrganisationId;
    public string ReceiverId => Need.OrganisationId;
}

/// <summary>Three organisations: A gives B, B gives C; and C gives A where it is closed, so that each gives and receives.</summary>
public sealed record Chain(IReadOnlyList<ChainLink> Links, bool Closed)
{
    public bool Has(string? organisationId) => Links.Any(l => l.GiverId == organisationId || l.ReceiverId == organisationId);
}

public sealed partial class Agreements
{
    public const int MostChains = 10; // of each sort
    private const int MostNeedsLookedAt = 60;

    /// <summary>Chains of three among what stands open, the closed ones first; members see those their organisation is in, the animation cell all. What was asked or declined between two is left out.</summary>
    public async Task<IReadOnlyList<Chain>> Chains(Actor actor)
    {
        actor.Must(Act.ReadPole);
        var links = await Fitting(actor);
        var from = links.ToLookup(l => l.GiverId);
        var closed = new List<Chain>();
        var open = new List<Chain>();
        foreach (var first in links)
            foreach (var second in from[first.ReceiverId].Where(l => l.ReceiverId != first.GiverId))
            {
                var back = from[second.ReceiverId].FirstOrDefault(l => l.ReceiverId == first.GiverId);
                if (back is null) open.Add(new([first, second], false));
                // A ring is found from each of its three: told once, from whoever comes first in the order of names.
                else if (string.CompareOrdinal(first.GiverId, second.GiverId) < 0 && string.CompareOrdinal(first.GiverId, back.GiverId) < 0) closed.Add(new([first, second, back], true));
            }
        return [.. closed.Where(Shown).Take(MostChains), .. open.Where(Shown).DistinctBy(c => (c.Links[0].Need.Id, c.Links[1].Need.Id)).Take(MostChains)];

        bool Shown(Chain chain) => actor.May(Act.ManageOffers) || chain.Has(actor.OrganisationId);
    }

    /// <summary>Open needs with the open offers that fit them best, one for each giver.</summary>
    private async Task<List<ChainLink>> Fitting(Actor actor)
    {
        var today = actor.Today(clock);
        var said = (await db.Read<(string Offer, string Need)>("select offer_id, need_id from matches where pole_id = @PoleId and offer_id is not null and need_id is not null", new { actor.PoleId })).ToHashSet();
        var links = new List<ChainLink>();
        foreach (var need in (await offers.List(actor, new(Sides.Need, State: Stages.Open), most: MostNeedsLookedAt)).Offers)
        {
            if (need.Kind == Kinds.AchatGroupe) continue;
            var fits = new List<ChainLink>();
            foreach (var offer in await offers.Near(need, today, MostLookedAt))
                if (!said.Contains((offer.Id, need.Id)) && Fit(need, offer, past: 0) is { Count: > 0 } why) fits.Add(new(offer, need, why));
            links.AddRange(fits.OrderByDescending(f => f.Why.Count).ThenByDescending(f => f.Offer.Score).DistinctBy(f => f.GiverId));
        }
        return links;
    }
}
