using System.CommandLine;

namespace Ptce.Workspace;

/// <summary>Verbs that set up a pole: found it, name its first administrator, bring in its members.</summary>
public static class PoleVerbs
{
    private static readonly Option<string> Name = new("--name") { Description = "nom / name", Required = true };
    private static readonly Option<string> Zone = new("--zone") { Description = "fuseau, par exemple Europe/Paris / time zone", DefaultValueFactory = _ => "Europe/Paris" };
    private static readonly Option<string> Email = new("--email") { Description = "courriel / e-mail", Required = true };
    private static readonly Option<string?> Speaks = new("--language") { Description = "fr, en, de" };
    private static readonly Argument<string> File = new("FILE.csv") { Description = "fichier UTF-8, séparateur « ; » / UTF-8 file, separator “;”" };

    public static IEnumerable<Command> All =>
    [
        new Command("pole", "crée un pôle / creates a pole") { Create },
        new Command("admin", "nomme une personne administratrice / names an administrator") { Admin, Link },
    ];

    /// <summary><c>import members</c>, gathered with the other imports by <see cref="Verbs"/>.</summary>
    public static Command Import => Desk.Verb("members", "organisation;type;circle;person;email;role[;engagement]", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var done = await desk.Get<Members>().Import(pole, Read(asked.GetValue(File)!));
        Console.WriteLine(Words.Say(Desk.Language, "console.members_imported", done.Organisations, done.People, done.Mandates, pole.Name));
        return 0;
    }, File, Desk.PoleName);

    private static Command Create => Desk.Verb("create", "--name NOM --zone Europe/Paris", async (asked, desk) =>
    {
        var pole = await desk.Get<Poles>().Create(asked.GetValue(Name)!, asked.GetValue(Zone)!, asked.GetValue(Speaks) ?? Desk.Language);
        Console.WriteLine(Words.Say(Desk.Language, "console.pole_created", pole.Name, pole.Slug));
        return 0;
    }, Name, Zone, Speaks);

    private static Command Admin => Desk.Verb("create", "--name NOM --email COURRIEL [--pole PÔLE]", async (asked, desk) =>
    {
        var pole = asked.GetValue(Desk.PoleName) is null ? null : await desk.Pole(asked);
        var email = asked.GetValue(Email)!;
        await desk.Get<Members>().Administer(pole, asked.GetValue(Name)!, email, asked.GetValue(Speaks) ?? Desk.Language);
        Console.WriteLine(Words.Say(Desk.Language, pole is null ? "console.admin_of_all" : "console.admin_of_pole", email, pole?.Name));
        return 0;
    }, Name, Email, Desk.PoleName, Speaks);

    private static Command Link => Desk.Verb("link", "--email COURRIEL : un lien de connexion, sans courriel / a sign-in link, without mail", async (asked, desk) =>
    {
        var email = asked.GetValue(Email)!;
        var secret = await desk.Get<SignInLinks>().Make(email);
        Console.WriteLine(Words.Say(Desk.Language, "identity.console_link", email, SignInLinks.Minutes));
        Console.WriteLine(desk.Get<Site>().Link(SignInLinkPage.Address(secret)));
        return 0;
    }, Email);

    private static List<MemberRow> Read(string file) =>
        [.. CsvFile.Read(file, "organisation", "type", "circle", "person", "email", "role").Select(r => new MemberRow(
            r.Line, r["organisation"], r["type"], r["circle"], r["person"], r["email"].ToLowerInvariant(), r["role"], r["engagement"].ToLowerInvariant()))];
}
