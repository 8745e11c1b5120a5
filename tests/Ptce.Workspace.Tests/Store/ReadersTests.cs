using System.Collections.Concurrent;
using Dapper;

namespace Ptce.Workspace.Tests;

/// <summary>Statements that are run again and connections that are lent again answer as if they were new.</summary>
public abstract class ReadersTests(On on) : StoreTest(on)
{
    private const string ByName = "select name from organisations where name >= @from order by name";

    [Fact]
    public async Task The_same_question_within_itself_gives_both_answers_in_full()
    {
        await Insert("1", "2", "3");
        await Db.Write(null, async tx =>
        {
            var pairs = new List<string>();
            foreach (var outer in await tx.Read<string>(ByName, new { from = "2" }))
                pairs.AddRange((await tx.Read<string>(ByName, new { from = "1" })).Select(inner => $"{outer}{inner}"));
            Assert.Equal(["21", "22", "23", "31", "32", "33"], pairs);
        });
    }

    [Fact]
    public async Task A_question_is_asked_anew_with_every_value_of_its_own()
    {
        await Insert("1", "2", "3");
        foreach (var from in new[] { "1", "3", "4", "2" })
            Assert.Equal(new[] { "1", "2", "3" }.Where(n => string.CompareOrdinal(n, from) >= 0), await Db.Read<string>(ByName, new { from }));
        Assert.Null(await Db.MaybeOne<string>("select cast(@text as text)", new { text = (string?)null }));
        Assert.Equal("", await Db.MaybeOne<string>("select cast(@text as text)", new { text = "" }));
    }

    [Fact]
    public async Task What_failed_once_works_the_next_time()
    {
        await Insert("1");
        for (var i = 0; i < 3; i++) await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Insert("1"));
        await Insert("2");
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Read<string>(ByName, new { other = "1" }));
        Assert.Equal(["1", "2"], await Db.Read<string>(ByName, new { from = "" }));
    }

    [Fact]
    public async Task More_questions_than_anybody_remembers_are_all_answered()
    {
        for (var n = 0; n < 700; n++) Assert.Equal(n + 1, await Db.One<long>($"select cast(@n as bigint) + 1 /* {n % 650} */", new { n }));
    }

    [Fact]
    public async Task Whoever_comes_next_finds_nothing_of_what_was_left_open()
    {
        await Insert("1");
        var careless = await Db.Reader();
        await careless.ExecuteAsync("begin transaction");
        Assert.Equal(1, await careless.ExecuteScalarAsync<long>("select count(*) from organisations"));
        await careless.DisposeAsync();

        var half = await Db.Reader();
        var open = half.CreateCommand();
        open.CommandText = "select name from organisations order by name";
        await (await open.ExecuteReaderAsync()).ReadAsync();
        await half.DisposeAsync();

        await Insert("2");
        Assert.Equal(["1", "2"], await Db.Read<string>("select name from organisations order by name"));
    }

    [Fact]
    public async Task A_connection_given_back_twice_serves_one_at_a_time()
    {
        var first = await Db.Reader();
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var one = await Db.Reader();
        await using var other = await Db.Reader();
        Assert.NotSame(one, other);
    }

    [Fact]
    public async Task What_was_asked_before_a_change_of_the_tables_is_asked_of_the_changed_ones()
    {
        await Db.Write(null, async tx => await tx.Execute("create table things (a text)"));
        Task<IReadOnlyList<(string, string?)>> Ask() => Db.Read<(string, string?)>("select a, null from things");
        Assert.Empty(await Ask());
        await Db.Write(null, async tx =>
        {
            await tx.Execute("alter table things add column b text");
            await tx.Execute("insert into things (a, b) values ('1', '2')");
        });
        Assert.Equal(("1", null), Assert.Single(await Ask()));
        await Db.Write(null, async tx => await tx.Execute("drop table things"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(Ask);
    }

    private Task Insert(params string[] names) => Db.Write(null, async tx =>
    {
        foreach (var name in names)
            await tx.Execute("insert into organisations (id, name, type, created_at) values (@name, @name, 'association', @Now)", new { name, tx.Now });
    });
}

public sealed class ReadersOnSqlite() : ReadersTests(On.Sqlite)
{
    [Fact]
    public async Task A_commit_of_many_commands_tells_each_pole_once_by_its_last_number()
    {
        var poles = new List<Pole>();
        foreach (var name in new[] { "Un", "Deux" }) poles.Add(await Get<Poles>().Create(name, "Europe/Paris"));
        var before = await Db.One<long>("select max(seq) from poles");
        var news = new ConcurrentQueue<PoleNews>();
        var (free, commits) = (new TaskCompletionSource(), 0);
        using var steps = new StepsOf(Db, step => commits += step == "commit.after" ? 1 : 0);
        Db.News += news.Enqueue;

        var first = Db.Write(null, _ => free.Task);
        var rest = Enumerable.Range(0, 40).Select(n => Db.Write(poles[n % 2].Id, tx => tx.Announce(null, new PoleCreated(poles[n % 2].Id)))).ToList();
        free.SetResult();
        await Task.WhenAll([first, .. rest]);

        Assert.Equal(1, commits);
        var told = () => news.Where(n => n.Seq > before).ToList(); // those of the poles' making may still be on their way
        await Soon.True(() => told().Count == 2);
        Assert.Equal(poles.Select(p => new PoleNews(p.Id, before + 20)).ToHashSet(), told().ToHashSet());
    }
}

public sealed class ReadersOnPostgres() : ReadersTests(On.Postgres);
