using System.CommandLine;

namespace Ptce.Workspace;

/// <summary>Where a console verb works: the store it was pointed at, migrated, and the slices on it.</summary>
public sealed class Desk : IAsyncDisposable
{
    public static readonly Option<string?> Data = new("--data") { Description = "dossier de données (SQLite) / data folder", HelpName = "FOLDER" };
    public static readonly Option<string?> Connection = new("--connection") { Description = "connexion PostgreSQL, à la place du dossier / PostgreSQL connection string", HelpName = "STRING" };
    public static readonly Option<string?> PoleName = new("--pole") { Description = "le pôle : nom ou identifiant d'adresse ; inutile s'il n'y en a qu'un / the pole, by name or slug" };
    public static readonly Option<bool> Json = new("--json") { Description = "écrit du JSON / prints JSON" };

    private readonly ServiceProvider _services;

    private Desk(ServiceProvider services) => _services = services;

    /// <summary>The language of the terminal, French when it does not say.</summary>
    public static string Language { get; } = Words.Nearest(
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG"))?.Split('_', '.')[0]);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<Pole> Pole(ParseResult asked) => Get<Poles>().Meant(asked.GetValue(PoleName));

    /// <summary>A verb whose refusals become one sentence on stderr and exit code 1.</summary>
    public static Command Verb(string name, string description, Func<ParseResult, Desk, Task<int>> run, params Symbol[] inputs)
    {
        var command = new Command(name, description) { Data, Connection };
        foreach (var input in inputs)
        {
            if (input is Option option) command.Add(option);
            else if (input is Argument argument) command.Add(argument);
        }
        command.SetAction(async (asked, _) => await Run(asked, run));
        return command;
    }

    public static async Task<int> Run(ParseResult asked, Func<ParseResult, Desk, Task<int>> run)
    {
        try
        {
            await using var desk = await Open(asked);
            return await run(asked, desk);
        }
        catch (BadFile e)
        {
            foreach (var row in e.Rows) await Console.Error.WriteLineAsync(Words.Say(Language, "console.line", row.Line, row.Reason.In(Language)));
            await Console.Error.WriteLineAsync(e.In(Language));
            return 1;
        }
        catch (Refused e)
        {
            await Console.Error.WriteLineAsync(e.In(Language));
            return 1;
        }
    }

    /// <summary>A verb that works on the place of the store, and opens nothing in it.</summary>
    public static Command Plain(string name, string description, Func<ParseResult, StoreSettings, Task<int>> run, params Symbol[] inputs)
    {
        var command = new Command(name, description) { Data, Connection };
        foreach (var input in inputs)
        {
            if (input is Option option) command.Add(option);
            else if (input is Argument argument) command.Add(argument);
        }
        command.SetAction(async (asked, _) =>
        {
            try { return await run(asked, StoreSettings.From(Settings(asked))); }
            catch (Refused e)
            {
                await Console.Error.WriteLineAsync(e.In(Language));
                return 1;
            }
        });
        return command;
    }

    private static IConfiguration Settings(ParseResult asked) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = asked.GetValue(Data),
            ["ConnectionStrings:Ptce"] = asked.GetValue(Connection),
        }.Where(s => s.Value is not null))
        .Build();

    private static async Task<Desk> Open(ParseResult asked)
    {
        var configuration = Settings(asked);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddSlices(configuration);
        var desk = new Desk(services.BuildServiceProvider());
        await Migrations.Apply(desk.Get<Db>(), desk.Get<TimeProvider>());
        return desk;
    }

    /// <summary><c>--data</c> and <c>--connection</c> as the host's own settings; the rest passes untouched.</summary>
    public static string[] HostArguments(string[] args) =>
        [.. args.Select(a => a switch
        {
            "--data" => "--Data:Folder",
            "--connection" => "--ConnectionStrings:Ptce",
            _ when a.StartsWith("--data=", StringComparison.Ordinal) => "--Data:Folder=" + a["--data=".Length..],
            _ when a.StartsWith("--connection=", StringComparison.Ordinal) => "--ConnectionStrings:Ptce=" + a["--connection=".Length..],
            _ => a,
        })];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
