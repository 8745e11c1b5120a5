namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>The columns an import reads, then what else there is to know of a line. Minutes are those of all the people together.</summary>
    public static readonly IReadOnlyList<string> ExportColumns =
    [
        .. ContributionFiles.Header.Split(';'), "unit", "people", "starts", "ends", "state", "logged_by", "confirmed_by", "validated_by", "reverses", "digest", "id",
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

        public IReadOnlyList<object?> Fields =>
        [
            Day, Person, Organisation, Beneficiary, Kind, Minutes == 0 ? null : Minutes, QuantityMilli / 1000m, UnitValueCents / 100m, Activity, Note,
            Unit, People, Starts, Ends, State, LoggedBy, ConfirmedBy, ValidatedBy, ReversesId, DigestId, Id,
        ];
    }

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
                       c.unit, c.people, c.starts, c.ends, c.state, lo.name as logged_by, co.name as confirmed_by, va.name as validated_by, c.reverses_id, c.digest_id, c.id
                from {Tables}
                where c.pole_id = @PoleId and {readable} and c.state <> 'cancelled' and (c.day > @day or (c.day = @day and c.id > @id))
                      {(from is null ? "" : "and c.day >= @from")} {(to is null ? "" : "and c.day <= @to")}
                order by c.day, c.id limit @MostAtOnce
                """, With(who, new { day, id, from, to, MostAtOnce }));
            foreach (var row in rows) yield return row.Fields;
            if (rows.Count < MostAtOnce) yield break;
            (day, id) = (Iso(rows[^1].Day)!, rows[^1].Id);
        }
    }
}
