using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>teams package</c>: the file to upload to Teams. Touches no store.</summary>
public static class TeamsVerbs
{
    private static readonly Option<string> AppId = Input.Needed("--app-id", shape: "GUID");
    private static readonly Option<string> Host = Input.Needed("--host", shape: "HOST");
    private static readonly Option<string> Out = Input.Otherwise("--out", TeamsPackage.FileName, shape: "FILE.zip");

    public static IEnumerable<Command> All => [Desk.Family("teams", Package)];

    private static Command Package => Desk.Bare("teams package",
        asked => Task.FromResult(Write(asked.GetValue(AppId)!, asked.GetValue(Host)!, asked.GetValue(Out)!, Console.Out, Console.Error)), AppId, Host, Out);

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
            refused.WriteLine(Words.Say(Desk.Language, "console.not_written", file));
        }
        return 1;
    }
}
