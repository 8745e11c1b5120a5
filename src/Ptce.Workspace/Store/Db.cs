using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Ptce.Workspace;

/// <summary>What a commit made new in a pole: its events up to <paramref name="Seq"/>.</summary>
public readonly record struct PoleNews(string PoleId, long Seq);

/// <summary>The store. Two kinds, one SQL: <see cref="SqliteDb"/> and <see cref="PostgresDb"/>.</summary>
public abstract class Db : IAsyncDisposable
{
    /// <summary>Steps of a command, for whoever traces or interrupts them: "commit.before", "commit.after", "dispatch.before", …, each with its <see cref="Db"/>.</summary>
    public static readonly DiagnosticListener Steps = new("Ptce.Workspace.Store");

    /// <summary>Raised after a commit, once per pole that has news; on PostgreSQL also for commits of the other nodes.</summary>
    public event Action<PoleNews>? News;

    /// <summary>Raised after a commit that changed something in one room only; on PostgreSQL also for commits of the other nodes.</summary>
    public event Action<Whisper>? Whispered;

    /// <summary>Raised after a commit that left something to deliver.</summary>
    public event Action? Owed;

    /// <summary>Runs a command in one transaction: all of it stays, or nothing does. Returns after the commit is durable.</summary>
    /// <param name="poleId">The pole whose state is decided on: commands of one pole see one another in order. Null for acts outside any pole.</param>
    /// <param name="command">Reads and writes through its <see cref="Tx"/> only, waits for nothing else, and may be run again from the start.</param>
    public abstract Task<T> Write<T>(string? poleId, Func<Tx, Task<T>> command);

    public Task Write(string? poleId, Func<Tx, Task> command) =>
        Write(poleId, async tx => { await command(tx); return true; });

    /// <summary>An open connection for reading; dispose it soon.</summary>
    public abstract Task<DbConnection> Reader();

    /// <summary>Reads the store as it stands at this moment, however long the reading takes and whatever is written meanwhile.</summary>
    public async Task<T> Snapshot<T>(Func<Tx, Task<T>> reading)
    {
        await using var connection = await Reader();
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true) // immediate, the default, would take the writer's turn
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        return await reading(new Tx(connection, transaction, TimeProvider.System));
    }

    public async Task<IReadOnlyList<T>> Read<T>(string sql, object? args = null)
    {
        await using var connection = await Reader();
        return (await connection.QueryAsync<T>(Lists.For(connection, sql), args)).AsList();
    }

    public async Task<T?> MaybeOne<T>(string sql, object? args = null)
    {
        await using var connection = await Reader();
        return await connection.QueryFirstOrDefaultAsync<T>(Lists.For(connection, sql), args);
    }

    public async Task<T> One<T>(string sql, object? args = null)
    {
        await using var connection = await Reader();
        return await connection.QueryFirstAsync<T>(Lists.For(connection, sql), args);
    }

    /// <summary>The engine and its version, for <c>version</c> and the diagnostics: "SQLite 3.40.1 (libsqlite3.so.0)".</summary>
    public abstract Task<string> Engine();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens the store that the settings name; touches nothing in it yet.</summary>
    public static Db Open(StoreSettings settings, TimeProvider clock) =>
        settings.Postgres is { } postgres ? new PostgresDb(postgres, clock) : new SqliteDb(settings.SqliteFile, clock);

    protected void Tell(Tx.Outcome outcome)
    {
        foreach (var news in outcome.News) News?.Invoke(news);
        foreach (var whisper in outcome.Whispers ?? []) Whispered?.Invoke(whisper);
        if (outcome.Owes) Owed?.Invoke();
    }

    protected void Tell(PoleNews news) => News?.Invoke(news);

    internal void Step(string step)
    {
        if (Steps.IsEnabled(step)) Steps.Write(step, this);
    }
}
