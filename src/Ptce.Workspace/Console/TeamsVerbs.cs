using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>teams package</c>: the file to upload to Teams. Touches no store.</summary>
public static class TeamsVerbs
{
    private static readonly Option<string> AppId = new("--app-id") { Description = "identifiant de l'application Entra / Entra application id", HelpName = "GUID", Required = true };
    private static readonly Option<string> Host = new("--host") { Description = "hôte public, sans https:// / public host, without https://", HelpName = "HOST", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "fichier à écrire / file to write", HelpName = "FILE.zip", DefaultValueFactory = _ => TeamsPackage.FileName };

    public static IEnumerable<Command> All => [new Command("teams", "l'application Teams / the Teams app") { Package }];

    private static Command Package
    {
        get
        {
            var verb = new Command("package", "écrit le paquet à charger dans Teams / writes the package to upload to Teams") { AppId, Host, Out };
            verb.SetAction(asked => Write(asked.GetValue(AppId)!, asked.GetValue(Host)!, asked.GetValue(Out)!, Console.Out, Console.Error));
            return verb;
        }
    }

    /// <returns>The exit code: 1 when nothing was written.</returns>
    public static int Write(string appId, string host, string file, TextWriter said, TextWriter refused)
    {
        try
        {
            var package = TeamsPackage.For(appId, host);
            File.WriteAllBytes(file, package.Zip());
            said.WriteLine(Words.Say(Desk.Language, "teams.package_written", Path.GetFullPath(file), package.Resource));
            return 0;
        }
        catch (Refused e)
        {
            refused.WriteLine(e.In(Desk.Language));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            refused.WriteLine(Words.Say(Desk.Language, "teams.package_not_written", file, e.Message));
        }
        return 1;
    }
}
