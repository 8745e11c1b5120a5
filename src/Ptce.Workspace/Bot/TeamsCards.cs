using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>A card that was shown in a conversation.</summary>
/// <param name="Became">What was said when it stopped waiting; null while it waits.</param>
public sealed record ShownCard(string ActivityId, Card Card, string? Became);

/// <summary>Which message shows which card, so that the message can be made to show what became of it.</summary>
public sealed class TeamsCards(Db db)
{
    private sealed record Row(string ActivityId, string Card, string? Became);

    /// <summary>The card is now in this message; an earlier message of the same card is forgotten.</summary>
    public Task Shown(string conversationId, string activityId, Card card) => card.Key is null ? Task.CompletedTask : db.Write(null, tx => tx.Execute("""
        insert into teams_cards (conversation_id, key, activity_id, card, at) values (@conversationId, @Key, @activityId, @json, @Now)
        on conflict (conversation_id, key) do update set activity_id = excluded.activity_id, card = excluded.card, at = excluded.at, became = null
        """, new { conversationId, card.Key, activityId, json = JsonSerializer.Serialize(card), tx.Now }));

    public async Task<ShownCard?> Find(string conversationId, string key) =>
        Read(await db.MaybeOne<Row>("select activity_id, card, became from teams_cards where conversation_id = @conversationId and key = @key", new { conversationId, key }));

    /// <returns>The card that stopped waiting; null when none was shown.</returns>
    public async Task<ShownCard?> Became(string conversationId, string key, string said) => Read(await db.Write(null, tx => tx.MaybeOne<Row>(
        "update teams_cards set became = @said where conversation_id = @conversationId and key = @key returning activity_id, card, became", new { conversationId, key, said })));

    private static ShownCard? Read(Row? row) => row is null ? null : new(row.ActivityId, JsonSerializer.Deserialize<Card>(row.Card)!, row.Became);

    /// <summary>Forgets cards nobody scrolls back to.</summary>
    public Task Forget() => db.Write(null, tx => tx.Execute("delete from teams_cards where at < @old", new { old = tx.Now.AddDays(-60) }));
}
