using System.Collections.Concurrent;
using Npgsql;

namespace Ptce.Workspace.Tests;

/// <summary>Which store a test runs on.</summary>
public enum On { Sqlite, Postgres }

/// <summary>A store of one test's own: the <see cref="Cast"/> is on it, or nobody, or not even the tables. It goes when the test ends.</summary>
/// <remarks>Migrating and assembling the cast take a while, copying does not: each run makes its templates once and every test gets a copy.</remarks>
public sealed class EmptyStore : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PTCE_POSTGRES");
    private static readonly ConcurrentDictionary<On, Lazy<Task<EmptyStore>>> Migrated = new();
    private static readonly ConcurrentDictionary<On, Lazy<Task<(EmptyStore Store, Cast Cast)>>> WithCast = new();
    private static readonly string Run = $"ptce_{Environment.ProcessId}_{Guid.NewGuid():N}"[..24];
    private static int _count;

    private readonly string? _database;

    private EmptyStore(StoreSettings settings, string? database) => (Settings, _database) = (settings, database);

    public StoreSettings Settings { get; }

    /// <summary>What the program would be told on its command line or in its environment.</summary>
    public Dictionary<string, string?> Configuration => new() { ["Data:Folder"] = Settings.Folder, ["ConnectionStrings:Ptce"] = Settings.Postgres };

    public static async Task<EmptyStore> Make(On on, bool migrated = true)
    {
        if (on == On.Postgres) NeedsPostgres();
        return await Copy(on, migrated ? await Template(on) : null);
    }

    /// <summary>A store with the cast on it, as it was when the run's clock started. The cast is the same for every test of a kind of store.</summary>
    public static async Task<(EmptyStore Store, Cast Cast)> MakeWithCast(On on)
    {
        if (on == On.Postgres) NeedsPostgres();
        var (template, cast) = await WithCast.GetOrAdd(on, _ => new(() => Assemble(on))).Value;
        return (await Copy(on, template), cast);
    }

    private static void NeedsPostgres()
    {
        if (Server is null) Absent.Skip("PTCE_POSTGRES names no PostgreSQL server (a connection string that may create databases): ./test.sh starts one.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await Serve($"drop database {_database} with (force)");
        Directory.Delete(Settings.Folder, recursive: true);
    }

    /// <summary>Takes the templates away at the end of the run.</summary>
    internal static async Task Forget()
    {
        foreach (var template in Migrated.Values) await (await template.Value).DisposeAsync();
        foreach (var template in WithCast.Values) await (await template.Value).Store.DisposeAsync();
    }

    private static Task<EmptyStore> Template(On on) => Migrated.GetOrAdd(on, _ => new(() => Migrate(on))).Value;

    private static async Task<EmptyStore> Migrate(On on)
    {
        var store = await Copy(on, null, pooled: false);
        await using Db db = on == On.Sqlite ? new SqliteDb(store.Settings.SqliteFile) : new PostgresDb(store.Settings.Postgres!);
        await Migrations.Apply(db, TimeProvider.System);
        return store;
    }

    private static async Task<(EmptyStore, Cast)> Assemble(On on)
    {
        var store = await Copy(on, await Template(on), pooled: false);
        await using var slices = StoreTest.Slices(store, new Clock());
        return (store, await Cast.Assemble(slices));
    }

    /// <param name="pooled">False for a template: a pooled connection would stay in it, and a database in use cannot be copied.</param>
    private static async Task<EmptyStore> Copy(On on, EmptyStore? template, bool pooled = true)
    {
        var folder = Directory.CreateTempSubdirectory("ptce-test-").FullName;
        if (on == On.Sqlite)
        {
            var settings = new StoreSettings(folder, null);
            if (template is not null) File.Copy(template.Settings.SqliteFile, settings.SqliteFile);
            return new(settings, null);
        }
        var database = $"{Run}_{Interlocked.Increment(ref _count)}";
        await Serve($"create database {database} template {template?._database ?? "template0"}");
        return new(new(folder, ConnectionTo(database, pooled)), database);
    }

    private static string ConnectionTo(string database, bool pooled) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = pooled, MaxPoolSize = 20, Timeout = 60 }.ToString();

    private static async Task Serve(string sql)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
