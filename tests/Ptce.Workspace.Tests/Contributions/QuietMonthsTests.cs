namespace Ptce.Workspace.Tests;

public abstract class QuietMonthsTests(On on) : LinesTest(on)
{
    private static readonly DateOnly October = new(2026, 10, 1), November = new(2026, 11, 1);

    // The cast joined on the day of the story; here they have been members for a while.
    private Task<int> SinceJanuary() => Db.Write(null, tx => tx.Execute("update memberships set from_day = '2026-01-01'"));

    [Fact]
    public async Task A_member_says_that_there_was_nothing_and_silence_is_told_from_it()
    {
        await SinceJanuary();
        await Ledger.Log(Cast.Bruno, [new(new(2026, 10, 20), 60, Kinds.Default)], "web");
        Assert.Equal(October, await Ledger.OpenMonth(Cast.Amina));
        Assert.Null(await Ledger.OpenMonth(Cast.Bruno));

        await Ledger.NothingIn(Cast.Amina, new(2026, 10, 15));
        await Ledger.NothingIn(Cast.Gaelle, October); // also of Val Horizon: said already

        Assert.Null(await Ledger.OpenMonth(Cast.Amina));
        Assert.Equal(
            [("La Coursive", false), ("Re-Sources", false), ("Val Horizon", true), ("Valoprest", false)],
            (await Ledger.Silent(Cast.Chloe, October, new(2026, 10, 31))).Select(s => (s.Name, s.Said)));
        Assert.Single(await Events(Cast.Organisation("Val Horizon")), "NothingGiven");
        // Of a longer period every month that has come must have been said.
        Assert.DoesNotContain(await Ledger.Silent(Cast.Chloe, October, new(2026, 12, 31)), s => s.Said);
        await Ledger.NothingIn(Cast.Amina, November);
        Assert.Contains(await Ledger.Silent(Cast.Chloe, October, new(2026, 12, 31)), s => s is { Name: "Val Horizon", Said: true });
    }

    [Fact]
    public async Task Nothing_is_not_said_of_a_month_with_lines_nor_of_one_to_come_and_a_later_line_counts()
    {
        await SinceJanuary();
        await Ledger.Log(Cast.Bruno, [new(new(2026, 10, 20), 60, Kinds.Default)], "web");
        Assert.Equal("contributions.not_quiet", (await Assert.ThrowsAsync<Refused>(() => Ledger.NothingIn(Cast.Bruno, October))).Key);
        Assert.Equal("day", (await Assert.ThrowsAsync<Refused>(() => Ledger.NothingIn(Cast.Bruno, new(2026, 12, 1)))).Field);

        await Ledger.NothingIn(Cast.Amina, October);
        await Ledger.Log(Cast.Amina, [new(new(2026, 10, 21), 60, Kinds.Default)], "web");
        Assert.DoesNotContain(await Ledger.Silent(Cast.Chloe, October, new(2026, 10, 31)), s => s.Name == "Val Horizon");
    }
}

public sealed class QuietMonthsOnSqlite() : QuietMonthsTests(On.Sqlite);

public sealed class QuietMonthsOnPostgres() : QuietMonthsTests(On.Postgres);
