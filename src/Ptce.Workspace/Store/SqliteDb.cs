using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Ptce.Workspace;

/// <summary>SQLite: one writer that commits waiting commands together, readers that never wait for it.</summary>
/// <remarks>
/// WAL with synchronous=FULL: a commit costs one fsync, and the commands that queued during it share the next one.
/// Each command runs in its own savepoint, so one that refuses leaves its neighbours untouched, and is answered only after the commit.
/// </remarks>
public sealed class SqliteDb : Db
{
    private const int MostTogether = 256; // commands per commit: bounds how long the first of them waits

    // What is written again and again is carried from the log into the file once for all: two fsyncs in 32 MB instead of in 4.
    private const int PagesInLog = 8192;
    private const int WriterCache = 32 * 1024; // KiB: a bulk insert's pages stay until its commit

    private readonly string _file;
    private readonly string _connectionString;
    private readonly SqliteReaders _readers;
    private readonly TimeProvider _clock;
    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Task _writer;
    private readonly AsyncLocal<bool> _writing = new();

    /// <param name="patienceSeconds">How long a command waits while another program writes to the file.</param>
    public SqliteDb(string file, TimeProvider? clock = null, int patienceSeconds = 30)
    {
        SqliteNative.Use();
        Columns.Register();
        _file = file;
        _clock = clock ?? TimeProvider.System;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = patienceSeconds, Pooling = false }.ToString();
        _readers = new(_connectionString);
        _writer = Task.Run(CommitWhatWaits);
    }

    public override async Task<T> Write<T>(string? poleId, Func<Tx, Task<T>> command)
    {
        if (_writing.Value) throw new InvalidOperationException("A command inside a command would wait for itself: pass the Tx on.");
        var waiting = new Waiting<T>(command);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(waiting), this);
        return await waiting.Answer;
    }

    public override async Task<DbConnection> Reader() => await _readers.Lend();

    public override async Task<string> Engine() => $"SQLite {await One<string>("select sqlite_version()")} ({SqliteNative.Library})";

    /// <summary>A connection that may write: the queue's own, and the migrations' before anything is served.</summary>
    /// <remarks>Lent to nobody: disposing it closes it, which rolls back what a failure left open.</remarks>
    internal SqliteConnection Exclusive()
    {
        var connection = new SqliteReady(_connectionString);
        connection.Open();
        Durable(connection);
        return connection;
    }

    internal string File => _file;

    private async Task CommitWhatWaits()
    {
        SqliteConnection? connection = null;
        try
        {
            while (await _queue.Reader.WaitToReadAsync())
            {
                var together = new List<Waiting>();
                try
                {
                    connection ??= Exclusive();
                    await RunTogether(connection, together);
                    foreach (var waiting in together) waiting.Committed();
                    Tell(Tx.Outcome.Of([.. together.Select(w => w.Outcome).OfType<Tx.Outcome>()]));
                }
                catch (Exception e)
                {
                    // Disk full, file gone, another program in the way: nobody in this group was committed, and each is told so.
                    connection?.Dispose();
                    connection = null;
                    if (together.Count == 0) // it never began: whoever waited through it has waited long enough
                        while (_queue.Reader.TryRead(out var waiting)) together.Add(waiting);
                    foreach (var waiting in together) waiting.Lost(e);
                }
            }
        }
        finally { connection?.Dispose(); }
    }

    private async Task RunTogether(SqliteConnection connection, List<Waiting> together)
    {
        Execute(connection, "begin immediate");
        while (together.Count < MostTogether && _queue.Reader.TryRead(out var waiting))
        {
            together.Add(waiting);
            Execute(connection, "savepoint command");
            _writing.Value = true;
            var kept = await waiting.Run(new Tx(connection, null, _clock));
            _writing.Value = false;
            if (!kept) Execute(connection, "rollback to command");
            Execute(connection, "release command");
        }
        Step("commit.before");
        Execute(connection, "commit");
        Step("commit.after");
    }

    private static void Durable(SqliteConnection connection)
    {
        Execute(connection, "pragma journal_mode = wal");
        Execute(connection, "pragma synchronous = full");
        Execute(connection, "pragma temp_store = memory");
        Execute(connection, $"pragma cache_size = -{WriterCache}");
        Execute(connection, $"pragma wal_autocheckpoint = {PagesInLog}");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_queue.Writer.TryComplete()) return;
        await _writer;
        _readers.Dispose();
    }

    private abstract class Waiting
    {
        public Tx.Outcome? Outcome { get; protected set; }
        public abstract Task<bool> Run(Tx tx);
        public abstract void Committed();
        public abstract void Lost(Exception cause);
    }

    private sealed class Waiting<T>(Func<Tx, Task<T>> command) : Waiting
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _refusal;

        public Task<T> Answer => _answer.Task;

        public override async Task<bool> Run(Tx tx)
        {
            try
            {
                _result = await command(tx);
                Outcome = tx.Result;
                return true;
            }
            catch (Exception e)
            {
                _refusal = e;
                return false;
            }
        }

        public override void Committed()
        {
            if (_refusal is null) _answer.SetResult(_result!);
            else _answer.SetException(_refusal);
        }

        public override void Lost(Exception cause) => _answer.TrySetException(_refusal ?? cause);
    }
}
