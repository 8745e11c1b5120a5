namespace Ptce.Workspace;

public sealed partial class Contributions
{
    private const int AskedFor = 100; // at once: a longer list takes longer to name than to look up

    /// <summary>What a line says that counts: two lines that say the same are worth the same, wherever they stand.</summary>
    private sealed record Said(
        string? PersonId, string OrganisationId, string? BeneficiaryId, string Kind, DateOnly Day, long Minutes, long? QuantityMilli, string? Unit, long? UnitValueCents, long People)
    {
        public static Said By(Ready line) => new(
            line.PersonId, line.OrganisationId, line.BeneficiaryId, line.Kind, line.Day, line.Minutes, line.QuantityMilli, line.Unit, line.UnitValueCents, line.People);

        public Said TakenBack => this with { Minutes = -Minutes, QuantityMilli = -QuantityMilli };
    }

    private sealed record Kept
    {
        public required string Id { get; init; }
        public required string PoleId { get; init; }
        public string? RequestKey { get; init; }
        public required string State { get; init; }
        public long Reversals { get; init; }
        public string? PersonId { get; init; }
        public required string OrganisationId { get; init; }
        public string? BeneficiaryId { get; init; }
        public required string Kind { get; init; }
        public DateOnly Day { get; init; }
        public long Minutes { get; init; }
        public long? QuantityMilli { get; init; }
        public string? Unit { get; init; }
        public long? UnitValueCents { get; init; }
        public long People { get; init; }

        public Said Said => new(PersonId, OrganisationId, BeneficiaryId, Kind, Day, Minutes, QuantityMilli, Unit, UnitValueCents, People);
    }

    /// <summary>A file laid beside the ledger: which of its rows stand there already, and what those take back that take a line back.</summary>
    private sealed class Beside(IReadOnlyList<FileLine> rows, IReadOnlyDictionary<string, Kept> byKey, IReadOnlyDictionary<string, Kept> byId)
    {
        private readonly Dictionary<string, FileLine> _exported = rows.Where(r => r.Id != "").GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First());
        private readonly Dictionary<string, FileLine> _news = [];
        private readonly HashSet<string> _takenBack = [];

        /// <summary>Rows that the ledger has already.</summary>
        public long Known { get; private set; }

        public static async Task<Beside> Ledger(Tx tx, string poleId, IReadOnlyList<FileLine> rows)
        {
            const string Columns = """
                select c.id, c.pole_id, c.request_key, c.state, c.person_id, c.organisation_id, c.beneficiary_id, c.kind, c.day, c.minutes, c.quantity_milli, c.unit, c.unit_value_cents, c.people,
                       (select count(*) from contributions r where r.reverses_id = c.id and r.state <> 'cancelled') as reversals
                from contributions c
                """;
            var (byKey, byId) = (new Dictionary<string, Kept>(), new Dictionary<string, Kept>());
            foreach (var some in rows.Select(r => r.Key).Chunk(AskedFor))
                foreach (var kept in await tx.Read<Kept>($"{Columns} where c.request_key in @some", new { some })) byKey[kept.RequestKey!] = kept;
            foreach (var some in rows.SelectMany(r => (string[])[r.Id, r.Reverses]).Where(id => id != "").Distinct().Chunk(AskedFor))
                foreach (var kept in await tx.Read<Kept>($"{Columns} where c.id in @some", new { some }))
                    if (kept.PoleId == poleId) byId[kept.Id] = kept; // looked at here: an index on the pole would read all of it
            return new(rows, byKey, byId);
        }

        /// <param name="state">What the rows arrive as.</param>
        /// <returns>The rows to write, a line before the one that takes it back; and those that contradict the ledger or the file.</returns>
        public (List<FileLine> News, List<BadRow> Bad) Sort(string state)
        {
            var (news, bad) = (new List<FileLine>(), new List<BadRow>());
            foreach (var row in rows.OrderBy(r => r.Reverses != ""))
                try
                {
                    if (Stands(row)) Known++;
                    else news.Add(New(row.Reverses == "" ? row : row with { Ready = row.Ready with { ReversesId = Original(row, state) } }));
                }
                catch (Refused e) { bad.Add(new(row.Line, e)); }
            return (news, bad);
        }

        private FileLine New(FileLine row) => row.Id == "" ? row : _news[row.Id] = row;

        private bool Stands(FileLine row)
        {
            if (byKey.ContainsKey(row.Key)) return true;
            if (!byId.TryGetValue(row.Id, out var kept)) return false;
            Refused.If(kept.State == States.Cancelled, "row", "contributions.now.cancelled");
            Refused.If(kept.Said != Said.By(row.Ready), "row", "contributions.import_differs");
            return true;
        }

        /// <summary>The line that a row takes back, in this file or in the ledger: validated, of the very same figures, and not taken back before.</summary>
        private string Original(FileLine row, string state)
        {
            var (id, said, validated, before) = _news.TryGetValue(row.Reverses, out var here)
                ? (here.Ready.Id, Said.By(here.Ready), state == States.Validated, false)
                : InLedger(row.Reverses) is { } kept ? (kept.Id, kept.Said, kept.State is States.Validated or States.Locked, kept.Reversals > 0)
                : throw new Refused("row", "contributions.import_reverses_nothing", row.Reverses);
            Refused.If(said.TakenBack != Said.By(row.Ready), "row", "contributions.import_reverses_differs", row.Reverses);
            Refused.If(!validated, "row", "contributions.import_reverses_unvalidated");
            Refused.If(before || !_takenBack.Add(id), "row", "contributions.taken_back");
            return id;
        }

        private Kept? InLedger(string exportedId) =>
            byId.GetValueOrDefault(exportedId) ?? (_exported.TryGetValue(exportedId, out var row) ? byKey.GetValueOrDefault(row.Key) : null);
    }
}
