using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>The whole program with Teams around it: a signer that vouches for what people write, and the channel's service that shows what they are answered.</summary>
internal sealed class TeamsStage : IAsyncDisposable
{
    public const string Tenant = "72f1c9a0-0000-4000-8000-000000000001";
    public const string Bot = "28:" + FakeSigner.AppId;

    private readonly FakeSigner _signer;
    private readonly OnTheWay _calls;
    private HttpClient? _wire;
    private int _count;

    private TeamsStage(FakeSigner signer, FakeConnector connector, OnTheWay calls, App app) => (_signer, Connector, _calls, App) = (signer, connector, calls, app);

    public App App { get; }
    public FakeConnector Connector { get; }
    public Cast Cast => App.Cast;

    public static async Task<TeamsStage> Start(On on = On.Sqlite, Action<IServiceCollection>? replace = null)
    {
        var (signer, connector, calls) = (await FakeSigner.Start(), await FakeConnector.Start(), new OnTheWay());
        // Development, so that the channel's service may stand on this machine.
        var app = await App.Start(on, "Development", new()
        {
            ["Bot:AppId"] = FakeSigner.AppId,
            ["Bot:Tenant"] = Tenant,
            ["Bot:MetadataUrl"] = signer.MetadataUrl,
            ["Bot:LoginUrl"] = signer.Url,
            ["Bot:ServiceUrl"] = connector.Url,
            ["Site:Address"] = "https://pole.test",
        }, services =>
        {
            services.AddKeyedSingleton(BotSettings.Section, new HttpClient(calls) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = ConnectorCalls.LargestAnswer });
            replace?.Invoke(services);
        });
        return new(signer, connector, calls, app);
    }

    /// <summary>The person's account, as Entra knows it.</summary>
    public static string Account(Actor person) => person.PersonId;

    /// <summary>Links the account, and lets the person's chat be known.</summary>
    public async Task<string> Linked(Actor person, bool chat = true)
    {
        await App.Get<TeamsAccounts>().Link(new(person.PersonId, person.Name, null, person.Language), new(Tenant, Account(person), null, null));
        if (chat) await App.Get<TeamsAddresses>().Opened(new(Connector.Url, Chat(person)) { ConversationType = "personal", TenantId = Tenant, BotId = Bot, UserId = $"29:{person.Name}", UserAadObjectId = Account(person) });
        return Chat(person);
    }

    public static string Chat(Actor person) => $"a:{person.PersonId}";

    /// <summary>An activity of this person's in their chat with the bot.</summary>
    public JsonObject Activity(Actor person, string type, string? conversation = null, string kind = "personal") => new()
    {
        ["type"] = type,
        ["id"] = $"m{++_count}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = Connector.Url,
        ["locale"] = "fr-FR",
        ["from"] = new JsonObject { ["id"] = $"29:{person.Name}", ["name"] = person.Name, ["aadObjectId"] = Account(person) },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Coop" },
        ["conversation"] = new JsonObject { ["id"] = conversation ?? Chat(person), ["conversationType"] = kind, ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    public JsonObject Message(Actor person, string text, string? conversation = null, string kind = "personal")
    {
        var message = Activity(person, "message", conversation, kind);
        message["text"] = text;
        if (kind is "personal") return message;
        message["text"] = $"<at>Coop</at> {text}";
        message["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = Bot }, ["text"] = "<at>Coop</at>" });
        return message;
    }

    public async Task<(HttpStatusCode Status, string Text)> Post(JsonObject activity)
    {
        App.Clock.Advance(TimeSpan.FromSeconds(3)); // nobody writes faster; the channel's limits are by the second
        var now = App.Clock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, BotEndpoint.Path) { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        var service = activity["serviceUrl"]!.GetValue<string>();
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _signer.Token(claims: c => (c["serviceurl"], c["nbf"], c["exp"]) = (service, now - 10, now + 3600)));
        using var answer = await (_wire ??= App.Stranger()).SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What people were shown by the time nothing is left to be answered.</summary>
    public async Task<IReadOnlyList<FakeCall>> Quiet()
    {
        await Soon.True(IsQuiet, "The bot did not take its turn.");
        return [.. Connector.Shown];
    }

    public async Task<bool> IsQuiet() => await App.Db.One<long>("select count(*) from teams_activities where taken_at is null") == 0;

    /// <summary>Lets time pass, though not while an answer is on its way that will come: the call would be given up by the clock alone.</summary>
    public async Task Pass(TimeSpan by)
    {
        await Soon.True(() => _calls.Count <= Connector.Hanging, "A call to the channel was not answered.");
        App.Clock.Advance(by);
        await Task.Delay(20); // what was waiting for the clock begins
    }

    /// <summary>Posts, and reads what it was answered: the messages shown since.</summary>
    public async Task<IReadOnlyList<JsonObject>> Answers(JsonObject activity)
    {
        var before = Connector.Shown.Count;
        Assert.Equal(HttpStatusCode.OK, (await Post(activity)).Status);
        return [.. (await Quiet()).Skip(before).Where(c => c.Method is "POST").Select(c => c.Body!.AsObject())];
    }

    /// <summary>The one answer to a sentence in the person's own chat.</summary>
    public async Task<JsonObject> Says(Actor person, string text) => Assert.Single(await Answers(Message(person, text)));

    /// <summary>Presses a button of a card that was shown, with the client of today.</summary>
    public async Task<JsonObject> Presses(Actor person, JsonObject shown, string label, string? conversation = null, string kind = "personal")
    {
        var invoke = Activity(person, "invoke", conversation, kind);
        invoke["name"] = "adaptiveCard/action";
        invoke["replyToId"] = $"m{Connector.Shown.Count}";
        invoke["value"] = new JsonObject { ["action"] = Button(shown, label).DeepClone(), ["trigger"] = "manual" };
        var (status, text) = await Post(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Asks in the person's name what only Teams asks, and reads the answer.</summary>
    public async Task<JsonNode> Invokes(Actor person, string name, JsonNode? value)
    {
        var invoke = Activity(person, "invoke");
        (invoke["name"], invoke["value"]) = (name, value);
        var (status, text) = await Post(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(text)!;
    }

    public static JsonObject Card(JsonObject message) => message["attachments"]!.AsArray()[0]!["content"]!.AsObject();

    public static JsonObject Button(JsonObject message, string label) => Card(message)["actions"]!.AsArray().Select(a => a!.AsObject()).Single(a => a["title"]!.GetValue<string>() == label);

    /// <summary>Everything that is read on it: texts, facts, labels of buttons.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonObject o => string.Join(" ", o.Where(p => p.Key is not ("data" or "fallback" or "$schema" or "type" or "version" or "lang" or "verb" or "fallbackText" or "refresh")).Select(p => Text(p.Value))).Trim(),
        JsonArray a => string.Join(" ", a.Select(Text)).Trim(),
        JsonValue v when v.TryGetValue<string>(out var text) => text.Plain(),
        _ => "",
    };

    public async ValueTask DisposeAsync()
    {
        _wire?.Dispose();
        await App.DisposeAsync();
        await Connector.DisposeAsync();
        await _signer.DisposeAsync();
    }
}
