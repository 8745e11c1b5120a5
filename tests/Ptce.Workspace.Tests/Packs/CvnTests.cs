namespace Ptce.Workspace.Tests;

public abstract class CvnTests(On on) : PackTest(on)
{
    [Fact]
    public async Task The_worked_example_stands_under_its_accounts_with_the_same_total_on_both_sides()
    {
        // 10 h × 12,02 = 120,20 → 864/875; a room 3 h × 25 = 75,00 → 8611/871; together 195,20.
        await Line("2026-03-12", minutes: 600);
        await Line("2026-03-13", "locaux", minutes: 0, quantity: 3, unitValueCents: 25_00);
        var digest = await March();

        var pack = await Of(digest, PackNames.Cvn);

        var table = TableOf(pack, "comptes");
        Assert.Equal(
            ["8611 | locaux |  | 3 heures | 75,00", "864 | bénévolat d'usager | 10 h |  | 120,20", "871 | locaux |  | 3 heures | 75,00", "875 | bénévolat d'usager | 10 h |  | 120,20"],
            Rows(table, 0, 2, 4, 5, 6));
        Assert.Equal([195_20L, 195_20L], table.Blocks.Select(b => table.Sum(b, 6)));
        await AddsUp(digest, pack);
        Assert.Contains(pack.Notes, n => n.Paragraphs.Any(p => p.Contains("première application", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Board_time_is_valued_report_by_report()
    {
        await Line("2026-03-02", "benevolat_politique", 120);
        await Line("2026-03-03");
        var digest = await March();

        var usual = await Of(digest, PackNames.Cvn);
        Assert.Equal(12_02L, TableOf(usual, "comptes").Sum(usual.Tables[0].Blocks[0], 6));
        Assert.Equal(["bénévolat politique | 24,04"], Rows(TableOf(usual, "hors-comptes"), 0, 4));

        await Packs.Set(Cast.David, new() { BoardCvn = PackSettings.In, BoardCerfa = PackSettings.Out });
        var valued = await Of(digest, PackNames.Cvn);
        Assert.Equal(36_06L, TableOf(valued, "comptes").Sum(valued.Tables[0].Blocks[1], 6));
        Assert.DoesNotContain(valued.Tables, t => t.Name == "hors-comptes");
        await AddsUp(digest, valued);
        Assert.Equal(12_02L, (await Of(digest, PackNames.CerfaAccount)).Tables[0].Rows.Single(r => (string)r.Cells[0]! == "870").Cells[3]);
    }

    [Fact]
    public async Task A_carrier_without_class_8_gets_the_same_figures_beside_its_accounts()
    {
        await Line("2026-03-03");
        await Packs.Set(Cast.David, new() { CarrierForm = "scic" });
        var pack = await Of(await March(), PackNames.Cvn);

        Assert.StartsWith("État extra-comptable", pack.Title, StringComparison.Ordinal);
        Assert.Equal([12_02L, 12_02L], pack.Tables[0].Blocks.Select(b => pack.Tables[0].Sum(b, 6)));
    }

    [Fact]
    public async Task The_forms_and_the_accounting_plan_give_the_same_numbers_to_opposite_things()
    {
        await Line("2026-03-02");                                                                    // bénévolat, 12,02
        await Line("2026-03-03", "denrees", 0, quantity: 10, unitValueCents: 3_00, unit: "kg");      // dons en nature, 30,00
        await Line("2026-03-04", "service", 0, quantity: 1, unitValueCents: 50_00);                  // prestation, 50,00
        var digest = await March();

        var accounts = (await Of(digest, PackNames.Cvn)).Tables[0];
        Assert.Equal(["860 | 30,00", "862 | 50,00", "864 | 12,02", "870 | 30,00", "871 | 50,00", "875 | 12,02"], Rows(accounts, 0, 6));

        foreach (var (name, code, amount) in new[] { (PackNames.CerfaAccount, 0, 3), (PackNames.CerfaBudget, 1, 4) })
        {
            var form = await Of(digest, name);
            Assert.Equal(["860 | 30,00", "861 | 0,00", "862 | 50,00", "864 | 12,02", "870 | 12,02", "871 | 50,00", "875 | 30,00"], Rows(form.Tables[0], code, amount));
            Assert.Equal([92_02L, 92_02L], form.Tables[0].Blocks.Select(b => form.Tables[0].Sum(b, amount)));
            await AddsUp(digest, form);
        }
    }

    [Fact]
    public async Task Every_kind_has_its_row_of_the_form_beside_its_accounts()
    {
        foreach (var kind in Kinds.All.Where(k => k.Code is not (Kinds.AchatGroupe or Kinds.PersonnelMisADisposition)))
        {
            var row = Cerfa.RowOf(kind.Code);
            Assert.Contains(row.Charges, Cerfa.Charges);
            Assert.Contains(row.Produits, Cerfa.Produits);
            if (!kind.IsTime) Assert.Equal(AccountPair.InKind(kind.Code)!.Debit[..3], row.Charges); // the debit side did not change with the plan
        }
        Assert.Equal(new CerfaRow("864", "870"), Cerfa.RowOf(Kinds.MecenatCompetences, asVolunteers: true));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_annex_says_what_a_change_of_method_is_worth()
    {
        await Line("2026-02-03");
        await Approve(await Compile(new(2026, 2, 1), new(2026, 2, 28)));
        await Get<Rates>().Adopt(Cast.David, new("benevolat_usager", "M2", 1, 0.42m, null, null, null, March1, "Guide 2021", "AG", new(2026, 2, 20), "PV 3"));
        await Line("2026-03-03", minutes: 600);
        var pack = await Of(await March(), PackNames.Cvn);

        // 10 h: 12,02 → 120,20; 12,02 × 1,42 = 17,07 → 170,70; 50,50 more.
        var said = Assert.Single(pack.Notes.Single(n => n.Heading == "Changements de méthode").Paragraphs).Plain();
        Assert.Contains("auraient valu 120,20 € ; elles valent 170,70 €, soit +50,50 €", said);
    }

    [Fact]
    public async Task The_spreadsheet_holds_numbers_days_and_sums_and_no_formula_of_a_strangers()
    {
        await Line("2026-03-12", minutes: 600);
        await Line("2026-03-13", "denrees", minutes: 0, quantity: 2.5m, unitValueCents: 4_00, unit: "=HYPERLINK(\"x\")");
        var pack = await Of(await March(), PackNames.Cvn);

        var cells = Cells(Spreadsheet(Workspace.Packs.File(pack, Cast.David, Fr)), 0);

        var total = cells.Values.Where(c => c.Formula?.StartsWith("SUM(G", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(["130.2", "130.2"], total.Select(c => c.Value));
        Assert.Contains(cells.Values, c => c.Value == "2,5 =HYPERLINK(\"x\")" && c.Formula is null);
        Assert.Contains(cells.Values, c => c.Value?.Plain() == "Empreinte SHA-256 du bilan : " + pack.Digest.Hash);
        Assert.DoesNotContain(cells.Values, c => c.Formula is { } f && !f.StartsWith("SUM(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_csv_carries_the_hash_on_every_row_and_runs_nothing()
    {
        await Line("2026-03-12", minutes: 600);
        await Line("2026-03-13", "denrees", minutes: 0, quantity: 1, unitValueCents: 4_00, unit: "@SUM(A1)");
        var digest = await March();
        var pack = await Of(digest, PackNames.Cvn);
        var stream = new MemoryStream();
        await CsvFile.Write(stream, Fr.Culture, pack.Tables[0], [("empreinte", digest.Hash!)]);

        var rows = CsvFile.Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\ufeff'));
        Assert.Equal(pack.Tables[0].Rows.Count(), rows.Count);
        Assert.All(rows, r => Assert.Equal(digest.Hash, r["empreinte"]));
        Assert.Equal(248.40m, rows.Sum(r => decimal.Parse(r["valeur (€)"], Fr.Culture))); // 124,20 on each side
        Assert.Equal("600", rows.First(r => r["compte"] == "864")["temps"]);

        var hostile = new MemoryStream();
        await CsvFile.Write(hostile, Fr.Culture, new("x", "x", [new("a;b")], [new([new(["=1+1"]), new(["-2"]), new(["a\"b\nc"])])]), []);
        Assert.Equal("\ufeff\"a;b\"\r\n'=1+1\r\n'-2\r\n\"a\"\"b\nc\"\r\n", System.Text.Encoding.UTF8.GetString(hostile.ToArray()));
    }
}

public sealed class CvnOnSqlite() : CvnTests(On.Sqlite);

public sealed class CvnOnPostgres() : CvnTests(On.Postgres);
