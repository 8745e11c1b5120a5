namespace Ptce.Workspace;

/// <summary>Which group purchases: every part is optional and narrows.</summary>
/// <param name="Search">Words of the title; accents and capitals do not count.</param>
/// <param name="State">One of <see cref="States"/>.</param>
/// <param name="OrganisationId">Runs it, or takes part.</param>
/// <param name="From">One may join that day or later; until <paramref name="To"/>, included.</param>
public sealed record PurchaseFilter(string? Search = null, string? State = null, string? OrganisationId = null, DateOnly? From = null, DateOnly? To = null)
{
    public static readonly IReadOnlyList<string> States = ["open", "ordered", "dropped"];
}

/// <summary>A group purchase in a list. Quantities are thousandths of the unit.</summary>
public sealed record ListedPurchase
{
    public required string OfferId { get; init; }
    public required string Title { get; init; }
    public required string OrganisationName { get; init; }
    public required string Unit { get; init; }
    public long UsualCents { get; init; }
    public long GroupCents { get; init; }
    public long ThresholdMilli { get; init; }
    public DateOnly UntilDay { get; init; }
    public required string State { get; init; }
    public long Participants { get; init; }
    public long TakenMilli { get; init; }

    /// <summary>What the reader's organisation takes; null: nothing.</summary>
    public long? OwnMilli { get; init; }

    public bool Enough => TakenMilli >= ThresholdMilli;

    /// <summary>What all participants save together, in cents.</summary>
    public long Saves => Purchase.Saving(UsualCents, GroupCents, TakenMilli);

    public Standing Standing(Say say, DateOnly today) => State switch
    {
        "ordered" => new(Meaning.Done, say["purchases.is.ordered"]),
        "dropped" => new(Meaning.Over, say["purchases.is.dropped"]),
        _ when UntilDay < today => new(Meaning.Waiting, say[Enough ? "purchases.is.to_order" : "purchases.is.missed"]),
        _ => new(Meaning.Waiting, say[Enough ? "purchases.is.reached" : "purchases.is.open"]),
    };
}

/// <summary>Some purchases, newest first. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record PurchaseList(IReadOnlyList<ListedPurchase> Purchases, string? Next);

public sealed partial class Purchases
{
    public const int PageSize = 30;

    /// <summary>The pole's group purchases that fit the filter, newest first.</summary>
    public async Task<PurchaseList> List(Actor actor, PurchaseFilter filter, string? after = null, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        most = Math.Clamp(most, 1, 200);
        var (sql, args) = ListSql(actor, filter, after, most);
        var found = await db.Read<ListedPurchase>(sql, args);
        var (rows, next) = Paged.Cut(found, most, r => r.OfferId);
        return new(rows, next);
    }

    /// <summary>The statement a list runs: one row more than asked for tells that there are more.</summary>
    internal static (string Sql, Dapper.DynamicParameters Args) ListSql(Actor actor, PurchaseFilter filter, string? after, int most)
    {
        var args = new Dapper.DynamicParameters(new { actor.PoleId, actor.OrganisationId, filter.State, of = filter.OrganisationId, filter.From, filter.To, after, limit = most + 1 });
        var where = string.Join(" and ", ((string?[])
        [
            "u.pole_id = @PoleId",
            filter.State is null ? null : "u.state = @State",
            filter.OrganisationId is null ? null : "(o.organisation_id = @of or exists (select 1 from purchase_parts x where x.offer_id = u.offer_id and x.organisation_id = @of))",
            filter.From is null ? null : "u.until_day >= @From",
            filter.To is null ? null : "u.until_day <= @To",
            HeldWords.In(args, filter.Search, "o.title"),
            after is null ? null : "u.offer_id < @after",
        ]).OfType<string>());
        return ($"""
            select u.offer_id, o.title, g.name as organisation_name, u.unit, u.usual_cents, u.group_cents, u.threshold_milli, u.until_day, u.state,
                   (select count(*) from purchase_parts x where x.offer_id = u.offer_id) as participants,
                   cast((select coalesce(sum(x.quantity_milli), 0) from purchase_parts x where x.offer_id = u.offer_id) as bigint) as taken_milli,
                   (select x.quantity_milli from purchase_parts x where x.offer_id = u.offer_id and x.organisation_id = @OrganisationId) as own_milli
            from purchases u join offers o on o.id = u.offer_id join organisations g on g.id = o.organisation_id
            where {where} order by u.offer_id desc limit @limit
            """, args);
    }
}
