namespace Ptce.Workspace;

/// <summary>Where people and teams are reached: every conversation that wrote to us, as it was last seen.</summary>
public sealed class TeamsAddresses(Db db)
{
    private const string ThreadMark = ";messageid=";

    private sealed record Row(string Id, string Kind, string ServiceUrl, string? TenantId, string? ObjectId, string? UserId, string? BotId, string? BotName, string? Locale)
    {
        public ConversationAddress Address => new(ServiceUrl, Id)
        {
            ConversationType = Kind,
            TenantId = TenantId,
            BotId = BotId,
            BotName = BotName,
            UserId = UserId,
            UserAadObjectId = ObjectId,
            Locale = Locale,
        };
    }

    private const string Columns = "c.id, c.kind, c.service_url, c.tenant_id, c.object_id, c.user_id, c.bot_id, c.bot_name, c.locale";

    /// <summary>The person's personal chat with the bot, the one used last; null when none is known or they removed the bot.</summary>
    public async Task<ConversationAddress?> Of(string personId) => (await db.MaybeOne<Row>($"""
        select {Columns} from teams_conversations c join teams_accounts a on a.tenant_id = c.tenant_id and a.object_id = c.object_id
        where a.person_id = @personId and c.kind = 'personal' and c.blocked_at is null
        order by c.seen_at desc limit 1
        """, new { personId }))?.Address;

    /// <summary>A channel or a group chat; null when it is not known, or the bot was removed from it.</summary>
    public async Task<ConversationAddress?> Room(string conversationId) => (await db.MaybeOne<Row>(
        $"select {Columns} from teams_conversations c where c.id = @conversationId and c.kind <> 'personal' and c.blocked_at is null", new { conversationId }))?.Address;

    /// <summary>Keeps a personal chat that we opened ourselves.</summary>
    public Task Opened(ConversationAddress address) => db.Write(null, tx => Seen(tx, address));

    /// <summary>The channel says that nobody reads here any more: nothing is sent until they write again.</summary>
    public Task Block(string conversationId) => db.Write(null, tx => tx.Execute(
        "update teams_conversations set blocked_at = @Now, welcomed_by = null where id = @id and blocked_at is null", new { id = Whole(conversationId), tx.Now }));

    /// <summary>Takes the one welcome of a conversation for this activity.</summary>
    /// <returns>False when another activity has it.</returns>
    public Task<bool> Welcome(string conversationId, string activityId) => db.Write(null, async tx =>
    {
        await tx.Execute("update teams_conversations set welcomed_by = @activityId where id = @id and welcomed_by is null", new { id = Whole(conversationId), activityId });
        return await tx.MaybeOne<string>("select welcomed_by from teams_conversations where id = @id", new { id = Whole(conversationId) }) == activityId;
    });

    /// <summary>Renews what is known of a conversation from an activity that just came from it.</summary>
    internal static Task Seen(Tx tx, ConversationAddress address) => tx.Execute("""
        insert into teams_conversations (id, kind, service_url, tenant_id, object_id, user_id, bot_id, bot_name, locale, seen_at)
        values (@id, @kind, @ServiceUrl, @TenantId, @account, @user, @BotId, @BotName, @Locale, @Now)
        on conflict (id) do update set service_url = excluded.service_url, tenant_id = excluded.tenant_id, object_id = coalesce(excluded.object_id, teams_conversations.object_id),
            user_id = coalesce(excluded.user_id, teams_conversations.user_id), bot_id = excluded.bot_id, bot_name = coalesce(excluded.bot_name, teams_conversations.bot_name),
            locale = coalesce(excluded.locale, teams_conversations.locale), seen_at = excluded.seen_at, blocked_at = null
        """, new
    {
        id = Whole(address.ConversationId),
        kind = address.ConversationType ?? "personal",
        address.ServiceUrl,
        address.TenantId,
        account = address.ConversationType is "groupChat" or "channel" ? null : address.UserAadObjectId ?? address.UserId,
        user = address.ConversationType is "groupChat" or "channel" ? null : address.UserId,
        address.BotId,
        address.BotName,
        address.Locale,
        tx.Now,
    });

    /// <summary>The channel that a thread is in; any other conversation is itself.</summary>
    internal static string Whole(string conversationId) =>
        conversationId.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) is var cut and > 0 ? conversationId[..cut] : conversationId;
}
