namespace Ptce.Workspace;

/// <summary>Whom the channel "teams" reaches: who linked an account, and has not removed the bot.</summary>
public sealed class TeamsReach(Db db, IConfiguration configuration, BotSettings? settings = null) : IReachPeople
{
    public string Channel => BotTurns.Channel;

    /// <summary>The chat is closed when Teams says so, and open again when the person writes.</summary>
    public bool Learns => true;

    public bool Chats => true;

    private sealed record Counted
    {
        public long Open { get; init; }
        public long Closed { get; init; }
    }

    /// <summary>A linked account whose chat is open, or was never opened: then we may open it, unless we were just told that we may not.</summary>
    public async Task<bool> Reaches(Tx tx, string personId)
    {
        if (!Speaks) return false;
        var chats = await tx.Read<Counted>("""
            select cast(coalesce(sum(case when c.id is not null and c.blocked_at is null then 1 else 0 end), 0) as bigint) as open,
                cast(coalesce(sum(case when c.blocked_at is not null then 1 else 0 end), 0) as bigint) as closed
            from teams_accounts a left join teams_conversations c on c.tenant_id = a.tenant_id and c.object_id = a.object_id and c.kind = 'personal'
            where a.person_id = @personId group by a.tenant_id, a.object_id
            """, new { personId });
        return chats.Any(c => c.Open > 0) || (chats.Any(c => c is { Open: 0, Closed: 0 }) && !await Deliveries.Stuck(tx, personId, Channel));
    }

    /// <summary>An account of the person's that the bot has never had a chat with: (tenant, Entra object id).</summary>
    public Task<(string Tenant, string Account)?> Unopened(string personId) => db.MaybeOne<(string, string)?>("""
        select a.tenant_id, a.object_id from teams_accounts a
        where a.person_id = @personId and not exists (select 1 from teams_conversations c where c.tenant_id = a.tenant_id and c.object_id = a.object_id and c.kind = 'personal')
        order by a.linked_at desc limit 1
        """, new { personId });

    /// <summary>When anybody last wrote to the bot; null: nobody ever did.</summary>
    public Task<DateTimeOffset?> LastHeard() => db.MaybeOne<DateTimeOffset?>("select seen_at from teams_conversations order by seen_at desc limit 1");

    // The Playground's chats are real ones while it is let in. The console has no bot of its own; it owes what the program will bring.
    private bool Speaks => configuration[$"{BotSettings.Section}:{nameof(BotSettings.AppId)}"] is { Length: > 0 } || settings is { Development: true, Playground: true };
}
