namespace Ptce.Workspace.Tests;

/// <summary>What an Interreg partner files for a half-year, and what an enterprise may claim for the employees it sponsors.</summary>
public abstract class PartnerReportTests(On on) : PackTest(on)
{
    private Task<string> Pay(string category, decimal total, decimal vat, decimal eligible, string paid = "2026-03-20", string wp = "WP1") =>
        Get<Expenditures>().Record(Cast.David, new(category, new(2026, 3, 10), DateOnly.Parse(paid), "Atelier Leroy", "Moules", total, vat, eligible, wp));

    /// <summary>
    /// March by hand:
    ///   Amina, 1 h 30 at 43 000 ÷ 1 720 = 25,00 €/h                            37,50
    ///   an invoice of 120,00, 20,00 of it VAT, eligible without VAT           100,00
    ///   a ticket of 80,00, all eligible                                        80,00
    ///   volunteers 10 h × 12,02 = 120,20; a room 3 h × 25,00 = 75,00          195,20
    ///   eligible 412,70; co-financing: cash 500,00 + staff 37,50 + in kind 195,20 = 732,70.
    /// </summary>
    private async Task<Digest> MarchOfAProject()
    {
        await Packs.Set(Cast.David, new() { Programme = "Interreg VI", Project = "Toits communs", Partner = "Val Horizon" });
        await Get<Rates>().Adopt(Cast.David, new("temps_salarie", "M5", 1, 0, 20m, null, null, new(2026, 1, 1), "Barème", "CA", new(2026, 1, 5), "PV 1"));
        await Get<StaffCosts>().Record(Cast.David, new(Cast.Amina.PersonId, new(2026, 1, 1), 43_000, 1, null, "Bulletins 2025", Cast.Amina.OrganisationId));
        await Line("2026-03-02", "temps_salarie", 90, of: Cast.Amina);
        await Line("2026-03-02", minutes: 600);
        await Line("2026-03-03", "locaux", 0, quantity: 3, unitValueCents: 25_00);
        await Line("2026-03-04", "benevolat_politique", 60, of: Cast.Elise); // no programme takes it
        await Pay("external", 120, 20, 100);
        await Pay("travel", 80, 0, 80);
        await Pay("travel", 50, 0, 50, paid: "2026-04-02"); // of another period
        await Get<DeclaredFigures>().Declare(Cast.David, March1, March31, new Dictionary<string, decimal?> { [DeclaredFigures.Cash] = 500 });
        return await March();
    }

    [Fact]
    public async Task The_expenditure_list_adds_up_by_category_and_with_the_co_financing()
    {
        var digest = await MarchOfAProject();
        var pack = await Of(digest, PackNames.Partner);

        Assert.Equal(
            [
                "1 | Personnel | Amina Belkacem, Val Horizon | 37,50 |  | 37,50", "2 | Expertise et services externes | Atelier Leroy | 120,00 | 20,00 | 100,00", "3 | Déplacements et hébergement | Atelier Leroy | 80,00 | 0,00 | 80,00",
                "4 | Apports en nature | Pôle du Haut-Pays | 120,20 |  | 120,20", "5 | Apports en nature | Pôle du Haut-Pays | 75,00 |  | 75,00",
            ],
            Rows(TableOf(pack, "depenses"), 0, 1, 4, 6, 7, 8).Select(r => r.Replace(Cast.Pole.Name, "Pôle du Haut-Pays")));
        Assert.Equal("mars 2026, 1 h 30 × 25,00 €/h", Rows(TableOf(pack, "depenses"), 5)[0]);
        Assert.Equal(412_70L, TableOf(pack, "depenses").Sum(8));
        Assert.Equal(["Personnel | 1 | 37,50", "Déplacements et hébergement | 1 | 80,00", "Expertise et services externes | 1 | 100,00", "Apports en nature | 2 | 195,20"], Rows(TableOf(pack, "categories"), 0, 1, 2));
        Assert.Equal(412_70L, TableOf(pack, "categories").Sum(2));
        Assert.Equal(["500,00", "37,50", "195,20"], Rows(TableOf(pack, "cofinancement"), 1));
        Assert.Equal((732_70L, 2), (TableOf(pack, "cofinancement").Sum(1), pack.Signatures.Count));
        Assert.Equal(["Programme | Interreg VI", "Projet | Toits communs", "Partenaire | Val Horizon"], Rows(TableOf(pack, "identification"), 0, 1).Take(3));
        Assert.Equal(195_20L, TableOf(await Of(digest, PackNames.Ceiling), "apports").Sum(4));
        await AddsUp(digest, pack);
    }

    [Fact]
    public async Task Work_packages_tell_what_was_done_and_a_new_text_takes_over()
    {
        var digest = await MarchOfAProject();
        Assert.Contains((await Of(digest, PackNames.Partner)).Notes, n => n.Paragraphs[0].StartsWith("Le récit reste à écrire", StringComparison.Ordinal));
        Task Tell(string activities) => Get<DeclaredTexts>().Declare(Cast.Chloe, March1, March31, new Dictionary<string, string?> { ["wp.2.title"] = "Former", ["wp.2.activities"] = activities, ["wp.2.outputs"] = "8 stagiaires (feuilles signées)" });
        await Tell("Un atelier.");
        await Tell("Deux ateliers.\nUne visite.");

        var note = (await Of(digest, PackNames.Partner)).Notes[0];
        Assert.Equal("Lot 2, Former", note.Heading);
        Assert.Equal(["Activités menées : Deux ateliers.", "Une visite.", "Réalisations et preuves : 8 stagiaires (feuilles signées)"], note.Paragraphs.Select(p => p.Plain()));
        Assert.Equal(4, (await Db.Read<string>("select id from declared_texts")).Count); // the first activities are kept
        await Get<DeclaredTexts>().Declare(Cast.Chloe, March1, March31, new Dictionary<string, string?> { ["wp.2.title"] = "", ["wp.2.activities"] = " ", ["wp.2.outputs"] = null });
        Assert.Empty(await Get<DeclaredTexts>().Of(Cast.Pole.Id, March1, March31));
    }

    [Fact]
    public async Task An_expenditure_is_struck_out_and_never_edited()
    {
        var id = await Pay("works", 1_000, 0, 1_000);
        await Get<Expenditures>().Strike(Cast.David, id);
        await Get<Expenditures>().Strike(Cast.David, id);
        Assert.Empty(await Get<Expenditures>().Paid(Cast.David, March1, March31));
        Assert.Equal(Cast.David.PersonId, await Db.One<string>("select struck_by from expenditures"));
        await Assert.ThrowsAsync<NotHere>(() => Get<Expenditures>().Strike(Cast.Zora with { Roles = Roles.Treasurer }, id));
        await Assert.ThrowsAsync<NotAllowed>(() => Get<Expenditures>().Strike(Cast.Bruno, id));
    }

    [Theory, InlineData("works", 100, 101, 50, "vat"), InlineData("works", 100, 0, 100.01, "eligible"), InlineData("works", 0, 0, 0, "total"), InlineData("in_kind", 1, 0, 1, "category"), InlineData("staff", 1, 0, 1, "category")]
    public async Task What_cannot_be_claimed_is_refused_at_its_field(string category, double total, double vat, double eligible, string field) =>
        Assert.Equal(field, (await Assert.ThrowsAsync<Refused>(() => Pay(category, (decimal)total, (decimal)vat, (decimal)eligible))).Field);

    [Fact]
    public async Task With_real_costs_staff_is_typed_from_payslips_and_nothing_is_computed()
    {
        var digest = await MarchOfAProject();
        await Packs.Set(Cast.David, new() { StaffMethod = PackSettings.RealCosts });
        await Pay("staff", 3_210.99m, 0, 1_605.50m);
        var pack = await Of(digest, PackNames.Partner);
        Assert.Equal("Personnel | 1 | 1 605,50", Rows(TableOf(pack, "categories"), 0, 1, 2)[0]);

        await Packs.Set(Cast.David, new() { StaffMethod = PackSettings.FlatRate, DirectCents = 180_00 });
        Assert.Equal("Personnel | 1 | 36,00", Rows(TableOf(await Of(digest, PackNames.Partner), "categories"), 0, 1, 2)[0]); // 20 % of 180; payslips no more
    }

    /// <summary>
    /// PASS 2026 48 060 € → 3 × = 144 180,00 €. At 900 €/h: February 150 h = 135 000,00, kept whole; March 20 h = 18 000,00, of which
    /// 144 180 − 135 000 = 9 180,00 is kept and 8 820,00 is beyond. In 2024 no PASS is known: nothing is guessed.
    /// </summary>
    [Fact]
    public async Task Sponsorship_is_claimed_up_to_three_times_the_ceiling_of_each_employees_year()
    {
        await Get<Rates>().Adopt(Cast.David, new("mecenat_competences", "M5", 1, 0, 900m, null, null, new(2024, 1, 1), "Prix de revient", "CA", new(2024, 1, 5), "PV 1"));
        for (var day = 1; day <= 15; day++) await Line($"2026-02-{day:00}", "mecenat_competences", 600, of: Cast.Bruno);
        await Approve(await Compile(new(2026, 2, 1), new(2026, 2, 28)));
        for (var day = 1; day <= 2; day++) await Line($"2026-03-{day:00}", "mecenat_competences", 600, of: Cast.Bruno);
        await Line("2026-03-09", "mecenat_competences", 60, of: Cast.Elise); // another employee has a ceiling of their own
        var digest = await March();
        var table = TableOf(await Of(digest, PackNames.Sponsorship), "mecenat");

        Assert.Equal(
            ["Elips | 2026 | 20 h | 18 000,00 | 135 000,00 | 144 180,00 | 9 180,00 | 8 820,00 | au-delà de 3 × PASS 2026 (144 180,00 €)", "Re-Sources | 2026 | 1 h | 900,00 | 0,00 | 144 180,00 | 900,00 | 0,00 | "],
            Rows(table, 0, 2, 4, 5, 6, 7, 8, 9, 10));
        Assert.Equal((18_900_00L, 10_080_00L, 8_820_00L), (table.Sum(5), table.Sum(8), table.Sum(9)));
        Assert.Equal(18_900_00L, TableOf(await Of(digest, PackNames.Cvn), "comptes").Rows.First(r => (string)r.Cells[0]! == "862").Cells[6]); // the accounts keep the whole
        Assert.Empty(TableOf(await Of(digest, PackNames.Sponsorship, Cast.Amina), "mecenat").Rows); // of another enterprise: she is told of nobody's pay
        await AddsUp(digest, await Of(digest, PackNames.Sponsorship));

        await Line("2024-05-06", "mecenat_competences", 60, of: Cast.Bruno);
        var early = TableOf(await Of(await Compile(new(2024, 5, 1), new(2024, 5, 31)), PackNames.Sponsorship), "mecenat");
        Assert.Equal(["900,00 |  |  | PASS 2024 non enregistré"], Rows(early, 5, 7, 8, 10));
        await Get<SecurityCeilings>().Add(2024, 46_368, "Arrêté du 19 décembre 2023");
        Assert.Equal(["139 104,00 | 900,00"], Rows(TableOf(await Of(await Compile(new(2024, 5, 1), new(2024, 5, 31)), PackNames.Sponsorship), "mecenat"), 7, 8));
        foreach (var sql in new[] { "update security_ceilings set annual_cents = 1", "delete from security_ceilings" })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Db.Write(null, tx => tx.Execute(sql)));
    }
}

public sealed class PartnerReportOnSqlite() : PartnerReportTests(On.Sqlite);

public sealed class PartnerReportOnPostgres() : PartnerReportTests(On.Postgres);
