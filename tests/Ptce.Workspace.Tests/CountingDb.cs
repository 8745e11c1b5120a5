using System.Data.Common;

namespace Ptce.Workspace.Tests;

/// <summary>A store that counts how often it is read: a page must not read more because there is more to read.</summary>
public sealed class CountingDb(Db inner) : Db
{
    private int _readings;

    public int Readings => _readings;

    public override Task<T> Write<T>(string? poleId, Func<Tx, Task<T>> command) => inner.Write(poleId, command);

    public override Task<DbConnection> Reader()
    {
        Interlocked.Increment(ref _readings);
        return inner.Reader();
    }

    public override Task<string> Engine() => inner.Engine();

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    /// <summary>How many statements an act reads.</summary>
    public async Task<int> During(Func<Task> act)
    {
        var before = _readings;
        await act();
        return _readings - before;
    }
}
