using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ptce.Workspace;

public sealed partial class Backups
{
    /// <summary>Puts a backup in the place of the store, and the files of a backup of the whole beside it. The store that stood there is kept aside; files that stand there stay.</summary>
    /// <returns>Where the former store is now; null where there was none.</returns>
    /// <exception cref="Refused">A store stands there and <paramref name="force"/> is not given; the program runs; the file is damaged, no store of ours, or newer than the program; PostgreSQL.</exception>
    public static async Task<string?> Restore(StoreSettings store, string file, bool force, TimeProvider clock)
    {
        Refused.If(store.Postgres is not null, "file", "backups.restore_postgres");
        SqliteNative.Use();
        Columns.Register();
        file = Path.GetFullPath(file);
        Refused.If(!File.Exists(file), "file", "backups.no_file", file);
        Refused.If(file == Path.GetFullPath(store.SqliteFile), "file", "backups.same_file", file);
        Refused.If(File.Exists(store.SqliteFile) && !force, "file", "backups.would_overwrite", store.SqliteFile);
        using var mine = StoreInUse.Alone(store) ?? throw new Refused("file", "backups.program_runs", store.Folder);

        // What is checked is the copy that will stand there, not the file it came from.
        var copy = store.SqliteFile + ".restoring";
        foreach (var old in Parts(copy)) File.Delete(old);
        try
        {
            Own(copy);
            using var whole = WholeBackup.Is(file) ? WholeBackup.Open(file, store.Folder) : null;
            if (whole is not null) await whole.StoreTo(copy);
            else File.Copy(file, copy, overwrite: true);
            if (whole is null && File.Exists(file + "-wal")) File.Copy(file + "-wal", copy + "-wal", overwrite: true);
            Check(copy, "backups.damaged", called: file);
            await using (var restored = new SqliteDb(copy, clock))
            {
                Refused.If(await restored.MaybeOne<string>("select name from sqlite_master where name = 'migrations'") is null, "file", "backups.no_store", file);
                await Migrations.Apply(restored, clock); // refuses what is newer than the program
            }
            foreach (var before in Directory.EnumerateFiles(store.Folder, "ptce.db.before-*.db")) File.Delete(before); // the backup itself is that copy
            Alone(copy);
            if (whole is not null) await whole.FilesTo(store.Folder);
            var aside = Aside(store, clock);
            File.Move(copy, store.SqliteFile);
            return aside;
        }
        catch (CannotRun e) when (e.Key == "store.file_unreadable") { throw new Refused("file", "backups.damaged", file, e.Args[^1]); }
        finally
        {
            foreach (var part in Parts(copy)) File.Delete(part);
        }
    }

    private static string[] Parts(string file) => [file, file + "-wal", file + "-shm"];

    /// <summary>All in one file, on the disk.</summary>
    private static void Alone(string file)
    {
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = delete";
            command.ExecuteNonQuery();
        }
        using var durable = File.Open(file, FileMode.Open, FileAccess.ReadWrite);
        durable.Flush(flushToDisk: true);
    }

    /// <summary>Moves the store aside with its log: what it is worth is for people to judge, it is not opened.</summary>
    private static string? Aside(StoreSettings store, TimeProvider clock)
    {
        if (!File.Exists(store.SqliteFile)) return null;
        var aside = Path.Combine(store.Folder, string.Create(CultureInfo.InvariantCulture, $"ptce.before-restore-{clock.GetUtcNow():yyyyMMdd-HHmmss-fff}.db"));
        foreach (var (from, to) in Parts(store.SqliteFile).Zip(Parts(aside)))
            if (File.Exists(from)) File.Move(from, to);
        return aside;
    }

    /// <summary>The week's proof that a backup is worth something: the newest is restored beside the store, opened, and its digests checked.</summary>
    /// <exception cref="Refused">There is no backup, it does not restore, or a digest in it does not hold.</exception>
    public async Task Try(JobAccount account)
    {
        if (store.Postgres is not null)
        {
            account.Did("backups.did.try_postgres");
            return;
        }
        var all = All;
        Refused.If(all.Count == 0, "", "backups.none_yet");
        var newest = all[0];
        var folder = Directory.CreateDirectory(Path.Combine(Settings.Folder, ".restore-test"));
        try
        {
            var there = new StoreSettings(folder.FullName, null);
            await Restore(there, newest.File, force: true, clock);
            await Inspect(there, newest, account);
        }
        finally { folder.Delete(recursive: true); }
    }

    private async Task Inspect(StoreSettings there, Backup newest, JobAccount account)
    {
        var whole = Path.GetExtension(newest.File) == WholeBackup.Extension;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = there.Folder }).Build();
        var slices = new ServiceCollection();
        slices.AddLogging();
        slices.AddSingleton<IConfiguration>(settings);
        slices.AddSlices(settings);
        slices.AddSingleton(clock);
        await using var copy = slices.BuildServiceProvider();
        var (verified, poles) = (0L, await copy.GetRequiredService<Poles>().All());
        for (var i = 0; i < poles.Count; i++)
        {
            await account.Progress(i, poles.Count);
            foreach (var verdict in await copy.GetRequiredService<Digests>().VerifyAll(poles[i], files: whole))
            {
                Refused.If(!verdict.Holds, "", "backups.digest_broken", poles[i].Name, verdict.Digest.FromDay.Iso());
                verified++;
            }
        }
        if (whole) account.Did("backups.did.files", await FilesNamed(copy));
        account.Did("backups.did.tried", Path.GetFileName(newest.File), poles.Count, verified);
    }

    /// <summary>Every file that a row of the copy names stands beside it; what bears a hash was compared with it when it was brought out.</summary>
    /// <returns>How many.</returns>
    private static async Task<long> FilesNamed(ServiceProvider copy)
    {
        var (files, named) = (copy.GetRequiredService<EvidenceFiles>(), new HashSet<string>(await copy.GetRequiredService<LineEvidence>().Hashes()));
        named.UnionWith(await copy.GetRequiredService<Photos>().Hashes());
        var missing = named.FirstOrDefault(hash => !files.Stands(hash));
        Refused.If(missing is not null, "", "backups.file_missing", missing);
        return named.Count;
    }
}
