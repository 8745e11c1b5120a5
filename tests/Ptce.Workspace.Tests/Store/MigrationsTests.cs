using System.Data.Common;

namespace Ptce.Workspace.Tests;

public abstract class MigrationsTests(On on) : IAsyncLifetime
{
    private static readonly Clock Clock = new();
    private readonly List<Db> _open = [];
    private EmptyStore _store = null!;

    protected StoreSettings Settings => _store.Settings;

    protected IReadOnlyList<Migration> All { get; } = Migrations.For(on == On.Sqlite ? "sqlite" : "postgres");

    [Fact]
    public async Task An_empty_store_gets_them_all_in_order_and_the_second_time_none()
    {
        Assert.Equal(All.Select(m => m.Name), await Migrations.Apply(Open(), Clock));
        Assert.Empty(await Migrations.Apply(Open(), Clock));
        Assert.Equal(All.Select(m => (m.Number, m.Checksum)), await Open().Read<(long, string)>("select number, checksum from migrations order by number"));
    }

    [Fact]
    public async Task From_every_earlier_version_one_step_leads_to_the_same_store()
    {
        await Migrations.Apply(Open(), Clock);
        var whole = await Shape(Open());
        for (var version = 1; version < All.Count; version++)
        {
            await using var earlier = await EmptyStore.Make(on, migrated: false);
            await using var db = Db.Open(earlier.Settings, Clock);
            await Migrations.Apply(db, Clock, [.. All.Take(version)]);
            Assert.Equal(All.Skip(version).Select(m => m.Name), await Migrations.Apply(db, Clock));
            Assert.Equal(whole, await Shape(db));
        }
    }

    [Fact]
    public async Task A_migration_whose_content_changed_is_refused_but_not_for_its_line_ends()
    {
        await Migrations.Apply(Open(), Clock);
        var last = All[^1];

        var refused = await Assert.ThrowsAsync<CannotRun>(() => Migrations.Apply(Open(), Clock, [.. All.SkipLast(1), last with { Sql = last.Sql + "\n-- a word more" }]));
        Assert.Equal(("store.changed_migration", last.Name), (refused.Key, refused.Args[0]));
        Assert.Empty(await Migrations.Apply(Open(), Clock, [.. All.Select(m => new Migration(m.Number, m.Name, m.Sql.ReplaceLineEndings("\r\n")))]));
    }

    [Fact]
    public async Task A_store_newer_than_the_program_is_refused_and_left_alone()
    {
        await Migrations.Apply(Open(), Clock, [.. All, new(9999, "9999_tomorrow", "create table tomorrow (id text)")]);

        var refused = await Assert.ThrowsAsync<CannotRun>(() => Migrations.Apply(Open(), Clock));
        Assert.Equal("store.newer", refused.Key);
        Assert.Equal(["9999_tomorrow", All[^1].Name], refused.Args);
        Assert.Empty(await Open().Read<string>("select id from tomorrow"));
    }

    [Theory]
    [InlineData("create table half (id text); insert into poles (id) values ('no name')")]
    [InlineData("create table half (id text); create tabel other (id text)")]
    public async Task Broken_SQL_leaves_the_store_as_it_was_and_says_what_is_wrong_with_it(string sql)
    {
        await Migrations.Apply(Open(), Clock, [.. All.Take(1)]);
        var before = await Shape(Open());

        var error = await Assert.ThrowsAnyAsync<DbException>(() => Migrations.Apply(Open(), Clock, [.. All, new(9999, "9999_broken", sql)]));
        Assert.DoesNotContain("transaction", error.Message); // the cause itself, not a failed clean-up
        Assert.Equal(before, await Shape(Open()));

        await Migrations.Apply(Open(), Clock);
        Assert.Equal(All.Count, await Open().One<long>("select count(*) from migrations"));
    }

    [Fact]
    public async Task Programs_that_start_together_migrate_once_and_all_go_on()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Open()).ToList().Select(db => Task.Run(() => Migrations.Apply(db, Clock))));

        Assert.Equal(All.Select(m => m.Name), Assert.Single(applied, names => names.Count > 0));
    }

    protected Db Open()
    {
        var db = Db.Open(Settings, Clock);
        _open.Add(db);
        return db;
    }

    /// <summary>Every table, column, index and rule, as the store itself describes them.</summary>
    private async Task<IEnumerable<string>> Shape(Db db) => await db.Read<string>(on == On.Sqlite
        ? "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master order by 1"
        : """
          select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '') from information_schema.columns where table_schema = 'public'
          union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
          union all select 'rule ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
          union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
          order by 1
          """);

    public async ValueTask InitializeAsync() => _store = await EmptyStore.Make(on, migrated: false);

    public async ValueTask DisposeAsync()
    {
        foreach (var db in _open) await db.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class MigrationsOnSqlite() : MigrationsTests(On.Sqlite)
{
    private static readonly Clock Clock = new();

    [Fact]
    public async Task Before_an_upgrade_the_file_is_copied_aside_and_the_copy_can_be_read_and_upgraded_itself()
    {
        var db = Open();
        await Migrations.Apply(db, Clock, [.. All.Take(1)]);
        await db.Write(null, tx => tx.Execute("insert into organisations (id, name, type, created_at) values ('1', 'Val Horizon', 'association', 0)"));
        var aside = Path.Combine(Settings.Folder, $"ptce.before-{All[1].Number:0000}.db");
        Assert.False(File.Exists(aside));

        await Migrations.Apply(db, Clock);
        await using (var copy = new SqliteDb(aside, Clock))
        {
            Assert.Equal("Val Horizon", await copy.One<string>("select name from organisations"));
            Assert.Equal(1, await copy.One<long>("select count(*) from migrations"));
            Assert.Equal(All.Count - 1, (await Migrations.Apply(copy, Clock)).Count);
        }
        Assert.Empty(await Migrations.Apply(db, Clock));
        Assert.Equal([Path.GetFileName(aside)], Directory.GetFiles(Settings.Folder, "ptce.before-*.db").Select(Path.GetFileName).Where(f => f == Path.GetFileName(aside)));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_with_its_name()
    {
        await File.WriteAllTextAsync(Settings.SqliteFile, new string('x', 8192));

        var refused = await Assert.ThrowsAsync<CannotRun>(() => Migrations.Apply(Open(), Clock));
        Assert.Equal(("store.file_unreadable", Settings.SqliteFile), (refused.Key, refused.Args[0]));
    }
}

public sealed class MigrationsOnPostgres() : MigrationsTests(On.Postgres)
{
    [Fact]
    public async Task A_server_that_does_not_answer_and_a_string_that_means_nothing_are_refused_with_a_sentence()
    {
        await using var nobody = new PostgresDb("Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2");
        Assert.Equal("store.unreachable", (await Assert.ThrowsAsync<CannotRun>(() => Migrations.Apply(nobody, TimeProvider.System))).Key);

        await using var nowhere = new PostgresDb(new Npgsql.NpgsqlConnectionStringBuilder(Settings.Postgres) { Database = "no_such_database" }.ToString());
        Assert.Equal("store.unreachable", (await Assert.ThrowsAsync<CannotRun>(() => Migrations.Apply(nowhere, TimeProvider.System))).Key);

        Assert.Equal("store.bad_connection_string", Assert.Throws<CannotRun>(() => new PostgresDb("Server here please")).Key);
    }
}
