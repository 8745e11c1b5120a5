using System.Globalization;

namespace Ptce.Workspace.Tests;

public abstract class ImportingTests(On on) : LinesTest(on)
{
    private const string Header = "date;person;organisation;beneficiary;kind;minutes;quantity;unit_value_eur;activity;note\n";

    private static List<ContributionRow> Rows(string csv) => [.. CsvFile.Each(Header + csv).Select(r => new ContributionRow(
        r.Line, r["date"], r["person"], r["organisation"], r["beneficiary"], r["kind"], r["minutes"], r["quantity"], r["unit_value_eur"], r["activity"], r["note"], r.Wrong))];

    private const string Good = """
        2026-11-18;Amina Belkacem;Val Horizon;Elips;default;120;;;cotech;première
        18/11/2026;bruno@elips.test;Elips;;default;90;;;Copil;
        18/11/2026;bruno@elips.test;Elips;;default;90;;;Copil;
        2026-11-17;;La Coursive;;locaux;0;3;25,00;atelier;salle
        2026-11-17;;Valoprest;Re-Sources;denrees;;12.5;1,20;;
        """;

    [Fact]
    public async Task A_file_arrives_whole_and_the_same_file_again_changes_nothing()
    {
        var first = await Ledger.Import(Cast.Pole, null, Rows(Good));
        var again = await Ledger.Import(Cast.Pole, null, Rows(Good));

        Assert.Equal((5, 300, 0), (first.Lines, first.Minutes, first.Known));
        Assert.Equal((0, 0, 5), (again.Lines, again.Minutes, again.Known));
        var lines = (await Ledger.OfPole(Cast.David, new())).Lines;
        Assert.Equal(["benevolat_politique", "benevolat_politique", "denrees", "locaux", "temps_salarie"], lines.Select(l => l.Kind).Order());
        Assert.All(lines, l => Assert.Equal(("submitted", "import"), (l.State, l.Channel)));
        var goods = Assert.Single(lines, l => l.Kind == "denrees");
        Assert.Equal((12.5m, "kg", 120, "Re-Sources"), (goods.Quantity, goods.Unit, goods.UnitValueCents, goods.Parties[0].Name));
        Assert.Equal(["ContributionsImported"], await Events(lines[0].ImportId!));
    }

    [Fact]
    public async Task A_file_that_a_spreadsheet_saved_again_is_the_same_file()
    {
        await Ledger.Import(Cast.Pole, null, Rows(Good));
        var again = await Ledger.Import(Cast.Pole, null, Rows("""
            18/11/2026;amina@val-horizon.test;VAL HORIZON;Elips;;120,0;;;Cotech;première
            2026-11-18;Bruno Keller;Elips;;default;90;;;comité de pilotage;
            18.11.2026;bruno@elips.test;Elips;;default;90;;;Copil;
            17/11/2026;;La Coursive;;Locaux;;3,000;25;atelier;salle
            17/11/2026;;Valoprest;Re-Sources;Denrées;;12,5;1,2;;
            18/11/2026;bruno@elips.test;Elips;;default;90;;;Copil;
            """));
        Assert.Equal((1, 90, 5), (again.Lines, again.Minutes, again.Known)); // the third of Bruno's is new
    }

    [Fact]
    public async Task A_long_file_says_how_far_it_is_and_every_sign_in_it_arrives()
    {
        string[] notes = ["-", @"dos C:\new\table", "tab\tici", "été 🎉", ""];
        var rows = Enumerable.Range(0, 4500).Select(i => new ContributionRow(i + 2, Clock.Today.AddDays(-1 - i % 300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            i % 2 == 0 ? "Amina Belkacem" : "", "Val Horizon", i % 3 == 0 ? "Elips" : "", i % 2 == 0 ? "default" : "denrees", i % 2 == 0 ? "15" : "", i % 2 == 0 ? "" : "12,5", i % 2 == 0 ? "" : "1,20", "",
            notes[i % notes.Length])).ToList();
        var told = new List<(long Done, long Total)>();

        var done = await Ledger.Import(Cast.Pole, null, rows, account: new((done, total) => { told.Add((done, total)); return Task.CompletedTask; }));

        Assert.Equal((4500, 2250 * 15, 0), (done.Lines, done.Minutes, done.Known));
        Assert.Equal((4500, 4500), told[^1]);
        Assert.Equal(told.Select(t => t.Done).Order(), told.Select(t => t.Done));
        Assert.True(told.Count > 1);
        Assert.Equal(notes.Select(n => (n == "" ? null : n, 900L)).Order(), (await Db.Read<(string?, long)>("select note, count(*) from contributions group by note")).Order());
        Assert.Equal((1500, 1500, 2250), await Db.One<(long, long, long)>("""
            select (select count(*) from contribution_parties), (select count(*) from contributions where beneficiary_id is not null), (select count(*) from contributions where quantity_milli = 12500 and unit_value_cents = 120)
            """));
    }

    [Fact]
    public async Task Bad_rows_are_named_and_nothing_is_taken_unless_asked()
    {
        var rows = Rows(Good + "\n" + """
            2026-11-18;Personne Inconnue;Elips;;default;60;;;;
            2026-11-18;Amina Belkacem;Nulle Part;;default;60;;;;
            2026-13-45;Amina Belkacem;Val Horizon;;default;60;;;;
            2026-11-18;;Val Horizon;;temps_salarie;60;;;;
            2026-11-18;Amina Belkacem;Val Horizon;;default;1400;;;;
            2026-11-18;Zora Lenoir;Val Horizon;;default;60;;;;
            2026-11-18;Amina Belkacem;Val Horizon;Val Horizon;default;60;;;;
            """);

        var whole = await Assert.ThrowsAsync<BadFile>(() => Ledger.Import(Cast.Pole, null, rows));
        Assert.Equal([7, 8, 9, 10, 11, 12, 13], whole.Rows.Select(r => r.Line));
        Assert.Empty((await Ledger.OfPole(Cast.David, new())).Lines);

        var partial = await Ledger.Import(Cast.Pole, null, rows, partial: true);
        Assert.Equal(5, partial.Lines);
        Assert.Equal(
            [(7, "contributions.unknown_person"), (8, "contributions.unknown_organisation"), (9, "typed.no_day"), (10, "contributions.who_worked"), (11, "contributions.day_full"),
             (12, "contributions.unknown_person"), (13, "contributions.giver_is_no_party")], partial.Bad.Select(b => (b.Line, b.Reason.Key)));
    }

    [Fact]
    public async Task A_row_with_a_separator_too_many_is_one_bad_row_among_others()
    {
        var rows = Rows("2026-11-18;Amina Belkacem;Val Horizon;;default;60;;;;\n2026-11-18;Amina Belkacem;Val Horizon;;default;60;;;;une note;de trop\n2026-11-18;Personne;Val Horizon;;default;60;;;;\n");

        Assert.Equal([3, 4], (await Assert.ThrowsAsync<BadFile>(() => Ledger.Import(Cast.Pole, null, rows))).Rows.Select(r => r.Line));
        var partial = await Ledger.Import(Cast.Pole, null, rows, partial: true);
        Assert.Equal((1, 2), (partial.Lines, partial.Bad.Count));
    }

    [Fact]
    public async Task A_file_may_be_as_old_as_evidence_is_kept_and_each_day_has_its_own_minimum_wage()
    {
        var done = await Ledger.Import(Cast.Pole, Cast.David, Rows("""
            2016-11-19;Bruno Keller;Elips;;benevolat_usager;60;;;;
            2021-09-30;Bruno Keller;Elips;;benevolat_usager;60;;;;
            2021-10-01;Bruno Keller;Elips;;benevolat_usager;60;;;;
            2021-12-31;Bruno Keller;Elips;;benevolat_usager;60;;;;
            2022-01-01;Bruno Keller;Elips;;benevolat_usager;60;;;;
            2016-11-18;Bruno Keller;Elips;;benevolat_usager;60;;;;
            """), States.Validated, partial: true);
        Assert.Equal((5, "contributions.day_too_old", 10), (done.Lines, Assert.Single(done.Bad).Reason.Key, done.Bad[0].Reason.Args[0]));

        var digest = await Get<Digests>().Compile(await Get<Digests>().Ask(Cast.Pole, new(2021, 9, 1), new(2022, 1, 31)));
        Assert.Equal([null, 1048L, 1048L, 1057L], (await Get<Digests>().Lines(digest, new DigestCut())).Select(l => l.CentsPerHour));
    }

    [Fact]
    public async Task Rows_of_separators_alone_are_no_rows_and_the_lines_after_a_text_of_two_are_counted_right()
    {
        var rows = Rows("2026-11-18;Amina Belkacem;Val Horizon;;benevolat d'usager;60;;;;\"deux\nlignes\"\n;;;;;;;;;\n ; ; ; \n2026-11-18;Personne;Val Horizon;;default;60;;;;\n");
        Assert.Equal([2, 6], rows.Select(r => r.Line));
        Assert.Equal([6], (await Ledger.Import(Cast.Pole, null, rows, partial: true)).Bad.Select(b => b.Line));
    }

    [Theory]
    [InlineData("Amina\u00a0Belkacem", "Val  Horizon")]                 // spaces of a word processor
    [InlineData("AMINA BELKACEM", "val horizon")]
    [InlineData("Ame\u0301lie", "L’Établi")]                            // accents in two signs, a curled apostrophe
    public async Task Names_are_known_however_a_program_wrote_them(string person, string organisation)
    {
        if (organisation == "L’Établi") await Db.Write(null, tx => tx.Execute("update organisations set name = 'L''Établi' where id = @id; update people set name = 'Amélie' where id = @PersonId",
            new { id = Cast.Organisation("Val Horizon"), Cast.Amina.PersonId }));
        Assert.Equal(1, (await Ledger.Import(Cast.Pole, null, Rows($"2026-11-18;{person};{organisation};;Bénévolat d’usager;60;;;;\n"))).Lines);
        Assert.Equal(Kinds.BenevolatUsager, Assert.Single((await Ledger.OfPole(Cast.David, new())).Lines).Kind);
    }

    [Theory]
    [InlineData("2026-11-18;Amina Belkacem;Val Horizon;;default;60;;;;\"pas fermé\n2026-11-18;Amina Belkacem;Val Horizon;;default;61;;;;\n", 2)]
    [InlineData("2026-11-18;Amina Belkacem;Val Horizon;;default;60;;;;\"deux\nlignes\"\n2026-11-18;Amina Belkacem;Val Horizon;;default;61;;;;\"pas\" fermé\n", 4)]
    public void A_quote_that_is_not_closed_swallows_no_row(string csv, int line)
    {
        var refused = Assert.Throws<Refused>(() => Rows(csv));
        Assert.Equal(("csv.loose_quote", line), (refused.Key, refused.Args[0]));
    }

    [Fact]
    public void Quotes_that_close_are_read_as_they_are_meant()
    {
        var notes = Rows("2026-11-18;;;;default;60;;;;\"une ; deux\"\r\n2026-11-18;;;;default;60;;;;\"deux\nlignes\" \n2026-11-18;;;;default;60;;;;un \"bon\" mot\n2026-11-18;;;;default;60;;;;\"\"\"dit\"\"\"").Select(r => r.Note.Replace("\r", ""));
        Assert.Equal(["une ; deux", "deux\nlignes", "un \"bon\" mot", "\"dit\""], notes);
    }

    [Fact]
    public async Task Lines_arrive_validated_by_who_may_validate_and_by_nobody_else()
    {
        Assert.Equal("contributions.import_by", await Refusal(() => Ledger.Import(Cast.Pole, null, Rows(Good), "validated")));
        await Assert.ThrowsAsync<NotAllowed>(() => Ledger.Import(Cast.Pole, Cast.Amina, Rows(Good), "submitted"));
        await Assert.ThrowsAsync<NotAllowed>(() => Ledger.Import(Cast.Pole, Cast.Ines, Rows(Good), "validated"));
        Assert.Equal("contributions.import_as", await Refusal(() => Ledger.Import(Cast.Pole, Cast.David, Rows(Good), "locked")));

        await Ledger.Import(Cast.Pole, Cast.David, Rows(Good), "validated");
        Assert.All((await Ledger.OfPole(Cast.David, new())).Lines, l => Assert.Equal(("validated", "David Meyer", "David Meyer"), (l.State, l.ConfirmedByName, l.ValidatedByName)));
    }
}

public sealed class ImportingOnSqlite() : ImportingTests(On.Sqlite);

public sealed class ImportingOnPostgres() : ImportingTests(On.Postgres);
