using System.CommandLine;

namespace Ptce.Workspace;

/// <summary>The console door: every verb, and "serve" when there is none.</summary>
public static class Verbs
{
    public static async Task<int> Run(string[] args)
    {
        try
        {
            // Hosting settings (--urls, --environment) are the host's own: they pass through when no verb is named.
            var verb = args.FirstOrDefault(a => !a.StartsWith('-'));
            var root = Root();
            var known = verb is not null && root.Subcommands.Any(c => c.Name == verb) && args[0] == verb;
            if (known || args is ["--help" or "-h" or "-?" or "--version"]) return await root.Parse(args).InvokeAsync();
            if (args.Length > 0 && !args[0].StartsWith('-')) return await root.Parse(args).InvokeAsync();
            return await Serve.Run(Desk.HostArguments(args));
        }
        catch (CannotRun e)
        {
            await Console.Error.WriteLineAsync(e.In(Desk.Language));
            return 1;
        }
    }

    private static Command Import => new("import", "importe un fichier CSV / imports a CSV file") { PoleVerbs.Import, ContributionVerbs.Import, OfferVerbs.Import };

    private static Command Export => new("export", "écrit un fichier CSV / writes a CSV file") { ContributionVerbs.Export };

    private static RootCommand Root()
    {
        var root = new RootCommand("Ptce.Workspace : sans verbe, migre et sert l'espace de travail. / Without a verb: migrates and serves.");
        foreach (var verb in (IEnumerable<Command>)[.. StoreVerbs.All, .. PoleVerbs.All, .. CalendarVerbs.All, .. RateVerbs.All, .. DigestVerbs.All, .. PackVerbs.All, .. OfferVerbs.All, .. CooperationVerbs.All, .. TeamsVerbs.All, .. JobVerbs.All, Import, Export, SentenceVerbs.Understand]) root.Add(verb);
        return root;
    }
}
