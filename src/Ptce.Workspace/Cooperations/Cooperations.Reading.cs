namespace Ptce.Workspace;

/// <summary>Which cooperations: every part is optional and narrows.</summary>
/// <param name="Nature">commerciale or strategique.</param>
/// <param name="Year">Its period meets this calendar year.</param>
/// <param name="State">active, closed or withdrawn; none: all but the withdrawn.</param>
/// <param name="Kind">What is pooled: one of <see cref="Pooled.Kinds"/>.</param>
/// <param name="Search">Words that its title, text, project, axis or a third's name hold; accents and capitals do not count.</param>
public sealed record CooperationFilter(
    string? Level = null, string? Form = null, string? Nature = null, string? OrganisationId = null, int? Year = null, string? State = null, string? Kind = null, string? Search = null);

/// <summary>Some of them, those begun last first. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record CooperationList(IReadOnlyList<Cooperation> Cooperations, string? Next);

public sealed partial class Cooperations
{
    public const int PageSize = 30;

    private const string Columns = """
        c.id, c.pole_id, c.title, c.text, c.level, c.form, c.commercial, c.strategic, c.kind, c.project, c.axis, c.from_day, c.to_day,
        c.amount_cents, c.turnover_share, c.jobs_milli, c.state, c.outcome, c.channel, p.name as logged_by_name, c.logged_at
        """;

    private const string Tables = "cooperations c left join people p on p.id = c.logged_by";

    /// <summary>One of the pole's: every member of the pole reads what others do together.</summary>
    /// <exception cref="NotHere">No such cooperation in the actor's pole.</exception>
    public async Task<Cooperation> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        var found = await db.Read<Cooperation>($"select {Columns} from {Tables} where c.id = @id and c.pole_id = @PoleId", new { id, actor.PoleId });
        return (await Peopled(found, db.Read<MemberRow>, db.Read<ThirdRow>)) is [var one, ..] ? one : throw new NotHere();
    }

    /// <summary>The pole's cooperations that fit the filter.</summary>
    public async Task<CooperationList> List(Actor actor, CooperationFilter filter, string? after = null, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        most = Math.Clamp(most, 1, 200);
        var (sql, args) = ListSql(actor.PoleId, filter, after, most);
        var found = await db.Read<Cooperation>(sql, args);
        var (rows, next) = Paged.Cut(found, most, c => Paged.Place(c.FromDay, c.Id));
        return new(await Peopled([.. rows], db.Read<MemberRow>, db.Read<ThirdRow>), next);
    }

    /// <summary>The statement a listing runs: one row more than asked for tells that there are more.</summary>
    internal static (string Sql, Dapper.DynamicParameters Args) ListSql(string poleId, CooperationFilter filter, string? after, int most)
    {
        var (day, last) = Paged.Behind(after);
        var args = new Dapper.DynamicParameters(new
        {
            poleId,
            filter.State,
            filter.Level,
            filter.Form,
            filter.Kind,
            filter.OrganisationId,
            first = FirstDay(filter.Year ?? 0),
            end = LastDay(filter.Year ?? 0),
            day,
            last,
            limit = most + 1,
        });
        var where = string.Join(" and ", ((string?[])
        [
            "c.pole_id = @poleId",
            filter.State is null ? "c.state <> 'withdrawn'" : "c.state = @State",
            filter.Level is null ? null : "c.level = @Level",
            filter.Form is null ? null : "c.form = @Form",
            filter.Kind is null ? null : "c.kind = @Kind",
            filter.Nature switch { null => null, "commerciale" => "c.commercial = 1", _ => "c.strategic = 1" },
            filter.OrganisationId is null ? null : "exists (select 1 from cooperation_members m where m.cooperation_id = c.id and m.organisation_id = @OrganisationId)",
            filter.Year is null ? null : InYear,
            HeldWords.In(args, filter.Search, Holds),
            day is null ? null : "(c.from_day, c.id) < (@day, @last)",
        ]).OfType<string>());
        return ($"select {Columns} from {Tables} where {where} order by c.from_day desc, c.id desc limit @limit", args);
    }

    private static string Holds(string like) => $"""
        (folded(c.title || ' ' || coalesce(c.text, '') || ' ' || coalesce(c.project, '') || ' ' || coalesce(c.axis, '')) {like}
         or exists (select 1 from cooperation_thirds h where h.cooperation_id = c.id and folded(h.name) {like}))
        """;

    /// <summary>The hours and gifts in kind of its lines, all together: a sum says nothing of one person.</summary>
    public async Task<CooperationGiven> Given(Actor actor, string id)
    {
        var cooperation = await One(actor, id);
        return await db.One<CooperationGiven>("""
            select count(*) as lines, cast(coalesce(sum(n.minutes), 0) as bigint) as minutes, cast(coalesce(sum(case when n.minutes = 0 then 1 else 0 end), 0) as bigint) as in_kind
            from cooperation_links l join contributions n on n.id = l.subject_id
            where l.cooperation_id = @Id and l.kind = 'line' and n.state <> 'cancelled'
            """, new { cooperation.Id });
    }

    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0 || !actor.May(Act.ReadPole)) return new Dictionary<string, string>();
        var titles = await db.Read<(string Id, string Title)>("select id, title from cooperations where pole_id = @PoleId and id in @ids", new { actor.PoleId, ids = ids.ToArray() });
        return titles.ToDictionary(c => c.Id, c => say["offers.quoted", c.Title]);
    }

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/echanges/cooperations/{id}";

    private const string InYear = "c.from_day <= @end and (c.to_day is null or c.to_day >= @first)";

    private static DateOnly FirstDay(int year) => new(Math.Clamp(year, 1, 9999), 1, 1);

    private static DateOnly LastDay(int year) => new(Math.Clamp(year, 1, 9999), 12, 31);

    private static async Task<Cooperation> Stand(Tx tx, string poleId, string id)
    {
        var found = await tx.Read<Cooperation>($"select {Columns} from {Tables} where c.id = @id and c.pole_id = @poleId", new { id, poleId });
        return (await Peopled(found, tx.Read<MemberRow>, tx.Read<ThirdRow>)) is [var one, ..] ? one : throw new NotHere();
    }

    private sealed record MemberRow(string CooperationId, string OrganisationId, string Name, long? Share);

    private sealed record ThirdRow(string CooperationId, string Name, long? Share);

    private static async Task<IReadOnlyList<Cooperation>> Peopled(IReadOnlyList<Cooperation> found, Reads<MemberRow> members, Reads<ThirdRow> thirds)
    {
        if (found.Count == 0) return found;
        var ids = found.Select(c => c.Id).ToArray();
        var inside = (await members("""
            select m.cooperation_id, m.organisation_id, o.name, m.share from cooperation_members m join organisations o on o.id = m.organisation_id
            where m.cooperation_id in @ids order by lower(o.name), o.id
            """, new { ids })).ToLookup(m => m.CooperationId);
        var outside = (await thirds("select cooperation_id, name, share from cooperation_thirds where cooperation_id in @ids order by name", new { ids })).ToLookup(t => t.CooperationId);
        return [.. found.Select(c => c with
        {
            Members = [.. inside[c.Id].Select(m => new CooperationMember(m.OrganisationId, m.Name, m.Share))],
            Thirds = [.. outside[c.Id].Select(t => new CooperationThird(t.Name, t.Share))],
        })];
    }
}
