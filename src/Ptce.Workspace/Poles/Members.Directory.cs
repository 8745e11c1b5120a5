namespace Ptce.Workspace;

/// <summary>Which of the pole's organisations: every part is optional and narrows.</summary>
/// <param name="Search">Words that its name, what it says of itself, its sector or its territory hold; accents and capitals do not count.</param>
public sealed record MemberFilter(string? Search = null, string? Type = null, string? Circle = null, string? Territory = null, string? Sector = null);

public sealed partial class Members
{
    public const int OrganisationsPerPage = 60;

    /// <summary>An organisation in the annuaire: once in each circle, or once in its territory.</summary>
    public sealed record Listed
    {
        /// <summary>Of the membership.</summary>
        public required string Id { get; init; }

        /// <summary>The circle, or the territory as it says it; "" where it says none.</summary>
        public required string Group { get; init; }
        public required string OrganisationId { get; init; }
        public required string Name { get; init; }
        public required string Type { get; init; }
        public string? Territory { get; init; }
        public string? Sector { get; init; }
        public DateOnly FromDay { get; init; }
        public DateOnly? ToDay { get; init; }

        public Lasting Lasts => new(FromDay, ToDay);
    }

    /// <summary>A page of the annuaire.</summary>
    /// <param name="Counts">How many there are in each group, on all pages together.</param>
    /// <param name="Next">Give it back as <c>after</c>; null on the last page.</param>
    public sealed record Annuaire(IReadOnlyList<Listed> Entries, IReadOnlyDictionary<string, long> Counts, string? Next);

    /// <summary>The pole's organisations of today, by circle or by territory, and in each by name.</summary>
    public async Task<Annuaire> Directory(Actor actor, MemberFilter filter, bool byTerritory, string? after = null, int most = OrganisationsPerPage)
    {
        most = Math.Clamp(most, 1, 200);
        var (sql, counting, args) = DirectorySql(actor, filter, byTerritory, after, most);
        var found = await db.Read<Listed>(sql, args);
        var counts = (await db.Read<(string Group, long N)>(counting, args)).ToDictionary(c => c.Group, c => c.N);
        var (rows, next) = Paged.Cut(found, most, r => r.Id);
        return new(rows, counts, next);
    }

    /// <summary>How many organisations fit the filter today.</summary>
    public Task<long> CountOrganisations(Actor actor, MemberFilter filter)
    {
        var (where, args) = Where(actor, filter);
        return db.One<long>($"select count(distinct m.organisation_id) from {ListedTables} where {where}", args);
    }

    /// <summary>The territories and the sectors that organisations of the pole say, to choose from.</summary>
    public async Task<(IReadOnlyList<string> Territories, IReadOnlyList<string> Sectors)> Said(Actor actor)
    {
        actor.Must(Act.ReadPole);
        var args = new { actor.PoleId, today = actor.Today(clock) };
        return (await Of("p.territory"), await Of("p.sector"));

        Task<IReadOnlyList<string>> Of(string said) => db.Read<string>($"""
            select {said} from {ListedTables} where m.pole_id = @PoleId and {InForce} and {said} is not null group by {said} order by folded({said}) limit 100
            """, args);
    }

    private const string ListedTables = "memberships m join organisations o on o.id = m.organisation_id left join organisation_profiles p on p.organisation_id = o.id";

    /// <summary>The statements of a page and of the counts, and their parameters.</summary>
    internal (string Sql, string Counting, Dapper.DynamicParameters Args) DirectorySql(Actor actor, MemberFilter filter, bool byTerritory, string? after, int most)
    {
        var (where, args) = Where(actor, filter);
        args.AddDynamicParams(new { after, limit = most + 1 });
        var group = byTerritory ? "coalesce(p.territory, '')" : "m.circle";
        if (!byTerritory && filter.Circle is not null) where += " and m.circle = @Circle";
        // In its territory an organisation stands once, however many circles it is in.
        if (byTerritory) where += $" and m.id = (select min(z.id) from memberships z where z.pole_id = m.pole_id and z.organisation_id = m.organisation_id and {InForce.Replace("m.", "z.", StringComparison.Ordinal)})";
        var place = byTerritory
            ? "case when p.territory is null then 1 else 0 end, folded(coalesce(p.territory, '')), folded(o.name), m.id"
            : $"{CircleRank}, folded(o.name), m.id";
        var later = after is null ? "" : $"and ({place}) > (select {place} from {ListedTables} where m.id = @after and m.pole_id = @PoleId)";
        return ($"""
            select m.id, {group} as "group", o.id as organisation_id, o.name, o.type, p.territory, p.sector, m.from_day, m.to_day
            from {ListedTables} where {where} {later} order by {place} limit @limit
            """, $"""select {group} as "group", count(*) as n from {ListedTables} where {where} group by {group}""", args);
    }

    private static readonly string CircleRank = $"case m.circle {string.Join(' ', Vocabulary.Circles.Keys.Select((circle, i) => $"when '{circle}' then {i}"))} end";

    private (string Where, Dapper.DynamicParameters Args) Where(Actor actor, MemberFilter filter)
    {
        actor.Must(Act.ReadPole);
        var args = new Dapper.DynamicParameters(new { actor.PoleId, today = actor.Today(clock), filter.Type, filter.Circle, filter.Territory, filter.Sector });
        return (string.Join(" and ", ((string?[])
        [
            "m.pole_id = @PoleId",
            InForce,
            filter.Type is null ? null : "o.type = @Type",
            filter.Circle is null ? null : "exists (select 1 from memberships c where c.pole_id = m.pole_id and c.organisation_id = m.organisation_id and c.circle = @Circle and c.from_day <= @today and (c.to_day is null or c.to_day >= @today))",
            filter.Territory is null ? null : "p.territory = @Territory",
            filter.Sector is null ? null : "p.sector = @Sector",
            HeldWords.In(args, filter.Search, "o.name || ' ' || coalesce(p.about, '') || ' ' || coalesce(p.sector, '') || ' ' || coalesce(p.territory, '')"),
        ]).OfType<string>()), args);
    }
}
