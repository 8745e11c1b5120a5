using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>One row of a contributions file: <c>date;person;organisation;beneficiary;kind;minutes;quantity;unit_value_eur;activity;note</c>, as written.</summary>
/// <param name="Line">Line number in the file, for the person who corrects it.</param>
/// <param name="Unit">Of the quantity, where a further column says it, as our own export does; else the usual one of the kind.</param>
/// <param name="Wrong">Why the row cannot be taken, whatever it says.</param>
public sealed record ContributionRow(
    int Line, string Date, string Person, string Organisation, string Beneficiary, string Kind, string Minutes, string Quantity, string UnitValue, string Activity, string Note, Refused? Wrong = null, string Unit = "");

/// <summary>What an import did.</summary>
/// <param name="Known">Rows that were already there.</param>
/// <param name="Bad">Rows left out, each with its reason: only in a partial import.</param>
public sealed record ImportedLines(long Lines, long Minutes, long Known, IReadOnlyList<BadRow> Bad);

public sealed partial class Contributions
{
    private const int KeysAskedFor = 100; // at once: a longer list takes longer to name than to look up
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
        var (good, bad) = (new List<(int Line, string Key, Ready Ready)>(), new List<BadRow>());
        foreach (var (row, key) in read.WithKeys(rows))
        {
            try { good.Add((row.Line, key, read.Read(row))); }
            catch (Refused e) { bad.Add(new(row.Line, e)); }
        }

        return await db.Write(pole.Id, async tx =>
        {
            var known = new HashSet<string>();
            foreach (var some in good.Select(g => g.Key).Chunk(KeysAskedFor))
                known.UnionWith(await tx.Read<string>("select request_key from contributions where request_key in @some", new { some }));
            var news = good.Where(g => !known.Contains(g.Key)).ToList();
            var full = await Overfull(tx, news);
            IReadOnlyList<BadRow> left = [.. bad.Concat(full).OrderBy(b => b.Line)];
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
            return new ImportedLines(news.Count, minutes, known.Count, left);
        });
    }

    private sealed record Held
    {
        public required string PersonId { get; init; }
        public DateOnly Day { get; init; }
        public long Minutes { get; init; }
    }

    /// <summary>Rows that would give a person's day more than 24 h, over all poles, with what is there and with the rows above them.</summary>
    private static async Task<List<BadRow>> Overfull(Tx tx, List<(int Line, string Key, Ready Ready)> news)
    {
        var worked = news.Where(n => n.Ready.PersonId is not null).ToList();
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
        foreach (var (line, _, ready) in worked)
        {
            var total = held.GetValueOrDefault((ready.PersonId!, ready.Day)) + ready.Minutes;
            if (total > MostMinutes) full.Add(new(line, new Refused("minutes", "contributions.day_full")));
            else held[(ready.PersonId!, ready.Day)] = total;
        }
        return full;
    }

    private static readonly string[] ImportedColumns =
    [
        "id", "person_id", "organisation_id", "beneficiary_id", "kind", "activity", "day", "minutes", "quantity_milli", "unit", "unit_value_cents", "note", "request_key",
        "pole_id", "channel", "logged_by", "state", "logged_at", "import_id", "confirmed_at", "confirmed_by", "validated_at", "validated_by",
    ];

    /// <summary>Rows as text, the shape in which the store takes thousands at once.</summary>
    private static async Task InsertMany(Tx tx, string poleId, string importId, string? by, string state, (int Line, string Key, Ready Ready)[] rows)
    {
        long? now = tx.Now.ToUnixTimeMilliseconds(), confirmed = state == States.Submitted ? null : now, validated = state == States.Validated ? now : null;
        var (lines, parties) = (new TextRecords(), new TextRecords());
        foreach (var (_, key, r) in rows)
        {
            lines.Begin(Encoding.UTF8.GetBytes(r.Id));
            foreach (var text in (ReadOnlySpan<string?>)[r.PersonId, r.OrganisationId, r.BeneficiaryId, r.Kind, r.Activity, r.Day.Iso()]) lines.Add(text);
            lines.Add(r.Minutes);
            lines.Add(r.QuantityMilli);
            lines.Add(r.Unit);
            lines.Add(r.UnitValueCents);
            foreach (var text in (ReadOnlySpan<string?>)[r.Note, key, poleId, "import", by, state]) lines.Add(text);
            lines.Add(now);
            lines.Add(importId);
            lines.Add(confirmed);
            lines.Add(confirmed is null ? null : by);
            lines.Add(validated);
            lines.Add(validated is null ? null : by);
            lines.End();
            foreach (var party in r.PartyIds)
            {
                parties.Begin(Encoding.UTF8.GetBytes(r.Id));
                parties.Add(party);
                parties.End();
            }
        }
        await tx.AddText("contributions", ImportedColumns, lines.All);
        await tx.AddText("contribution_parties", ["contribution_id", "organisation_id"], parties.All);
    }

    /// <summary>Rows of a file as lines of this pole: names looked up in memory.</summary>
    private sealed class FileRows(Roll roll, Pole pole)
    {
        private readonly ILookup<string, string> _organisations = roll.OrganisationsByName();
        private readonly ILookup<string, string> _people = roll.PeopleByNameOrEmail();

        /// <summary>A row's key is what it says, and the how-many-th time the file says it.</summary>
        public IEnumerable<(ContributionRow Row, string Key)> WithKeys(IReadOnlyList<ContributionRow> rows)
        {
            var seen = new Dictionary<ContributionRow, int>();
            foreach (var row in rows)
            {
                var content = row with { Line = 0 };
                var occurrence = seen[content] = seen.GetValueOrDefault(content) + 1;
                var text = string.Join('\n', (string[])[pole.Id, row.Date, row.Person, row.Organisation, row.Beneficiary, row.Kind, row.Minutes, row.Quantity, row.UnitValue, row.Activity, row.Note, .. row.Unit == "" ? [] : new[] { row.Unit }, $"{occurrence}"]);
                yield return (row, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
            }
        }

        public Ready Read(ContributionRow row)
        {
            if (row.Wrong is { } wrong) throw wrong;
            var person = row.Person == "" ? null : Only(_people, row.Person, "person", "contributions.unknown_person", "contributions.two_people");
            var organisation = row.Organisation == "" && person is not null && roll.OrganisationOf(person) is { } theirs
                ? theirs : Only(_organisations, row.Organisation, "organisation", "contributions.unknown_organisation", "contributions.two_organisations");
            var beneficiary = row.Beneficiary == "" || SameName.Comparer.Equals(row.Beneficiary, pole.Name)
                ? null : Only(_organisations, row.Beneficiary, "beneficiary", "contributions.unknown_organisation", "contributions.two_organisations");
            var minutes = Field.NumberIfAny(row.Minutes, "minutes") ?? 0;
            Refused.If(minutes != decimal.Truncate(minutes) || Math.Abs(minutes) > MostMinutes, "minutes", "contributions.minutes_range");
            var line = new NewContribution(Field.Day(row.Date, "day"), (long)minutes, row.Kind == "" ? Kinds.Default : Kinds.Read(row.Kind), row.Activity,
                BeneficiaryId: beneficiary, Quantity: Field.NumberIfAny(row.Quantity, "quantity"), Unit: row.Unit, UnitValueCents: Field.CentsIfAny(row.UnitValue, "unit_value_eur"), Note: row.Note);
            return Check(line, new(person, organisation, person is null ? "benevole" : roll.Engagement(person, organisation), null), roll);
        }

        private static string Only(ILookup<string, string> names, string name, string field, string unknown, string several) => names[name].Distinct().ToList() switch
        {
            [var one] => one,
            [] => throw new Refused(field, unknown, name),
            _ => throw new Refused(field, several, name),
        };
    }
}
