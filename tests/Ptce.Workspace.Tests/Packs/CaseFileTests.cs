namespace Ptce.Workspace.Tests;

/// <summary>The two Lorraine cases of the studies (Fe2i, Eco Trans-faire), as ledgers of one quarter whose packs were worked out by hand beside them.</summary>
public abstract class CaseFileTests(On on) : PackTest(on)
{
    private static readonly DateOnly From = new(2026, 1, 1), To = new(2026, 3, 31);
    private readonly List<object?[]> _lines = [];

    private Task<string> Organisation(string name, string type) => Get<Members>().AddOrganisation(Cast.Ines, name, type, "membre", From);

    private void Time(string organisation, Actor person, string kind, DateOnly day, long minutes, string? to = null) =>
        _lines.Add([$"case-{_lines.Count:0000}", Cast.Pole.Id, person.PersonId, organisation, to, kind, Iso(day), minutes, null, null, null, "import", "validated", 0L]);

    private void InKind(string organisation, string kind, DateOnly day, decimal quantity, string unit, long cents, string? to = null) =>
        _lines.Add([$"case-{_lines.Count:0000}", Cast.Pole.Id, null, organisation, to, kind, Iso(day), 0L, (long)(quantity * 1000), unit, cents, "import", "validated", 0L]);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");

    private async Task<Digest> Written()
    {
        await Db.Write(Cast.Pole.Id, tx => tx.AddRows("contributions",
            ["id", "pole_id", "person_id", "organisation_id", "beneficiary_id", "kind", "day", "minutes", "quantity_milli", "unit", "unit_value_cents", "channel", "state", "logged_at"], _lines));
        return await Compile(From, To);
    }

    private Task<AdoptedRate> Rate(string kind, decimal euros) =>
        Get<Rates>().Adopt(Cast.David, new(kind, "M5", 1, 0, euros, null, null, From, "Coût employeur déclaré", "Comité de pilotage", new(2026, 1, 8), "PV 1"));

    /// <summary>
    /// Fe2i, carried by the insertion enterprise Valoprest (a SARL: no classes 86 and 87). Quarter by hand:
    ///   infrastructure lent, 3 months × 450,00                                    = 1 350,00  8611/871
    ///   two managers steer unpaid, 6 cotechs × 1 h 30 each: 12 × 18,03            =   216,36  864/875   (90 min × 12,02 ÷ 60 = 18,03)
    ///   the same two at the quarterly copil, 2 × 2 h: 2 × 24,04                   =    48,08  not booked
    ///   CAVF's officer, 12 weeks × 7 h at 28,50: 12 × 199,50                      = 2 394,00  862/871
    ///   CAVF's communication, 2 issues × 320,00                                   =   640,00  862/871
    ///   booked 4 600,36; with the copil 4 648,44; hours 18 + 4 + 84 = 106.
    /// </summary>
    private async Task<(Digest Digest, string Cavf)> Fe2i()
    {
        var (valoprest, cavf) = (Cast.Organisation("Valoprest"), await Organisation("CA du Val de Fensch", "collectivite"));
        await Rate("temps_salarie", 28.50m);
        await Packs.Set(Cast.David, new() { CarrierForm = "societe" });
        for (var month = 1; month <= 3; month++) InKind(valoprest, "locaux", new(2026, month, 1), 1, "mois", 450_00);
        for (var cotech = 0; cotech < 6; cotech++)
            foreach (var manager in new[] { Cast.David, Cast.Bruno }) Time(valoprest, manager, "benevolat_usager", From.AddDays(7 + 14 * cotech), 90);
        foreach (var manager in new[] { Cast.David, Cast.Bruno }) Time(valoprest, manager, "benevolat_politique", new(2026, 3, 12), 120);
        for (var week = 0; week < 12; week++) Time(cavf, Cast.Amina, "temps_salarie", From.AddDays(5 + 7 * week), 420, valoprest);
        InKind(cavf, "service", new(2026, 2, 2), 2, "unite", 320_00, valoprest);
        return (await Written(), cavf);
    }

    [Fact]
    public async Task Fe2i_gives_the_figures_worked_out_by_hand_beside_the_carriers_accounts()
    {
        var (digest, _) = await Fe2i();
        Assert.Equal((106 * 60, 4_648_44, 0), (digest.Minutes, digest.ValueCents, digest.Excluded));

        var cvn = await Of(digest, PackNames.Cvn);
        Assert.StartsWith("État extra-comptable", cvn.Title, StringComparison.Ordinal);
        Assert.Equal(
            ["8611 | 1350,00", "862 | 640,00", "862 | 2394,00", "864 | 216,36", "871 | 1350,00", "871 | 640,00", "871 | 2394,00", "875 | 216,36"],
            Rows(TableOf(cvn, "comptes"), 0, 6).Select(r => r.Replace("1 350", "1350").Replace("2 394", "2394")));
        Assert.Equal([4_600_36L, 4_600_36L], TableOf(cvn, "comptes").Blocks.Select(b => TableOf(cvn, "comptes").Sum(b, 6)));
        Assert.Equal(48_08L, TableOf(cvn, "hors-comptes").Sum(4));
        await AddsUp(digest, cvn);

        // The form: 861 premises, 862 services and staff (640 + 2 394 = 3 034), 864 volunteers; 870 is the volunteers there, 875 gifts (none).
        var form = await Of(digest, PackNames.CerfaAccount);
        Assert.Equal([0L, 1_350_00L, 3_034_00L, 216_36L, 216_36L, 4_384_00L, 0L], form.Tables[0].Rows.Select(r => r.Cells[3]));
        await AddsUp(digest, form);
    }

    [Fact]
    public async Task Fe2i_on_one_page_shows_who_gave_what_to_whom()
    {
        var (digest, cavf) = await Fe2i();
        var pack = await Of(digest, PackNames.Steering);

        Assert.Equal(4_648_44L, TableOf(pack, "natures").Sum(4));
        Assert.Equal(["84 h", "22 h"], TableOf(pack, "flux").Rows.Select(r => Fr.Duration((long)r.Cells[3]!)));
        Assert.Equal("Le plus grand échange : 84 h, CA du Val de Fensch → Valoprest", pack.Flow!.Finding.Plain());
        // CAVF gave 84 h and two services, 3 034,00; Valoprest gave 22 h and its rooms, 1 350,00 + 216,36 + 48,08 = 1 614,44.
        Assert.Equal(3_034_00L, (await Of(digest, new PackAsked(PackNames.Organisation, OrganisationId: cavf))).Tables[0].Sum(5));
        Assert.Equal(1_614_44L, (await Of(digest, new PackAsked(PackNames.Organisation, OrganisationId: Cast.Organisation("Valoprest")))).Tables[0].Sum(5));
        Assert.Empty((await Of(digest, PackNames.Entries)).Tables[0].Rows); // a SARL has nothing to book
    }

    /// <summary>
    /// Eco Trans-faire, carried by a GEIE, self-financed in loaded working time. Quarter by hand:
    ///   coordinator lent half time, 30 days × 7 h = 210 h; 38 700 ÷ (1 720 × 0,5 = 860 h) = 45,00 €/h         = 9 450,00
    ///   engineer of the CAUE, 40 h; 51 600 ÷ 1 720 = 30,00 €/h                                               = 1 200,00
    ///   Pépinières La Gaume, 22 h 30; 43 000 ÷ 1 720 = 25,00 €/h                                             =   562,50
    ///   declared 11 212,50. Valued for the pole at one scale of 30,00 €/h: 272 h 30 × 30                      = 8 175,00
    ///   ten hours of inhabitants on a building site, 10 × 12,02                                              =   120,20 in kind
    /// Over 2012–2014: budget 1 900 000, support 1 500 000 (Interreg 900, others 600), the rest in working time.
    /// </summary>
    [Fact]
    public async Task Eco_Trans_faire_declares_staff_as_cost_and_only_unpaid_work_as_in_kind()
    {
        var cg54 = await Organisation("Conseil général 54", "collectivite");
        var caue = await Organisation("CAUE 54", "association");
        var gaume = await Organisation("Pépinières La Gaume", "cooperative");
        await Rate("temps_salarie", 30m);
        await Packs.Set(Cast.David, new() { CarrierForm = "geie", Programme = "Interreg IV", Project = "Eco Trans-faire", EligibleCents = 1_900_000_00, SupportCents = 1_500_000_00 });
        foreach (var (person, organisation, annual, share) in new[] { (Cast.Amina, cg54, 38_700m, 0.5m), (Cast.Chloe, caue, 51_600m, 1m), (Cast.Gaelle, gaume, 43_000m, 1m) })
        {
            await Db.Write(null, tx => tx.Execute("update mandates set organisation_id = @organisation, from_day = '2026-01-01' where person_id = @PersonId and pole_id = @PoleId", new { organisation, person.PersonId, person.PoleId }));
            await Get<StaffCosts>().Record(Cast.David, new(person.PersonId, From, annual, share, null, "Bulletins 2025"));
        }
        for (var day = 0; day < 30; day++) Time(cg54, Cast.Amina, "temps_salarie", From.AddDays(4 + day), 420);
        for (var day = 0; day < 8; day++) Time(caue, Cast.Chloe, "temps_salarie", From.AddDays(40 + day), 300);
        for (var day = 0; day < 3; day++) Time(gaume, Cast.Gaelle, "temps_salarie", From.AddDays(60 + day), 450);
        Time(cg54, Cast.Elise, "benevolat_usager", new(2026, 3, 14), 600);
        var digest = await Written();

        var staff = (await Of(digest, PackNames.Staff)).Tables[0];
        Assert.Equal(11_212_50L, staff.Sum(10));
        Assert.Equal([30_00L, 45_00L, 25_00L], staff.Rows.GroupBy(r => r.Cells[0]).OrderBy(g => (string)g.Key! == "Amina Belkacem" ? 1 : (string)g.Key! == "Gaëlle Weber" ? 2 : 0).Select(g => g.First().Cells[5]));
        Assert.Equal(8_175_00L, (await Of(digest, PackNames.Steering)).Tables[0].Rows.Single(r => (string)r.Cells[0]! == Fr.Kind("temps_salarie")).Cells[4]);

        // In kind 120,20: usual ceiling 1 900 000, strict 1 899 879,80; support 1 500 000 holds in both.
        var ceiling = await Of(digest, PackNames.Ceiling);
        Assert.Equal(120_20L, TableOf(ceiling, "apports").Sum(4));
        Assert.Equal([1_900_000_00L, 1_899_879_80L], TableOf(ceiling, "plafond").Rows.Select(r => r.Cells[3]));
        Assert.Equal([400_000_00L, 399_879_80L], TableOf(ceiling, "plafond").Rows.Select(r => r.Cells[5]));
        foreach (var name in new[] { PackNames.Staff, PackNames.Ceiling, PackNames.Cvn, PackNames.Steering }) await AddsUp(digest, await Of(digest, name));
    }
}

public sealed class CaseFilesOnSqlite() : CaseFileTests(On.Sqlite);

public sealed class CaseFilesOnPostgres() : CaseFileTests(On.Postgres);
