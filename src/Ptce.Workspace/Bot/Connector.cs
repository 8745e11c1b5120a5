using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>What we say to the channel: the Bot Connector REST interface (ConnectorAPI.json of botbuilder-dotnet), one method per call.</summary>
/// <remarks>
/// No call throws for what the channel answers or fails to answer; see <see cref="ConnectorAnswer"/>. A message is repeated only when
/// the channel said that it did not take it, or the line was never open; when that is unknown, the caller is told
/// (<see cref="ConnectorAnswer.Later.MayHaveArrived"/>) and decides.
/// </remarks>
public sealed partial class Connector(ConnectorCalls calls, BotSettings settings)
{
    public const int MembersAtOnce = 200;
    private const int MostPages = 500;

    public Task<ConnectorAnswer> Send(ConversationAddress to, Activity activity, CancellationToken stop) =>
        Post(to, Activities(to), activity, stop);

    /// <summary>In a channel the answer hangs below the activity it answers.</summary>
    public Task<ConnectorAnswer> Reply(ConversationAddress to, string activityId, Activity activity, CancellationToken stop) =>
        Post(to, $"{Activities(to)}/{Id(activityId)}", activity with { ReplyToId = activity.ReplyToId ?? activityId }, stop);

    /// <summary>Replaces a message we sent, a card above all. Twice is once.</summary>
    public async Task<ConnectorAnswer> Update(ConversationAddress to, string activityId, Activity activity, CancellationToken stop) =>
        Written(await calls.Make(new(HttpMethod.Put, to, $"{Activities(to)}/{Id(activityId)}", PaceKind.Send, Repeatable: true)
        {
            Body = Addressed(to, activity with { Id = activityId }).ToJson(),
        }, stop));

    public async Task<ConnectorAnswer> Delete(ConversationAddress to, string activityId, CancellationToken stop) =>
        Written(await calls.Make(new(HttpMethod.Delete, to, $"{Activities(to)}/{Id(activityId)}", PaceKind.Send, Repeatable: true), stop));

    /// <summary>Opens the personal chat with a person, or finds it when it is there: <see cref="ConnectorAnswer.Done.Id"/> is its id, to be kept.</summary>
    /// <param name="person">Their 29:… id or Entra object id; an e-mail address is no id. The app must be installed for them.</param>
    public Task<ConnectorAnswer> CreatePersonal(string serviceUrl, string tenantId, string person, CancellationToken stop) =>
        Create(serviceUrl, tenantId, new NewConversation
        {
            IsGroup = false,
            Members = [new(person)],
            ChannelData = new() { Tenant = new(tenantId) },
        }, repeatable: true, stop);

    /// <summary>Begins a thread in a channel with this message: Id is the thread, ActivityId the message.</summary>
    public Task<ConnectorAnswer> CreateThread(string serviceUrl, string tenantId, string channelId, Activity first, CancellationToken stop) =>
        Create(serviceUrl, tenantId, new NewConversation
        {
            IsGroup = true,
            ChannelData = new() { Tenant = new(tenantId), Channel = new(channelId) },
            Activity = first with { From = first.From ?? Bot },
        }, repeatable: false, stop);

    /// <summary>Everybody in the conversation except bots, page by page. The list counts only when the answer is <see cref="ConnectorAnswer.Done"/>.</summary>
    public async Task<(ConnectorAnswer Answer, IReadOnlyList<Account> Members)> Members(ConversationAddress of, CancellationToken stop)
    {
        var members = new List<Account>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var query = $"?pageSize={MembersAtOnce}" + (next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}");
            var (answer, body) = await calls.Make(new(HttpMethod.Get, of, $"{Path(of)}/pagedmembers{query}", PaceKind.Read, Repeatable: true), stop);
            if (answer is not ConnectorAnswer.Done) return (answer, []);
            var read = Read<MembersPage>(body);
            members.AddRange(read?.Members ?? []);
            var before = next;
            next = read?.ContinuationToken;
            if (next is null or "" || next == before) return (answer, members);
        }
        return (new ConnectorAnswer.Declined(0, "too_many_pages"), []);
    }

    /// <param name="member">The 29:… id.</param>
    public async Task<(ConnectorAnswer Answer, Account? Member)> Member(ConversationAddress of, string member, CancellationToken stop)
    {
        var (answer, body) = await calls.Make(new(HttpMethod.Get, of, $"{Path(of)}/members/{Id(member)}", PaceKind.Read, Repeatable: true), stop);
        return (answer, answer is ConnectorAnswer.Done ? Read<Account>(body) : null);
    }

    /// <summary>The activity as it would be sent there.</summary>
    public Activity Addressed(ConversationAddress to, Activity activity) => to.Addressed(activity, settings.AppId);

    private Account Bot => new($"28:{settings.AppId}");

    private async Task<ConnectorAnswer> Post(ConversationAddress to, string path, Activity activity, CancellationToken stop) =>
        Written(await calls.Make(new(HttpMethod.Post, to, path, PaceKind.Send, Repeatable: activity.Type is "typing")
        {
            Body = Addressed(to, activity).ToJson(),
        }, stop));

    private async Task<ConnectorAnswer> Create(string serviceUrl, string tenantId, NewConversation made, bool repeatable, CancellationToken stop) =>
        Written(await calls.Make(new(HttpMethod.Post, new(serviceUrl, "") { TenantId = tenantId }, "/v3/conversations", PaceKind.Create, repeatable)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(made with { Bot = Bot, TenantId = tenantId }, WireJson.Options),
        }, stop));

    private static ConnectorAnswer Written((ConnectorAnswer Answer, byte[]? Body) call) =>
        call.Answer is ConnectorAnswer.Done && Read<Resource>(call.Body) is { } made ? new ConnectorAnswer.Done(made.Id, made.ActivityId, made.ServiceUrl) : call.Answer;

    private static T? Read<T>(byte[]? body) where T : WireObject
    {
        try
        {
            return body is { Length: > 0 } ? JsonSerializer.Deserialize<T>(body, WireJson.Options) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // it was taken all the same
        }
    }

    private static string Path(ConversationAddress of) => $"/v3/conversations/{Id(of.ConversationId)}";

    private static string Activities(ConversationAddress of) => $"{Path(of)}/activities";

    private static string Id(string id) => Uri.EscapeDataString(id);

    private sealed record Resource(string? Id = null, string? ActivityId = null, string? ServiceUrl = null) : WireObject;

    private sealed record MembersPage(IReadOnlyList<Account>? Members = null, string? ContinuationToken = null) : WireObject;

    private sealed record NewConversation : WireObject
    {
        public bool? IsGroup { get; init; }
        public Account? Bot { get; init; }
        public IReadOnlyList<Account>? Members { get; init; }
        public string? TenantId { get; init; }
        public ChannelData? ChannelData { get; init; }
        public Activity? Activity { get; init; }
    }
}
