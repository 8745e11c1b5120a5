namespace Ptce.Workspace;

/// <summary>Agreements of a kind that a period brought.</summary>
public sealed record MadeKind
{
    public required string Kind { get; init; }

    /// <summary>A need and an offer, or one of them and whoever answered it, brought together.</summary>
    public long Matches { get; init; }

    /// <summary>Those of them that both parties signed.</summary>
    public long Signed { get; init; }
}

public sealed partial class Agreements
{
    /// <summary>Matches that both sides accepted in the period, by kind; cancelled ones left out.</summary>
    public Task<IReadOnlyList<MadeKind>> Made(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        var zone = WallClock.Zone(actor.Zone);
        return db.Read<MadeKind>("""
            select kind, count(*) as matches, count(case when state <> 'proposed' then 1 end) as signed
            from agreements where pole_id = @PoleId and state <> 'cancelled' and made_at >= @starts and made_at < @ends
            group by kind order by kind
            """, new { actor.PoleId, starts = WallClock.Midnight(zone, from), ends = WallClock.Midnight(zone, to.AddDays(1)) });
    }
}
