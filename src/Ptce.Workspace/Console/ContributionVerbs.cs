using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>import contributions</c>.</summary>
public static class ContributionVerbs
{
    private const string Header = "date;person;organisation;beneficiary;kind;minutes;quantity;unit_value_eur;activity;note";

    private static readonly Argument<string> File = new("FILE.csv") { Description = "fichier UTF-8, séparateur « ; » / UTF-8 file, separator “;”" };
    private static readonly Option<bool> Partial = new("--partial") { Description = "importe les bonnes lignes et liste les autres / imports the good rows and lists the others" };
    private static readonly Option<string> As = new("--as") { Description = "submitted, confirmed, validated (avec --by / with --by)", DefaultValueFactory = _ => States.Submitted };
    private static readonly Option<string?> By = new("--by") { Description = "courriel de qui importe, dont les droits s'appliquent / address of who imports" };

    public static Command Import => Desk.Verb("contributions", Header, async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var by = asked.GetValue(By) is { } email
            ? await desk.Get<Actors>().FindByEmail(email, pole.Slug) ?? throw new Refused("by", "contributions.import_nobody", email, pole.Name)
            : null;
        var rows = CsvFile.Read(asked.GetValue(File)!, Header.Split(';')).Select(r => new ContributionRow(
            r.Line, r["date"], r["person"], r["organisation"], r["beneficiary"], r["kind"], r["minutes"], r["quantity"], r["unit_value_eur"], r["activity"], r["note"]));
        var done = await desk.Get<Contributions>().Import(pole, by, [.. rows], asked.GetValue(As)!, asked.GetValue(Partial));
        var say = new Say(Desk.Language);
        foreach (var row in done.Bad) await Console.Error.WriteLineAsync(say["console.line", row.Line, row.Reason.In(say.Language)]);
        if (done.Bad.Count > 0) await Console.Error.WriteLineAsync(say["contributions.import_bad", done.Bad.Count]);
        Console.WriteLine(say["contributions.imported", done.Lines, say.Duration(done.Minutes), done.Known, pole.Name]);
        return done.Bad.Count > 0 ? 1 : 0;
    }, File, Desk.PoleName, Partial, As, By);
}
