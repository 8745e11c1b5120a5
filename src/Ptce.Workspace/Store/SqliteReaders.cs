using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Ptce.Workspace;

/// <summary>Connections for reading, lent and given back open: to open one costs more than most readings.</summary>
internal sealed class SqliteReaders(string connectionString) : IDisposable
{
    private const int MostIdle = 8;

    // The last one back is the first to leave: its pages are warm, and what a rush needed grows old below it.
    private readonly ConcurrentStack<Lent> _idle = new();
    private volatile bool _closed;

    /// <returns>Open; whoever disposes it gives it back.</returns>
    public async Task<SqliteConnection> Lend()
    {
        if (_idle.TryPop(out var idle)) return idle.Again();
        var made = new Lent(connectionString, this);
        await made.OpenAsync();
        // A text as words are looked for in it. PostgreSQL has it from a migration.
        made.CreateFunction("folded", (string? text) => text is null ? null : Folding.Fold(text), isDeterministic: true);
        return made.Again();
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var idle)) idle.End();
    }

    private void TakeBack(Lent reader)
    {
        if (_closed || !reader.Sound || _idle.Count >= MostIdle)
        {
            reader.End();
            return;
        }
        _idle.Push(reader);
        if (_closed) Dispose(); // it was closed between the two
    }

    private sealed class Lent(string connectionString, SqliteReaders readers) : SqliteReady(connectionString)
    {
        private int _lent;

        public bool Sound => AtRest;

        public Lent Again()
        {
            _lent = 1;
            return this;
        }

        public void End() => base.Close();

        // Disposing closes too. A second time it is somebody else's already, or nobody's.
        public override void Close()
        {
            if (Interlocked.Exchange(ref _lent, 0) == 1) readers.TakeBack(this);
        }
    }
}
