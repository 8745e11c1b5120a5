using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>What a file brought in.</summary>
/// <param name="Already">Rows that an earlier import of the same file had written.</param>
/// <param name="Bad">Rows left out, each with its line and reason; empty unless the import was partial.</param>
public sealed record ImportedLines(int Written, int Already, long Minutes, IReadOnlyList<BadRow> Bad);

public sealed partial class Contributions
{
    /// <summary>The columns of a file of lines, in their usual order.</summary>
    public static readonly string[] FileColumns = ["date", "person", "organisation", "beneficiary", "kind", "minutes", "quantity", "unit_value_eur", "activity", "note"];

    /// <summary>Takes a file of lines in one transaction: all of it, or with <paramref name="partial"/> what is good in it. The same file twice is taken once.</summary>
    /// <param name="by">Who answers for the file; needed above "submitted". Null at the console.</param>
    /// <param name="state">"submitted", "confirmed" or "validated": the file itself is then the evidence, so nobody is asked again (two pairs of eyes have signed it).</param>
    /// <exception cref="BadFile">Rows that cannot be taken, and <paramref name="partial"/> was not asked for: nothing is written.</exception>
    public async Task<ImportedLines> Import(Pole pole, Actor? by, IReadOnlyList<CsvRow> rows, string state = States.Submitted, bool partial = false)
    {
        by?.Must(Act.ImportContributions);
        Refused.If(state is not (States.Submitted or States.Confirmed or States.Validated), "as", "contributions.import_state", state);
        if (state != States.Submitted) (by ?? throw new Refused("by", "contributions.import_by")).Must(Act.ValidateContribution);

        var roll = await Roll.Read(db, pole.Id, Zones.Day(clock.GetUtcNow(), pole.Zone));
        var file = new LedgerFile(roll);
        var read = rows.Select(row => (Row: row, Line: Try(() => file.Read(row)))).ToList();
        return await db.Write(pole.Id, async tx =>
        {
            var bad = read.Where(r => r.Line.Refused is not null).Select(r => new BadRow(r.Row.Line, r.Line.Refused!)).ToList();
            var (importId, held, done) = (Ids.New(), new Dictionary<(string, DateOnly), long>(), new ImportedLines(0, 0, 0, bad));
            foreach (var (row, line) in read.Where(r => r.Line.Ready is not null).Select(r => (r.Row, r.Line.Ready!)))
            {
                var (key, occurrence) = file.Key(pole.Id, row);
                if (await tx.MaybeOne<string>("select id from contributions where request_key = @key and request_line = @occurrence", new { key, occurrence }) is not null)
                    done = done with { Already = done.Already + 1 };
                else if (line.PersonId is { } person && !await Holds(tx, held, person, line))
                    bad.Add(new(row.Line, new Refused("minutes", "contributions.day_full")));
                else
                {
                    await InsertFrom(tx, pole.Id, line, by?.PersonId, importId, key, occurrence, state);
                    done = done with { Written = done.Written + 1, Minutes = done.Minutes + line.Minutes };
                }
            }
            if (bad.Count > 0 && !partial) throw new BadFile([.. bad.OrderBy(b => b.Line)]);
            if (done.Written > 0) await tx.Announce(by, new ContributionsImported(pole.Id, importId, done.Written, done.Minutes, state));
            return done with { Bad = [.. bad.OrderBy(b => b.Line)] };
        });
    }

    private static (Ready? Ready, Refused? Refused) Try(Func<Ready> read)
    {
        try { return (read(), null); }
        catch (Refused refused) { return (null, refused); }
    }

    private static async Task<bool> Holds(Tx tx, Dictionary<(string, DateOnly), long> held, string person, Ready line)
    {
        if (!held.TryGetValue((person, line.Day), out var minutes))
            minutes = await tx.One<long>("select cast(coalesce(sum(minutes / people), 0) as bigint) from contributions where person_id = @person and day = @Day and state <> 'cancelled'", new { person, line.Day });
        if (minutes + line.Minutes > MostMinutes) return false;
        held[(person, line.Day)] = minutes + line.Minutes;
        return true;
    }

    private static async Task InsertFrom(Tx tx, string poleId, Ready line, string? by, string importId, string key, long occurrence, string state)
    {
        DateTimeOffset? confirmed = state == States.Submitted ? null : tx.Now, validated = state == States.Validated ? tx.Now : null;
        await tx.Execute("""
            insert into contributions (id, pole_id, person_id, organisation_id, beneficiary_id, kind, activity, day, minutes, quantity_milli, unit, unit_value_cents,
                note, channel, logged_by, state, logged_at, confirmed_at, confirmed_by, validated_at, validated_by, import_id, request_key, request_line)
            values (@Id, @poleId, @PersonId, @OrganisationId, @BeneficiaryId, @Kind, @Activity, @Day, @Minutes, @QuantityMilli, @Unit, @UnitValueCents,
                @Note, 'import', @by, @state, @Now, @confirmed, @confirmedBy, @validated, @validatedBy, @importId, @key, @occurrence)
            """, With(line, new { poleId, by, state, tx.Now, confirmed, confirmedBy = confirmed is null ? null : by, validated, validatedBy = validated is null ? null : by, importId, key, occurrence }));
        foreach (var party in line.PartyIds)
            await tx.Execute("insert into contribution_parties (contribution_id, organisation_id) values (@Id, @party)", new { line.Id, party });
    }

    /// <summary>Reads the rows of one file against the roll of the pole.</summary>
    private sealed class LedgerFile(Roll roll)
    {
        private readonly ILookup<string, string> _organisations = roll.OrganisationsByName();
        private readonly ILookup<string, string> _people = roll.PeopleByNameOrEmail();
        private readonly Dictionary<string, long> _seen = [];

        public Ready Read(CsvRow row)
        {
            var person = Named(_people, row["person"], "person", "contributions.import_person");
            var organisation = Named(_organisations, row["organisation"], "organisation", "contributions.import_organisation")
                ?? (person is null ? null : roll.OrganisationOf(person)) ?? throw new Refused("organisation", "contributions.import_organisation", "");
            var kind = row["kind"] == "" ? Kinds.Default : row["kind"];
            var line = new NewContribution(Day(row["date"]), Minutes(row["minutes"]), kind, row["activity"], PersonId: person, OrganisationId: organisation,
                BeneficiaryId: Named(_organisations, row["beneficiary"], "beneficiary", "contributions.import_organisation"),
                Quantity: Decimal(row["quantity"], "quantity"), UnitValueCents: Cents(row["unit_value_eur"]), Note: row["note"]);
            return Check(line, new(person, organisation, person is null ? "benevole" : roll.Engagement(person, organisation), null), roll);
        }

        /// <summary>The row's own key: its content, and which of the identical rows of the file it is.</summary>
        public (string Key, long Occurrence) Key(string poleId, CsvRow row)
        {
            var content = string.Join('\n', FileColumns.Select(c => row[c]).Prepend(poleId));
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            return (key, _seen[key] = _seen.GetValueOrDefault(key, -1) + 1);
        }

        private static string? Named(ILookup<string, string> names, string text, string field, string key)
        {
            if (text == "") return null;
            var found = names[text].Distinct().ToList();
            return found.Count == 1 ? found[0] : throw new Refused(field, found.Count == 0 ? key : "contributions.import_two_of_that_name", text);
        }

        private static DateOnly Day(string text) =>
            DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new Refused("date", "contributions.import_date", text);

        private static long Minutes(string text) =>
            text == "" ? 0 : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes) ? minutes : throw new Refused("minutes", "contributions.import_number", text);

        private static decimal? Decimal(string text, string field) =>
            text == "" ? null
            : decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw new Refused(field, "contributions.import_number", text);

        private static long? Cents(string text)
        {
            if (Decimal(text, "unit_value_eur") is not { } euros) return null;
            Refused.If(euros * 100 != decimal.Truncate(euros * 100) || Math.Abs(euros) > MostUnitValueCents, "unit_value_eur", "contributions.import_cents", text);
            return (long)(euros * 100);
        }
    }
}
