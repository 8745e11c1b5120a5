namespace Ptce.Workspace;

public sealed partial class Deliveries
{
    /// <param name="Due">Deliveries whose time has come.</param>
    /// <param name="Oldest">Since when the first of them waits, in milliseconds; 0 where none does.</param>
    public sealed record Queue(long Due, long Oldest, long Parked);

    /// <summary>How much waits, on all channels and for all poles.</summary>
    internal Task<Queue> Waiting() => db.One<Queue>("""
        select count(*) as due, coalesce(min(due_at), 0) as oldest, (select count(*) from deliveries where delivered_at is null and parked_at is not null) as parked
        from deliveries where delivered_at is null and parked_at is null and due_at <= @now
        """, new { now = clock.GetUtcNow() });

    /// <summary>Drops what was not delivered yet to a person about an object: something newer takes its place, in the same command.</summary>
    internal static Task<int> Supersede(Tx tx, string topic, string subjectId, string recipientId) => tx.Execute("""
        delete from deliveries where topic = @topic and subject_id = @subjectId and recipient_id = @recipientId and delivered_at is null and parked_at is null
        """, new { topic, subjectId, recipientId });

    /// <summary>Whether a person was, or is to be, told about an object on any channel.</summary>
    internal static async Task<bool> WasOwed(Tx tx, string topic, string subjectId, string recipientId) => await tx.MaybeOne<string>("""
        select id from deliveries where recipient_id = @recipientId and topic = @topic and subject_id = @subjectId limit 1
        """, new { topic, subjectId, recipientId }) is not null;

    /// <summary>Forgets what was delivered long ago. What is stuck stays until a person decides.</summary>
    /// <returns>How many.</returns>
    public async Task<long> Forget(int days)
    {
        const int Portion = 2000; // others write in between
        for (long forgotten = 0; ;)
        {
            var gone = await db.Write(null, tx => tx.Execute("""
                delete from deliveries where id in (select id from deliveries where delivered_at < @before limit @Portion)
                """, new { before = tx.Now.AddDays(-days), Portion }));
            forgotten += gone;
            if (gone < Portion) return forgotten;
        }
    }
}
