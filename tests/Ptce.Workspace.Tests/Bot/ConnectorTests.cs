using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ptce.Workspace.Tests;

public sealed partial class ConnectorTests : IAsyncLifetime
{
    private const string Tenant = "72f1c9a0-0000-4000-8000-000000000001";
    private static readonly Activity Hello = new() { Type = "message", Text = "Bonjour" };
    private static readonly ConversationAddress Alice = new("https://smba.trafficmanager.net/emea/", "a:1personal") { TenantId = Tenant, BotId = "28:bot", UserId = "29:1alice" };

    // Waits between tries pass at once; the limit on one try is the test's to ring.
    private readonly TestClock clock = new() { Skip = wait => wait <= TimeSpan.FromSeconds(20) && wait != TimeSpan.FromSeconds(15) };
    private FakeConnector channel = null!;
    private Connector connector = null!;
    private Detour detour = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await FakeConnector.Start();
        detour = new(() => channel.Url);
        connector = Make(new() { AppId = FakeSigner.AppId, Tenant = Tenant, Secret = "s3cret" });
    }

    public ValueTask DisposeAsync() => channel.DisposeAsync();

    [Fact]
    public async Task A_message_is_sent_once_with_our_token_our_account_and_the_tenant()
    {
        Assert.Equal(new ConnectorAnswer.Done("m1"), await connector.Send(Alice, Hello, default));

        var call = Assert.Single(channel.Shown);
        Assert.Equal(("POST", "/emea/v3/conversations/a%3A1personal/activities", "token-1"), (call.Method, call.Path, call.Bearer));
        Assert.Equal("28:bot", call.Body!["from"]!["id"]!.GetValue<string>());
        Assert.Equal(Tenant, call.Body["conversation"]!["tenantId"]!.GetValue<string>());
        Assert.Equal("smba.trafficmanager.net", detour.Asked.Last().Host);
    }

    [Fact]
    public async Task Every_call_goes_to_its_route_with_its_ids_escaped()
    {
        var thread = Alice with { ConversationId = "19:t@thread.tacv2;messageid=1" };
        await connector.Reply(thread, "17/9", Hello, default);
        await connector.Update(thread, "17", Hello, default);
        await connector.Delete(thread, "17", default);
        await connector.CreatePersonal("https://smba.trafficmanager.net/teams", Tenant, "0a000000-0000-4000-8000-000000000001", default);
        await connector.CreateThread("https://smba.trafficmanager.net/teams", Tenant, "19:c@thread.tacv2", Hello, default);
        var (_, member) = await connector.Member(thread, "29:1alice", default);

        const string conversation = "/emea/v3/conversations/19%3At%40thread.tacv2%3Bmessageid%3D1";
        Assert.Equal(
        [
            $"POST {conversation}/activities/17%2F9", $"PUT {conversation}/activities/17", $"DELETE {conversation}/activities/17",
            "POST /teams/v3/conversations", "POST /teams/v3/conversations", $"GET {conversation}/members/29%3A1alice",
        ], channel.Calls.Select(c => $"{c.Method} {c.Path}"));
        var calls = channel.Calls.ToArray();
        Assert.Equal("17/9", calls[0].Body!["replyToId"]!.GetValue<string>());
        var opened = new
        {
            isGroup = false,
            bot = new { id = "28:" + FakeSigner.AppId },
            members = new[] { new { id = "0a000000-0000-4000-8000-000000000001" } },
            tenantId = Tenant,
            channelData = new { tenant = new { id = Tenant } },
        };
        Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(opened), calls[3].Body));
        Assert.Equal("19:c@thread.tacv2", calls[4].Body!["channelData"]!["channel"]!["id"]!.GetValue<string>());
        Assert.Equal("Bonjour", calls[4].Body!["activity"]!["text"]!.GetValue<string>());
        Assert.Equal("Alice Martin", member?.Name);
        Assert.Single(channel.TokenCalls);
    }

    [Fact]
    public async Task Members_come_page_by_page()
    {
        var (answer, members) = await connector.Members(Alice, default);

        Assert.IsType<ConnectorAnswer.Done>(answer);
        Assert.Equal(["29:1alice", "29:1bruno", "29:1chloe"], members.Select(m => m.Id));
    }

    [Theory]
    [InlineData(429), InlineData(412), InlineData(502), InlineData(503), InlineData(504)]
    public async Task A_channel_that_stumbles_gets_another_try_and_the_person_one_message(int status)
    {
        channel.Answers(status, times: 2);

        Assert.Equal(new ConnectorAnswer.Done("m1"), await connector.Send(Alice, Hello, default));
        Assert.Single(channel.Shown);
        Assert.Equal(3, channel.Calls.Count);
        Assert.InRange(clock.Skipped[0].TotalSeconds, 1.6, 2.4);
        Assert.InRange(clock.Skipped.Last(w => w > TimeSpan.FromSeconds(1)).TotalSeconds, 3.2, 4.8);
    }

    [Theory, InlineData("7", 7), InlineData("date", 9)]
    public async Task Retry_After_is_obeyed_in_both_its_forms(string header, int seconds)
    {
        channel.Answers(429, retryAfter: header is "date" ? (clock.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToString("R", null) : header);

        Assert.IsType<ConnectorAnswer.Done>(await connector.Send(Alice, Hello, default));
        Assert.Equal(seconds, clock.Skipped.Sum(w => w.TotalSeconds), 0.5);
    }

    [Fact]
    public async Task A_long_Retry_After_is_handed_to_the_caller_and_holds_the_conversation()
    {
        channel.Answers(429, retryAfter: "120");

        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromSeconds(120), "http_429", false), await connector.Send(Alice, Hello, default));
        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromSeconds(120), "pace", false), await connector.Send(Alice, Hello, default));
        Assert.IsType<ConnectorAnswer.Done>(await connector.Send(Alice with { ConversationId = "a:2" }, Hello, default));
        Assert.Equal(2, channel.Calls.Count);
    }

    [Fact]
    public async Task After_four_tries_the_caller_decides()
    {
        channel.Answers(429, times: 9);
        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromSeconds(30), "http_429", false), await connector.Send(Alice, Hello, default));
        Assert.Equal(ConnectorCalls.Tries, channel.Calls.Count);

        channel.Script.Clear();
        channel.Answers(502);
        channel.Answers(429, times: 3);
        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromSeconds(30), "http_429", MayHaveArrived: true), await connector.Send(Alice, Hello, default));
    }

    public static TheoryData<int, string, ConnectorAnswer> Final => new()
    {
        { 403, """{"error":{"code":"Forbidden","message":"{\"subCode\":\"MessageWritesBlocked\"}"}}""", new ConnectorAnswer.Unreachable("MessageWritesBlocked") },
        { 403, """{"errorCode":209,"subCode":"MessageWritesBlocked"}""", new ConnectorAnswer.Unreachable("MessageWritesBlocked") },
        { 403, """{"error":{"code":"BadTenant"}}""", new ConnectorAnswer.Declined(403, "BadTenant") },
        { 404, """{"error":{"code":"ConversationNotFound"}}""", new ConnectorAnswer.Gone("ConversationNotFound") },
        { 404, "<html>", new ConnectorAnswer.Gone("http_404") },
        { 413, "", new ConnectorAnswer.TooLarge() },
        { 400, """{"error":{"code":"BadSyntax"}}""", new ConnectorAnswer.Declined(400, "BadSyntax") },
        { 302, "", new ConnectorAnswer.Declined(302, "http_302") },
        { 501, "", new ConnectorAnswer.Declined(501, "http_501") },
        { 500, "", new ConnectorAnswer.Later(TimeSpan.FromSeconds(30), "http_500", true) },
    };

    [Theory, MemberData(nameof(Final))]
    public async Task An_answer_that_no_second_try_would_change_is_told_at_once(int status, string body, ConnectorAnswer told)
    {
        channel.Answers(status, body);

        Assert.Equal(told, await connector.Send(Alice, Hello, default));
        Assert.Single(channel.Calls);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_channel_that_dies_over_a_message_is_not_sent_it_again_behind_the_caller_s_back(bool afterTaking)
    {
        channel.Dies(afterTaking);

        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromSeconds(30), "connection", MayHaveArrived: true), await connector.Send(Alice, Hello, default));
        Assert.Equal(afterTaking ? 1 : 0, channel.Shown.Count);

        channel.Dies(afterTaking);
        Assert.IsType<ConnectorAnswer.Done>(await connector.Update(Alice, "m1", Hello, default));
    }

    [Fact]
    public async Task A_channel_that_hangs_is_left_after_a_while()
    {
        channel.Hangs();
        var sending = connector.Send(Alice, Hello, default);
        await channel.Arrived.WaitAsync();
        clock.Advance(ConnectorCalls.Patience);

        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromSeconds(30), "timeout", MayHaveArrived: true), await sending);
    }

    [Fact]
    public async Task A_channel_that_is_not_there_is_tried_four_times_and_nothing_arrived()
    {
        var nowhere = Make(new() { AppId = FakeSigner.AppId, Development = true });

        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromSeconds(30), "connection", MayHaveArrived: false),
            await nowhere.Send(Alice with { ServiceUrl = "http://127.0.0.1:1/" }, Hello, default));
        Assert.Equal(ConnectorCalls.Tries, detour.Asked.Count);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        channel.Answers(401);
        Assert.IsType<ConnectorAnswer.Done>(await connector.Send(Alice, Hello, default));
        Assert.Equal(["token-1", "token-2"], channel.Calls.Select(c => c.Bearer));

        channel.Answers(401, times: 2);
        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromMinutes(5), "http_401", false), await connector.Send(Alice, Hello, default));
        Assert.Equal(4, channel.Calls.Count);
    }

    [Fact]
    public async Task A_secret_that_Entra_refuses_loses_no_message()
    {
        channel.TokenScript = async http =>
        {
            http.Response.StatusCode = 401;
            await http.Response.BodyWriter.WriteAsync("""{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret"}"""u8.ToArray());
        };

        Assert.Equal(new ConnectorAnswer.Later(TimeSpan.FromMinutes(5), "token_invalid_client", false), await connector.Send(Alice, Hello, default));
        Assert.Empty(channel.Calls);
    }

    private Connector Make(BotSettings settings)
    {
        var http = new HttpClient(detour, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        return new(new(http, new(http, settings, clock), new(settings), new(clock), clock, NullLogger<ConnectorCalls>.Instance), settings);
    }
}
