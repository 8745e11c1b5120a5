namespace Ptce.Workspace.Tests;

public abstract class InterregTests(On on) : PackTest(on)
{
    private Task Cost(Actor by, Actor of, decimal annual, decimal share = 1, decimal? part = null, string from = "2026-01-01") =>
        Get<StaffCosts>().Record(by, new(of.PersonId, DateOnly.Parse(from), annual, share, part, "Bulletins 2025", of.OrganisationId));

    [Fact]
    public async Task The_hourly_rate_is_the_annual_cost_over_1720_hours_pro_rata_of_part_time()
    {
        await Line("2026-03-02", "temps_salarie", 90, of: Cast.Amina);
        await Get<Rates>().Adopt(Cast.David, new("temps_salarie", "M5", 1, 0, 20m, null, null, new(2026, 1, 1), "Barème", "CA", new(2026, 1, 5), "PV 1"));
        await Cost(Cast.David, Cast.Amina, 43_000);
        var pack = await Of(await March(), PackNames.Staff);

        // 43 000 ÷ 1 720 = 25,00 €/h; 1 h 30 → 37,50.
        Assert.Equal(["Amina Belkacem | Val Horizon | mars 2026 | 25,00 | 1 h 30 | 1 h 30 | 37,50"], Rows(pack.Tables[0], 0, 1, 2, 5, 6, 9, 10));
        Assert.Equal(25_00, new StaffCost("", "", "", default, 21_500_00, 5000, null, "").CentsPerHour); // half time, half the cost: 21 500 ÷ 860
        Assert.Equal(860 * 60, new StaffCost("", "", "", default, 1, 5000, null, "").YearMinutes);
    }

    [Fact]
    public void What_other_projects_took_of_the_year_comes_first()
    {
        var cost = new StaffCost("", "p", "o", default, 43_000_00, 10_000, null, "");
        Assert.Equal(600, new StaffMonth("p", "o", new(2026, 12, 1), 600, 0, 1720 * 60, cost).Kept);       // exactly full
        Assert.Equal(540, new StaffMonth("p", "o", new(2026, 12, 1), 600, 0, 1720 * 60 + 60, cost).Kept);  // an hour too many
        Assert.Equal(0, new StaffMonth("p", "o", new(2026, 12, 1), 600, 600, 1730 * 60 + 600, cost).Kept); // nothing left
        Assert.Equal(0, new StaffMonth("p", "o", new(2026, 12, 1), -60, 0, 600, cost).Kept);
        Assert.Null(new StaffMonth("p", "o", new(2026, 12, 1), 600, 0, 600, null).Cents);
    }

    [Fact]
    public async Task Hours_of_the_other_pole_count_into_the_cap_of_the_year()
    {
        await Line("2026-03-02", "temps_salarie", 600, of: Cast.Gaelle);
        await Get<Rates>().Adopt(Cast.David, new("temps_salarie", "none", 1, 0, null, null, null, new(2026, 1, 1), "Barème", "CA", new(2026, 1, 5), "PV 1"));
        await Db.Write(Cast.Other.Id, tx => tx.AddRows("contributions", ["id", "pole_id", "person_id", "organisation_id", "kind", "day", "minutes", "channel", "state", "logged_at"],
            Enumerable.Range(0, 75).Select(i => (object?[]) // 75 days of 22 h 52: 1,715 h
                [$"elsewhere-{i}", Cast.Other.Id, Cast.Gaelle.PersonId, Cast.Organisation("Culture & Coopération"), "temps_salarie", new DateOnly(2026, 1, 1).AddDays(i).Iso(), 1715L * 60 / 75, "import", "validated", 0L])));
        await Cost(Cast.David, Cast.Gaelle, 43_000);
        var digest = await March();

        // 1 720 − 1 715 leaves 5 h of the 10: 5 × 25,00 = 125,00.
        Assert.Equal(["10 h | 1725 h | 5 h | 125,00"], Rows((await Of(digest, PackNames.Staff)).Tables[0], 6, 8, 9, 10).Select(r => r.Replace("1 725", "1725")));
        var sheet = await Of(digest, new PackAsked(PackNames.StaffMonth, PersonId: Cast.Gaelle.PersonId));
        Assert.Equal((31, 600L, 2), (sheet.Tables[0].Rows.Count(), sheet.Tables[0].Sum(1), sheet.Tables[0].Signatures.Count));
    }

    [Fact]
    public async Task Pay_is_read_by_the_treasurer_and_the_employer_and_by_nobody_else()
    {
        await Cost(Cast.Amina, Cast.Gaelle, 30_000);      // of Val Horizon, for one of Val Horizon
        await Cost(Cast.David, Cast.Amina, 40_000);
        await Assert.ThrowsAsync<NotAllowed>(() => Cost(Cast.Bruno, Cast.Amina, 1));
        await Assert.ThrowsAsync<NotAllowed>(() => Cost(Cast.Chloe, Cast.Amina, 1)); // the cell is no treasurer
        await Assert.ThrowsAsync<NotHere>(() => Cost(Cast.David, Cast.Zora, 40_000));
        Assert.Equal("annual", (await Assert.ThrowsAsync<Refused>(() => Cost(Cast.David, Cast.Amina, 0))).Field);
        Assert.Equal("share", (await Assert.ThrowsAsync<Refused>(() => Cost(Cast.David, Cast.Amina, 1, 1.5m))).Field);

        var costs = Get<StaffCosts>();
        foreach (var (reader, readable) in new[] { (Cast.David, 2), (Cast.Amina, 2), (Cast.Bruno, 0), (Cast.Chloe, 0) }) Assert.Equal(readable, (await costs.Readable(reader)).Count);
        await Assert.ThrowsAsync<NotAllowed>(() => costs.Readable(Cast.Farid));
        Assert.DoesNotContain(await Db.Read<string>("select body from events where name = 'StaffCostRecorded'"), b => b.Contains("40", StringComparison.Ordinal) && b.Contains("nnual", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fixed_share_and_a_flat_rate_need_no_hours()
    {
        await Cost(Cast.David, Cast.Amina, 36_000, 1, 0.25m);
        var digest = await March();
        await Packs.Set(Cast.David, new() { StaffMethod = "fixed_pct" });
        Assert.Equal(["Amina Belkacem | mars 2026 | 25 | 750,00"], Rows((await Of(digest, PackNames.Staff)).Tables[0], 0, 2, 4, 5)); // 36 000 ÷ 12 × 25 %
        await Packs.Set(Cast.David, new() { StaffMethod = "flat20", DirectCents = 50_000_00 });
        Assert.Equal(["50 000,00 | 20 | 10 000,00"], Rows((await Of(digest, PackNames.Staff)).Tables[0], 1, 2, 3));
    }

    [Fact]
    public async Task The_ceiling_is_shown_in_both_readings()
    {
        var test = new InKindCeiling(100_000_00, 30_000_00, 80_000_00);
        Assert.Equal((100_000_00, 70_000_00, true, false), (test.Usual, test.Strict, test.HoldsUsually, test.HoldsStrictly));

        await Line("2026-03-02", minutes: 600);                                                          // 120,20
        await Line("2026-03-03", "locaux", 0, quantity: 3, unitValueCents: 25_00);                        // 75,00
        await Line("2026-03-04", "benevolat_politique", 60, of: Cast.Elise);                              // not accepted
        await Packs.Set(Cast.David, new() { EligibleCents = 1_000_00, SupportCents = 900_00 });
        var pack = await Of(await March(), PackNames.Ceiling);
        Assert.Equal(195_20L, TableOf(pack, "apports").Sum(4));
        Assert.Equal(["1 000,00 | 900,00 | 100,00 | tenu", "804,80 | 900,00 | -95,20 | dépassé"], Rows(TableOf(pack, "plafond"), 3, 4, 5, 6));
    }
}

public sealed class InterregOnSqlite() : InterregTests(On.Sqlite);

public sealed class InterregOnPostgres() : InterregTests(On.Postgres);
