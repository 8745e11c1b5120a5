using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ptce.Workspace;

/// <summary>Part of an activity. What we do not model is kept in <see cref="Extra"/> and travels on.</summary>
public abstract record WireObject
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>One thing that happens in a conversation, in either direction: the Bot Framework activity as Teams speaks it.</summary>
/// <remarks>Source: botframework-activity.md of the Bot Framework specification, and the fields Teams adds. Any field may be absent; a field of the wrong kind reads as absent.</remarks>
public sealed partial record Activity : WireObject
{
    /// <summary>message, invoke, conversationUpdate, installationUpdate, messageReaction, typing, event, …</summary>
    public string Type { get; init; } = "";
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public DateTimeOffset? LocalTimestamp { get; init; }
    /// <summary>IANA zone of the sender, such as Europe/Paris.</summary>
    public string? LocalTimezone { get; init; }
    public string? Locale { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public Account? From { get; init; }
    public Account? Recipient { get; init; }
    public Conversation? Conversation { get; init; }
    public string? ReplyToId { get; init; }

    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    /// <summary>What the notification says when the message is only a card.</summary>
    public string? Summary { get; init; }
    public string? Importance { get; init; }
    public string? AttachmentLayout { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>Of an invoke or an event: adaptiveCard/action, task/fetch, …</summary>
    public string? Name { get; init; }
    /// <summary>What an invoke carries, or what the inputs of a card hold (a message with value and no text).</summary>
    public JsonElement? Value { get; init; }
    /// <summary>Of an installationUpdate: add, remove, add-upgrade, remove-upgrade.</summary>
    public string? Action { get; init; }
    public string? DeliveryMode { get; init; }
    public IReadOnlyList<Account>? MembersAdded { get; init; }
    public IReadOnlyList<Account>? MembersRemoved { get; init; }
    public IReadOnlyList<Reaction>? ReactionsAdded { get; init; }
    public IReadOnlyList<Reaction>? ReactionsRemoved { get; init; }
    public ChannelData? ChannelData { get; init; }

    /// <summary>Reads one activity from a request body.</summary>
    /// <param name="wrong">Why not, in English for the sender's developer, when the result is null: not JSON, not an object, no type, no conversation.</param>
    public static Activity? Read(ReadOnlySpan<byte> json, out string? wrong)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        if (NulFree.InJson(json))
        {
            wrong = "Text holds U+0000.";
            return null;
        }
        try
        {
            var read = JsonSerializer.Deserialize<Activity>(json, WireJson.Options);
            wrong = read switch
            {
                null => "The body is not an activity.",
                { Type: null or "" } => "The activity has no type.",
                { Conversation.Id: null or "" } or { Conversation: null } => "The activity has no conversation id.",
                _ => null,
            };
            return wrong is null ? read : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text that ends in the middle of a surrogate pair.
            wrong = "The body is not a JSON activity.";
            return null;
        }
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, WireJson.Options);
}

/// <summary>A person (29:…) or a bot (28:…) of the channel.</summary>
/// <param name="AadObjectId">Entra object id: with the tenant, the one identity to believe.</param>
public sealed record Account(string? Id = null, string? Name = null, string? AadObjectId = null) : WireObject
{
    public string? Role { get; init; }
    public string? TenantId { get; init; }
    public string? GivenName { get; init; }
    public string? Surname { get; init; }
    public string? Email { get; init; }
    public string? UserPrincipalName { get; init; }
    public string? UserRole { get; init; }
    /// <summary>The Entra object id, as Teams calls it when it lists members.</summary>
    public string? ObjectId { get; init; }
}

/// <param name="ConversationType">personal, groupChat or channel.</param>
public sealed record Conversation(string? Id = null, string? ConversationType = null, string? TenantId = null) : WireObject
{
    public bool? IsGroup { get; init; }
    public string? Name { get; init; }
}

/// <summary>A mention (mentioned, text), the sender's client (clientInfo: locale, country, platform, timezone), or anything else.</summary>
public sealed record Entity : WireObject
{
    public string? Type { get; init; }
    public Account? Mentioned { get; init; }
    public string? Text { get; init; }
    public string? Locale { get; init; }
    public string? Country { get; init; }
    public string? Platform { get; init; }
    public string? Timezone { get; init; }
}

public sealed record Attachment : WireObject
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }
    public string? ContentUrl { get; init; }
    public JsonElement? Content { get; init; }
    public string? Name { get; init; }
    public string? ThumbnailUrl { get; init; }

    public static Attachment Card(JsonElement card) => new() { ContentType = AdaptiveCard, Content = card };
}

/// <summary>Buttons under the last message; personal chats only, six at most.</summary>
public sealed record SuggestedActions : WireObject
{
    public IReadOnlyList<string>? To { get; init; }
    public IReadOnlyList<CardAction>? Actions { get; init; }
}

public sealed record CardAction : WireObject
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public JsonElement? Value { get; init; }
}

/// <param name="Type">like, heart, laugh, surprised, sad, angry, …</param>
public sealed record Reaction(string? Type = null) : WireObject;

/// <summary>What Teams adds to an activity.</summary>
public sealed record ChannelData : WireObject
{
    public Named? Tenant { get; init; }
    public Named? Team { get; init; }
    public Named? Channel { get; init; }
    public string? TeamsTeamId { get; init; }
    public string? TeamsChannelId { get; init; }
    /// <summary>teamMemberAdded, channelRenamed, editMessage, …; new ones may come at any time.</summary>
    public string? EventType { get; init; }
    public InstallSettings? Settings { get; init; }
    public Named? Source { get; init; }
    public Named? Meeting { get; init; }
}

public sealed record InstallSettings : WireObject
{
    /// <summary>The channel chosen when the app was installed.</summary>
    public Named? SelectedChannel { get; init; }
}

public sealed record Named(string? Id = null, string? Name = null) : WireObject
{
    /// <summary>Entra group of a team.</summary>
    public string? AadGroupId { get; init; }
}
