namespace Ptce.Workspace;

/// <summary>Which offers and needs: every part is optional and narrows.</summary>
/// <param name="State">One of <see cref="Stages"/>; "open" leaves the expired out. None: all but the withdrawn.</param>
/// <param name="Search">Words as people type them; accents, plurals and slips are forgiven.</param>
/// <param name="Since">Only what was posted then or later.</param>
/// <param name="From">Its days, where it says any, meet those from this one on; until <paramref name="To"/>.</param>
public sealed record OfferFilter(
    string? Side = null, string? Kind = null, string? State = null, string? OrganisationId = null, string? Search = null, DateTimeOffset? Since = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>Some of them: newest first, or what fits the search best first.</summary>
/// <param name="Next">Give it back as <c>after</c>; null on the last page.</param>
public sealed record OfferList(IReadOnlyList<Offer> Offers, string? Next);

public sealed partial class Offers
{
    public const int PageSize = 30;

    /// <summary>One of the pole's.</summary>
    /// <exception cref="NotHere">No such row in the actor's pole.</exception>
    public async Task<Offer> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<Offer>($"select {Columns} from {Tables} where o.id = @id and o.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();
    }

    /// <summary>Those of these that stand open, newest first: for the pole's public page.</summary>
    internal async Task<IReadOnlyList<Offer>> OpenAmong(string poleId, IReadOnlyCollection<string> ids, DateOnly today, int most) => ids.Count == 0 ? [] : await db.Read<Offer>($"""
        select {Columns} from {Tables}
        where o.pole_id = @poleId and o.id in @ids and o.state = 'open' and (o.to_day is null or o.to_day >= @today) order by o.id desc limit @most
        """, new { poleId, ids = ids.ToArray(), today, most });

    /// <summary>The pole's offers and needs that fit the filter.</summary>
    public Task<OfferList> List(Actor actor, OfferFilter filter, string? after = null, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        return List(actor.PoleId, actor.Today(clock), filter, after, most);
    }

    /// <summary>The open ones of one side, page by page, for what the nights look for.</summary>
    internal Task<OfferList> Open(Pole pole, string side, string? after) => List(pole.Id, Zones.Day(clock.GetUtcNow(), pole.Zone), new(side, State: Stages.Open), after, 200);

    /// <summary>One of the pole's as it stands; null where there is none.</summary>
    internal Task<Offer?> Standing(Actor actor, string id) => db.MaybeOne<Offer>($"select {Columns} from {Tables} where o.id = @id and o.pole_id = @PoleId", new { id, actor.PoleId });

    /// <summary>The same for the console, which has no actor.</summary>
    public Task<OfferList> List(Pole pole, OfferFilter filter, int most) => List(pole.Id, Zones.Day(clock.GetUtcNow(), pole.Zone), filter, null, most);

    private async Task<OfferList> List(string poleId, DateOnly today, OfferFilter filter, string? after, int most)
    {
        most = Math.Clamp(most, 1, 200);
        if (await Query(poleId, today, filter, after, most + 1) is not var (sql, args)) return new([], null);
        var (offers, next) = Paged.Cut(await db.Read<Offer>(sql, args), most, o => o.Score is { } score ? $"{score}_{o.Id}" : o.Id);
        return new(offers, next);
    }

    /// <summary>The statement a listing runs, and its parameters; null where no word of the search is known here.</summary>
    internal async Task<(string Sql, Dapper.DynamicParameters Args)?> Query(string poleId, DateOnly today, OfferFilter filter, string? after, int limit)
    {
        var args = new Dapper.DynamicParameters(new { poleId, today, filter.Side, filter.Kind, filter.State, filter.OrganisationId, filter.Since, filter.From, filter.To, limit });
        var found = string.IsNullOrWhiteSpace(filter.Search) ? null : await Found(poleId, filter.Search, args);
        if (found is null && SearchWords.Of(filter.Search).Count > 0) return null;
        var cursor = Cursor(after, found is not null, args);
        var where = string.Join(" and ", ((string?[])
        [
            "o.pole_id = @poleId",
            filter.Side is null ? null : "o.side = @Side",
            filter.Kind is null ? null : "o.kind = @Kind",
            filter.OrganisationId is null ? null : "o.organisation_id = @OrganisationId",
            filter.Since is null ? null : "o.posted_at >= @Since",
            filter.From is null ? null : "(o.to_day is null or o.to_day >= @From)",
            filter.To is null ? null : "(o.from_day is null or o.from_day <= @To)",
            filter.State switch
            {
                null => "o.state <> 'closed'",
                Stages.Open => "o.state = 'open' and (o.to_day is null or o.to_day >= @today)",
                Stages.Expired => "((o.state = 'open' and o.to_day < @today) or (o.state = 'closed' and o.closed_by is null))",
                Stages.Closed => "o.state = 'closed' and o.closed_by is not null",
                _ => "o.state = @State",
            },
            cursor,
        ]).OfType<string>());
        return found is null
            ? ($"select {Columns} from {Tables} where {where} order by o.id desc limit @limit", args)
            : ($"select {Columns}, f.score from ({found}) f join {Tables.Replace("offers o join", "offers o on o.id = f.offer_id join", StringComparison.Ordinal)} where {where} order by f.score desc, o.id desc limit @limit", args);
    }

    /// <summary>"id", or "score_id" in a search; anything else starts at the first page.</summary>
    private static string? Cursor(string? after, bool searching, Dapper.DynamicParameters args)
    {
        if (string.IsNullOrEmpty(after)) return null;
        var parts = after.Split('_');
        args.Add("last", parts[^1]);
        if (!searching) return parts.Length == 1 ? "o.id < @last" : null;
        if (parts.Length != 2 || !long.TryParse(parts[0], out var score)) return null;
        args.Add("score", score);
        return "(f.score < @score or (f.score = @score and o.id < @last))";
    }

    /// <summary>How many needs nobody has answered yet, inside a command of the meetings.</summary>
    internal static Task<long> CountOpenNeeds(Tx tx, string poleId, DateOnly day) => tx.One<long>("""
        select count(*) from offers where pole_id = @poleId and side = 'need' and state = 'open' and (to_day is null or to_day >= @day)
        """, new { poleId, day });

    /// <summary>Their titles, for whoever tells what happened to them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0 || !actor.May(Act.ReadPole)) return new Dictionary<string, string>();
        var titles = await db.Read<(string Id, string Title)>("select id, title from offers where pole_id = @PoleId and id in @ids", new { actor.PoleId, ids = ids.ToArray() });
        return titles.ToDictionary(o => o.Id, o => say["offers.quoted", o.Title]);
    }

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/echanges/{id}";
}
