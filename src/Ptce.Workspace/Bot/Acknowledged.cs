using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Activities that the channel was told we have: each is kept until its turn was taken, and taken again when the program died over it.</summary>
public sealed class Acknowledged(Db db, TimeProvider clock)
{
    public const int MostAttempts = 5;
    private const int DaysKept = 3; // the channel repeats within minutes
    /// <summary>Nobody waits any more for an answer to what they said yesterday.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);
    /// <summary>Nobody else takes a turn that somebody may still be at.</summary>
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(5);

    private sealed record Waiting(string ConversationId, string Id, string Body);

    /// <summary>Keeps an activity.</summary>
    /// <returns>False when it was here before.</returns>
    public Task<bool> Keep(Activity activity) => db.Write(null, async tx =>
    {
        var kept = await tx.Execute("""
            insert into teams_activities (conversation_id, id, received_at, due_at, body) values (@Conversation, @Id, @Now, @due, @body)
            on conflict (conversation_id, id) do nothing
            """, new { Of(activity).Conversation, Of(activity).Id, tx.Now, due = tx.Now + InHand, body = Encoding.UTF8.GetString(activity.ToJson()) }) == 1;
        // A typing sign or a reaction may come first from a conversation we have left: only words and arrivals open it again.
        if (kept && (activity.Type is "message" || activity.BotJoins)) await TeamsAddresses.Seen(tx, activity.Address());
        return kept;
    });

    /// <summary>Begins to send the answer of that number. Whoever dies after this has perhaps sent it, so it is never sent again.</summary>
    /// <returns>False when it was begun before.</returns>
    public Task<bool> Begin(Activity activity, long number) => db.Write(null, async tx => await tx.Execute(
        "update teams_activities set said = @number where conversation_id = @Conversation and id = @Id and said = @number - 1 and taken_at is null",
        new { Of(activity).Conversation, Of(activity).Id, number }) == 1);

    /// <summary>The channel did not take the answer of that number: its turn is taken again later.</summary>
    public Task Later(Activity activity, long number, TimeSpan after) => db.Write(null, tx => tx.Execute(
        "update teams_activities set said = @number - 1, due_at = @due, attempts = attempts + 1 where conversation_id = @Conversation and id = @Id",
        new { Of(activity).Conversation, Of(activity).Id, number, due = tx.Now + after }));

    /// <summary>Its turn failed on our side; it is tried again after 5, 20, 80 s …</summary>
    /// <returns>False when it has been tried often enough.</returns>
    public Task<bool> Failed(Activity activity, string error) => db.Write(null, async tx =>
    {
        var attempts = await tx.MaybeOne<long>("select attempts from teams_activities where conversation_id = @Conversation and id = @Id",
            new { Of(activity).Conversation, Of(activity).Id }) + 1;
        await tx.Execute("""
            update teams_activities set attempts = @attempts, due_at = @due, error = @error where conversation_id = @Conversation and id = @Id
            """, new { Of(activity).Conversation, Of(activity).Id, attempts, due = tx.Now.AddSeconds(5 * Math.Pow(4, attempts - 1)), error = error[..Math.Min(error.Length, 500)] });
        return attempts < MostAttempts;
    });

    /// <summary>Its turn was taken: what was said is in the conversation, and only the two ids are kept.</summary>
    public Task Taken(Activity activity) => db.Write(null, tx => tx.Execute(
        "update teams_activities set taken_at = @Now, body = null where conversation_id = @Conversation and id = @Id",
        new { Of(activity).Conversation, Of(activity).Id, tx.Now }));

    /// <summary>What waits and is in nobody's hand, in the order it came; it is now in the caller's.</summary>
    public async Task<IReadOnlyList<Activity>> Due(int most)
    {
        var due = await db.Read<Waiting>("""
            select conversation_id, id, body from teams_activities
            where taken_at is null and due_at <= @now and body is not null and received_at > @fresh order by received_at, id limit @most
            """, new { now = clock.GetUtcNow(), fresh = clock.GetUtcNow() - Stale, most });
        if (due.Count == 0) return [];
        return await db.Write(null, async tx =>
        {
            var mine = new List<Activity>();
            // The condition stands again in the update: two nodes may have read the same row.
            foreach (var one in due)
                if (await tx.Execute("update teams_activities set due_at = @until where conversation_id = @ConversationId and id = @Id and due_at <= @Now and taken_at is null",
                    new { one.ConversationId, one.Id, tx.Now, until = tx.Now + InHand }) == 1) mine.Add(Activity.Read(Encoding.UTF8.GetBytes(one.Body), out _)!);
            return mine;
        });
    }

    /// <summary>Forgets the ids of what the channel will not repeat any more.</summary>
    public Task Forget() => db.Write(null, tx => tx.Execute("delete from teams_activities where received_at < @old", new { old = tx.Now.AddDays(-DaysKept) }));

    /// <summary>At the start of a program that has the store for itself: nobody else can be at any of them.</summary>
    public Task Release() => db.Write(null, tx => tx.Execute("update teams_activities set due_at = @Now where taken_at is null and due_at > @Now and attempts = 0", new { tx.Now }));

    // The wire allows an activity without id; the same words from the same place at the same time are then the same activity.
    private static (string Conversation, string Id) Of(Activity activity) =>
        (activity.Conversation!.Id!, activity.Id ?? Convert.ToHexStringLower(SHA256.HashData(activity.ToJson())));
}
