namespace Ptce.Workspace;

/// <summary>Whom the channel "teams" reaches: who linked an account, and has not removed the bot.</summary>
public sealed class TeamsReach(Db db, BotSettings settings) : IReachPeople
{
    public string Channel => BotTurns.Channel;

    /// <summary>A linked account whose chat is open, or was never opened: then we may open it, and learn whether we may.</summary>
    public async Task<bool> Reaches(Tx tx, string personId) => Speaks && await tx.MaybeOne<string>("""
        select a.object_id from teams_accounts a
        where a.person_id = @personId and (
            exists (select 1 from teams_conversations c where c.tenant_id = a.tenant_id and c.object_id = a.object_id and c.kind = 'personal' and c.blocked_at is null)
            or not exists (select 1 from teams_conversations c where c.tenant_id = a.tenant_id and c.object_id = a.object_id and c.kind = 'personal'))
        limit 1
        """, new { personId }) is not null;

    /// <summary>An account of the person's that the bot has never had a chat with: (tenant, Entra object id).</summary>
    public Task<(string Tenant, string Account)?> Unopened(string personId) => db.MaybeOne<(string, string)?>("""
        select a.tenant_id, a.object_id from teams_accounts a
        where a.person_id = @personId and not exists (select 1 from teams_conversations c where c.tenant_id = a.tenant_id and c.object_id = a.object_id and c.kind = 'personal')
        order by a.linked_at desc limit 1
        """, new { personId });

    /// <summary>When anybody last wrote to the bot; null: nobody ever did.</summary>
    public Task<DateTimeOffset?> LastHeard() => db.MaybeOne<DateTimeOffset?>("select max(seen_at) from teams_conversations");

    // The Playground's chats are real ones while it is let in.
    private bool Speaks => settings.AppId is not "" || settings is { Development: true, Playground: true };
}
