using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace Ptce.Workspace;

/// <summary>The console door: every verb, and "serve" when there is none.</summary>
public static class Verbs
{
    public static async Task<int> Run(string[] args)
    {
        try
        {
            // What the parser itself says of a verb typed wrong comes with its package in our three languages.
            CultureInfo.CurrentUICulture = Words.Culture(Desk.Language);
            args = VerbFirst(args);
            var serves = args is [] || (args[0].StartsWith('-') && args is not ["--help" or "-h" or "-?" or "--version"]);
            // Hosting settings (--urls, --environment) are the host's own: they pass through when no verb is named.
            if (serves) return await Serve.Run(Desk.HostArguments(args));
            var asked = Root().Parse(args);
            var wrong = Missing(asked, Desk.Language).Concat(Twice(asked, Desk.Language)).ToList();
            foreach (var one in wrong) await Console.Error.WriteLineAsync(one);
            if (wrong.Count > 0) return 1;
            if (asked.Action is not ParseErrorAction) return await asked.InvokeAsync();
            foreach (var error in asked.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync(Words.Say(Desk.Language, "console.see_help"));
            return 1;
        }
        catch (CannotRun e)
        {
            await Console.Error.WriteLineAsync(e.In(Desk.Language));
            return 1;
        }
    }

    /// <summary>What a verb needs and was not given. The package has no words for it but English ones.</summary>
    internal static IEnumerable<string> Missing(ParseResult asked, string language) =>
        from option in asked.CommandResult.Command.Options
        where asked.Action is ParseErrorAction && option.Required && asked.GetResult(option) is null or { Implicit: true, Tokens.Count: 0 }
        select Words.Say(language, "console.missing", $"{option.Name} {option.HelpName}".TrimEnd(), option.Description);

    /// <summary>What was said twice and is one thing; of this too the package speaks English alone.</summary>
    internal static IEnumerable<string> Twice(ParseResult asked, string language) =>
        from option in asked.CommandResult.Command.Options
        where asked.Action is ParseErrorAction && option.Arity.MaximumNumberOfValues == 1 && asked.GetResult(option) is { Tokens.Count: > 1 }
        select Words.Say(language, "console.twice", option.Name);

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
        .. StoreVerbs.All, .. PoleVerbs.All, .. CalendarVerbs.All, .. RateVerbs.All, .. DigestVerbs.All, ProofVerbs.Verify, .. PackVerbs.All,
        .. OfferVerbs.All, .. CooperationVerbs.All, .. TeamsVerbs.All, .. JobVerbs.All, Import, Export, SentenceVerbs.Understand,
    ];
}
