using System.Data.Common;

namespace Ptce.Workspace.Tests;

/// <summary>How things are valued: rent of the market, depreciation, cost, sale; the calculation stands on the line.</summary>
public abstract class UnitValueTests(On on) : LinesTest(on)
{
    private static readonly UnitValueBasis Shredder = new(UnitValueBasis.Depreciation, "facture du 3 mars", 1_200_00, 730, 5_000, 2_00);

    private NewContribution Lent(UnitValueBasis? basis, string kind = "materiel", long? unitValueCents = null) =>
        new(Yesterday, 0, kind, Quantity: 3, UnitValueCents: unitValueCents, Basis: basis);

    [Fact]
    public async Task Depreciation_is_reckoned_to_the_cent_and_stands_on_the_line()
    {
        var line = await Logged(Cast.Amina, Lent(Shredder));

        // 120,000 cents ÷ 730 days × ½ + 200 = 282.19…
        Assert.Equal(2_82, line.UnitValueCents);
        Assert.Equal(Shredder, line.Basis);
        Assert.Equal("amortissement : 1 200,00 € ÷ 730 jours × 50 % + 2,00 € de frais d'usage (facture du 3 mars)", line.Basis!.In(new("fr"), line.Unit).Plain());
        var worth = (await Get<Digests>().WorthOf(Cast.Amina, line))!;
        Assert.Equal((8_46, null, false), (worth.ValueCents, worth.Missing, worth.Frozen));
    }

    [Fact]
    public async Task The_ledger_as_a_file_shows_how_each_value_was_found()
    {
        await Logged(Cast.Amina, Lent(Shredder));
        var row = await Get<Contributions>().Export(Cast.Pole).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Contributions.ExportColumns.Count, row.Count);
        Assert.Equal(["depreciation", "facture du 3 mars", 1_200m, 730m, 50m, 2m], row.Skip(Contributions.ExportColumns.ToList().IndexOf("basis")));
    }

    [Theory]
    [InlineData(100_00, "30", 10_000, 0, 3_33)]
    [InlineData(100_50, "100", 10_000, 0, 1_01)] // 100.5 cents: half up
    [InlineData(90_000_00, "0.5", 1, 0, 18_00)]
    [InlineData(1, "1000", 10_000, 7, 7)]
    public void A_unit_by_depreciation(long price, string life, long share, long running, long cents) =>
        Assert.Equal(cents, new UnitValueBasis(UnitValueBasis.Depreciation, null, price, decimal.Parse(life, System.Globalization.CultureInfo.InvariantCulture), share, running).Checked("vehicule").UnitCents);

    [Theory]
    [InlineData("materiel", "nothing", "basis"), InlineData("locaux", "depreciation", "basis"), InlineData("denrees", "market", "basis"), InlineData("materiel", "depreciation", "price")]
    public async Task A_rule_that_does_not_go_with_the_kind_is_refused(string kind, string method, string field) =>
        Assert.Equal(field, (await Assert.ThrowsAsync<Refused>(() => Logged(Cast.Amina, Lent(new(method), kind, 5_00)))).Field);

    [Fact]
    public async Task Who_states_another_value_than_the_calculation_gives_is_told_so()
    {
        var refused = await Assert.ThrowsAsync<Refused>(() => Logged(Cast.Amina, Lent(Shredder, unitValueCents: 3_00)));
        Assert.Equal(("unit_value", "contributions.basis_differs"), (refused.Field, refused.Key));
        Assert.Equal(2_82, (await Logged(Cast.Amina, Lent(Shredder, unitValueCents: 2_82))).UnitValueCents);
    }

    [Fact]
    public async Task A_value_is_corrected_with_its_rule_and_a_locked_one_by_another_line()
    {
        var line = await Logged(Cast.Amina, Lent(null));
        Assert.Equal("no_unit_value", (await Get<Digests>().WorthOf(Cast.Amina, line))!.Missing);
        var market = await Ledger.Correct(Cast.Amina, line.Id, unitValueCents: 25_00, basis: new(UnitValueBasis.Market, "tarif du loueur"));
        Assert.Equal((line.Id, 25_00, "tarif du loueur"), (market.Id, market.UnitValueCents, market.Basis!.Source));
        Assert.Null((await Ledger.Correct(Cast.Amina, line.Id, unitValueCents: 24_00)).Basis); // another value, found in another way
        await Ledger.Correct(Cast.Amina, line.Id, basis: Shredder);

        await Ledger.Validate(Cast.Chloe, line.Id);
        await Db.Write(Cast.Pole.Id, tx => Contributions.LockForDigest(tx, Cast.Pole.Id, "digest-1", [line.Id]));
        foreach (var sql in new[] { "update unit_value_bases set price_cents = 1", "delete from unit_value_bases" })
            await Assert.ThrowsAnyAsync<DbException>(() => Db.Write(Cast.Pole.Id, tx => tx.Execute(sql)));

        var right = await Ledger.Correct(Cast.Amina, line.Id, basis: Shredder with { RunningCents = 0 });
        Assert.NotEqual(line.Id, right.Id);
        Assert.Equal((82L, 2_82L), (right.UnitValueCents, (await Ledger.One(Cast.Amina, line.Id)).UnitValueCents));
    }

    [Fact]
    public async Task Time_says_its_rate_and_who_adopted_it()
    {
        var line = await Logged(Cast.Bruno, new(Yesterday, 120, "default", "cotech"));
        Assert.Equal("24,04 € = 2 h × 12,02 €/h, SMIC brut, depuis le 1er janvier 2026, grille par défaut, non adoptée (au taux en vigueur ce jour-là ; le prochain bilan la fixe)",
            (await Get<Digests>().WorthOf(Cast.Bruno, line))!.In(new("fr")).Plain());
    }
}

public sealed class UnitValueOnSqlite() : UnitValueTests(On.Sqlite);

public sealed class UnitValueOnPostgres() : UnitValueTests(On.Postgres);
