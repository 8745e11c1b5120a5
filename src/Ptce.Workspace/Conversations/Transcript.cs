using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>What was said in one person's conversation on one channel, and what waits for an answer.</summary>
internal sealed class Transcript(Tx tx, string conversationId)
{
    private static readonly TimeSpan PendingFor = TimeSpan.FromDays(1);

    public static async Task<Transcript> Open(Tx tx, Actor actor, string channel)
    {
        var id = await tx.MaybeOne<string>("select id from conversations where pole_id = @PoleId and person_id = @PersonId and channel = @channel",
            new { actor.PoleId, actor.PersonId, channel });
        if (id is null)
        {
            id = Ids.New();
            await tx.Execute("insert into conversations (id, pole_id, person_id, channel) values (@id, @PoleId, @PersonId, @channel)",
                new { id, actor.PoleId, actor.PersonId, channel });
        }
        return new(tx, id);
    }

    private sealed record Row(string? Pending, string? Shown, DateTimeOffset? PendingUntil);

    public static async Task<WhereItStands> Now(Db db, Actor actor, string channel, DateTimeOffset now)
    {
        var row = await db.MaybeOne<Row>("""
            select pending, shown, pending_until from conversations
            where pole_id = @PoleId and person_id = @PersonId and channel = @channel
            """, new { actor.PoleId, actor.PersonId, channel });
        var pending = row?.Pending is { } json ? JsonSerializer.Deserialize<Pending>(json) : null;
        if (row?.PendingUntil is not { } until || until <= now) return new(null, Showed.Nothing, pending, row?.Pending);
        return new(pending, row.Shown is { } shown ? JsonSerializer.Deserialize<Showed>(shown)! : Showed.Nothing, null, row.Pending);
    }

    public static Card? Read(string? card) => card is null ? null : JsonSerializer.Deserialize<Card>(card);

    /// <summary>What stands from now on.</summary>
    /// <returns>False when something else stands than was read before; it is left.</returns>
    public async Task<bool> Stands(Pending? waits, Showed showed, WhereItStands before) => await tx.Execute("""
        update conversations set pending = @pending, shown = @shown, pending_until = @until
        where id = @conversationId and coalesce(pending, '') = @was
        """,
        new
        {
            conversationId,
            pending = waits is null ? null : JsonSerializer.Serialize(waits),
            shown = showed.IsNothing ? null : JsonSerializer.Serialize(showed),
            until = tx.Now + PendingFor,
            was = before.Kept ?? "",
        }) == 1;

    private sealed record Given(string Text, string? Card);

    /// <summary>What this very turn was answered before, if it was.</summary>
    public static async Task<BotReply?> Answer(Db db, Actor actor, string channel, string turn) =>
        await db.MaybeOne<Given>("""
            select m.text, m.card from messages m join conversations c on c.id = m.conversation_id
            where c.pole_id = @PoleId and c.person_id = @PersonId and c.channel = @channel and m.turn = @turn
            """, new { actor.PoleId, actor.PersonId, channel, turn }) is { } given
            ? new(given.Text, Read(given.Card))
            : null;

    public Task Heard(string text) => Add(mine: 1, text, null, null);

    public Task Answered(BotReply reply, string? turn) => Add(mine: 0, reply.Text, reply.Card is null ? null : JsonSerializer.Serialize(reply.Card), turn);

    private Task<int> Add(long mine, string text, string? card, string? turn) => tx.Execute("""
        insert into messages (id, conversation_id, at, mine, text, card, turn) values (@id, @conversationId, @Now, @mine, @text, @card, @turn)
        """, new { id = Ids.New(), conversationId, tx.Now, mine, text, card, turn });
}

/// <summary>Where a conversation stands; after a day of silence nothing waits and nothing was shown, and what waited has lapsed.</summary>
/// <param name="Kept">What waits, as the store holds it.</param>
public sealed record WhereItStands(Pending? Waits, Showed Showed, Pending? Lapsed, string? Kept);
