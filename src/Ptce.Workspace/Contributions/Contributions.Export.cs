namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>The columns an import reads, then what else there is to know of a line. Minutes are those of all the people together.</summary>
    public static readonly IReadOnlyList<string> ExportColumns =
    [
        .. ContributionFiles.Header.Split(';'), "unit", "people", "starts", "ends", "state", "logged_by", "confirmed_by", "validated_by", "reverses", "digest", "id",
        "basis", "basis_source", "price_eur", "life", "share_percent", "running_eur",
    ];

    private sealed record Row
    {
        public DateOnly Day { get; init; }
        public string? Person { get; init; }
        public required string Organisation { get; init; }
        public string? Beneficiary { get; init; }
        public required string Kind { get; init; }
        public long Minutes { get; init; }
        public long? QuantityMilli { get; init; }
        public long? UnitValueCents { get; init; }
        public string? Activity { get; init; }
        public string? Note { get; init; }
        public string? Unit { get; init; }
        public long People { get; init; }
        public string? Starts { get; init; }
        public string? Ends { get; init; }
        public required string State { get; init; }
        public string? LoggedBy { get; init; }
        public string? ConfirmedBy { get; init; }
        public string? ValidatedBy { get; init; }
        public string? ReversesId { get; init; }
        public string? DigestId { get; init; }
        public required string Id { get; init; }

        // How the unit value was found, column by column as UnitValueBasis has it.
        public string? BasisMethod { get; init; }
        public string? BasisSource { get; init; }
        public long? PriceCents { get; init; }
        public long? LifeMilli { get; init; }
        public long? ShareBasisPoints { get; init; }
        public long? RunningCents { get; init; }

        public IReadOnlyList<object?> Fields =>
        [
            Day, Person, Organisation, Beneficiary, Kind, Minutes == 0 ? null : Minutes, QuantityMilli / 1000m, UnitValueCents / 100m, Activity, Note,
            Unit, People, Starts, Ends, State, LoggedBy, ConfirmedBy, ValidatedBy, ReversesId, DigestId, Id,
            BasisMethod, BasisSource, PriceCents / 100m, LifeMilli / 1000m, ShareBasisPoints / 100m, RunningCents / 100m,
        ];
    }

    private sealed record Based
    {
        public required string Id { get; init; }
        public required string Method { get; init; }
        public string? Source { get; init; }
        public long? PriceCents { get; init; }
        public long? LifeMilli { get; init; }
        public long? ShareBasisPoints { get; init; }
        public long? RunningCents { get; init; }
    }

    /// <summary>How the unit values of these lines were found, by line; those that nobody said are absent.</summary>
    internal async Task<IReadOnlyDictionary<string, UnitValueBasis>> Bases(IReadOnlyCollection<string> ids) => ids.Count == 0 ? new Dictionary<string, UnitValueBasis>()
        : (await db.Read<Based>("""
            select contribution_id as id, method, source, price_cents, life_milli, share_basis_points, running_cents from unit_value_bases where contribution_id in @ids
            """, new { ids = ids.ToArray() })).ToDictionary(b => b.Id, b => new UnitValueBasis(b.Method, b.Source, b.PriceCents, b.LifeMilli / 1000m, b.ShareBasisPoints, b.RunningCents));

    /// <summary>Every line of the pole but the cancelled ones, by day, one at a time: at the console.</summary>
    public IAsyncEnumerable<IReadOnlyList<object?>> Export(Pole pole, DateOnly? from = null, DateOnly? to = null) =>
        Export("1 = 1", new { PoleId = pole.Id, PersonId = "", OrganisationId = "" }, from, to);

    /// <summary>The same for a person: the lines they may read.</summary>
    public IAsyncEnumerable<IReadOnlyList<object?>> Export(Actor actor, DateOnly? from = null, DateOnly? to = null)
    {
        actor.Must(Act.ReadPole);
        return Export(Readable(actor), new { actor.PoleId, actor.PersonId, actor.OrganisationId }, from, to);
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Export(string readable, object who, DateOnly? from, DateOnly? to)
    {
        // By portions, so that no reader holds a connection for as long as a slow download takes.
        var (day, id) = ("", "");
        while (true)
        {
            var rows = await db.Read<Row>($"""
                select c.day, p.name as person, o.name as organisation, b.name as beneficiary, c.kind, c.minutes, c.quantity_milli, c.unit_value_cents, c.activity, c.note,
                       c.unit, c.people, c.starts, c.ends, c.state, lo.name as logged_by, co.name as confirmed_by, va.name as validated_by, c.reverses_id, c.digest_id, c.id,
                       u.method as basis_method, u.source as basis_source, u.price_cents, u.life_milli, u.share_basis_points, u.running_cents
                from {Tables}
                where c.pole_id = @PoleId and {readable} and c.state <> 'cancelled' and (c.day > @day or (c.day = @day and c.id > @id))
                      {(from is null ? "" : "and c.day >= @from")} {(to is null ? "" : "and c.day <= @to")}
                order by c.day, c.id limit @MostAtOnce
                """, With(who, new { day, id, from, to, MostAtOnce }));
            foreach (var row in rows) yield return row.Fields;
            if (rows.Count < MostAtOnce) yield break;
            (day, id) = (rows[^1].Day.Iso(), rows[^1].Id);
        }
    }
}
