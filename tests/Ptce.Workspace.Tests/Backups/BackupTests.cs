using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace Ptce.Workspace.Tests;

public sealed class BackupTests() : DigestTest(On.Sqlite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File(string name) => Path.Combine(Store.Settings.Folder, name);

    private StoreSettings Elsewhere => new(Directory.CreateDirectory(File("elsewhere")).FullName, null);

    private async Task<(int Code, string Output, string Errors)> Verb(params string[] arguments) => await RunningProgram.Verb([.. arguments, "--data", Store.Settings.Folder]);

    [Fact]
    public async Task A_copy_made_while_commands_are_written_is_whole_and_restores_to_the_same_digests()
    {
        await Line("2026-03-05");
        var digest = await Approve(await March());
        var stop = new CancellationTokenSource();
        var writing = Task.Run(async () => { while (!stop.IsCancellationRequested) await Db.Write(null, tx => tx.Owe("nobody", "x", Ids.New())); }, Stop);
        await Get<Backups>().To(File("copy.db"));
        await stop.CancelAsync();
        await writing;

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File("copy.db")));
        Assert.Null(await Backups.Restore(Elsewhere, File("copy.db"), force: false, Clock));
        await using var restored = new SqliteDb(Elsewhere.SqliteFile, Clock);
        Assert.Equal(digest.Hash, await restored.One<string>("select hash from digests"));
    }

    [Fact]
    public async Task Restoring_overwrites_only_when_told_keeps_the_former_store_and_refuses_what_is_damaged_newer_or_none()
    {
        await Get<Backups>().To(File("copy.db"));
        var refused = await Assert.ThrowsAsync<Refused>(() => Backups.Restore(Store.Settings, File("copy.db"), force: false, Clock));
        Assert.Equal("backups.would_overwrite", refused.Key);
        Assert.Equal("backups.no_file", (await Assert.ThrowsAsync<Refused>(() => Backups.Restore(Elsewhere, File("none.db"), false, Clock))).Key);
        await System.IO.File.WriteAllTextAsync(File("text.db"), "not a store", Stop);
        Assert.Equal("backups.damaged", (await Assert.ThrowsAsync<Refused>(() => Backups.Restore(Elsewhere, File("text.db"), false, Clock))).Key);
        using (var other = new SqliteConnection($"Data Source={File("other.db")};Pooling=False"))
        {
            other.Open();
            new SqliteCommand("create table x (y text)", other).ExecuteNonQuery();
        }
        Assert.Equal("backups.no_store", (await Assert.ThrowsAsync<Refused>(() => Backups.Restore(Elsewhere, File("other.db"), false, Clock))).Key);

        System.IO.File.Copy(File("copy.db"), File("newer.db"));
        using (var newer = new SqliteConnection($"Data Source={File("newer.db")};Pooling=False"))
        {
            newer.Open();
            new SqliteCommand("insert into migrations (number, name, checksum, applied_at) values (9999, '9999_future', 'x', 0)", newer).ExecuteNonQuery();
        }
        Assert.Equal("store.newer", (await Assert.ThrowsAsync<CannotRun>(() => Backups.Restore(Elsewhere, File("newer.db"), false, Clock))).Key);
        var bytes = await System.IO.File.ReadAllBytesAsync(File("copy.db"), Stop);
        for (var i = bytes.Length / 2; i < bytes.Length / 2 + 40_000 && i < bytes.Length; i++) bytes[i] ^= 0x5a;
        await System.IO.File.WriteAllBytesAsync(File("broken.db"), bytes, Stop);
        Assert.Equal("backups.damaged", (await Assert.ThrowsAsync<Refused>(() => Backups.Restore(Elsewhere, File("broken.db"), false, Clock))).Key);
        Assert.Empty(Directory.EnumerateFiles(Elsewhere.Folder, "ptce.db*")); // nothing half restored stays

        await Backups.Restore(Elsewhere, File("copy.db"), force: false, Clock);
        var aside = await Backups.Restore(Elsewhere, File("copy.db"), force: true, Clock);
        Assert.True(System.IO.File.Exists(aside));
        Assert.True(System.IO.File.Exists(Elsewhere.SqliteFile));
    }

    [Fact]
    public async Task The_verbs_work_beside_a_running_program_and_restore_waits_until_it_is_stopped()
    {
        await using (var program = await RunningProgram.Serve(Store.Settings.Folder, "Testing"))
        {
            var saved = await Verb("backup", File("copy.db"));
            Assert.True(saved.Code == 0, saved.Errors);
            Assert.Contains("intégrité vérifiée", saved.Output);
            var refused = await Verb("restore", File("copy.db"), "--force");
            Assert.Equal(1, refused.Code);
            Assert.Contains("Le programme tourne", refused.Errors);
        }
        Assert.Equal(1, (await Verb("restore", File("copy.db"))).Code);
        await Db.DisposeAsync();
        var restored = await Verb("restore", File("copy.db"), "--force");
        Assert.True(restored.Code == 0, restored.Errors);
        Assert.Contains("ptce.before-restore-", restored.Output);
    }

    [Fact]
    public async Task Each_night_makes_a_copy_and_keeps_the_last_ones_and_each_week_proves_one_restores()
    {
        await Line("2026-03-05");
        await Approve(await March());
        var runs = Get<JobRuns>();
        Assert.Equal("backups.none_yet", (await Assert.ThrowsAsync<Refused>(() => runs.RunHere("restore-test", Stop))).Key);
        await System.IO.File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Get<Backups>().Settings.Folder).FullName, "ptce-mine.db"), "kept", Stop);
        for (var night = 0; night < 16; night++)
        {
            await runs.RunHere("backup", Stop);
            Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal(14, Get<Backups>().All.Count);
        Assert.Equal(15, Directory.EnumerateFiles(Get<Backups>().Settings.Folder).Count());

        var tried = new Say("fr").Did(await runs.RunHere("restore-test", Stop));
        Assert.Contains("2 pôles, 1 bilans conformes", tried);
        Assert.False(Directory.Exists(Path.Combine(Get<Backups>().Settings.Folder, ".restore-test")));

        await runs.RunHere("backup", Stop);
        Within(Get<Backups>().All[0].File, "ptce.db", file =>
        {
            using var copy = new SqliteConnection($"Data Source={file};Pooling=False");
            copy.Open();
            var triggers = new SqliteCommand("select group_concat('drop trigger ' || name, ';') from sqlite_master where type = 'trigger' and tbl_name like 'digest%'", copy).ExecuteScalar();
            new SqliteCommand($"{triggers}; update digest_lines set minutes = minutes + 1", copy).ExecuteNonQuery();
        });
        Assert.Equal("backups.digest_broken", (await Assert.ThrowsAsync<Refused>(() => runs.RunHere("restore-test", Stop))).Key);
    }

    /// <summary>Changes one entry of a zip.</summary>
    private void Within(string zip, string entry, Action<string> change)
    {
        var aside = File("entry");
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Update);
        archive.GetEntry(entry)!.ExtractToFile(aside, overwrite: true);
        archive.GetEntry(entry)!.Delete();
        change(aside);
        archive.CreateEntryFromFile(aside, entry);
    }

    private async Task<(string Line, EvidencePiece Piece)> Proof(string text)
    {
        var line = (await Get<Contributions>().Log(Cast.Amina, [new(Clock.Today, 60, "default", "cotech")], "web"))[0].Id;
        return (line, await Get<LineEvidence>().Attach(Cast.Amina, line, "preuve.txt", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), Stop));
    }

    private string Place(StoreSettings of, string sha256) => Path.Combine(of.Folder, "evidence", sha256[..2], sha256);

    [Fact]
    public async Task A_zip_holds_the_whole_and_gives_it_back_and_the_weekly_test_misses_no_file()
    {
        var (_, piece) = await Proof("Émargement du 19 novembre");
        await System.IO.File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(File("exports")).FullName, "01ab-Cd_e.csv"), "a;b", Stop);
        await System.IO.File.WriteAllTextAsync(File("exports/01ab.part"), "half", Stop);
        Assert.Equal(2, (await Get<Backups>().To(File("whole.zip"))).Files);
        Assert.Null((await Get<Backups>().To(File("store.db"))).Files);

        await Backups.Restore(Elsewhere, File("whole.zip"), force: false, Clock);
        Assert.Equal("Émargement du 19 novembre", await System.IO.File.ReadAllTextAsync(Place(Elsewhere, piece.Sha256!), Stop));
        Assert.Equal("a;b", await System.IO.File.ReadAllTextAsync(Path.Combine(Elsewhere.Folder, "exports", "01ab-Cd_e.csv"), Stop));
        Assert.False(System.IO.File.Exists(Path.Combine(Elsewhere.Folder, "exports", "01ab.part")));
        await Backups.Restore(Elsewhere, File("store.db"), force: true, Clock); // a plain store is still taken

        var runs = Get<JobRuns>();
        await runs.RunHere("backup", Stop);
        Assert.Contains("conformes à leur empreinte : 1", new Say("fr").Did(await runs.RunHere("restore-test", Stop)).Plain());
        Clock.Advance(TimeSpan.FromDays(1));
        System.IO.File.Delete(Place(Store.Settings, piece.Sha256!));
        await runs.RunHere("backup", Stop);
        Assert.Equal("backups.file_missing", (await Assert.ThrowsAsync<Refused>(() => runs.RunHere("restore-test", Stop))).Key);
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("evidence/../../outside.txt")]
    [InlineData("evidence\\..\\..\\outside.txt")]
    [InlineData("C:/outside.txt")]
    [InlineData("exports/../outside.csv")]
    [InlineData("exports/.hidden.csv")]
    [InlineData("appsettings.json")]
    [InlineData("evidence/aa/short")]
    [InlineData("PTCE.DB")]
    public async Task A_zip_with_a_name_that_is_none_of_ours_is_refused_before_anything_is_written(string name)
    {
        await Get<Backups>().To(File("whole.zip"));
        using (var zip = ZipFile.Open(File("whole.zip"), ZipArchiveMode.Update))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write("hostile"u8);
        }
        Assert.Equal("backups.strange_entry", (await Assert.ThrowsAsync<Refused>(() => Backups.Restore(Elsewhere, File("whole.zip"), force: false, Clock))).Key);
        Assert.DoesNotContain(Directory.EnumerateFiles(Elsewhere.Folder, "*", SearchOption.AllDirectories), f => !f.EndsWith("ptce.lock", StringComparison.Ordinal));
        Assert.False(System.IO.File.Exists(File("outside.txt")));
    }

    [Fact]
    public async Task A_file_that_is_not_the_one_of_its_hash_is_not_given_back()
    {
        var (_, piece) = await Proof("Émargement du 19 novembre");
        await Get<Backups>().To(File("whole.zip"));
        Within(File("whole.zip"), $"evidence/{piece.Sha256![..2]}/{piece.Sha256}", file => System.IO.File.WriteAllText(file, "forged"));
        Assert.Equal("backups.damaged", (await Assert.ThrowsAsync<Refused>(() => Backups.Restore(Elsewhere, File("whole.zip"), force: false, Clock))).Key);
        Assert.False(System.IO.File.Exists(Elsewhere.SqliteFile));
        Assert.False(System.IO.File.Exists(Place(Elsewhere, piece.Sha256!)));
    }
}

public sealed class PostgresBackupTests() : CastTest(On.Postgres)
{
    [Fact]
    public async Task On_postgres_pg_dump_makes_the_copy_or_a_sentence_says_what_is_missing()
    {
        var file = Path.Combine(Store.Settings.Folder, "copy.dump");
        try
        {
            await Get<Backups>().To(file);
            Assert.Equal("PGDMP", System.Text.Encoding.ASCII.GetString((await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..5]));
        }
        catch (Refused e) { Assert.Contains(e.Key, new[] { "backups.needs_pg_dump", "backups.pg_dump_failed" }); }
        Assert.Equal("backups.restore_postgres", (await Assert.ThrowsAsync<Refused>(() => Backups.Restore(Store.Settings, file, true, Clock))).Key);
    }
}
