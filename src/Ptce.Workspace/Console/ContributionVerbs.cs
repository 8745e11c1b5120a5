using System.CommandLine;
using System.Globalization;

namespace Ptce.Workspace;

/// <summary><c>import contributions</c> and <c>export contributions</c>.</summary>
public static class ContributionVerbs
{
    private static readonly Argument<string> File = new("FILE.csv") { Description = "fichier UTF-8, séparateur « ; » / UTF-8 file, separator “;”" };
    private static readonly Option<bool> Partial = new("--partial") { Description = "importe les bonnes lignes et liste les autres / imports the good rows and lists the others" };
    private static readonly Option<string> As = new("--as") { Description = "submitted, confirmed, validated (avec --by / with --by)", DefaultValueFactory = _ => States.Submitted };
    private static readonly Option<string> Format = new("--format") { Description = "ptce, benevalibre, kimai", DefaultValueFactory = _ => "ptce" };
    private static readonly Option<string?> Giver = new("--organisation") { Description = "qui donne, là où le fichier ne le dit pas / who gives, where the file does not say" };
    private static readonly Option<DateOnly?> From = new("--from") { Description = "AAAA-MM-JJ / YYYY-MM-DD" };
    private static readonly Option<DateOnly?> To = new("--to") { Description = "AAAA-MM-JJ / YYYY-MM-DD" };
    private static readonly Option<string?> By = new("--by") { Description = "courriel de qui importe, dont les droits s'appliquent / address of who imports" };

    public static Command Import => Desk.Verb("contributions", ContributionFiles.Header, async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var by = asked.GetValue(By) is { } email
            ? await desk.Get<Actors>().FindByEmail(email, pole.Slug) ?? throw new Refused("by", "contributions.import_nobody", email, pole.Name)
            : null;
        var rows = ContributionFiles.Read(asked.GetValue(File)!, asked.GetValue(Format)!, asked.GetValue(Giver));
        var done = await desk.Get<Contributions>().Import(pole, by, rows, asked.GetValue(As)!, asked.GetValue(Partial));
        var say = new Say(Desk.Language);
        foreach (var row in done.Bad) await Console.Error.WriteLineAsync(say["console.line", row.Line, row.Reason.In(say.Language)]);
        if (done.Bad.Count > 0) await Console.Error.WriteLineAsync(say["contributions.import_bad", done.Bad.Count]);
        Console.WriteLine(say["contributions.imported", done.Lines, say.Duration(done.Minutes), done.Known, pole.Name]);
        return done.Bad.Count > 0 ? 1 : 0;
    }, File, Desk.PoleName, Partial, As, By, Format, Giver);

    /// <summary><c>export contributions</c>: every line of the pole, in the columns that import reads, and what else there is to know behind them.</summary>
    public static Command Export => Desk.Verb("contributions", string.Join(';', Contributions.ExportColumns), async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var path = asked.GetValue(File)!;
        Refused.If(System.IO.File.Exists(path), "file", "contributions.export_exists", path);
        await using var file = System.IO.File.Create(path);
        await CsvFile.Write(file, CultureInfo.InvariantCulture, Contributions.ExportColumns, desk.Get<Contributions>().Export(pole, asked.GetValue(From), asked.GetValue(To)));
        return 0;
    }, File, Desk.PoleName, From, To);
}
