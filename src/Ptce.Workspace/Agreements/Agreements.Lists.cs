namespace Ptce.Workspace;

/// <summary>Which matches or agreements: every part is optional and narrows.</summary>
/// <param name="Search">Words that the title holds; accents and capitals do not count.</param>
/// <param name="State">One of <see cref="States"/> or <see cref="MatchStates"/>, or <see cref="Mine"/>: the actor's organisation has still to say its word.</param>
/// <param name="OrganisationId">Party to it.</param>
/// <param name="From">Made, or asked, that day or later, on the pole's clocks; until <paramref name="To"/>, included.</param>
/// <param name="OfferId">The offer or the need it is about.</param>
public sealed record AgreementFilter(
    string? Search = null, string? State = null, string? Kind = null, string? OrganisationId = null, DateOnly? From = null, DateOnly? To = null, string? OfferId = null)
{
    public const string Mine = "mine";

    public static readonly IReadOnlyList<string> States = [Mine, "proposed", "agreed", "delivered", "valued", "cancelled"], MatchStates = [Mine, "asked", "accepted", "refused"];
}

/// <summary>Some agreements, newest first. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record AgreementList(IReadOnlyList<Agreement> Agreements, string? Next);

/// <summary>Some matches, newest first. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record MatchList(IReadOnlyList<Match> Matches, string? Next);

public sealed partial class Agreements
{
    public const int PageSize = 30;

    private const string WaitingMatch = """
        m.state = 'asked' and ((m.giver_id = @OrganisationId and m.giver_said_at is null) or (m.receiver_id = @OrganisationId and m.receiver_said_at is null))
            and not exists (select 1 from offers lost where lost.id in (m.need_id, m.offer_id) and (lost.state = 'closed' or (lost.state = 'open' and lost.to_day < @today)))
        """;

    private const string WaitingAgreement = """
        m.state = 'proposed' and ((m.giver_id = @OrganisationId and m.giver_signed_at is null) or (m.receiver_id = @OrganisationId and m.receiver_signed_at is null))
        """;

    /// <summary>Agreements the actor may read, newest first.</summary>
    public async Task<AgreementList> List(Actor actor, AgreementFilter filter, string? after = null, int most = PageSize)
    {
        most = Math.Clamp(most, 1, 200);
        var (sql, args) = ListSql(actor, filter, after, most);
        var found = await db.Read<Agreement>(sql, args);
        var (rows, next) = Paged.Cut(found, most, r => r.Id);
        return new(rows, next);
    }

    /// <summary>Matches the actor may read, newest first.</summary>
    public async Task<MatchList> Matches(Actor actor, AgreementFilter filter, string? after = null, int most = PageSize)
    {
        most = Math.Clamp(most, 1, 200);
        var (sql, args) = MatchesSql(actor, filter, after, most);
        var found = await db.Read<Match>(sql, args);
        var (rows, next) = Paged.Cut(found, most, r => r.Id);
        return new(rows, next);
    }

    /// <summary>How many matches and agreements wait for the word of the actor's organisation.</summary>
    public async Task<(long ToAnswer, long ToSign)> CountWaiting(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return actor.OrganisationId is null ? (0, 0) : await db.One<(long, long)>($"""
            select (select count(*) from matches m where m.pole_id = @PoleId and {WaitingMatch}), (select count(*) from agreements m where m.pole_id = @PoleId and {WaitingAgreement})
            """, new { actor.PoleId, actor.OrganisationId, today = actor.Today(clock) });
    }

    /// <summary>The statement a list of agreements runs: one row more than asked for tells that there are more.</summary>
    internal (string Sql, Dapper.DynamicParameters Args) ListSql(Actor actor, AgreementFilter filter, string? after, int most)
    {
        var (where, args) = Where(actor, filter, after, most, WaitingAgreement, "m.made_at");
        return ($"select {Columns} from {Tables} where {where} order by m.id desc limit @limit", args);
    }

    internal (string Sql, Dapper.DynamicParameters Args) MatchesSql(Actor actor, AgreementFilter filter, string? after, int most)
    {
        var (where, args) = Where(actor, filter, after, most, WaitingMatch, "m.asked_at");
        return ($"select {MatchColumns} from {MatchTables} where {where} order by m.id desc limit @limit", args);
    }

    private (string Where, Dapper.DynamicParameters Args) Where(Actor actor, AgreementFilter filter, string? after, int most, string waiting, string at)
    {
        actor.Must(Act.ReadPole);
        var zone = WallClock.Zone(actor.Zone);
        var args = new Dapper.DynamicParameters(new
        {
            actor.PoleId,
            actor.OrganisationId,
            today = actor.Today(clock),
            filter.State,
            filter.Kind,
            filter.OfferId,
            of = filter.OrganisationId,
            since = filter.From is { } from ? WallClock.Midnight(zone, from) : (DateTimeOffset?)null,
            before = filter.To is { } to ? WallClock.Midnight(zone, to.AddDays(1)) : (DateTimeOffset?)null,
            after,
            limit = most + 1,
        });
        return (string.Join(" and ", ((string?[])
        [
            Readable(actor),
            filter.State switch { null => null, AgreementFilter.Mine => waiting, _ => "m.state = @State" },
            filter.Kind is null ? null : "m.kind = @Kind",
            filter.OrganisationId is null ? null : "(m.giver_id = @of or m.receiver_id = @of)",
            filter.OfferId is null ? null : "(m.need_id = @OfferId or m.offer_id = @OfferId)",
            filter.From is null ? null : $"{at} >= @since",
            filter.To is null ? null : $"{at} < @before",
            HeldWords.In(args, filter.Search, "m.title"),
            after is null ? null : "m.id < @after",
        ]).OfType<string>()), args);
    }
}
