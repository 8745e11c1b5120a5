using System.Globalization;

namespace Ptce.Workspace.Tests;

public abstract class ContributionFilesTests(On on) : LinesTest(on)
{
    // As Bénévalibre and Kimai write them: commas, quotes, their own names of columns.
    private const string Benevalibre = """
        Prénom,Nom,Pseudo,Association,Titre,Description,Date,Date de fin,Durée,Durée (en heures),En attente de modération,Distance (en km),Catégorie,Projet,Niveau
        Bruno,Keller,bk,Elips,"Stand, forum des associations",,2026-11-14,,3:30:00,3.5,False,12.00,Animation,Forum,
        Bruno,Keller,bk,Elips,Tri,,2026-11-15,,0:50:00,0.8333333333333334,False,,Logistique,,
        Bruno,Keller,bk,Elips,Rangement,,2026-11-16,,1:00:00,1.0,True,,Logistique,,
        """;

    private const string Kimai = """
        "Date","From","To","Duration","Currency","Rate","Internal price","Hourly price","Fixed price","Name","User","E-mail","Staff number","Customer","Project","Activity","Description"
        "2026-11-17","09:00","10:06","1.10","EUR","0","0","0","0","amina","amina","amina@val-horizon.test","","Pôle","Tiers-lieu","cotech","préparation"
        """;

    private async Task<string> Written(string name, string text)
    {
        var file = Path.Combine(Get<StoreSettings>().Folder, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }

    [Fact]
    public async Task What_Benevalibre_exported_becomes_unpaid_time_and_what_waits_for_its_moderator_stays_there()
    {
        var rows = ContributionFiles.Read(await Written("benevalibre.csv", Benevalibre), "benevalibre");

        Assert.Equal("contributions.import_pending", Assert.Single((await Assert.ThrowsAsync<BadFile>(() => Ledger.Import(Cast.Pole, null, rows))).Rows).Reason.Key);
        var done = await Ledger.Import(Cast.Pole, null, rows, partial: true);

        Assert.Equal((2, 260, 4), (done.Lines, done.Minutes, Assert.Single(done.Bad).Line));
        Assert.Equal(
            [("benevolat_usager", 50, "Logistique", "Tri"), ("benevolat_usager", 210, "Forum", "Stand, forum des associations")],
            (await Ledger.OfPole(Cast.David, new())).Lines.Select(l => (l.Kind, (int)l.Minutes, l.Activity!, l.Note!)));
    }

    [Fact]
    public async Task What_Kimai_exported_is_time_of_the_organisation_that_is_named()
    {
        var file = await Written("kimai.csv", Kimai);
        Assert.Equal("organisation", Assert.Throws<Refused>(() => ContributionFiles.Read(file, "kimai")).Field);

        await Ledger.Import(Cast.Pole, null, ContributionFiles.Read(file, "kimai", "Val Horizon"));

        var line = Assert.Single((await Ledger.OfPole(Cast.David, new())).Lines);
        Assert.Equal(("temps_salarie", 66L, "cotech", "Pôle · Tiers-lieu · préparation"), (line.Kind, line.Minutes, line.Activity, line.Note));
        Assert.Equal("format", Assert.Throws<Refused>(() => ContributionFiles.Read(file, "toggl")).Field);
    }

    [Fact]
    public async Task What_is_exported_is_read_back_the_same_and_runs_in_no_spreadsheet()
    {
        await Ledger.Import(Cast.Pole, null, [
            new(2, "2026-11-18", "Amina Belkacem", "Val Horizon", "Elips", "default", "120", "", "", "cotech", "=HYPERLINK(\"http://x\")"),
            new(3, "2026-11-17", "", "La Coursive", "", "locaux", "", "3,5", "25,00", "atelier", "salle ; étage", Unit: "m²·jours"),
        ]);
        var file = Path.Combine(Get<StoreSettings>().Folder, "export.csv");
        await using (var to = File.Create(file)) await CsvFile.Write(to, CultureInfo.InvariantCulture, Contributions.ExportColumns, Ledger.Export(Cast.Pole));

        Assert.DoesNotContain(";=", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(
            [("2026-11-17", "", "La Coursive", "locaux", "", "3.50", "m2_jour", "25.00", "salle ; étage"), ("2026-11-18", "Amina Belkacem", "Val Horizon", "temps_salarie", "120", "", "", "", "=HYPERLINK(\"http://x\")")],
            ContributionFiles.Read(file, "ptce").Select(r => (r.Date, r.Person, r.Organisation, r.Kind, r.Minutes, r.Quantity, r.Unit, r.UnitValue, r.Note)));

        var other = new List<IReadOnlyList<object?>>();
        await foreach (var row in Ledger.Export(Cast.Elise with { Roles = Roles.Member })) other.Add(row); // Re-Sources has no part in either
        Assert.Empty(other);
        Assert.Equal(2, await Ledger.Export(Cast.David, new(2026, 11, 17)).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await Ledger.Export(Cast.David, new(2026, 11, 18)).CountAsync(TestContext.Current.CancellationToken));
    }
}

public sealed class ContributionFilesOnSqlite() : ContributionFilesTests(On.Sqlite);

public sealed class ContributionFilesOnPostgres() : ContributionFilesTests(On.Postgres);
