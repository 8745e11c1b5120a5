using System.CommandLine;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

public sealed class CalendarVerbsTests
{
    [Fact]
    public void The_preview_prints_the_worked_series_as_JSON()
    {
        var (code, output, error) = Run("workshops preview --anchor 2026-01-08T14:00 --every 6w --zone Europe/Paris --countries FR,BE,LU --count 9 --json");

        Assert.Equal((0, ""), (code, error));
        var rows = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal(9, rows.Count);
        Assert.Equal(["computed", "date", "time", "utc", "reasons"], rows[3].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("2026-05-14", "2026-05-13", "14:00", "2026-05-13T12:00:00Z"), (Text(rows[3], "computed"), Text(rows[3], "date"), Text(rows[3], "time"), Text(rows[3], "utc")));
        Assert.Contains("Ascension", rows[3].GetProperty("reasons")[0].GetString());
        Assert.Equal(0, rows[8].GetProperty("reasons").GetArrayLength());
    }

    [Fact]
    public void The_preview_allows_bridges_knows_closings_and_says_when_to_ask()
    {
        var (_, bridge, _) = Run("workshops preview --anchor 2026-05-14T14:00 --countries FR --allow-bridges --count 1 --json");
        Assert.Equal("2026-05-15", Text(JsonDocument.Parse(bridge).RootElement[0], "date"));

        var (code, asked, _) = Run("workshops preview --anchor 2026-08-06T14:00 --every quarterly --count 1 --closed 2026-07-27..2026-08-05 --closed 2026-08-06..2026-08-31 --json --lang en");
        var row = JsonDocument.Parse(asked).RootElement[0];
        Assert.Equal((0, JsonValueKind.Null, JsonValueKind.Null), (code, row.GetProperty("date").ValueKind, row.GetProperty("utc").ValueKind));
        Assert.Contains("ask the participants", row.GetProperty("reasons").EnumerateArray().Last().GetString());
    }

    [Fact]
    public void Without_JSON_the_preview_is_a_table_in_French()
    {
        var (_, output, _) = Run("workshops preview --anchor 2026-04-02T14:00 --countries FR,BE,LU --count 2");

        Assert.Equal(
            """
            À 14:00 (Europe/Paris), toutes les 6 semaines, jours fériés : France, Belgique, Luxembourg
            jeudi 2 avril 2026
            mercredi 13 mai 2026           au lieu du jeudi 14 mai 2026
                Le jeudi 14 mai 2026 est férié : Ascension (France, Belgique, Luxembourg).
                Le vendredi 15 mai 2026 est un pont, seul jour ouvré entre le week-end et un jour férié : Ascension (France, Belgique, Luxembourg).

            """, output.Plain());
    }

    [Fact]
    public void Holidays_of_Moselle_print_thirteen_dates_in_the_language_asked()
    {
        var (code, output, _) = Run("calendar holidays --country FR-57 --year 2027 --json");
        var rows = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal((0, 13), (code, rows.Count));
        Assert.Contains(rows, r => (Text(r, "date"), Text(r, "name")) == ("2027-03-26", "Vendredi saint"));

        Assert.Contains("Karfreitag", Run("calendar holidays --country fr-57 --year 2027 --lang de").Output);
    }

    [Theory]
    [InlineData("workshops preview --json", "--anchor")]
    [InlineData("workshops preview --anchor demain", "2026-01-08T14:00")]
    [InlineData("workshops preview --anchor 2026-01-08T14:00+01:00", "2026-01-08T14:00")]
    [InlineData("workshops preview --anchor 1900-01-08T14:00", "1982")]
    [InlineData("workshops preview --anchor 2026-01-08T14:00 --every souvent", "6w")]
    [InlineData("workshops preview --anchor 2026-01-08T14:00 --zone Mars/Olympus", "Europe/Paris")]
    [InlineData("workshops preview --anchor 2026-01-08T14:00 --countries FR,XX", "FR-57")]
    [InlineData("workshops preview --anchor 2026-01-08T14:00 --count 0", "1")]
    [InlineData("workshops preview --anchor 2026-01-08T14:00 --closed août", "2026-08-01..2026-08-15")]
    [InlineData("calendar holidays --country FR", "--year")]
    [InlineData("calendar holidays --country DE --year 2027", "FR-57")]
    [InlineData("calendar holidays --country FR --year deux", "1982")]
    [InlineData("calendar holidays --country FR --year 2027 --lang it", "de")]
    public void Bad_input_is_one_sentence_that_says_what_would_do(string line, string says)
    {
        var (code, output, error) = Run(line);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(says, Assert.Single(error.TrimEnd('\n').Split('\n')));
        Assert.DoesNotContain("calendar.", error);
    }

    [Theory, InlineData("--closed 2026-08-01"), InlineData("--countries FR BE"), InlineData("--countries fr-57,LU --countries BE"), InlineData("--every 2m")]
    public void Other_ways_to_write_it_are_understood(string options)
    {
        var (code, _, error) = Run("workshops preview --anchor 2026-01-08T14:00 " + options);

        Assert.Equal((0, ""), (code, error));
    }

    private static (int Code, string Output, string Error) Run(string line)
    {
        var root = new RootCommand();
        foreach (var verb in CalendarVerbs.All) root.Subcommands.Add(verb);
        using StringWriter output = new(), error = new();
        var code = root.Parse(line).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
