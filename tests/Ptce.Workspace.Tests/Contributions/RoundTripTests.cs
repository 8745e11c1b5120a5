using System.Globalization;
using System.Text;

namespace Ptce.Workspace.Tests;

/// <summary>Everything goes out and comes in again: what was corrected, taken back, worked by several and depreciated too.</summary>
public abstract class RoundTripTests(On on) : LinesTest(on)
{
    private async Task<string> Exported(Pole pole)
    {
        using var file = new MemoryStream();
        await CsvFile.Write(file, CultureInfo.InvariantCulture, Contributions.ExportColumns, Ledger.Export(pole));
        return Encoding.UTF8.GetString(file.ToArray());
    }

    /// <summary>A pole of the same members, with nothing in its ledger, and who may validate there.</summary>
    private async Task<(Pole Pole, Actor Treasurer)> Fresh()
    {
        var pole = await Get<Poles>().Create("Pôle neuf", "Europe/Paris");
        await Get<Members>().Import(pole, [.. (await Db.Read<(string, string, string, string)>("""
            select o.name, p.name, p.email, m.role from mandates m join organisations o on o.id = m.organisation_id join people p on p.id = m.person_id where m.pole_id = @Id order by m.id
            """, new { Cast.Pole.Id })).Select((m, i) => new MemberRow(i + 2, m.Item1, "asso", "membre", m.Item2, m.Item3, m.Item4, ""))]);
        return (pole, (await Get<Actors>().Find(Cast.David.PersonId, pole.Slug))!);
    }

    /// <summary>A line corrected after validation, one withdrawn after it, one of four people, one depreciated, one of quantities alone.</summary>
    private async Task Lived()
    {
        var corrected = await Validated();
        var right = await Ledger.Correct(Cast.Amina, corrected.Id, minutes: 75);
        await Ledger.Confirm(Cast.Bruno, right.Id);
        await Ledger.Validate(Cast.Chloe, right.Id);
        var withdrawn = await Logged(Cast.Chloe, new(Yesterday, 0, "denrees", OrganisationId: Cast.Organisation("La Coursive"), Quantity: 12.5m, UnitValueCents: 120));
        await Ledger.Validate(Cast.David, withdrawn.Id);
        await Ledger.Cancel(Cast.Chloe, withdrawn.Id);
        await Logged(Cast.Bruno, new(Yesterday, 4 * 480, "default", "atelier", People: 4, Starts: "09:00", Ends: "17:00"));
        await Logged(Cast.Amina, new(Yesterday, 0, "materiel", OrganisationId: Cast.Organisation("Val Horizon"), Quantity: 3,
            Basis: new(UnitValueBasis.Depreciation, "facture du 3 mars", 120_000, 730m, 5_000, 200), Note: "remorque ; bâchée"));
    }

    private static (long Lines, decimal Minutes, decimal Value) Sums(string csv)
    {
        var rows = CsvFile.Parse(csv);
        decimal Read(string number) => number == "" ? 0 : decimal.Parse(number, CultureInfo.InvariantCulture);
        return (rows.Count, rows.Sum(r => Read(r["minutes"])), rows.Sum(r => Read(r["quantity"]) * Read(r["unit_value_eur"])));
    }

    // What an import gives anew: ids, who spoke for the line, its state and its digest.
    private static IEnumerable<string> Lines(string csv) => CsvFile.Parse(csv)
        .Select(r => string.Join('|', Contributions.ExportColumns.Except(["id", "reverses", "state", "logged_by", "confirmed_by", "validated_by", "digest"]).Select(c => r[c])) + (r["reverses"] == "" ? "" : " reverses"))
        .Order(StringComparer.Ordinal);

    [Fact]
    public async Task A_whole_ledger_goes_into_a_fresh_pole_and_comes_out_the_same()
    {
        await Lived();
        var before = await Exported(Cast.Pole);
        var (pole, treasurer) = await Fresh();

        var done = await Ledger.Import(pole, treasurer, ContributionFiles.Parse(before, "ptce"), States.Validated);
        var again = await Ledger.Import(pole, treasurer, ContributionFiles.Parse(before, "ptce"), States.Validated);
        var after = await Exported(pole);

        Assert.Equal((7, 0, 7), (done.Lines, again.Lines, again.Known));
        Assert.Equal(Sums(before), Sums(after));
        Assert.Equal(Lines(before), Lines(after));
        Assert.Equal((2, 0), await Db.One<(long, long)>("""
            select count(*), coalesce(sum(case when l.day = o.day and l.minutes = -o.minutes and coalesce(l.quantity_milli, 0) = -coalesce(o.quantity_milli, 0) then 0 else 1 end), 0)
            from contributions l join contributions o on o.id = l.reverses_id where l.pole_id = @Id and o.pole_id = @Id
            """, new { pole.Id }));

        // What came in is taken for what it is when it comes out: the pole's own export changes nothing there.
        Assert.Equal((0, 7), await Ledger.Import(pole, treasurer, ContributionFiles.Parse(after, "ptce"), States.Validated) is var own ? (own.Lines, own.Known) : default);
        Assert.Equal((0, 7), await Ledger.Import(Cast.Pole, Cast.David, ContributionFiles.Parse(before, "ptce"), States.Validated) is var home ? (home.Lines, home.Known) : default);

        var digest = await Get<Digests>().Compile(await Get<Digests>().Ask(pole, Yesterday, Yesterday));
        Assert.Equal((7, 75 + 4 * 480, 0), (digest.Lines, digest.Minutes, digest.Excluded));
    }

    [Fact]
    public async Task A_line_that_takes_another_back_comes_in_only_beside_the_validated_line_it_names()
    {
        const string Head = "date;person;organisation;beneficiary;kind;minutes;quantity;unit_value_eur;activity;note;reverses;id\n";
        const string Line = "2026-11-18;Amina Belkacem;Val Horizon;;default;{0};;;cotech;;{1};{2}\n";
        static IReadOnlyList<ContributionRow> File(params (int Minutes, string Reverses, string Id)[] lines) =>
            ContributionFiles.Parse(Head + string.Concat(lines.Select(l => string.Format(CultureInfo.InvariantCulture, Line, l.Minutes, l.Reverses, l.Id))), "ptce");
        async Task<IReadOnlyList<string>> Bad(string state, params (int Minutes, string Reverses, string Id)[] lines) =>
            [.. (await Assert.ThrowsAsync<BadFile>(() => Ledger.Import(Cast.Pole, Cast.David, File(lines), state))).Rows.Select(r => $"{r.Line} {r.Reason.Key["contributions.".Length..]}")];

        Assert.Equal(["2 import_negative"], await Bad(States.Validated, (-60, "", "")));
        Assert.Equal(["2 import_reverses_nothing"], await Bad(States.Validated, (-60, "a", "b")));
        Assert.Equal(["3 import_reversal_positive"], await Bad(States.Validated, (60, "", "a"), (60, "a", "b")));
        Assert.Equal(["3 import_reverses_differs"], await Bad(States.Validated, (60, "", "a"), (-59, "a", "b")));
        Assert.Equal(["3 import_reverses_unvalidated"], await Bad(States.Submitted, (60, "", "a"), (-60, "a", "b")));
        Assert.Equal(["4 taken_back"], await Bad(States.Validated, (60, "", "a"), (-60, "a", "b"), (-60, "a", "c")));

        // A day of 20 h, taken back and said right, is 20 h: in whatever order the file tells it.
        Assert.Equal(3, (await Ledger.Import(Cast.Pole, Cast.David, File((1200, "", "c"), (-1200, "a", "b"), (1200, "", "a")), States.Validated)).Lines);
        Assert.Equal(["3 day_full"], await Bad(States.Validated, (1200, "", "c"), (300, "", "d")));

        // An export laid beside the ledger it came from: what was changed in it is not slipped in.
        var own = (await Ledger.OfPole(Cast.David, new())).Lines.First(l => l.ReversesId is null);
        Assert.Equal(["2 import_differs"], await Bad(States.Validated, (1100, "", own.Id)));
    }
}

public sealed class RoundTripOnSqlite() : RoundTripTests(On.Sqlite);

public sealed class RoundTripOnPostgres() : RoundTripTests(On.Postgres);
