using System.Collections.Concurrent;

namespace Ptce.Workspace.Tests;

public abstract class WriterTests(On on) : StoreTest(on)
{
    [Fact]
    public async Task Two_hundred_at_once_find_every_acknowledged_line_there_and_none_twice()
    {
        var acknowledged = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(writer => Task.Run(async () =>
        {
            for (var line = 0; line < 5; line++)
            {
                var id = $"{writer}.{line}";
                await Db.Write("pole", tx => Insert(tx, id));
                acknowledged.Add(id);
            }
        })));

        Assert.Equal(1000, acknowledged.Count);
        Assert.Equal(acknowledged.Order(), (await Lines()).Order());
    }

    [Fact]
    public async Task A_command_that_refuses_leaves_no_trace_and_its_neighbours_untouched()
    {
        var commands = Enumerable.Range(0, 60).Select(n => Task.Run(() => Db.Write("pole", async tx =>
        {
            await Insert(tx, $"{n}");
            Refused.If(n % 3 == 0, "note", "refused.not_here");
            if (n % 3 == 1) await tx.Execute("insert into no_such_table values (1)");
        }))).ToList();
        await Task.WhenAll(commands.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(Enumerable.Range(0, 60).Where(n => n % 3 == 2).Select(n => $"{n}").Order(), (await Lines()).Order());
        Assert.All(commands.Where((_, n) => n % 3 == 0), c => Assert.IsType<Refused>(c.Exception!.InnerException));
        Assert.All(commands.Where((_, n) => n % 3 == 1), c => Assert.IsAssignableFrom<System.Data.Common.DbException>(c.Exception!.InnerException));
    }

    [Fact]
    public async Task The_answer_comes_after_the_commit_and_never_before()
    {
        Task? command = null;
        var answeredAt = new ConcurrentDictionary<string, bool>();
        using var steps = new StepsOf(Db, step =>
        {
            Thread.Sleep(50); // an answer given too early would show by now
            answeredAt[step] = command!.IsCompleted;
        });
        var started = new TaskCompletionSource();
        command = Db.Write("pole", async tx =>
        {
            await started.Task;
            await Insert(tx, "1");
        });
        started.SetResult();
        await command;

        Assert.Equal(new Dictionary<string, bool> { ["commit.before"] = false, ["commit.after"] = false }, answeredAt);
    }

    [Fact]
    public async Task Readers_see_the_last_commit_and_never_wait_for_a_long_write()
    {
        await Db.Write("pole", tx => Insert(tx, "before"));
        var (inside, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var write = Db.Write("pole", async tx =>
        {
            await Insert(tx, "after");
            inside.SetResult();
            await finish.Task;
        });
        await inside.Task;

        var readings = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => Task.Run(Lines))).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(readings, lines => Assert.Equal(["before"], lines));

        finish.SetResult();
        await write;
        Assert.Equal(["after", "before"], (await Lines()).Order());
    }

    [Fact]
    public async Task A_commit_that_fails_tells_everyone_who_waited_for_it_and_the_next_ones_go_through()
    {
        await Db.Write("pole", tx => Insert(tx, "0"));
        using (new StepsOf(Db, step =>
        {
            if (step == "commit.before") throw new IOException("The disk is full.");
        }))
        {
            var commands = Enumerable.Range(1, 20).Select(n => Task.Run(() => Db.Write("pole", tx => Insert(tx, $"{n}")))).ToList();
            foreach (var command in commands) Assert.Equal("The disk is full.", (await Assert.ThrowsAsync<IOException>(() => command)).Message);
        }
        Assert.Equal(["0"], await Lines());

        await Task.WhenAll(Enumerable.Range(21, 20).Select(n => Task.Run(() => Db.Write("pole", tx => Insert(tx, $"{n}")))));
        Assert.Equal(21, (await Lines()).Count);
    }

    [Fact]
    public async Task Closing_the_store_lets_those_who_wait_finish_and_turns_the_late_away()
    {
        var db = Db.Open(Store.Settings, Clock);
        var (inside, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = db.Write("pole", async tx =>
        {
            await Insert(tx, "first");
            inside.SetResult();
            await finish.Task;
        });
        await inside.Task;
        var second = On == On.Sqlite ? db.Write("pole", tx => Insert(tx, "second")) : Task.CompletedTask;
        var closing = Task.Run(async () => await db.DisposeAsync());
        finish.SetResult();

        await Task.WhenAll(first, second, closing).WaitAsync(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => db.Write("pole", tx => Insert(tx, "late")));
        Assert.Equal(On == On.Sqlite ? ["first", "second"] : ["first"], (await Lines()).Order());
    }

    private static Task<int> Insert(Tx tx, string id) =>
        tx.Execute("insert into organisations (id, name, type, created_at) values (@id, @id, 'association', @Now)", new { id, tx.Now });

    private Task<IReadOnlyList<string>> Lines() => Db.Read<string>("select name from organisations");
}

public sealed class WriterOnSqlite() : WriterTests(On.Sqlite)
{
    [Fact]
    public async Task A_command_inside_a_command_is_refused_at_once_instead_of_waiting_for_itself()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Write(null, _ => Db.Write(null, _ => Task.CompletedTask)));
        await Db.Write(null, _ => Task.CompletedTask); // and the writer goes on
    }

    [Fact]
    public async Task When_another_program_holds_the_file_too_long_the_waiting_command_is_told_and_the_next_one_goes_through()
    {
        await using var db = new SqliteDb(Store.Settings.SqliteFile, Clock, patienceSeconds: 1);
        await using (var other = await Db.Reader())
        {
            await Dapper.SqlMapper.ExecuteAsync(other, "begin immediate");
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Write(null, _ => Task.CompletedTask));
            await Dapper.SqlMapper.ExecuteAsync(other, "rollback");
        }
        await db.Write(null, _ => Task.CompletedTask);
    }
}

public sealed class WriterOnPostgres() : WriterTests(On.Postgres)
{
    [Fact]
    public async Task Commands_that_collide_across_poles_are_run_again_until_both_stand()
    {
        await Db.Write(null, tx => tx.Execute("insert into organisations (id, name, type, created_at) values ('till', '0', 'association', 0)"));
        var runs = 0;
        var twoHaveRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Db.Write($"pole {n}", async tx =>
        {
            var counted = long.Parse(await tx.One<string>("select name from organisations where id = 'till'"));
            if (Interlocked.Increment(ref runs) == 2) twoHaveRead.SetResult();
            await twoHaveRead.Task; // so that two at least stand on the same figure
            await tx.Execute("update organisations set name = @more where id = 'till'", new { more = $"{counted + 1}" });
        }))));

        Assert.Equal("8", await Db.One<string>("select name from organisations where id = 'till'"));
        Assert.True(runs > 8, $"{runs} runs of 8 commands: none was run again.");
    }

    [Fact]
    public async Task A_command_whose_connection_is_cut_says_so_and_holds_its_pole_no_longer()
    {
        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => Db.Write("pole", async tx =>
        {
            await tx.Execute("select pg_terminate_backend(pg_backend_pid())");
        }));
        await Db.Write("pole", _ => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_connection_cut_after_the_commit_takes_nothing_back()
    {
        long backend = 0;
        using var steps = new StepsOf(Db, step =>
        {
            if (step == "commit.after") Db.One<bool>("select pg_terminate_backend(@pid)", new { pid = (int)backend }).GetAwaiter().GetResult();
        });
        await Db.Write("pole", async tx => backend = await tx.One<long>("select pg_backend_pid()::bigint"));
    }
}
