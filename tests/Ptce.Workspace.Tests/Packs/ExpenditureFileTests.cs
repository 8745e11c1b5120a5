namespace Ptce.Workspace.Tests;

/// <summary>Payments of a project as an accountant's file brings them.</summary>
public abstract class ExpenditureFileTests(On on) : PackTest(on)
{
    private const string Header = "category;voucher_date;payment_date;payee;description;total_eur;vat_eur;eligible_eur;work_package\n";

    private const string Good = """
        external;10/03/2026;2026-03-20;Atelier Leroy;"Moules; deux jeux";120,00;20;100;WP1
        Déplacements et hébergement;2026-03-11;2026-03-21;SNCF;Nancy–Liège;80;;80;WP2
        travel;2026-03-11;2026-03-21;SNCF;Nancy–Liège;80;0;80;WP2
        """;

    private Task<Expenditures.Imported> Import(string rows, Actor? by = null) => Get<Expenditures>().Import(by ?? Cast.David, ExpenditureRow.Read(Header + rows));

    private async Task<IReadOnlyList<(int, string)>> Bad(string rows) =>
        [.. (await Assert.ThrowsAsync<BadFile>(() => Import(rows))).Rows.Select(r => (r.Line, r.Reason.Field))];

    [Fact]
    public async Task A_file_of_payments_arrives_whole_and_the_same_again_changes_nothing()
    {
        Assert.Equal(new(3, 260_00, 0), await Import(Good));
        Assert.Equal(new(0, 0, 3), await Import(Good));
        Assert.Equal(new(1, 80_00, 3), await Import(Good + "\n" + Good.Split('\n')[2])); // a third ticket that says the same is a third ticket
        Assert.Equal([100_00, 80_00, 80_00, 80_00], (await Get<Expenditures>().Paid(Cast.David, March1, March31)).Select(e => e.EligibleCents));
        Assert.Equal("1 dépense importée, 80,00 € éligibles ; 3 déjà là.", new Expenditures.Imported(1, 80_00, 3).In(Fr).Plain());
    }

    [Fact]
    public async Task What_was_struck_out_may_come_again()
    {
        await Import(Good);
        await Get<Expenditures>().Strike(Cast.David, (await Get<Expenditures>().Paid(Cast.David, March1, March31))[0].Id);
        Assert.Equal(new(1, 100_00, 2), await Import(Good));
    }

    [Fact]
    public async Task Every_bad_row_is_named_and_nothing_is_taken()
    {
        Assert.Equal([(5, "category"), (6, "paid"), (7, "eligible"), (8, "voucher"), (9, "total"), (10, "category"), (11, "file"), (12, "payee")], await Bad(Good + "\n" + """
            magie;2026-03-10;2026-03-20;A;B;1;0;1;WP1
            works;2026-03-10;2031-03-20;A;B;1;0;1;WP1
            works;2026-03-10;2026-03-20;A;B;1;0;1,01;WP1
            works;le 10;2026-03-20;A;B;1;0;1;WP1
            works;2026-03-10;2026-03-20;A;B;beaucoup;0;1;WP1
            staff;2026-03-10;2026-03-20;A;B;1;0;1;WP1
            works;2026-03-10;2026-03-20;A;B;1;0;1;WP1;trop
            works;2026-03-10;2026-03-20;;B;1;0;1;WP1
            """));
        Assert.Empty(await Get<Expenditures>().Paid(Cast.David, March1, March31));
        await Assert.ThrowsAsync<NotAllowed>(() => Import(Good, Cast.Bruno));
    }
}

public sealed class ExpenditureFilesOnSqlite() : ExpenditureFileTests(On.Sqlite);

public sealed class ExpenditureFilesOnPostgres() : ExpenditureFileTests(On.Postgres);
