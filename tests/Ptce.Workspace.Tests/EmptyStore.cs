using Npgsql;

namespace Ptce.Workspace.Tests;

/// <summary>Which store a test runs on.</summary>
public enum On { Sqlite, Postgres }

/// <summary>A store of one test's own: migrated and empty, or not even migrated. It goes when the test ends.</summary>
/// <remarks>Migrating takes a while, copying does not: each run migrates one template per kind and every test gets a copy of it.</remarks>
public sealed class EmptyStore : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PTCE_POSTGRES");
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateFile);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MigrateDatabase);
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
        var folder = Directory.CreateTempSubdirectory("ptce-test-").FullName;
        if (on == On.Sqlite)
        {
            var settings = new StoreSettings(folder, null);
            if (migrated) File.Copy(await SqliteTemplate.Value, settings.SqliteFile);
            return new(settings, null);
        }
        var database = $"{Run}_{Interlocked.Increment(ref _count)}";
        await Serve($"create database {database} template {(migrated ? await PostgresTemplate.Value : "template0")}");
        return new(new(folder, ConnectionTo(database)), database);
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
        if (SqliteTemplate.IsValueCreated) Directory.Delete(Path.GetDirectoryName(await SqliteTemplate.Value)!, recursive: true);
        if (PostgresTemplate.IsValueCreated) await Serve($"drop database {await PostgresTemplate.Value} with (force)");
    }

    private static async Task<string> MigrateFile()
    {
        var file = new StoreSettings(Directory.CreateTempSubdirectory("ptce-test-template-").FullName, null).SqliteFile;
        await using (var db = new SqliteDb(file)) await Migrations.Apply(db, TimeProvider.System);
        return file;
    }

    private static async Task<string> MigrateDatabase()
    {
        await Serve($"create database {Run} template template0");
        // A pooled connection would stay in the template, and a database in use cannot be copied.
        await using (var db = new PostgresDb(ConnectionTo(Run) + ";Pooling=false")) await Migrations.Apply(db, TimeProvider.System);
        return Run;
    }

    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20, Timeout = 60 }.ToString();

    private static async Task Serve(string sql)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
