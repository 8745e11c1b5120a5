using System.Text;

namespace Ptce.Workspace;

/// <summary>One row of a contributions file: <c>date;person;organisation;beneficiary;kind;minutes;quantity;unit_value_eur;activity;note</c>, as written.</summary>
/// <param name="Line">Line number in the file, for the person who corrects it.</param>
/// <param name="Unit">Of the quantity, where a further column says it, as our own export does; else the usual one of the kind.</param>
/// <param name="Wrong">Why the row cannot be taken, whatever it says.</param>
/// <param name="Exported">What else an export of ours says of the line; null in a file of another making.</param>
public sealed record ContributionRow(
    int Line, string Date, string Person, string Organisation, string Beneficiary, string Kind, string Minutes, string Quantity, string UnitValue, string Activity, string Note, Refused? Wrong = null, string Unit = "",
    ExportedRow? Exported = null);

/// <summary>The further columns of an export, as far as an import takes them.</summary>
/// <param name="Reverses">Id of the line that this one takes back with its negative figures, as the export's own column "id" has it.</param>
public sealed record ExportedRow(
    string Id, string Reverses, string People, string Starts, string Ends, string Basis, string BasisSource, string Price, string Life, string Share, string Running);

/// <summary>What an import did.</summary>
/// <param name="Known">Rows that were already there.</param>
/// <param name="Bad">Rows left out, each with its reason: only in a partial import.</param>
public sealed record ImportedLines(long Lines, long Minutes, long Known, IReadOnlyList<BadRow> Bad);

public sealed partial class Contributions
{
    private const int RowsTogether = 2000; // between two words on how far it is

    /// <summary>Takes a file of lines whole, or not at all; the same rows twice are the same lines.</summary>
    /// <param name="by">Whose rights apply; null for the console itself, which can only bring lines in to be confirmed.</param>
    /// <param name="state">"submitted"; or "confirmed" or "validated", by a person who may validate.</param>
    /// <param name="partial">Takes the good rows, and says which are bad.</param>
    /// <param name="account">Told how far it is; what it has told is not kept before the end.</param>
    /// <remarks>
    /// Who imports may confirm and validate what they import, their own lines included: the file (attendance sheets, statements) is the
    /// evidence, and a first pair of eyes signed it before it was typed. Everywhere else two pairs of eyes stay the rule.
    /// </remarks>
    /// <exception cref="BadFile">Rows that cannot be taken, each with its line.</exception>
    public async Task<ImportedLines> Import(Pole pole, Actor? by, IReadOnlyList<ContributionRow> rows, string state = States.Submitted, bool partial = false, JobAccount? account = null)
    {
        account ??= JobAccount.Unkept();
        by?.Must(Act.ImportContributions);
        if (by is not null && by.PoleId != pole.Id) throw new NotHere();
        if (state != States.Submitted)
        {
            Refused.If(state is not (States.Confirmed or States.Validated), "as", "contributions.import_as", state);
            (by ?? throw new Refused("by", "contributions.import_by")).Must(Act.ValidateContribution);
        }
        var read = new FileRows(await Roll.Read(db, pole.Id, Zones.Day(clock.GetUtcNow(), pole.Zone)), pole);
        var (good, bad) = (new List<FileLine>(), new List<BadRow>());
        foreach (var row in rows)
        {
            try { good.Add(read.Line(row)); }
            catch (Refused e) { bad.Add(new(row.Line, e)); }
        }

        return await db.Write(pole.Id, async tx =>
        {
            var beside = await Beside.Ledger(tx, pole.Id, good);
            var (news, refused) = beside.Sort(state);
            var full = await Overfull(tx, news);
            IReadOnlyList<BadRow> left = [.. bad.Concat(refused).Concat(full).OrderBy(b => b.Line)];
            if (left.Count > 0 && !partial) throw new BadFile(left);
            var overfull = full.Select(f => f.Line).ToHashSet();
            news.RemoveAll(n => overfull.Contains(n.Line));
            var import = Ids.New();
            var done = 0;
            foreach (var some in news.Chunk(RowsTogether))
            {
                await InsertMany(tx, pole.Id, import, by?.PersonId, state, some);
                await account.Progress(done += some.Length, news.Count);
            }
            var minutes = news.Sum(n => n.Ready.Minutes);
            if (news.Count > 0) await tx.Announce(by, new ContributionsImported(pole.Id, import, news.Count, minutes, state));
            return new ImportedLines(news.Count, minutes, beside.Known, left);
        });
    }

    private sealed record Held
    {
        public required string PersonId { get; init; }
        public DateOnly Day { get; init; }
        public long Minutes { get; init; }
    }

    /// <summary>Rows that would give a person's day more than 24 h, over all poles, with what is there and with the rows above them.</summary>
    private static async Task<List<BadRow>> Overfull(Tx tx, IReadOnlyList<FileLine> news)
    {
        // What the file itself takes back fills no day, and what it takes back of the ledger makes room first.
        var takenBack = news.Select(n => n.Ready.ReversesId).OfType<string>().ToHashSet();
        var here = news.Select(n => n.Ready.Id).ToHashSet();
        var worked = news.Where(n => n.Ready.PersonId is not null && !takenBack.Contains(n.Ready.Id) && (n.Ready.ReversesId is null || !here.Contains(n.Ready.ReversesId)))
            .OrderBy(n => n.Ready.Minutes >= 0).ToList();
        if (worked.Count == 0) return [];
        var held = new Dictionary<(string, DateOnly), long>();
        foreach (var people in worked.Select(n => n.Ready.PersonId!).Distinct().Chunk(MostAtOnce))
            foreach (var day in await tx.Read<Held>("""
                select person_id as PersonId, day as Day, cast(sum(minutes / people) as bigint) as Minutes from contributions
                where person_id in @people and day >= @first and day <= @last and state <> 'cancelled'
                group by person_id, day
                """,
                new { people, first = worked.Min(n => n.Ready.Day), last = worked.Max(n => n.Ready.Day) }))
                held[(day.PersonId, day.Day)] = day.Minutes;
        var full = new List<BadRow>();
        foreach (var row in worked)
        {
            var day = (row.Ready.PersonId!, row.Ready.Day);
            var total = held.GetValueOrDefault(day) + row.Ready.Minutes / row.Ready.People;
            if (total > MostMinutes && row.Ready.Minutes > 0) full.Add(new(row.Line, new Refused("minutes", "contributions.day_full")));
            else held[day] = total;
        }
        return full;
    }

    private static readonly string[] ImportedColumns =
    [
        "id", "person_id", "organisation_id", "beneficiary_id", "kind", "activity", "day", "minutes", "quantity_milli", "unit", "unit_value_cents", "note", "note_salt", "request_key",
        "pole_id", "channel", "logged_by", "state", "logged_at", "import_id", "confirmed_at", "confirmed_by", "validated_at", "validated_by", "people", "starts", "ends", "reverses_id",
    ];

    /// <summary>Rows as text, the shape in which the store takes thousands at once.</summary>
    private static async Task InsertMany(Tx tx, string poleId, string importId, string? by, string state, FileLine[] rows)
    {
        long? now = tx.Now.ToUnixTimeMilliseconds(), confirmed = state == States.Submitted ? null : now, validated = state == States.Validated ? now : null;
        var (lines, parties, bases) = (new TextRecords(), new TextRecords(), new TextRecords());
        foreach (var (_, key, r, _, _) in rows)
        {
            lines.Begin(Encoding.UTF8.GetBytes(r.Id));
            foreach (var text in (ReadOnlySpan<string?>)[r.PersonId, r.OrganisationId, r.BeneficiaryId, r.Kind, r.Activity, r.Day.Iso()]) lines.Add(text);
            lines.Add(r.Minutes);
            lines.Add(r.QuantityMilli);
            lines.Add(r.Unit);
            lines.Add(r.UnitValueCents);
            foreach (var text in (ReadOnlySpan<string?>)[r.Note, SealedWords.Salt(r.Note), key, poleId, "import", by, state]) lines.Add(text);
            lines.Add(now);
            lines.Add(importId);
            lines.Add(confirmed);
            lines.Add(confirmed is null ? null : by);
            lines.Add(validated);
            lines.Add(validated is null ? null : by);
            lines.Add(r.People);
            foreach (var text in (ReadOnlySpan<string?>)[r.Starts, r.Ends, r.ReversesId]) lines.Add(text);
            lines.End();
            if (r.Basis is { } basis) Add(bases, r.Id, basis);
            foreach (var party in r.PartyIds)
            {
                parties.Begin(Encoding.UTF8.GetBytes(r.Id));
                parties.Add(party);
                parties.End();
            }
        }
        await tx.AddText("contributions", ImportedColumns, lines.All);
        await tx.AddText("contribution_parties", ["contribution_id", "organisation_id"], parties.All);
        await tx.AddText("unit_value_bases", ["contribution_id", "method", "source", "price_cents", "life_milli", "share_basis_points", "running_cents"], bases.All);
    }

    private static void Add(TextRecords bases, string id, UnitValueBasis basis)
    {
        bases.Begin(Encoding.UTF8.GetBytes(id));
        bases.Add(basis.Method);
        bases.Add(basis.Source);
        foreach (var figure in (ReadOnlySpan<long?>)[basis.PriceCents, LifeMilli(basis), basis.ShareBasisPoints, basis.RunningCents]) bases.Add(figure);
        bases.End();
    }
}
