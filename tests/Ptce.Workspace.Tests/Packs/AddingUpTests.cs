using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

/// <summary>A generated ledger through every pack and every export: what a reader adds up is what the total says, in each file, and the packs agree with one another.</summary>
public abstract partial class AddingUpTests(On on) : PackTest(on)
{
    private static readonly string[] TimeKinds = ["benevolat_usager", "benevolat_usager", "benevolat_politique", "temps_salarie", "mecenat_competences", "personnel_mis_a_disposition"];
    private static readonly string[] OtherKinds = ["locaux", "materiel", "denrees", "service", "achat_groupe"];
    private static readonly string[] Hostile = ["=1+1", "@SUM(A1)", "+33", "-x", "\ttab", "heure", "a;\"b\"\nc", "<b>&"];

    /// <summary>300 lines of three months, of several people and organisations, some left out, some without a rate or value, some taken back.</summary>
    private async Task<Digest> Generated()
    {
        await Get<Rates>().Adopt(Cast.David, new("temps_salarie", "M4", 1, 0.42m, 17.33m, null, null, new(2026, 2, 1), "grille", "CA", new(2026, 1, 12), "PV 1"));
        var random = new Random(20260331);
        Actor[] people = [Cast.Amina, Cast.Bruno, Cast.Chloe, Cast.David, Cast.Elise];
        string?[] receivers = [null, "Val Horizon", "Elips", "La Coursive", "Re-Sources"];
        for (var i = 0; i < 300; i++)
        {
            var day = new DateOnly(2026, 1, 1).AddDays(random.Next(90)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var state = random.Next(12) switch { 0 => "submitted", 1 => "contested", _ => "validated" };
            var receiver = receivers[random.Next(receivers.Length)];
            var reversed = random.Next(10) == 0 && state == "validated";
            if (random.Next(3) > 0)
            {
                var (kind, minutes, of) = (TimeKinds[random.Next(TimeKinds.Length)], random.Next(1, 600), people[random.Next(people.Length)]);
                if (receiver is not null && Cast.Organisation(receiver) == of.OrganisationId) receiver = null; // nobody gives to themselves
                var line = await Line(day, kind, minutes, state, of, beneficiary: receiver);
                if (reversed) await Line(day, kind, -minutes, state, of, beneficiary: receiver, reverses: line);
            }
            else
            {
                var (kind, quantity, unit) = (OtherKinds[random.Next(OtherKinds.Length)], random.Next(1, 5_000) / 1000m, Hostile[random.Next(Hostile.Length)]);
                long? value = random.Next(6) == 0 ? null : random.Next(0, 90_000);
                var line = await Line(day, kind, 0, state, giver: "Valoprest", beneficiary: receiver, quantity: quantity, unitValueCents: value, unit: unit);
                if (reversed) await Line(day, kind, 0, state, giver: "Valoprest", beneficiary: receiver, quantity: -quantity, unitValueCents: value, unit: unit, reverses: line);
            }
        }
        return await Compile(new(2026, 1, 1), March31);
    }

    private static IEnumerable<PackAsked> Every(Pack pack) => pack.Choices.Count == 0 ? [pack.Asked]
        : pack.Choices.Select(c => pack.ChoiceName == "organisation" ? pack.Asked with { OrganisationId = c.Href } : pack.Asked with { PersonId = c.Href });

    [Fact]
    public async Task Every_pack_and_every_file_of_it_adds_up()
    {
        var digest = await Generated();
        var files = 0;
        foreach (var name in PackNames.All)
            foreach (var values in new[] { true, false })
                foreach (var asked in Every(await Of(digest, new PackAsked(name, values))))
                {
                    var pack = await Of(digest, asked);
                    await AddsUp(digest, pack);
                    var book = Spreadsheet(Workspace.Packs.File(pack, Cast.David, Fr));
                    for (var sheet = 0; sheet < pack.Tables.Count; sheet++, files++) AddsUp(Cells(book, sheet), digest);
                    foreach (var table in pack.Tables) await AddsUp(table, digest);
                }
        Assert.True(files > 60, $"{files} sheets");
    }

    /// <summary>Each SUM of a sheet is what the cells it names add up to; the hash stands above; no text of a person's became a formula.</summary>
    private static void AddsUp(IReadOnlyDictionary<string, (string? Formula, string? Value)> cells, Digest digest)
    {
        Assert.Contains(cells.Values, c => c.Value?.Contains(digest.Hash!, StringComparison.Ordinal) == true);
        foreach (var (at, (formula, value)) in cells.Where(c => c.Value.Formula is not null))
        {
            Assert.Matches(@"^(SUM|IF)\(", formula);
            if (SumOf().Match(formula!) is not { Success: true } sum) continue;
            var column = sum.Groups[1].Value;
            var added = Enumerable.Range(int.Parse(sum.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(sum.Groups[3].Value, CultureInfo.InvariantCulture) - int.Parse(sum.Groups[2].Value, CultureInfo.InvariantCulture) + 1)
                .Sum(row => cells.TryGetValue(column + row, out var cell) && cell.Value is { Length: > 0 } number ? double.Parse(number, CultureInfo.InvariantCulture) : 0);
            Assert.True(Math.Abs(added - double.Parse(value!, CultureInfo.InvariantCulture)) < 1e-6, $"{at} {formula}: {added} and {value}");
        }
    }

    /// <summary>The rows of a CSV add up to the table's own sums; each bears the hash; no field is run by a spreadsheet.</summary>
    private static async Task AddsUp(Table table, Digest digest)
    {
        var file = new MemoryStream();
        await CsvFile.Write(file, CultureInfo.InvariantCulture, table, [("hash", digest.Hash!)]);
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.DoesNotMatch(@"(^|[;\n])""?[=+@\t]", text);
        if (!table.Rows.Any()) return; // an empty table is an empty file, and an empty file is refused where rows are read
        var rows = CsvFile.Parse(text.TrimStart('\ufeff'), "hash");
        Assert.All(rows, r => Assert.Equal(digest.Hash, r["hash"]));
        foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)).Where(c => c.c is { Summed: true, Formula: null } && table.Columns.Count(o => o.Header == c.c.Header) == 1))
        {
            var written = rows.Sum(r => r[column.Header.ToLowerInvariant()] is { Length: > 0 } number ? decimal.Parse(number, CultureInfo.InvariantCulture) : 0);
            Assert.Equal(table.Blocks.Sum(b => Convert.ToDecimal(table.Sum(b, i) ?? 0L, CultureInfo.InvariantCulture)), column.Shape == Shape.Money ? written * 100 : written);
        }
    }

    [Fact]
    public async Task The_packs_agree_with_one_another_and_with_the_digest()
    {
        var digest = await Generated();
        var natures = TableOf(await Of(digest, PackNames.Steering), "natures");
        Assert.Equal((digest.Lines, digest.Minutes, digest.ValueCents), (natures.Sum(1), natures.Sum(2), natures.Sum(4)));

        var cvn = TableOf(await Of(digest, PackNames.Cvn), "comptes");
        var sides = cvn.Blocks.Select(b => (long)cvn.Sum(b, 6)!).ToList();
        Assert.Equal(sides[0], sides[1]);
        foreach (var (name, column) in new[] { (PackNames.CerfaAccount, 3), (PackNames.CerfaBudget, 4) })
        {
            var form = (await Of(digest, name)).Tables[0];
            Assert.Equal(sides, form.Blocks.Select(b => (long)form.Sum(b, column)!));
        }
        var entries = (await Of(digest, PackNames.Entries)).Tables[0];
        Assert.Equal(entries.Sum(5), entries.Sum(6));
        Assert.Equal(sides[0], entries.Rows.Sum(r => (string)r.Cells[3]! is ['8', '6', ..] ? (long)r.Cells[5]! : -(long)r.Cells[5]!)); // what is taken back stands the other way round

        var given = 0L;
        foreach (var asked in Every(await Of(digest, PackNames.Organisation))) given += TableOf(await Of(digest, asked), "donne").Sum(5);
        Assert.Equal(digest.ValueCents, given);
        var minutes = 0L;
        foreach (var asked in Every(await Of(digest, PackNames.Person))) minutes += (await Of(digest, asked)).Tables[0].Sum(4);
        Assert.Equal(digest.Minutes, minutes);
    }

    [Fact]
    public async Task Long_exports_add_up_as_well()
    {
        var digest = await Generated();
        var (exports, texts) = (Get<Exports>(), new Dictionary<string, byte[]>());
        foreach (var (what, format) in Export.Offered)
        {
            var id = await exports.Ask(Cast.David, digest.Id, what, format, Fr);
            await exports.Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken);
            var made = (await exports.Mine(Cast.David, digest.Id)).Single(e => e.Id == id);
            texts[$"{what}.{format}"] = await File.ReadAllBytesAsync((await exports.Fetch(Cast.David, id, made.Secret)).File, TestContext.Current.CancellationToken);
        }

        var rows = CsvFile.Parse(Encoding.UTF8.GetString(texts["lines.csv"]).TrimStart('\ufeff'));
        var value = Fr["packs.column.value"].ToLowerInvariant();
        Assert.Equal(digest.Lines, rows.Count);
        Assert.All(rows, r => Assert.Equal(r[Fr["packs.column.hourly"].ToLowerInvariant()] == "", r[Fr["packs.column.rule"].ToLowerInvariant()] == "")); // every rate with its rule
        Assert.Equal(digest.ValueCents, rows.Sum(r => decimal.Parse(r[value], Fr.Culture)) * 100);
        AddsUp(Cells(texts["lines.xlsx"], 0), digest);
        for (var sheet = 0; sheet < 10; sheet++) AddsUp(Cells(texts["all.xlsx"], sheet), digest);
        var entries = Encoding.UTF8.GetString(texts["entries.txt"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split('\t')).ToList();
        Assert.Equal(entries.Sum(e => decimal.Parse(e[11], Fr.Culture)), entries.Sum(e => decimal.Parse(e[12], Fr.Culture)));
        Assert.All(entries, e => Assert.Contains(digest.ShortHash, e[8], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$")]
    private static partial Regex SumOf();
}

public sealed class AddingUpOnSqlite() : AddingUpTests(On.Sqlite);

public sealed class AddingUpOnPostgres() : AddingUpTests(On.Postgres);
