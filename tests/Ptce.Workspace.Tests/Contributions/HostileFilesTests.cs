using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

/// <summary>Files with everything wrong that a spreadsheet, a hurry or malice can put into a cell.</summary>
public abstract class HostileFilesTests(On on) : LinesTest(on)
{
    private static readonly string[] Columns = ContributionFiles.Header.Split(';');

    // Column, what stands in it, the field named in the refusal; locaux for what is counted in units.
    private static readonly (string Column, string[] Values, string Field)[] Wrong =
    [
        ("date", ["", "0001-01-01", "1900-01-01", "9999-12-31", "2026-11-20", "2025-02-29", "29/02/2025", "31/11/2026", "2026-13-01", "2026-00-10", "2026-1-1", "18.11.26", "20261118", "46344", "demain", "=TODAY()", "2026-11-18T10:00", "２０２６-11-18"], "day"),
        ("minutes", ["-60", "NaN", "Infinity", "∞", "1e309", "1e2", "1 441", "1441", "1.5", "0", "", "0x10", "60 min", "1:30", "½", "６０", "=1+1", "99999999999999999999999999999999", "79228162514264337593543950336"], "minutes"),
        ("quantity", ["-1", "0", "NaN", "1e309", "1.234.567", "1,234,567", "1.2345", "0,0001", "1000001", "abc", "=1", "79228162514264337593543950335"], "quantity"),
        ("unit_value_eur", ["-1", "NaN", "1e309", "0.001", "1,234.50", "1.000,50", "€10", "10 €", "1000000.01", "abc", "79228162514264337593543950335"], "unit_value"),
        ("kind", ["truc", "draft", "=locaux", "864"], "kind"),
        ("person", ["", "Personne", "Zora Lenoir", "<b>x</b>", "Jean Martin"], "person"),
        ("organisation", ["Nulle", "Culture & Coopération", "Ancienne", "';drop table contributions;--"], "organisation"),
        ("beneficiary", ["Val Horizon", "Nulle", "Culture & Coopération", "Ancienne"], "beneficiary parties"),
        ("activity", [new('a', 81), new('é', 40_000)], "activity"),
        ("note", [new('n', 1001), new('n', 40_000)], "note"),
    ];

    private static string Row(params (string Column, string Value)[] with)
    {
        var row = new Dictionary<string, string> { ["date"] = "2026-11-18", ["person"] = "Amina Belkacem", ["organisation"] = "Val Horizon", ["kind"] = "temps_salarie", ["minutes"] = "1" };
        foreach (var (column, value) in with) row[column] = value;
        return string.Join(';', Columns.Select(c => row.GetValueOrDefault(c, "")));
    }

    private static string RowWith(string column, string value) => column is "quantity" or "unit_value_eur"
        ? Row(("kind", "locaux"), ("person", ""), ("minutes", ""), ("quantity", "1"), ("unit_value_eur", "10"), (column, value))
        : Row((column, value));

    private async Task Neighbours()
    {
        await Get<Members>().Import(Cast.Pole, [.. CsvFile.Parse("""
            organisation;type;circle;person;email;role;engagement;from;to
            Elips;asso;membre;Jean Martin;jean.1@elips.test;membre;;;
            La Coursive;asso;membre;Jean Martin;jean.2@la-coursive.test;membre;;;
            Ancienne;asso;membre;Paul Ancien;paul@ancienne.test;membre;;2020-01-01;2021-01-01
            """).Select(r => new MemberRow(r.Line, r["organisation"], r["type"], r["circle"], r["person"], r["email"], r["role"], r["engagement"], r["from"], r["to"]))]);
    }

    [Fact]
    public async Task Every_bad_value_is_named_by_its_line_in_three_languages_and_nothing_is_half_written()
    {
        await Neighbours();
        var cases = Wrong.SelectMany(w => w.Values.Select(v => (w.Column, Value: v, w.Field))).ToList();
        var csv = new StringBuilder(ContributionFiles.Header).Append('\n').Append(Row()).Append('\n');
        foreach (var (column, value, _) in cases) csv.Append(RowWith(column, value)).Append('\n');
        csv.Append(Row(("note", "=HYPERLINK(\"x\")"))).Append('\n');
        var rows = ContributionFiles.Parse(csv.ToString(), "ptce");

        var refused = await Assert.ThrowsAsync<BadFile>(() => Ledger.Import(Cast.Pole, Cast.David, rows, States.Validated));

        Assert.Equal(cases.Select((c, i) => $"{i + 3} {c.Column} {Start(c.Value)}"), refused.Rows.Select(b => $"{b.Line} {cases[b.Line - 3].Column} {Start(cases[b.Line - 3].Value)}"));
        Assert.All(refused.Rows, b => Assert.Contains(b.Reason.Field.Replace("unit_value_eur", "unit_value"), cases[b.Line - 3].Field.Split(' ')));
        Assert.All(refused.Rows, b => Assert.Equal(3, Words.Languages.Select(b.Reason.In).Where(s => s.Length is > 5 and < 45_000 && !s.StartsWith("contributions.", StringComparison.Ordinal)).Distinct().Count()));
        Assert.Equal(0, await Db.One<long>("select count(*) from contributions"));

        var taken = await Ledger.Import(Cast.Pole, Cast.David, rows, States.Validated, partial: true);
        Assert.Equal((2, cases.Count), (taken.Lines, taken.Bad.Count));
        var again = await Ledger.Import(Cast.Pole, Cast.David, rows, States.Validated, partial: true);
        Assert.Equal((0, 2, cases.Count), (again.Lines, again.Known, again.Bad.Count));
        Assert.Equal(2, await Db.One<long>("select count(*) from contributions where state = 'validated'"));
    }

    private static string Start(string value) => value.Length > 40 ? value[..40] : value;

    [Fact]
    public async Task Lines_of_a_closed_period_come_late_into_the_next_digest_and_change_nothing_approved()
    {
        await Ledger.Import(Cast.Pole, Cast.David, ContributionFiles.Parse($"{ContributionFiles.Header}\n{Row(("date", "2026-09-10"))}\n", "ptce"), States.Validated);
        var digests = Get<Digests>();
        var september = await digests.Compile(await digests.Ask(Cast.Pole, new(2026, 9, 1), new(2026, 9, 30)));
        await digests.OpenReview(Cast.Chloe, september.Id);
        await digests.Approve(Cast.Elise, september.Id, (await digests.One(Cast.Elise, september.Id)).Hash!);

        await Ledger.Import(Cast.Pole, Cast.David, ContributionFiles.Parse($"{ContributionFiles.Header}\n{Row(("date", "2026-09-11"), ("minutes", "90"))}\n", "ptce"), States.Validated);

        Assert.True((await digests.Verify(september.Id)).Holds);
        var october = await digests.Compile(await digests.Ask(Cast.Pole, new(2026, 10, 1), new(2026, 10, 31)));
        Assert.Equal((1, 90), (october.Lines, october.Minutes));
    }

    [Theory]
    [InlineData("date;person;organisation;beneficiary;kind;minutes;quantity;unit_value_eur;activity;note;minutes", "csv.column_twice")]
    [InlineData("date;person;organisation;beneficiary;kind;minutes;quantity;unit_value_eur;activity", "csv.columns")]
    [InlineData("date\tperson\torganisation\tbeneficiary\tkind\tminutes\tquantity\tunit_value_eur\tactivity\tnote", "csv.columns")]
    [InlineData("", "csv.empty")]
    public void A_head_that_says_it_twice_or_not_at_all_is_refused(string head, string key) =>
        Assert.Equal(key, Assert.Throws<Refused>(() => ContributionFiles.Parse(head == "" ? "" : $"{head}\n{Row()}\n", "ptce")).Key);

    [Theory]
    [InlineData("Prénom,Nom,Association,Date,Durée (en heures)\nBruno,Keller,Elips,2026-11-14,NaN\n", "benevalibre", "minutes")]
    [InlineData("Prénom,Nom,Association,Date,Durée (en heures)\nBruno,Keller,Elips,2026-11-14,-2\n", "benevalibre", "minutes")]
    [InlineData("Prénom,Nom,Association,Date,Durée (en heures)\nBruno,Keller,Elips,2026-11-14,1e400\n", "benevalibre", "minutes")]
    [InlineData("Prénom,Nom,Association,Date,Durée (en heures)\nBruno,Keller,Elips,2026-11-14,79228162514264337593543950335\n", "benevalibre", "minutes")]
    [InlineData("Prénom,Nom,Association,Date,Durée\nBruno,Keller,Elips,2026-11-14,9999999999 days, 1:00:00\n", "benevalibre", "file")]
    [InlineData("Prénom,Nom,Association,Date,Durée\nBruno,Keller,Elips,2026-11-14,\"9223372036854775807 days, 1:00:00\"\n", "benevalibre", "minutes")]
    [InlineData("Prénom,Nom,Association,Date,Durée\nBruno,Keller,Elips,2026-11-14,-1:30:00\n", "benevalibre", "minutes")]
    [InlineData("Prénom,Nom,Association,Date,Durée\nBruno,Keller,Elips,2026-11-14,1:75:00\n", "benevalibre", "minutes")]
    [InlineData("Prénom,Nom,Association,Date,Durée\n,,Elips,2026-11-14,1:30:00\n", "benevalibre", "person")]
    [InlineData("Prénom,Nom,Association,Date,Durée\nBruno,Keller,Ailleurs,2026-11-14,1:30:00\n", "benevalibre", "organisation")]
    [InlineData("Date,Duration,E-mail,Activity\n2026-11-17,9223372036854775807:00,amina@val-horizon.test,cotech\n", "kimai", "minutes")]
    [InlineData("Date,Duration,E-mail,Activity\n17 novembre,1:00,amina@val-horizon.test,cotech\n", "kimai", "day")]
    [InlineData("Date,Duration,E-mail,Activity\n2026-11-17,,amina@val-horizon.test,cotech\n", "kimai", "minutes")]
    public async Task An_odd_row_of_another_tool_is_one_bad_row(string csv, string format, string field)
    {
        var refused = await Assert.ThrowsAsync<BadFile>(() => Ledger.Import(Cast.Pole, null, ContributionFiles.Parse(csv, format, format == "kimai" ? "Val Horizon" : null)));
        Assert.Equal((2, field), (refused.Rows[0].Line, refused.Rows[0].Reason.Field));
    }
}

public sealed class HostileFilesOnSqlite() : HostileFilesTests(On.Sqlite);

public sealed class HostileFilesOnPostgres() : HostileFilesTests(On.Postgres);

/// <summary>The same files through the page and the API.</summary>
public sealed class ImportDoorsTests
{
    private const string Csv = ContributionFiles.Header + "\n2026-11-18;Amina Belkacem;Val Horizon;;default;60;;;cotech;\n2026-11-18;Personne;Val Horizon;;default;60;;;cotech;<i>\n";

    private static MultipartFormDataContent Form(string csv, string partial = "", string state = "submitted", Encoding? encoding = null) => new()
    {
        { new ByteArrayContent((encoding ?? new UTF8Encoding(true)).GetBytes(csv)), "file", "lignes.csv" }, { new StringContent("ptce"), "format" }, { new StringContent(partial), "partial" }, { new StringContent(state), "state" },
    };

    [Fact]
    public async Task The_page_names_each_bad_line_takes_nothing_then_takes_the_rest_when_asked()
    {
        await using var app = await App.Start();
        var page = $"/p/{app.Cast.Pole.Slug}/contributions/importer";
        var david = app.SignedIn(app.Cast.David);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Amina).GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
        Assert.NotNull((await david.Page($"/p/{app.Cast.Pole.Slug}/contributions")).QuerySelector($"a[href='{page}']"));

        var refused = await Sent(Form(Csv));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.StartsWith("ligne 3 : « Personne »", (await refused.Page()).Says("#bad"));
        Assert.Equal(422, (int)(await Sent(Form("date;é\n1;2\n", encoding: Encoding.Latin1))).StatusCode);
        Assert.Equal(0, await app.Get<Db>().One<long>("select count(*) from contributions"));

        var partly = await Sent(Form(Csv, partial: "true", state: "validated"));
        Assert.Equal(HttpStatusCode.OK, partly.StatusCode);
        var shown = await partly.Page();
        Assert.Contains("1 ligne importée", shown.Says("#done"));
        Assert.StartsWith("ligne 3", shown.Says("#bad"));
        Assert.Equal("validated", await app.Get<Db>().One<string>("select state from contributions"));

        async Task<HttpResponseMessage> Sent(MultipartFormDataContent form)
        {
            form.Add(new StringContent((await david.Page(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
            return await david.PostAsync(page, form, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_API_gives_the_rows_to_correct_as_data()
    {
        await using var app = await App.Start();
        var address = $"/api/v1/poles/{app.Cast.Pole.Slug}/contributions/import";
        var david = app.SignedIn(app.Cast.David);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Amina).PostAsJsonAsync(address, new { csv = Csv }, TestContext.Current.CancellationToken)).StatusCode);

        var refused = await david.PostAsJsonAsync(address, new { csv = Csv }, TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)refused.StatusCode);
        var row = (await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("rows")[0];
        Assert.Equal(3, row.GetProperty("line").GetInt32());
        Assert.Contains("Personne", row.GetProperty("reason").GetString());

        var partly = await (await david.PostAsJsonAsync(address, new { csv = Csv, partial = true, @as = "validated" }, TestContext.Current.CancellationToken)).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((1, 60, 3), (partly.GetProperty("lines").GetInt32(), partly.GetProperty("minutes").GetInt32(), partly.GetProperty("bad")[0].GetProperty("line").GetInt32()));
    }
}
