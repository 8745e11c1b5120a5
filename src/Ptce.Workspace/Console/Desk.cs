using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Where a console verb works: the store it was pointed at, migrated, and the slices on it.</summary>
public sealed class Desk : IAsyncDisposable
{
    /// <summary>The language of the terminal, French when it does not say.</summary>
    public static string Language { get; } = Words.Nearest(
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG"))?.Split('_', '.')[0]);

    public static readonly Option<string?> Data = Input.Text("--data", shape: "FOLDER");
    public static readonly Option<string?> Connection = Input.Text("--connection", shape: "STRING");
    public static readonly Option<string?> PoleName = Input.Text("--pole");
    public static readonly Option<bool> Json = Input.Flag("--json");

    /// <summary>JSON for a console, not a page: accents stay legible.</summary>
    public static readonly JsonSerializerOptions Legible = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ServiceProvider _services;

    private Desk(ServiceProvider services) => _services = services;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Who an address is in the pole, with the rights that go with it.</summary>
    /// <param name="input">Where the address was given: what a refusal names.</param>
    public async Task<Actor> Person(string input, string email, Pole pole) =>
        await Get<Actors>().FindByEmail(email, pole.Slug) ?? throw new Refused(input, "digests.nobody", email, pole.Name);

    public Task<Pole> Pole(ParseResult asked) => Get<Poles>().Meant(asked.GetValue(PoleName));

    /// <summary>The file that a verb writes: one that is not there yet, or has nothing in it.</summary>
    /// <param name="input">Where its name was given: what a refusal names.</param>
    /// <exception cref="Refused">Something is in it, or it cannot be made.</exception>
    public static FileStream NewFile(string path, string input)
    {
        try
        {
            Refused.If(new FileInfo(path) is { Exists: true, Length: > 0 }, input, "contributions.export_exists", path);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException) { throw new Refused(input, "console.not_written", path); }
    }

    /// <summary>How far a long verb is, on one line of the terminal that renews itself; nothing where what is said goes into a file.</summary>
    public static JobAccount Progress() => Console.IsErrorRedirected ? JobAccount.Unkept() : new((done, total) =>
        Console.Error.WriteAsync("\r" + Words.Say(Language, "console.progress", done, total) + (done == total ? Environment.NewLine : "")));

    /// <summary>Verbs under one word: <c>digest compile</c>, <c>digest verify</c>.</summary>
    public static Command Family(string name, params Command[] verbs)
    {
        var family = new Command(name, Sentence(name));
        foreach (var verb in verbs) family.Add(verb);
        return family;
    }

    /// <summary>A verb on the slices, whose refusals become one sentence on stderr and exit code 1.</summary>
    /// <param name="path">What is typed, "digest compile": its sentence stands under it in <c>Console.words.json</c>.</param>
    public static Command Verb(string path, Func<ParseResult, Desk, Task<int>> run, params Symbol[] inputs) =>
        Bare(path, asked => Run(asked, run), [Data, Connection, .. inputs]);

    /// <summary>A verb on the place of the store, which opens nothing in it.</summary>
    public static Command Plain(string path, Func<ParseResult, StoreSettings, Task<int>> run, params Symbol[] inputs) =>
        Bare(path, asked => Refusing(() => run(asked, StoreSettings.From(Settings(asked)))), [Data, Connection, .. inputs]);

    /// <summary>A verb that needs no store at all, whose refusals become one sentence on stderr and exit code 1.</summary>
    public static Command Storeless(string path, Func<ParseResult, Task<int>> run, params Symbol[] inputs) => Bare(path, asked => Refusing(() => run(asked)), inputs);

    /// <summary>A verb that touches no store, and says its own refusals.</summary>
    public static Command Bare(string path, Func<ParseResult, Task<int>> run, params Symbol[] inputs)
    {
        var verb = new Command(path.Split(' ')[^1], Sentence(path));
        foreach (var input in inputs)
        {
            if (input is Option option) verb.Add(option);
            else if (input is Argument argument) verb.Add(argument);
        }
        verb.SetAction((asked, _) => run(asked));
        return verb;
    }

    private static string Sentence(string path) => Words.Say(Language, "console.verb." + path.Replace(' ', '.'));

    private static Task<int> Run(ParseResult asked, Func<ParseResult, Desk, Task<int>> run) => Refusing(async () =>
    {
        await using var desk = await Open(asked);
        return await run(asked, desk);
    });

    private static async Task<int> Refusing(Func<Task<int>> run)
    {
        try { return await run(); }
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(Words.Say(Language, "console.file_trouble", e.Message));
            return 1;
        }
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
