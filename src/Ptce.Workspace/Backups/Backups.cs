using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ptce.Workspace;

/// <summary>Section <c>Backups</c>: where the nightly copies go, and how many are kept.</summary>
/// <param name="Folder">Full path; <c>{data}/backups</c> by default. Better on another disk.</param>
public sealed record BackupSettings(string Folder, int Keep)
{
    public static BackupSettings From(IConfiguration configuration, StoreSettings store) =>
        new(Path.GetFullPath(configuration["Backups:Folder"] ?? Path.Combine(store.Folder, "backups")), Math.Max(1, configuration.GetValue("Backups:Keep", 14)));
}

/// <summary>A copy of the store, or of the whole.</summary>
/// <param name="Files">How many files stand in it beside the store; null for the store alone.</param>
public sealed record Backup(string File, long Bytes, DateTimeOffset At, int? Files = null);

/// <summary>Sauvegardes : copies made while the program runs, each checked before it counts: the store alone, or the whole with the files beside it.</summary>
public sealed partial class Backups(Db db, StoreSettings store, IConfiguration configuration, TimeProvider clock)
{
    private const string Name = "ptce-";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public BackupSettings Settings { get; } = BackupSettings.From(configuration, store);

    /// <summary>Copies the store to a file while the program runs, and the files beside it where the name ends in ".zip"; what stood there before is replaced once the copy is whole.</summary>
    /// <exception cref="Refused">No room, the folder cannot be written, the copy is not whole; on PostgreSQL, pg_dump is missing or failed.</exception>
    public async Task<Backup> To(string file)
    {
        file = Path.GetFullPath(file);
        Refused.If(Directory.Exists(file), "file", "backups.is_folder", file);
        Refused.If(file == Path.GetFullPath(store.SqliteFile), "file", "backups.same_file", file);
        var partial = file + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Delete(partial);
            Own(partial);
            int? files = Path.GetExtension(file).Equals(WholeBackup.Extension, StringComparison.OrdinalIgnoreCase) ? await Whole(partial) : null;
            if (files is null) await CopyStore(partial);
            db.Step("backup.copied");
            File.Move(partial, file, overwrite: true);
            return new(file, new FileInfo(file).Length, clock.GetUtcNow(), files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new Refused("file", "backups.cannot_write", file, e.Message);
        }
        finally { File.Delete(partial); }
    }

    private Task CopyStore(string to) => store.Postgres is { } postgres ? Dump(postgres, to) : Task.Run(() => Copy(store.SqliteFile, to));

    /// <summary>The store first, then the files: what its rows name was on the disk before they were written.</summary>
    private async Task<int> Whole(string to)
    {
        var (copy, folder) = (to + ".store", Path.GetDirectoryName(to)!);
        try
        {
            Own(copy);
            await CopyStore(copy);
            var needed = new FileInfo(copy).Length + WholeBackup.FilesOf(store.Folder).Sum(f => f.File.Length);
            Refused.If(new DriveInfo(folder).AvailableFreeSpace < needed + needed / 10, "file", "backups.no_room", folder);
            return await Task.Run(() => WholeBackup.Write(to, copy, store.Postgres is null ? WholeBackup.StoreName : WholeBackup.DumpName, store.Folder));
        }
        finally { File.Delete(copy); }
    }

    /// <summary>The night's copy of the whole, and the oldest beyond those to keep thrown away.</summary>
    public async Task Nightly(JobAccount account)
    {
        if (store.Postgres is not null && !Dumps)
        {
            account.Did("backups.did.use_pg_dump");
            return;
        }
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var made = await To(Path.Combine(Settings.Folder, $"{Name}{stamp}{WholeBackup.Extension}"));
        account.Did("backups.did.made", Path.GetFileName(made.File), JobSaying.Bytes(made.Bytes), made.Files ?? 0);
        var old = All.Skip(Settings.Keep).ToList();
        foreach (var backup in old) File.Delete(backup.File);
        if (old.Count > 0) account.Did("backups.did.rotated", old.Count, Settings.Keep);
    }

    /// <summary>The nightly copies, newest first; files of other names are not ours.</summary>
    public IReadOnlyList<Backup> All => !Directory.Exists(Settings.Folder) ? [] :
    [
        .. new DirectoryInfo(Settings.Folder).EnumerateFiles($"{Name}*").Where(f => Extensions.Contains(f.Extension)).Select(f => (File: f, At: Stamp(f.Name))).Where(f => f.At is not null)
            .OrderByDescending(f => f.At).Select(f => new Backup(f.File.FullName, f.File.Length, f.At!.Value)),
    ];

    // Those of the store alone were made by earlier versions of the program.
    private static readonly string[] Extensions = [WholeBackup.Extension, ".db", ".dump"];

    private static DateTimeOffset? Stamp(string name) =>
        DateTimeOffset.TryParseExact(Path.GetFileNameWithoutExtension(name)[Name.Length..], "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static void Copy(string from, string to)
    {
        var room = new DriveInfo(Path.GetDirectoryName(to)!).AvailableFreeSpace;
        var needed = new FileInfo(from).Length;
        Refused.If(room < needed + needed / 10, "file", "backups.no_room", Path.GetDirectoryName(to)!);
        using (var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly;Pooling=False"))
        using (var copy = new SqliteConnection($"Data Source={to};Pooling=False"))
        {
            source.Open();
            copy.Open();
            source.BackupDatabase(copy); // one reading of the last commit; writers go on meanwhile
            using var single = copy.CreateCommand();
            single.CommandText = "pragma journal_mode = delete"; // one file, readable from a read-only disk
            single.ExecuteNonQuery();
        }
        Check(to, "backups.not_whole");
        using var durable = File.Open(to, FileMode.Open, FileAccess.ReadWrite);
        durable.Flush(flushToDisk: true);
    }

    /// <summary>Reads a SQLite file through: pages, indexes, references.</summary>
    /// <exception cref="Refused">It is no store of ours, or is damaged; with the first thing found.</exception>
    /// <param name="called">What the refusal names, where the file is a copy.</param>
    internal static void Check(string file, string refusal, string? called = null)
    {
        called ??= file;
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma integrity_check(1)";
            var found = (string)command.ExecuteScalar()!;
            Refused.If(found != "ok", "file", refusal, called, found);
            command.CommandText = "pragma foreign_key_check";
            using var reader = command.ExecuteReader();
            Refused.If(reader.Read(), "file", refusal, called, "foreign_key_check");
        }
        catch (SqliteException e) { throw new Refused("file", refusal, called, e.Message); }
    }

    /// <summary>Made by us, for our eyes: a copy holds names, addresses and keys.</summary>
    internal static void Own(string file)
    {
        using (File.Create(file)) { }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static bool Dumps => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => p != "" && (File.Exists(Path.Combine(p, "pg_dump")) || File.Exists(Path.Combine(p, "pg_dump.exe"))));

    private static async Task Dump(string connection, string to)
    {
        Refused.If(!Dumps, "file", "backups.needs_pg_dump");
        var server = new NpgsqlConnectionStringBuilder(connection);
        using var process = Process.Start(new ProcessStartInfo("pg_dump",
            ["--format=custom", "--no-owner", "--file", to, "--host", server.Host ?? "localhost", "--port", $"{server.Port}", "--username", server.Username ?? "", "--no-password", server.Database ?? ""])
        {
            RedirectStandardError = true,
            Environment = { ["PGPASSWORD"] = server.Password ?? "" }, // never on the command line, where others read it
        })!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Refused.If(process.ExitCode != 0, "file", "backups.pg_dump_failed", said.Trim());
    }
}
