using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>import contributions</c>: a file of lines, as exported from a spreadsheet.</summary>
public static class ContributionVerbs
{
    private static readonly Argument<string> File = new("FILE.csv") { Description = "fichier UTF-8, séparateur « ; » / UTF-8 file, separator “;”" };
    private static readonly Option<string> As = new("--as") { Description = "submitted, confirmed, validated", DefaultValueFactory = _ => States.Submitted };
    private static readonly Option<string?> By = new("--by") { Description = "courriel de la personne qui répond du fichier / e-mail of who answers for the file", HelpName = "EMAIL" };
    private static readonly Option<bool> Partial = new("--partial") { Description = "prend les lignes justes et liste les autres / takes the good rows and lists the others" };

    public static Command Import => Desk.Verb("contributions", string.Join(';', Contributions.FileColumns), async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        Actor? by = null;
        if (asked.GetValue(By) is { } email)
            by = await desk.Get<Actors>().FindByEmail(email, pole.Slug) ?? throw new Refused("by", "console.unknown_person", email, pole.Name);
        var rows = CsvFile.Read(asked.GetValue(File)!, "date", "organisation", "kind");
        var done = await desk.Get<Contributions>().Import(pole, by, rows, asked.GetValue(As)!, asked.GetValue(Partial));
        foreach (var row in done.Bad) await Console.Error.WriteLineAsync(Words.Say(Desk.Language, "console.line", row.Line, row.Reason.In(Desk.Language)));
        Console.WriteLine(Words.Say(Desk.Language, "console.contributions_imported", done.Written, new Say(Desk.Language).Duration(done.Minutes), done.Already, done.Bad.Count));
        return done.Bad.Count == 0 ? 0 : 1;
    }, File, Desk.PoleName, As, By, Partial);
}
