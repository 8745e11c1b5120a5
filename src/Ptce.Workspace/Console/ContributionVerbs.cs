using System.CommandLine;
using System.Globalization;

namespace Ptce.Workspace;

/// <summary><c>import contributions</c> and <c>export contributions</c>.</summary>
public static class ContributionVerbs
{
    private static readonly Argument<string> Source = Input.First("FILE.csv", "file", ContributionFiles.Header);
    private static readonly Argument<string> Target = Input.First("FILE.csv", "file", string.Join(';', Contributions.ExportColumns));
    private static readonly Option<bool> Partial = Input.Flag("--partial");
    private static readonly Option<string> As = Input.Otherwise("--as", States.Submitted);
    private static readonly Option<string> Format = Input.Otherwise("--format", "ptce", words: "ptce, benevalibre, kimai");
    private static readonly Option<string?> Giver = Input.Text("--organisation", "giver");
    private static readonly Option<string?> From = Input.Text("--from", shape: Input.Day);
    private static readonly Option<string?> To = Input.Text("--to", shape: Input.Day);
    private static readonly Option<string?> By = Input.Text("--by");

    public static Command Import => Desk.Verb("import contributions", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var by = asked.GetValue(By) is { } email
            ? await desk.Person("by", email, pole)
            : null;
        var rows = ContributionFiles.Read(asked.GetValue(Source)!, asked.GetValue(Format)!, asked.GetValue(Giver));
        var done = await desk.Get<Contributions>().Import(pole, by, rows, asked.GetValue(As)!, asked.GetValue(Partial), Desk.Progress());
        var say = new Say(Desk.Language);
        foreach (var row in done.Bad) await Console.Error.WriteLineAsync(say["console.line", row.Line, row.Reason.In(say.Language)]);
        if (done.Bad.Count > 0) await Console.Error.WriteLineAsync(say.Many("contributions.import_bad", done.Bad.Count));
        Console.WriteLine(say.Many("contributions.imported", done.Lines, say.Duration(done.Minutes), done.Known, pole.Name));
        return done.Bad.Count > 0 ? 1 : 0;
    }, Source, Desk.PoleName, Partial, As, By, Format, Giver);

    /// <summary><c>export contributions</c>: every line of the pole, in the columns that import reads, and what else there is to know behind them.</summary>
    public static Command Export => Desk.Verb("export contributions", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var path = asked.GetValue(Target)!;
        var (from, to) = (Field.DayIfAny(asked.GetValue(From), "from"), Field.DayIfAny(asked.GetValue(To), "to"));
        Refused.If(to < from, "to", "digests.period_reversed");
        await using var file = Desk.NewFile(path, "file");
        await CsvFile.Write(file, CultureInfo.InvariantCulture, Contributions.ExportColumns, desk.Get<Contributions>().Export(pole, from, to));
        return 0;
    }, Target, Desk.PoleName, From, To);
}
