namespace Ptce.Workspace;

/// <summary>Where a conversation is answered: what is kept of it, renewed with every activity that comes in.</summary>
/// <param name="ServiceUrl">Believed only because a signed token named it; the connector checks its host again before a token travels there.</param>
/// <param name="ConversationId">In a channel with «;messageid=…» it is one thread.</param>
public sealed record ConversationAddress(string ServiceUrl, string ConversationId)
{
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public string? BotId { get; init; }
    public string? BotName { get; init; }
    public string? UserId { get; init; }
    public string? UserAadObjectId { get; init; }
    public string? Locale { get; init; }

    /// <summary>The activity with sender, receiver, conversation and tenant filled in where it leaves them open: Teams asks for all of them on proactive messages.</summary>
    public Activity Addressed(Activity activity, string appId) => activity with
    {
        From = activity.From ?? new(BotId ?? $"28:{appId}", BotName),
        Recipient = activity.Recipient ?? (UserId is null ? null : new(UserId, AadObjectId: UserAadObjectId)),
        Conversation = activity.Conversation ?? new(ConversationId, ConversationType, TenantId),
        ChannelData = TenantId is null || activity.ChannelData?.Tenant is not null ? activity.ChannelData : (activity.ChannelData ?? new()) with { Tenant = new(TenantId) },
    };
}
