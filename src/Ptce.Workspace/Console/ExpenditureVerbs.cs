using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>import expenditures</c>: payments of the partner report, by somebody who may record them.</summary>
public static class ExpenditureVerbs
{
    private static readonly Argument<string> File = Input.First("FILE.csv", "file", string.Join(';', ExpenditureRow.Columns));
    private static readonly Option<string> By = Input.Needed("--by");

    public static Command Import => Desk.Verb("import expenditures", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var actor = await desk.Person("by", asked.GetValue(By)!, pole);
        var done = await desk.Get<Expenditures>().Import(actor, ExpenditureRow.Read(CsvFile.TextOf(asked.GetValue(File)!)));
        Console.WriteLine($"{pole.Name}. {done.In(new(Desk.Language))}");
        return 0;
    }, File, Desk.PoleName, By);
}
