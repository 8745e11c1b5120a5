using System.CommandLine;

namespace Ptce.Workspace;

/// <summary>Verbs that set up a pole: found it, name its first administrator, bring in its members.</summary>
public static class PoleVerbs
{
    private static readonly Option<string> PoleName = Input.Needed("--name", "pole_name");
    private static readonly Option<string> PersonName = Input.Needed("--name", "person_name");
    private static readonly Option<string> Zone = Input.Otherwise("--zone", "Europe/Paris", "pole_zone");
    private static readonly Option<string> Email = Input.Needed("--email");
    private static readonly Option<string?> Speaks = Input.Text("--language");
    private static readonly Argument<string> File = Input.First("FILE.csv", "file", $"{string.Join(';', MemberRow.Columns)}[;engagement;from;to;{string.Join(';', ProfileRow.Columns)}]");

    public static IEnumerable<Command> All =>
    [
        Desk.Family("pole", Create),
        Desk.Family("admin", Admin, Link),
    ];

    /// <summary><c>import members</c>, gathered with the other imports by <see cref="Verbs"/>.</summary>
    public static Command Import => Desk.Verb("import members", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var done = await desk.Get<Members>().Import(pole, MemberRow.Of(CsvFile.Read(asked.GetValue(File)!, MemberRow.Columns)));
        Console.WriteLine($"{pole.Name}. {done.In(new(Desk.Language))}");
        return 0;
    }, File, Desk.PoleName);

    private static Command Create => Desk.Verb("pole create", async (asked, desk) =>
    {
        var pole = await desk.Get<Poles>().Create(asked.GetValue(PoleName)!, asked.GetValue(Zone)!, Language(asked));
        Console.WriteLine(Words.Say(Desk.Language, "console.pole_created", pole.Name, pole.Slug));
        return 0;
    }, PoleName, Zone, Speaks);

    private static Command Admin => Desk.Verb("admin create", async (asked, desk) =>
    {
        var pole = asked.GetValue(Desk.PoleName) is null ? null : await desk.Pole(asked);
        var email = asked.GetValue(Email)!;
        await desk.Get<Members>().Administer(pole, asked.GetValue(PersonName)!, email, Language(asked));
        Console.WriteLine(Words.Say(Desk.Language, pole is null ? "console.admin_of_all" : "console.admin_of_pole", email, pole?.Name));
        return 0;
    }, PersonName, Email, Desk.PoleName, Speaks);

    private static string Language(ParseResult asked)
    {
        var language = asked.GetValue(Speaks) ?? Desk.Language;
        Refused.If(!Words.Languages.Contains(language), "language", "calendar.refused.language", language);
        return language;
    }

    private static Command Link => Desk.Verb("admin link", async (asked, desk) =>
    {
        var email = asked.GetValue(Email)!;
        var secret = await desk.Get<SignInLinks>().Make(email);
        Console.WriteLine(Words.Say(Desk.Language, "identity.console_link", email, SignInLinks.Minutes));
        Console.WriteLine(desk.Get<Site>().Link(SignInLinkPage.Address(secret)));
        return 0;
    }, Email);
}
