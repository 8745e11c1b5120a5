using System.Text.Json.Serialization;

namespace Ptce.Workspace;

/// <summary>What an activity says about where, who and in which language.</summary>
public sealed partial record Activity
{
    /// <summary>Entra tenant: what Teams wrote in channelData, else the conversation's.</summary>
    [JsonIgnore]
    public string? TenantId => ChannelData?.Tenant?.Id is { Length: > 0 } tenant ? tenant : Conversation?.TenantId;

    [JsonIgnore]
    public bool IsInvoke => Type is "invoke";

    /// <summary>Its answers are wanted in the very response, and none through the connector.</summary>
    [JsonIgnore]
    public bool ExpectsReplies => !IsInvoke && DeliveryMode is "expectReplies";

    [JsonIgnore]
    public bool IsPersonal => Conversation?.ConversationType is "personal";

    /// <summary>In a team or a group, where others read along. An activity that does not say where it is from comes from a chat of two.</summary>
    [JsonIgnore]
    public bool IsAmongOthers => Conversation?.ConversationType is not (null or "personal");

    [JsonIgnore]
    public bool IsChannel => Conversation?.ConversationType is "channel";

    /// <summary>The bot itself has just joined this conversation.</summary>
    [JsonIgnore]
    public bool BotJoins => Type is "conversationUpdate" ? Holds(MembersAdded) : Type is "installationUpdate" && Action is "add" or "add-upgrade";

    /// <summary>The bot itself has left: nothing may be sent here any more.</summary>
    [JsonIgnore]
    public bool BotLeaves => Type is "conversationUpdate" ? Holds(MembersRemoved) : Type is "installationUpdate" && Action is "remove" or "remove-upgrade";

    [JsonIgnore]
    public bool MentionsBot => Mentions.Any(IsBot);

    /// <summary>The reader's language, fr, en or de: the activity's, else the client's, else French. Who is known here chose one, and that comes first.</summary>
    public string Language() =>
        new[] { Locale, Entities?.FirstOrDefault(e => e.Type is "clientInfo")?.Locale }.Select(Ours).FirstOrDefault(l => l is not null) ?? "fr";

    /// <summary>Where to answer later, and to whom.</summary>
    public ConversationAddress Address() => new(ServiceUrl ?? "", Conversation?.Id ?? "")
    {
        ConversationType = Conversation?.ConversationType,
        TenantId = TenantId,
        BotId = Recipient?.Id,
        BotName = Recipient?.Name,
        UserId = From?.Id,
        UserAadObjectId = From?.AadObjectId,
        Locale = Locale,
    };

    private bool Holds(IReadOnlyList<Account>? members) => members?.Any(m => m.Id is not null && m.Id == Recipient?.Id) is true;

    // Words.Nearest answers French for a language we do not have; here the next source is asked first.
    private static string? Ours(string? tag) =>
        tag is { Length: > 0 } && Words.Nearest(tag) is var near && tag.StartsWith(near, StringComparison.OrdinalIgnoreCase) ? near : null;
}
