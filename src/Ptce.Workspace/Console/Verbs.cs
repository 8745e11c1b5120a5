using System.CommandLine;

namespace Ptce.Workspace;

/// <summary>The console door: every verb, and "serve" when there is none.</summary>
public static class Verbs
{
    public static async Task<int> Run(string[] args)
    {
        try
        {
            args = VerbFirst(args);
            var serves = args is [] || (args[0].StartsWith('-') && args is not ["--help" or "-h" or "-?" or "--version"]);
            // Hosting settings (--urls, --environment) are the host's own: they pass through when no verb is named.
            return serves ? await Serve.Run(Desk.HostArguments(args)) : await Root().Parse(args).InvokeAsync();
        }
        catch (CannotRun e)
        {
            await Console.Error.WriteLineAsync(e.In(Desk.Language));
            return 1;
        }
    }

    /// <summary>Where the store is may be said before the verb too.</summary>
    private static string[] VerbFirst(string[] args)
    {
        var where = 0;
        while (where < args.Length && args[where].Split('=')[0] is "--data" or "--connection") where += args[where].Contains('=') ? 1 : 2;
        return where < args.Length && !args[where].StartsWith('-') ? [.. args[where..], .. args[..where]] : args;
    }

    private static Command Import => Desk.Family("import", PoleVerbs.Import, ContributionVerbs.Import, OfferVerbs.Import, ExpenditureVerbs.Import);

    private static Command Export => Desk.Family("export", ContributionVerbs.Export);

    /// <summary>Every verb under the program's name.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand(Words.Say(Desk.Language, "console.verb.root"));
        foreach (var verb in Each) root.Add(verb);
        return root;
    }

    private static IEnumerable<Command> Each =>
    [
        .. StoreVerbs.All, .. PoleVerbs.All, .. CalendarVerbs.All, .. RateVerbs.All, .. DigestVerbs.All, .. PackVerbs.All,
        .. OfferVerbs.All, .. CooperationVerbs.All, .. TeamsVerbs.All, .. JobVerbs.All, Import, Export, SentenceVerbs.Understand,
    ];
}
