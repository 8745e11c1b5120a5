namespace Ptce.Workspace.Tests;

public abstract class DeclaredTests(On on) : PackTest(on)
{
    private Task Declare(params (string Name, decimal? Number)[] figures) =>
        Get<DeclaredFigures>().Declare(Cast.David, March1, March31, figures.ToDictionary(f => f.Name, f => f.Number));

    [Fact]
    public async Task A_forecast_is_kept_with_who_and_when_and_the_form_compares_with_it()
    {
        await Line("2026-03-02", minutes: 600);
        var digest = await March();
        Assert.Equal("864 |  | 120,20 |  | ", Rows(TableOf(await Of(digest, PackNames.CerfaAccount), "contributions"), 0, 2, 3, 4, 5)[3]);

        await Declare(("cerfa.86.864", 100m), ("cerfa.87.870", 100m));

        var table = TableOf(await Of(digest, PackNames.CerfaAccount), "contributions");
        Assert.Equal("864 | 100,00 | 120,20 | 120,2 | 20,20 | 20,2", Rows(table, 0, 2, 3, 4, 5, 6)[3]);
        Assert.Equal([10_000L, 10_000L], table.Blocks.Select(b => table.Sum(b, 2)));
        Assert.Equal([20_20L, 20_20L], table.Blocks.Select(b => table.Sum(b, 5))); // done less planned, row by row and in all
        Assert.Equal("100", Cells(Spreadsheet(Workspace.Packs.File(await Of(digest, PackNames.CerfaAccount), Cast.David, Fr)), 0).Values.Last(c => c.Formula?.StartsWith("SUM(C", StringComparison.Ordinal) == true).Value);
        Assert.Equal("100,00", Rows(TableOf(await Of(digest, PackNames.CerfaBudget), "contributions"), 3)[3]);
        var kept = (await Get<DeclaredFigures>().Of(Cast.Pole.Id, March1, March31))["cerfa.86.864"];
        Assert.Equal((Cast.David.PersonId, Clock.GetUtcNow()), (kept.RecordedBy, kept.RecordedAt));
    }

    [Fact]
    public async Task A_later_figure_takes_over_an_emptied_field_takes_back_and_nothing_is_lost()
    {
        await Declare((DeclaredFigures.Market, 1000m));
        await Declare((DeclaredFigures.Market, 1000m)); // the same is not written twice
        await Declare((DeclaredFigures.Market, 1200.50m));
        await Declare((DeclaredFigures.Market, null));

        Assert.Empty(await Get<DeclaredFigures>().Of(Cast.Pole.Id, March1, March31));
        Assert.Equal([100_000L, 120_050L, null], await Db.Read<long?>("select hundredths from declared_figures order by recorded_at, id"));
        Assert.Equal(3, (await Events(Cast.Pole.Id)).Count(e => e == "FiguresDeclared"));
    }

    [Theory, InlineData("cerfa.86.860", -1), InlineData("survey.demand", 101), InlineData("resources.public", 1.005), InlineData("rien", 1)]
    public async Task A_figure_out_of_range_is_refused_at_its_field(string name, double number)
    {
        var refused = await Assert.ThrowsAsync<Refused>(() => Declare((name, (decimal)number)));
        Assert.Equal(name, refused.Field);
        Assert.Empty(await Db.Read<string>("select id from declared_figures"));
    }

    [Fact]
    public async Task Two_sides_of_a_forecast_are_equal_or_it_is_refused() =>
        Assert.Equal("Total 86 : 100,00 €, total 87 : 90,00 €. Les contributions n'ont pas d'effet sur le résultat : les deux totaux doivent être égaux.",
            (await Assert.ThrowsAsync<Refused>(() => Declare(("cerfa.86.864", 100m), ("cerfa.87.870", 90m)))).In("fr").Plain());

    [Fact]
    public async Task Resources_are_split_in_three_once_the_money_is_known()
    {
        await Line("2026-03-02", minutes: 600);
        var digest = await March();
        Assert.Equal(["Ressources marchandes |  | ", "Ressources non marchandes (subventions) |  | ", "Ressources non monétaires (ce bilan) | 120,20 | "], Rows(TableOf(await Of(digest, PackNames.Steering), "ressources"), 0, 2, 3));

        await Declare((DeclaredFigures.Market, 180.30m), (DeclaredFigures.Public, 300.50m));

        var table = TableOf(await Of(digest, PackNames.Steering), "ressources");
        Assert.Equal([" | 180,30 | 30", " | 300,50 | 50", "10 h | 120,20 | 20"], Rows(table, 1, 2, 3));
        Assert.Equal(601_00L, table.Sum(2));
        Assert.DoesNotContain((await Of(digest, new PackAsked(PackNames.Steering, Values: false))).Tables, t => t.Name == "ressources"); // it compares money alone
    }

    [Fact]
    public async Task Answers_of_the_questionnaire_are_carried_over_and_hours_are_set_against_posts()
    {
        await Get<DeclaredFigures>().Declare(Cast.David, new(2026, 1, 1), new(2026, 1, 31), new Dictionary<string, decimal?> { ["survey.visibility"] = 78 });
        await Get<Members>().Describe(Cast.Chloe, Cast.Organisation("Elips"), Members.Profile.Unsaid, 2m);
        await Db.Write(Cast.Pole.Id, tx => tx.Execute("update memberships set from_day = '2025-01-01'", null));
        await Line("2026-02-03", minutes: 60);
        await Approve(await Compile(new(2026, 2, 1), new(2026, 2, 28)));
        await Declare(("survey.visibility", 80m));
        await Line("2026-03-03", "temps_salarie", 1200, of: Cast.Amina); // no rate: its hours count all the same

        await Line("2026-03-05", "achat_groupe", 0, quantity: 40, unitValueCents: 2_50, unit: "unite"); // saved, never in the values
        var rows = Rows(TableOf(await Of(await March(), PackNames.Steering), "enquete"), 0, 1, 2, 3);
        Assert.Equal("Visibilité locale de l'ESS | % | 80 | 78", rows[0]);
        Assert.Equal("Économie réalisée par les achats groupés | € | 100 | ", rows[1]);
        Assert.Equal("Part des ETP des membres donnée au pôle (2 ETP, 1 607 h par an) | % | 7,3 | 0", rows[2]); // 20 h of 2 × 1,607 h × 31 ÷ 365
        Assert.Equal("Coopérations de l'année |  | 0 | 0", rows[3]);
    }
}

public sealed class DeclaredOnSqlite() : DeclaredTests(On.Sqlite);

public sealed class DeclaredOnPostgres() : DeclaredTests(On.Postgres);
