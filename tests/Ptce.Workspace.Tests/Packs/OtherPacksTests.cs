using System.Text;

namespace Ptce.Workspace.Tests;

public abstract class OtherPacksTests(On on) : PackTest(on)
{
    /// <summary>March: 2 h of Bruno's (Elips) for Val Horizon, 1 h of Élise's for Elips, a room of La Coursive's for the pole, 3 h of board time, one line still to confirm.</summary>
    private async Task<Digest> Lively()
    {
        await Line("2026-03-02", minutes: 120, beneficiary: "Val Horizon");
        await Line("2026-03-03", minutes: 60, of: Cast.Elise, beneficiary: "Elips");
        await Line("2026-03-04", "locaux", 0, giver: "La Coursive", quantity: 3, unitValueCents: 25_00);
        await Line("2026-03-05", "benevolat_politique", 180, of: Cast.Elise);
        await Line("2026-03-06", state: "submitted");
        return await March();
    }

    [Fact]
    public async Task Every_total_of_every_pack_is_the_sum_of_its_lines()
    {
        var digest = await Lively();
        foreach (var name in PackNames.All)
            foreach (var values in new[] { true, false })
            {
                var pack = await Of(digest, new PackAsked(name, values));
                await AddsUp(digest, pack);
                Assert.All(pack.Tables, t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Count, r.Cells.Count)));
                if (!values && pack.MayHideValues) Assert.DoesNotContain(pack.Tables.SelectMany(t => t.Columns), c => c.Shape == Shape.Money);
                _ = Spreadsheet(Workspace.Packs.File(pack, Cast.David, Fr));
            }
    }

    [Fact]
    public async Task Every_figure_of_entries_and_balances_opens_its_lines_with_their_values()
    {
        var digest = await Lively();
        foreach (var asked in new PackAsked[] { new(PackNames.Entries), new(PackNames.Cvn, Values: false), new(PackNames.CerfaAccount, Values: false), new(PackNames.Organisation, OrganisationId: Cast.Organisation("Elips")) })
        {
            var pack = await Of(digest, asked);
            Assert.NotEmpty(pack.Tables.SelectMany(t => t.Rows));
            Assert.All(pack.Tables.Where(t => t.Name is "ecritures" or "solde" or "comptes").SelectMany(t => t.Rows), r => Assert.Contains("/lignes?", r.Href));
            Assert.DoesNotContain(pack.Tables.SelectMany(t => t.Rows), r => r.Href?.Contains("valeurs=non", StringComparison.Ordinal) == true);
            await AddsUp(digest, pack);
        }
    }

    [Fact]
    public async Task What_was_written_for_several_counts_on_a_sheet_for_the_one_who_signs_it()
    {
        var line = await Line("2026-03-02", "temps_salarie", 480, of: Cast.Amina);
        await Line("2026-03-02", "temps_salarie", 30, of: Cast.Amina);
        await Get<Rates>().Adopt(Cast.David, new("temps_salarie", "M5", 1, 0, 30, "cadre", null, new(2026, 1, 1), "Barème", "Bureau", new(2026, 1, 8), "PV 7"));
        await Get<StaffCosts>().Record(Cast.David, new(Cast.Amina.PersonId, new(2026, 1, 1), 34_400, 1, null, "Bulletins 2025", Cast.Amina.OrganisationId));
        await Db.Write(null, tx => tx.Execute("update contributions set people = 4 where id = @line", new { line })); // « nous étions 4, 2 h »
        var digest = await March();

        var sheet = await Of(digest, new PackAsked(PackNames.Person, PersonId: Cast.Amina.PersonId));
        Assert.Equal(["2 | 2 h 30 | 75,00"], Rows(sheet.Tables[0], 3, 4, 5));
        Assert.Equal(Fr["packs.own_part"], sheet.Tables[0].Lede);
        var month = (await Of(digest, new PackAsked(PackNames.StaffMonth, PersonId: Cast.Amina.PersonId))).Tables[0];
        Assert.Equal(150L, month.Sum(1));
        Assert.Equal(510L, digest.Minutes); // the pole counts all four
    }

    [Fact]
    public async Task The_steering_pack_shows_hours_flows_balances_and_what_was_left_out()
    {
        var digest = await Lively();
        var pack = await Of(digest, PackNames.Steering);

        // 3 h at 12,02 = 36,06; board time 3 h = 36,06; the room 75,00: together 147,12.
        Assert.Equal(["bénévolat politique | 3 h | 36,06", "bénévolat d'usager | 3 h | 36,06", "locaux |  | 75,00"], Rows(TableOf(pack, "natures"), 0, 2, 4));
        Assert.Equal(147_12L, TableOf(pack, "natures").Sum(4));
        Assert.Equal(147_12L, TableOf(pack, "flux").Sum(5));
        Assert.Contains("Elips | 2 h | 1 h | 1 h de plus données", Rows(TableOf(pack, "organisations"), 0, 1, 2, 5));
        Assert.Equal(["à confirmer par l'autre partie | 1"], Rows(TableOf(pack, "ecartees"), 0, 1));
        Assert.Equal("Le plus grand échange : 3 h, Re-Sources → Pôle du Haut-Pays".Replace("Pôle du Haut-Pays", Fr["digests.pole_itself"]), pack.Flow!.Finding.Plain());
        foreach (var drawing in new[] { pack.Flow.Narrow, pack.Flow.Wide })
            Assert.Equal((2, 3, 3), (drawing.Nodes.Count(n => n.Gives), drawing.Nodes.Count(n => !n.Gives), drawing.Ribbons.Count));

        await Packs.Set(Cast.David, new() { BoardSteering = PackSettings.Out });
        Assert.Equal(111_06L, TableOf(await Of(digest, PackNames.Steering), "natures").Sum(4));
    }

    [Fact]
    public async Task An_organisation_reads_what_it_gave_and_received()
    {
        var digest = await Lively();
        var pack = await Of(digest, new PackAsked(PackNames.Organisation, OrganisationId: Cast.Organisation("Elips")));

        Assert.Equal(["Val Horizon | bénévolat d'usager | 2 h | 24,04"], Rows(TableOf(pack, "donne"), 0, 1, 3, 5));
        Assert.Equal(["Re-Sources | bénévolat d'usager | 1 h | 12,02"], Rows(TableOf(pack, "recu"), 0, 1, 3, 5));
        Assert.Equal(["Re-Sources | 0 min | 1 h | 1 h de plus reçues que données", "Val Horizon | 2 h | 0 min | 2 h de plus données que reçues"], Rows(TableOf(pack, "solde"), 0, 1, 2, 3));
        await AddsUp(digest, pack);
        await Assert.ThrowsAsync<NotHere>(() => Of(digest, new PackAsked(PackNames.Organisation, OrganisationId: Cast.Organisation("Culture & Coopération"))));
    }

    [Fact]
    public async Task A_persons_hours_are_for_that_person_their_organisation_and_the_cell()
    {
        var digest = await Lively();
        var sheet = new PackAsked(PackNames.Person, PersonId: Cast.Bruno.PersonId);

        foreach (var reader in new[] { Cast.Bruno, Cast.GaelleOfElips, Cast.Chloe, Cast.David })
            Assert.Equal(["02/03/2026 | Elips | 2 h"], Rows((await Of(digest, sheet, reader)).Tables[0], 0, 1, 4));
        foreach (var reader in new[] { Cast.Amina, Cast.Gaelle }) await Assert.ThrowsAsync<NotAllowed>(() => Of(digest, sheet, reader));
        await Assert.ThrowsAsync<NotHere>(() => Of(digest, sheet, Cast.Zora));
        await Assert.ThrowsAsync<NotHere>(() => Of(digest, sheet, Cast.Farid)); // not approved yet
        await Assert.ThrowsAsync<NotAllowed>(() => Of(digest, sheet, Cast.Amina));
        foreach (var (reader, minutes) in new[] { (Cast.Bruno, 120L), (Cast.Elise, 240L) }) Assert.Equal(minutes, (await Of(digest, new PackAsked(PackNames.Person), reader)).Tables[0].Sum(4));
    }

    [Fact]
    public async Task Entries_have_eighteen_columns_and_equal_sides_and_a_reversal_stands_the_other_way_round()
    {
        await Line("2026-03-02", minutes: 600);
        await Line("2026-03-03", "locaux", 0, quantity: 3, unitValueCents: 25_00);
        await Line("2026-03-04", "denrees", 0, quantity: -2, unitValueCents: 5_00, unit: "kg");
        var digest = await Approve(await March());
        var fec = new MemoryStream();
        await Packs.Write(Cast.David, digest.Id, new(PackNames.Entries), "txt", null, fec, Fr);

        var rows = Encoding.UTF8.GetString(fec.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('\t')).ToList();
        Assert.Equal(AccountingFiles.Fec, rows[0]);
        Assert.All(rows, r => Assert.Equal(18, r.Length));
        Assert.Equal(
            ["1 870 10,00 0,00", "1 860 0,00 10,00", "2 8611 75,00 0,00", "2 871 0,00 75,00", "3 864 120,20 0,00", "3 875 0,00 120,20"],
            rows.Skip(1).Select(r => $"{r[2]} {r[4]} {r[11]} {r[12]}"));
        Assert.All(rows.Skip(1), r => Assert.Equal(("20260331", "BILAN-" + digest.ShortHash, "20261119"), (r[3], r[8], r[15])));

        var beside = new MemoryStream();
        await Packs.Write(Cast.David, digest.Id, new(PackNames.EntriesDescription), "txt", null, beside, Fr);
        var description = Encoding.UTF8.GetString(beside.ToArray()).Plain();
        foreach (var said in (string[])
            [
                digest.Hash!, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(fec.ToArray())), "fec_2026-03-01_2026-03-31_" + digest.ShortHash,
                "écritures : 3, lignes : 6, total débit 205,20 €, total crédit 205,20 €", "JournalCode, JournalLib, EcritureNum",
            ])
            Assert.Contains(said, description);

        var paheko = new MemoryStream();
        await Packs.Write(Cast.David, digest.Id, new(PackNames.EntriesForPaheko), "csv", null, paheko, Fr);
        var lines = Encoding.UTF8.GetString(paheko.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\"Numéro d'écriture\",\"Date\",\"Libellé\",\"Compte de débit\",\"Compte de crédit\",\"Montant\",\"Numéro pièce comptable\",\"Référence paiement\",\"Remarques\"", lines[0]);
        Assert.StartsWith("\"\",\"31/03/2026\",\"CVN, bénévolat d'usager, du ", lines[3], StringComparison.Ordinal);
        Assert.Contains(",\"864\",\"875\",\"120,20\",", lines[3]);

        await Packs.Set(Cast.David, new() { CarrierForm = "geie" });
        Assert.Empty((await Of(digest, PackNames.Entries)).Tables[0].Rows);
        await Assert.ThrowsAsync<NotAllowed>(() => Packs.Write(Cast.Farid, digest.Id, new(PackNames.Entries), "txt", null, new MemoryStream(), Fr));
    }

    [Fact]
    public async Task The_steering_pack_names_the_cooperations_that_ran_in_the_period()
    {
        var digest = await Lively();
        foreach (var (title, from, to) in new[] { ("Broyeur commun", new DateOnly(2025, 9, 1), (DateOnly?)null), ("Déjà finie", new(2025, 1, 1), new DateOnly(2026, 2, 28)), ("À venir", new(2026, 4, 1), null) })
            await Get<Cooperations>().Log(Cast.Chloe, new(title, [Cast.Organisation("Elips"), Cast.Organisation("Val Horizon")], from, to), "web");

        var pack = await Of(digest, PackNames.Steering);
        Assert.Equal(["Broyeur commun | Elips, Val Horizon"], Rows(TableOf(pack, "cooperations"), 0, 1));
    }

    [Fact]
    public async Task A_trend_compares_with_the_digest_approved_before()
    {
        await Line("2026-02-03", minutes: 60);
        await Approve(await Compile(new(2026, 2, 1), new(2026, 2, 28)));
        await Line("2026-03-03", minutes: 90);
        var pack = await Of(await March(), PackNames.Steering);

        Assert.Equal(["1 h | 12,02", "1 h 30 | 18,03"], Rows(TableOf(pack, "periodes"), 2, 3));
        Assert.Equal("1 h 30 données, 30 min de plus que sur la période précédente", pack.Charts["periodes"].Finding);
        Assert.Equal("1 h sur la période précédente", pack.Figures[0].Note);
        Assert.Equal(["Organisations qui ont donné | 1 | 1"], Rows(TableOf(pack, "indicateurs"), 0, 1, 2).Take(1));
    }

    [Fact]
    public async Task Periods_of_unlike_length_are_said_with_their_days_and_not_compared()
    {
        await Line("2026-02-03", minutes: 60);
        await Approve(await Compile(new(2026, 2, 1), new(2026, 2, 28)));
        await Line("2026-03-03", minutes: 30);
        var pack = await Of(await Compile(March1, new(2026, 3, 15)), PackNames.Steering);

        Assert.Equal("30 min données en 15 jours ; 1 h en 28 jours sur la période précédente", pack.Charts["periodes"].Finding.Plain());
    }
}

public sealed class OtherPacksOnSqlite() : OtherPacksTests(On.Sqlite);

public sealed class OtherPacksOnPostgres() : OtherPacksTests(On.Postgres);
