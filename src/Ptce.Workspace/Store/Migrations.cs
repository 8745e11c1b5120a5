using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ptce.Workspace;

/// <summary>One number of migrations/: <c>0007_search.sql</c> for both stores, then its twin <c>.sqlite.sql</c> or <c>.postgres.sql</c> where they differ.</summary>
public sealed record Migration(long Number, string Name, string Sql)
{
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}

/// <summary>Brings a store from any earlier version to this program's in one step, or refuses with a sentence.</summary>
public static class Migrations
{
    private const long Lock = 0x70746365; // "ptce"
    private const string Table = "create table if not exists migrations (number bigint primary key, name text not null, checksum text not null, applied_at bigint not null)";

    /// <summary>The migrations that apply to a kind of store, in order.</summary>
    /// <param name="store">"sqlite" or "postgres".</param>
    public static IReadOnlyList<Migration> For(string store)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = new SortedDictionary<long, Migration>();
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith("migrations/", StringComparison.Ordinal));
        foreach (var resource in files.OrderBy(n => n.Count(c => c == '.'))) // what is shared comes before its twins
        {
            var parts = resource["migrations/".Length..^".sql".Length].Split('.');
            if (parts.Length == 2 && parts[1] != store) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var number = long.Parse(parts[0][..4], CultureInfo.InvariantCulture);
            var sql = reader.ReadToEnd();
            if (all.TryAdd(number, new(number, parts[0], sql))) continue;
            if (parts.Length == 1 || all[number].Name != parts[0]) throw new InvalidOperationException($"Two migrations bear the number {number:0000}.");
            all[number] = new(number, parts[0], all[number].Sql + "\n" + sql);
        }
        return [.. all.Values];
    }

    /// <summary>Applies what is missing. Nodes that start together do it once; a SQLite file is copied aside first.</summary>
    /// <returns>The names applied now, none on a store that is up to date.</returns>
    /// <exception cref="CannotRun">The store is newer than the program, differs from its migrations, or cannot be opened.</exception>
    public static async Task<IReadOnlyList<string>> Apply(Db db, TimeProvider clock, IReadOnlyList<Migration>? migrations = null)
    {
        try
        {
            return db switch
            {
                SqliteDb sqlite => OnSqlite(sqlite, migrations ?? For("sqlite"), clock),
                PostgresDb postgres => await OnPostgres(postgres, migrations ?? For("postgres"), clock),
                _ => throw new InvalidOperationException("An unknown store."),
            };
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 14 or 26) // corrupt, cannot open, not a database
        {
            throw new CannotRun("store.file_unreadable", ((SqliteDb)db).File, e.Message);
        }
        catch (NpgsqlException e) when (e is not PostgresException || e.SqlState is "28P01" or "28000" or "3D000")
        {
            throw new CannotRun("store.unreachable", e.InnerException?.Message ?? e.Message);
        }
    }

    private static List<string> OnSqlite(SqliteDb db, IReadOnlyList<Migration> migrations, TimeProvider clock)
    {
        using var connection = db.Exclusive(); // closed without a commit, it rolls back
        connection.Execute("begin immediate"); // a second process waits here, then finds nothing left to do
        connection.Execute(Table);
        var applied = Check(connection, null, migrations);
        var missing = migrations.Where(m => !applied.Contains(m.Number)).ToList();
        if (applied.Count > 0 && missing.Count > 0) CopyAside(db.File, missing[0].Number);
        foreach (var migration in missing) Run(connection, null, migration, clock);
        connection.Execute("commit");
        return [.. missing.Select(m => m.Name)];
    }

    // A second connection reads the last committed state, which is the one to keep; the write lock we hold stops anyone changing it meanwhile.
    private static void CopyAside(string file, long upTo)
    {
        var aside = $"{Path.ChangeExtension(file, null)}.before-{upTo:0000}.db";
        File.Delete(aside);
        using var from = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        using var to = new SqliteConnection($"Data Source={aside};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private static async Task<IReadOnlyList<string>> OnPostgres(PostgresDb db, IReadOnlyList<Migration> migrations, TimeProvider clock)
    {
        await using var connection = await db.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock }, transaction);
        await connection.ExecuteAsync(Table, null, transaction);
        var applied = Check(connection, transaction, migrations);
        var missing = migrations.Where(m => !applied.Contains(m.Number)).ToList();
        foreach (var migration in missing) Run(connection, transaction, migration, clock);
        await transaction.CommitAsync();
        return [.. missing.Select(m => m.Name)];
    }

    private static HashSet<long> Check(DbConnection connection, DbTransaction? transaction, IReadOnlyList<Migration> migrations)
    {
        var known = migrations.ToDictionary(m => m.Number);
        var applied = connection.Query<(long Number, string Name, string Checksum)>("select number, name, checksum from migrations order by number", null, transaction).ToList();
        foreach (var (number, name, checksum) in applied)
        {
            if (!known.TryGetValue(number, out var ours)) throw new CannotRun("store.newer", name, migrations[^1].Name);
            if (ours.Checksum != checksum) throw new CannotRun("store.changed_migration", name);
        }
        return [.. applied.Select(a => a.Number)];
    }

    private static void Run(DbConnection connection, DbTransaction? transaction, Migration migration, TimeProvider clock)
    {
        connection.Execute(migration.Sql, null, transaction);
        connection.Execute("insert into migrations (number, name, checksum, applied_at) values (@Number, @Name, @Checksum, @Now)",
            new { migration.Number, migration.Name, migration.Checksum, Now = clock.GetUtcNow() }, transaction);
    }
}
