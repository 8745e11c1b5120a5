using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Ptce.Workspace;

/// <summary>One command's transaction: its rows, its events and what it owes go together.</summary>
public sealed partial class Tx(DbConnection connection, DbTransaction? transaction, TimeProvider clock)
{
    /// <summary>What to tell once the commit is durable.</summary>
    public sealed record Outcome(IReadOnlyCollection<PoleNews> News, bool Owes, IReadOnlyCollection<Whisper>? Whispers = null)
    {
        /// <summary>Of the commands of one commit: each pole's last number, each whisper once.</summary>
        public static Outcome Of(IReadOnlyCollection<Outcome> all) => new(
            [.. all.SelectMany(o => o.News).GroupBy(n => n.PoleId).Select(p => new PoleNews(p.Key, p.Max(n => n.Seq)))],
            all.Any(o => o.Owes),
            [.. all.SelectMany(o => o.Whispers ?? []).Distinct()]);
    }

    private readonly Dictionary<string, long> _news = [];
    private readonly HashSet<Whisper> _whispers = [];
    private bool _owes;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Outcome Result => new([.. _news.Select(n => new PoleNews(n.Key, n.Value))], _owes, _whispers);

    public Task<int> Execute(string sql, object? args = null) => connection.ExecuteAsync(Lists.For(connection, sql), args, transaction);

    public async Task<IReadOnlyList<T>> Read<T>(string sql, object? args = null) =>
        (await connection.QueryAsync<T>(Lists.For(connection, sql), args, transaction)).AsList();

    public Task<T> One<T>(string sql, object? args = null) => connection.QueryFirstAsync<T>(Lists.For(connection, sql), args, transaction);

    public Task<T?> MaybeOne<T>(string sql, object? args = null) => connection.QueryFirstOrDefaultAsync<T>(Lists.For(connection, sql), args, transaction);

    /// <summary>Rows one by one, for readings too long to hold in memory.</summary>
    public IAsyncEnumerable<T> Stream<T>(string sql, object? args = null) =>
        connection.QueryUnbufferedAsync<T>(Lists.For(connection, sql), args, transaction);

    /// <summary>Rows under a cursor, for readings so long that an object for each would be most of the work.</summary>
    public async Task<Cursor> Scan(string sql, object? args = null) =>
        Cursor.Over(await connection.ExecuteReaderAsync(Lists.For(connection, sql), args, transaction), connection);

    /// <summary>Records a fact of the pole under its next number: feed, audit trail and outbox at once.</summary>
    /// <param name="actor">Who did it; null when the clock did.</param>
    public async Task Announce(Actor? actor, Event fact)
    {
        // The number is taken by updating the pole's row: a command that fails gives it back, so the sequence has no gap.
        var seq = await One<long>("update poles set seq = seq + 1 where id = @PoleId returning seq", new { fact.PoleId });
        await Execute("""
            insert into events (id, pole_id, seq, at, name, actor_id, subject_id, body)
            values (@id, @PoleId, @seq, @Now, @name, @actor, @SubjectId, @body)
            """, new
        {
            id = Ids.New(),
            fact.PoleId,
            seq,
            Now,
            name = fact.GetType().Name,
            actor = actor?.PersonId,
            fact.SubjectId,
            body = JsonSerializer.Serialize(fact, fact.GetType(), Event.Json),
        });
        _news[fact.PoleId] = seq;
    }

    /// <summary>Owes something to the world outside the store; the <see cref="Dispatcher"/> pays it after the commit, at least once.</summary>
    /// <param name="channel">Who pays: "mail", "job", …</param>
    /// <param name="subjectId">The object to read again when paying; never its content.</param>
    /// <param name="dedupe">A second debt under the same key is the same debt.</param>
    /// <param name="after">How long it waits before it is due.</param>
    /// <returns>False when it was owed before.</returns>
    public async Task<bool> Owe(string channel, string topic, string subjectId, string? poleId = null, string? recipientId = null, string? dedupe = null, TimeSpan after = default)
    {
        var owed = await Execute("""
            insert into deliveries (id, pole_id, channel, topic, subject_id, recipient_id, dedupe, created_at, due_at)
            values (@id, @poleId, @channel, @topic, @subjectId, @recipientId, @dedupe, @Now, @due)
            on conflict (dedupe) do nothing
            """, new { id = Ids.New(), poleId, channel, topic, subjectId, recipientId, dedupe, Now, due = Now + after }) == 1;
        _owes |= owed;
        return owed;
    }

    /// <summary>Says that a delivery became due, without owing a new one.</summary>
    public void Wake() => _owes = true;

    /// <summary>Tells who is in a room to look at it again; neither an event of the pole nor kept.</summary>
    public void Whisper(string room, string what) => _whispers.Add(new(room, what));

    /// <summary>Tells PostgreSQL's other nodes, inside the transaction, so that a rolled-back command tells nobody.</summary>
    internal async Task Notify(string channel)
    {
        foreach (var (pole, seq) in _news) await Execute("select pg_notify(@channel, @news)", new { channel, news = $"{pole}:{seq}" });
        foreach (var (room, what) in _whispers) await Execute("select pg_notify(@channel, @whisper)", new { channel, whisper = $"room:{room}:{what}" });
        if (_owes) await Execute("select pg_notify(@channel, 'owed')", new { channel });
    }
}
