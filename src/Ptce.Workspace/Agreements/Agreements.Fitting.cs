namespace Ptce.Workspace;

public sealed partial class Agreements
{
    public const int MostSuggestions = 5;
    private const int MostLookedAt = 60;

    /// <summary>Open rows of the other side that fit this one, the best first, each with its reasons.</summary>
    public async Task<IReadOnlyList<Suggestion>> Suggestions(Actor actor, string offerId)
    {
        var one = await offers.One(actor, offerId);
        if (one.StateOn(actor.Today(clock)) != Stages.Open || one.Kind == Kinds.AchatGroupe) return [];
        var said = (await db.Read<string>("select coalesce(case when need_id = @offerId then offer_id else need_id end, '') from matches where need_id = @offerId or offer_id = @offerId", new { offerId })).ToHashSet();
        var past = (await db.Read<(string OrganisationId, long Times)>("""
            select case when giver_id = @OrganisationId then receiver_id else giver_id end as other, count(*)
            from agreements where pole_id = @PoleId and state in ('delivered', 'valued') and (giver_id = @OrganisationId or receiver_id = @OrganisationId) group by 1
            """, new { actor.PoleId, one.OrganisationId })).ToDictionary(p => p.OrganisationId, p => p.Times);
        var fits = new List<Suggestion>();
        foreach (var other in await offers.Near(one, actor.Today(clock), MostLookedAt))
        {
            if (said.Contains(other.Id)) continue; // asked already, or declined with a reason
            var (need, offer) = one.IsNeed ? (one, other) : (other, one);
            var why = Fit(need, offer, past.GetValueOrDefault(other.OrganisationId));
            if (why.Count > 0) fits.Add(new(other, why));
        }
        return [.. fits.OrderByDescending(f => f.Why.Count).ThenByDescending(f => f.Other.Score).Take(MostSuggestions)];
    }

    /// <summary>Why they fit: they share words and the kind, or words enough, and their days meet; the same place speaks for them. None: they do not.</summary>
    /// <param name="past">How many agreements the two organisations have carried out.</param>
    internal static List<Reason> Fit(Offer need, Offer offer, long past)
    {
        var words = Shared(need, offer);
        var sameKind = need.Kind == offer.Kind;
        var daysMeet = !(need.ToDay < offer.FromDay) && !(offer.ToDay < need.FromDay);
        if (!daysMeet || words.Count == 0 || (!sameKind && words.Count < 2)) return [];
        var why = new List<Reason>();
        if (sameKind) why.Add(new("kind", need.Kind));
        if ((need.FromDay ?? need.ToDay) is not null && (offer.FromDay ?? offer.ToDay) is not null) why.Add(new("dates"));
        why.Add(new("words", string.Join(", ", words)));
        if (SearchWords.Of(need.Place).Intersect(SearchWords.Of(offer.Place)).Any()) why.Add(new("place", need.Place!));
        if (past > 0) why.Add(new("past", $"{past}"));
        return why;
    }

    /// <summary>Words both say, as the need writes them; a word of two letters or a number says nothing.</summary>
    private static List<string> Shared(Offer need, Offer offer)
    {
        var theirs = SearchWords.Of($"{offer.Title} {offer.Text}").Where(Says).ToHashSet();
        return [.. $"{need.Title} {need.Text}".Split([' ', '\n', '\t', ',', ';', ':', '.', '(', ')', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => SearchWords.Of(w).Any(f => Says(f) && theirs.Contains(f))).Select(w => w.ToLowerInvariant()).Distinct().Take(5)];
    }

    private static bool Says(string word) => word.Length > 2 && !word.All(char.IsDigit);

    /// <summary>How many agreements the two have carried out, inside a command.</summary>
    private static Task<long> Past(Tx tx, string poleId, string a, string b) => tx.One<long>("""
        select count(*) from agreements
        where pole_id = @poleId and state in ('delivered', 'valued') and ((giver_id = @a and receiver_id = @b) or (giver_id = @b and receiver_id = @a))
        """, new { poleId, a, b });
}
