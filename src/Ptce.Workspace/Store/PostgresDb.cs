using System.Data;
using System.Data.Common;
using Npgsql;

namespace Ptce.Workspace;

/// <summary>PostgreSQL, for several nodes: serializable transactions, tried again when they collide.</summary>
/// <remarks>
/// A session lock on the pole is taken before the transaction opens its snapshot, so commands of one pole follow one another
/// instead of colliding, and collisions remain for acts that cross poles. NOTIFY carries the news to every node.
/// </remarks>
public sealed class PostgresDb : Db
{
    private const string Channel = "ptce_news";
    private const int MostTries = 12;

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private Task? _listening;

    public PostgresDb(string connectionString, TimeProvider? clock = null)
    {
        Columns.Register();
        _clock = clock ?? TimeProvider.System;
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            if (settings.KeepAlive == 0) settings.KeepAlive = 30; // s: a listener whose line went dead in silence notices
            _source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        }
        catch (ArgumentException e) { throw new CannotRun("store.bad_connection_string", e.Message); }
    }

    internal NpgsqlDataSource Source => _source;

    public override async Task<T> Write<T>(string? poleId, Func<Tx, Task<T>> command)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await _source.OpenConnectionAsync();
            try
            {
                return await Once(connection, poleId, command);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected && attempt < MostTries)
            {
                // Real time, whatever the clock of the pole says: two nodes step out of each other's way.
                await Task.Delay(Random.Shared.Next(5, 20 * attempt));
            }
        }
    }

    private async Task<T> Once<T>(NpgsqlConnection connection, string? poleId, Func<Tx, Task<T>> command)
    {
        if (poleId is not null) await Run(connection, "select pg_advisory_lock(hashtextextended(@poleId, 0))", poleId);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable);
            var tx = new Tx(connection, transaction, _clock);
            var result = await command(tx);
            await tx.Notify(Channel);
            Step("commit.before");
            await transaction.CommitAsync();
            Step("commit.after");
            return result;
        }
        finally
        {
            if (poleId is not null) await Unlock(connection, poleId);
        }
    }

    /// <summary>Without it the lock would last until the pool resets the connection for its next user.</summary>
    private static async Task Unlock(NpgsqlConnection connection, string poleId)
    {
        try
        {
            if (connection.State == ConnectionState.Open) await Run(connection, "select pg_advisory_unlock(hashtextextended(@poleId, 0))", poleId);
        }
        catch (NpgsqlException)
        {
            // The line is cut: the server lets the lock go with the session, and a command already committed stays so.
        }
    }

    private static async Task Run(NpgsqlConnection connection, string sql, string poleId)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new("poleId", poleId) } };
        await command.ExecuteNonQueryAsync();
    }

    public override async Task<DbConnection> Reader() => await _source.OpenConnectionAsync();

    public override async Task<string> Engine() => $"PostgreSQL {await One<string>("show server_version")}";

    /// <summary>Hears the news of every node, this one included. Called once, when the program serves.</summary>
    public void Listen() => _listening ??= Task.Run(Hear);

    private async Task Hear()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(_stop.Token);
                connection.Notification += (_, n) => Heard(n.Payload);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(_stop.Token);
                // What was said while nobody listened: every pole's last number; those who saw it already ignore it.
                foreach (var news in await Read<PoleNews>("select id as PoleId, seq as Seq from poles")) Tell(news);
                Tell(new Tx.Outcome([], Owes: true));
                while (!_stop.IsCancellationRequested) await connection.WaitAsync(_stop.Token);
            }
            catch (Exception)
            {
                // Stopping, or cut off: whatever it was, a node that ceased to listen would grow stale in silence.
                await Task.Delay(TimeSpan.FromSeconds(1), _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private void Heard(string payload)
    {
        if (payload == "owed") Tell(new Tx.Outcome([], Owes: true));
        else if (payload.Split(':') is ["room", var room, var what]) Tell(new Tx.Outcome([], Owes: false, [new(room, what)]));
        else if (payload.Split(':') is [var pole, var seq]) Tell(new PoleNews(pole, long.Parse(seq, System.Globalization.CultureInfo.InvariantCulture)));
    }

    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_listening is not null) await _listening;
        await _source.DisposeAsync();
    }
}
