namespace Ptce.Workspace;

/// <summary>Which channels are paused because their provider is away, and when each is probed next.</summary>
public sealed class Channels(Db db)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30), Longest = TimeSpan.FromMinutes(10);

    public sealed record Pause(string Channel, DateTimeOffset Since, DateTimeOffset ProbeAt, long Failures, string Cause);

    public Task<Pause?> PauseOf(string channel) =>
        db.MaybeOne<Pause>("select channel, since, probe_at, failures, cause from channel_pauses where channel = @channel", new { channel });

    public Task<IReadOnlyList<Pause>> Paused() => db.Read<Pause>("select channel, since, probe_at, failures, cause from channel_pauses order by channel");

    /// <summary>Pauses it, or after a probe that failed, for longer: 30 s, 1 min, 2 min … up to 10.</summary>
    internal Task<DateTimeOffset> Failed(string channel, Cause cause) => db.Write(null, async tx =>
    {
        var failures = await tx.MaybeOne<long?>("select failures from channel_pauses where channel = @channel", new { channel }) ?? 0;
        var wait = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(failures, 10))));
        await tx.Execute("""
            insert into channel_pauses (channel, since, probe_at, failures, cause) values (@channel, @Now, @probe, 1, @Stored)
            on conflict (channel) do update set probe_at = excluded.probe_at, failures = channel_pauses.failures + 1, cause = excluded.cause
            """, new { channel, tx.Now, probe = tx.Now + wait, cause.Stored });
        return tx.Now + wait;
    });

    /// <summary>Its provider answers again.</summary>
    internal Task Back(string channel) => db.Write(null, tx => tx.Execute("delete from channel_pauses where channel = @channel", new { channel }));

    /// <summary>A person asks to try at once rather than at the next probe.</summary>
    public Task ProbeNow(Actor actor, string channel)
    {
        actor.Must(Act.RetryDelivery);
        return db.Write(null, async tx =>
        {
            await tx.Execute("update channel_pauses set probe_at = @Now where channel = @channel", new { channel, tx.Now });
            tx.Wake();
        });
    }
}
