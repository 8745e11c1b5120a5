namespace Ptce.Workspace;

/// <summary>Something owed to the world outside the store, with what became of it.</summary>
/// <param name="SubjectId">The object to read again when paying.</param>
/// <param name="RecipientId">The person it is for, where it is for one.</param>
/// <param name="Attempts">Tries so far, this one included. It changes with each lease, so it also tells whose lease a delivery is under.</param>
public sealed record Delivery(string Id, string? PoleId, string Channel, string Topic, string SubjectId, string? RecipientId, long Attempts);

/// <summary>A channel that pays deliveries: mail, jobs, later Teams and webhooks.</summary>
/// <remarks>Called at least once per delivery, in any order: it re-reads the present state, and what it does twice must be harmless.</remarks>
public interface IPayDeliveries
{
    string Channel { get; }

    /// <param name="stop">The program stops, or the lease is over and another dispatcher may take the delivery.</param>
    /// <exception cref="Exception">Any failure: tried again later, on its own, with the message kept as the cause.</exception>
    Task Pay(Delivery owed, CancellationToken stop);
}

/// <summary>What is owed, and to whom it could not be brought.</summary>
/// <param name="elsewhere">Brings on another channel what was given up on one.</param>
public sealed partial class Deliveries(Db db, TimeProvider clock, IEnumerable<IBringElsewhere>? elsewhere = null)
{
    /// <summary>A delivery that was given up, until a person retries it.</summary>
    public sealed record Parked(string Id, string Channel, string Topic, string SubjectId, string? Recipient, long Attempts, DateTimeOffset ParkedAt, string? Error);

    // A sign-in link belongs to no pole: it concerns every pole its recipient is in.
    private const string Concerns = """
        (d.pole_id = @PoleId or (d.pole_id is null and exists (select 1 from mandates m where m.person_id = d.recipient_id and m.pole_id = @PoleId)))
        """;

    /// <summary>The parked deliveries that concern the pole, newest first, 100 at most.</summary>
    public Task<IReadOnlyList<Parked>> GivenUp(Actor actor)
    {
        actor.Must(Act.ReadDeliveries);
        return db.Read<Parked>($"""
            select d.id, d.channel, d.topic, d.subject_id, p.name as recipient, d.attempts, d.parked_at, d.error
            from deliveries d left join people p on p.id = d.recipient_id
            where {Concerns} and d.parked_at is not null
            order by d.parked_at desc limit 100
            """, new { actor.PoleId });
    }

    /// <summary>Puts a parked delivery back in the queue, with its tries counted anew.</summary>
    /// <exception cref="NotHere">No such parked delivery in the actor's pole.</exception>
    public async Task Retry(Actor actor, string deliveryId)
    {
        actor.Must(Act.RetryDelivery);
        await db.Write(actor.PoleId, async tx =>
        {
            var back = await tx.Execute($"""
                update deliveries set parked_at = null, attempts = 0, due_at = @Now
                where id in (select d.id from deliveries d where d.id = @deliveryId and {Concerns} and d.parked_at is not null)
                """, new { deliveryId, actor.PoleId, tx.Now });
            if (back == 0) throw new NotHere();
            tx.Wake();
        });
    }

    /// <summary>Puts back every parked delivery of the pole, of one channel or of all.</summary>
    /// <returns>How many.</returns>
    public Task<int> RetryAll(Actor actor, string? channel = null)
    {
        actor.Must(Act.RetryDelivery);
        return db.Write(actor.PoleId, async tx =>
        {
            var back = await tx.Execute($"""
                update deliveries set parked_at = null, attempts = 0, due_at = @Now
                where id in (select d.id from deliveries d where {Concerns} and d.parked_at is not null and (cast(@channel as text) is null or d.channel = @channel))
                """, new { channel, actor.PoleId, tx.Now });
            tx.Wake();
            return back;
        });
    }

    /// <summary>How many deliveries of the pole wait on each channel, and since when the oldest is due.</summary>
    public Task<IReadOnlyList<(string Channel, long Count, DateTimeOffset Oldest)>> Queued(Actor actor)
    {
        actor.Must(Act.ReadDeliveries);
        return db.Read<(string, long, DateTimeOffset)>($"""
            select d.channel, count(*), min(d.created_at) from deliveries d
            where {Concerns} and d.delivered_at is null and d.parked_at is null
            group by d.channel order by d.channel
            """, new { actor.PoleId });
    }

    /// <summary>The channels on which something is due.</summary>
    internal Task<IReadOnlyList<string>> Due() => db.Read<string>("""
        select distinct channel from deliveries where delivered_at is null and parked_at is null and due_at <= @now
        """, new { now = clock.GetUtcNow() });

    /// <summary>Leases what is due on a channel, so that no other dispatcher takes it meanwhile.</summary>
    internal async Task<IReadOnlyList<Delivery>> Lease(string channel, DateTimeOffset until, int most)
    {
        const string Due = "channel = @channel and delivered_at is null and parked_at is null and due_at <= @now";
        var now = clock.GetUtcNow();
        // Asking first keeps an idle program from writing every few seconds.
        if (await db.MaybeOne<string>($"select id from deliveries where {Due} limit 1", new { now, channel }) is null) return [];

        // The condition stands twice on purpose: under PostgreSQL it stops two dispatchers from taking the same row.
        return await db.Write(null, tx => tx.Read<Delivery>($"""
            update deliveries set due_at = @until, attempts = attempts + 1
            where {Due} and id in (select id from deliveries where {Due} order by due_at, id limit @most)
            returning id as Id, pole_id as PoleId, channel as Channel, topic as Topic, subject_id as SubjectId, recipient_id as RecipientId, attempts as Attempts
            """, new { now, channel, until, most }));
    }

    /// <summary>Prolongs a lease that is still one's own.</summary>
    /// <returns>False when somebody else has taken or paid the delivery meanwhile.</returns>
    internal Task<bool> Prolong(Delivery owed, DateTimeOffset until) => db.Write(null, async tx => await tx.Execute("""
        update deliveries set due_at = @until
        where id = @Id and attempts = @Attempts and delivered_at is null and parked_at is null
        """, new { owed.Id, owed.Attempts, until }) == 1);

    internal Task Paid(Delivery owed) => db.Write(null, tx =>
        tx.Execute("update deliveries set delivered_at = @Now, error = null where id = @Id", new { owed.Id, tx.Now }));

    /// <summary>Waits 4, 16, 64 s … up to an hour, then gives up after <see cref="Dispatcher.MostAttempts"/> tries.</summary>
    internal Task Failed(Delivery owed, string error) => db.Write(null, async tx =>
    {
        var wait = TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(4, owed.Attempts)));
        var failed = await tx.Execute("""
            update deliveries set due_at = @next, error = @error, parked_at = case when attempts >= @MostAttempts then @Now end
            where id = @Id and attempts = @Attempts and delivered_at is null
            """, new { owed.Id, owed.Attempts, next = tx.Now + wait, error = Cut(error), Dispatcher.MostAttempts, tx.Now });
        if (failed == 1 && owed.Attempts >= Dispatcher.MostAttempts) await Elsewhere(tx, owed);
    });

    /// <summary>Gives up at once: no further try could succeed.</summary>
    internal Task GiveUp(Delivery owed, string error) => db.Write(null, async tx =>
    {
        var parked = await tx.Execute("update deliveries set error = @error, parked_at = @Now where id = @Id and attempts = @Attempts and delivered_at is null",
            new { owed.Id, owed.Attempts, error = Cut(error), tx.Now });
        if (parked == 1) await Elsewhere(tx, owed);
    });

    /// <summary>Puts it off without counting the try.</summary>
    internal Task PutOff(Delivery owed, DateTimeOffset until) => db.Write(null, tx =>
        tx.Execute("update deliveries set due_at = @until, attempts = attempts - 1 where id = @Id and attempts = @Attempts and delivered_at is null",
            new { owed.Id, owed.Attempts, until }));

    /// <summary>Whether the last thing this person was sent on a channel was given up: then they are better reached on another.</summary>
    public static async Task<bool> Stuck(Tx tx, string personId, string channel) => await tx.MaybeOne<long?>("""
        select case when parked_at is null then 0 else 1 end from deliveries
        where recipient_id = @personId and channel = @channel and (parked_at is not null or delivered_at is not null)
        order by coalesce(parked_at, delivered_at) desc, id desc limit 1
        """, new { personId, channel }) == 1;

    private async Task Elsewhere(Tx tx, Delivery owed)
    {
        var dedupe = await tx.MaybeOne<string>("select dedupe from deliveries where id = @Id", new { owed.Id });
        foreach (var one in elsewhere ?? []) await one.GivenUp(tx, owed, dedupe);
    }

    private static string Cut(string error) => error[..Math.Min(error.Length, 500)];
}
