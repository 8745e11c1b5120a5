namespace Ptce.Workspace;

/// <summary>What was offered and sought of a kind over a period.</summary>
public sealed record PostedKind
{
    public required string Kind { get; init; }
    public long Offers { get; init; }
    public long Needs { get; init; }
}

public sealed partial class Offers
{
    /// <summary>Offers and needs posted in the period, by kind; those taken back count as well, for they were posted.</summary>
    public Task<IReadOnlyList<PostedKind>> Posted(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        var zone = WallClock.Zone(actor.Zone);
        return db.Read<PostedKind>("""
            select kind, count(case when side = 'offer' then 1 end) as offers, count(case when side = 'need' then 1 end) as needs
            from offers where pole_id = @PoleId and posted_at >= @starts and posted_at < @ends
            group by kind order by kind
            """, new { actor.PoleId, starts = WallClock.Midnight(zone, from), ends = WallClock.Midnight(zone, to.AddDays(1)) });
    }
}
