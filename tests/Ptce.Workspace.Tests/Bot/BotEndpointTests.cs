using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

public sealed class BotEndpointTests : IAsyncLifetime
{
    private FakeSigner signer = null!;
    private BotHost bot = null!;

    public async ValueTask InitializeAsync()
    {
        signer = await FakeSigner.Start();
        bot = await BotHost.Start(signer);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await signer.DisposeAsync();
    }

    public static IEnumerable<TheoryDataRow<string>> Bodies => Captures.Names.Select(n => new TheoryDataRow<string>(n));

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_captured_body_with_a_token_comes_through(string name)
    {
        var (status, _) = await Post(Body(name));

        var invoke = name.Contains("invoke", StringComparison.Ordinal);
        Assert.Equal(invoke ? HttpStatusCode.NotImplemented : HttpStatusCode.OK, status);
        Assert.Equal(Body(name)["id"]!.GetValue<string>(), (await bot.Turns.Next()).Id);
    }

    [Fact]
    public async Task An_ordinary_activity_is_acknowledged_before_its_turn_is_over()
    {
        var gate = new TaskCompletionSource();
        bot.Turns.Take = async _ => { await gate.Task; return null; };

        Assert.Equal(HttpStatusCode.OK, (await Post(Body("03-message-personal"))).Status);
        Assert.False(gate.Task.IsCompleted);
        gate.SetResult();
    }

    [Fact]
    public async Task Turns_of_a_conversation_keep_their_order_and_do_not_wait_for_another_conversation()
    {
        var gate = new TaskCompletionSource();
        bot.Turns.Take = async a => { if (a.Id is "0") await gate.Task; return null; };
        for (var i = 0; i < 20; i++) await Post(Message($"{i}", "a:1"));
        await Post(Message("other", "a:2"));

        Assert.Equal("other", (await bot.Turns.Next()).Id);
        gate.SetResult();
        for (var i = 0; i < 20; i++) Assert.Equal($"{i}", (await bot.Turns.Next()).Id);
    }

    [Fact]
    public async Task An_activity_that_comes_again_is_acknowledged_and_forgotten()
    {
        Assert.Equal(HttpStatusCode.OK, (await Post(Message("1", "a:1"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post(Message("1", "a:1"))).Status);
        await Post(Message("1", "a:2"));
        await Post(Message("2", "a:1"));

        var taken = new[] { await bot.Turns.Next(), await bot.Turns.Next(), await bot.Turns.Next() };
        Assert.Equal(["a:1/1", "a:1/2", "a:2/1"], taken.Select(a => $"{a.Conversation!.Id}/{a.Id}").Order());
        Assert.True(bot.Turns.Idle);
    }

    [Fact]
    public async Task A_turn_that_fails_does_not_stop_the_next()
    {
        bot.Turns.Take = a => a.Id is "1" ? throw new InvalidOperationException("boom") : Task.FromResult<InvokeAnswer?>(null);
        await Post(Message("1", "a:1"));
        await Post(Message("2", "a:1"));

        Assert.Equal("2", (await bot.Turns.Next()).Id);
    }

    [Fact]
    public async Task What_was_acknowledged_is_finished_before_the_program_ends()
    {
        var gate = new TaskCompletionSource();
        bot.Turns.Take = async _ => { await gate.Task; return null; };
        await Post(Message("1", "a:1"));
        await Post(Message("2", "a:1"));
        var ending = bot.Stop();
        gate.SetResult();
        await ending;

        Assert.Equal("1", (await bot.Turns.Next()).Id);
        Assert.Equal("2", (await bot.Turns.Next()).Id);
    }

    [Fact]
    public async Task An_invoke_is_answered_in_the_response()
    {
        bot.Turns.Take = _ => Task.FromResult<InvokeAnswer?>(InvokeAnswer.Say("C'est noté"));
        Assert.Equal((HttpStatusCode.OK, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"C'est noté"}"""), await Post(Body("04-invoke-adaptiveCard-action")));

        bot.Turns.Take = _ => Task.FromResult<InvokeAnswer?>(new(412, JsonSerializer.SerializeToElement(new { id = "x" })));
        Assert.Equal((HttpStatusCode.PreconditionFailed, """{"id":"x"}"""), await Post(Body("05-invoke-message-submitAction-feedback")));

        bot.Turns.Take = _ => Task.FromResult<InvokeAnswer?>(null);
        Assert.Equal((HttpStatusCode.NotImplemented, ""), await Post(Body("08-invoke-composeExtension-query")));
    }

    [Fact]
    public async Task An_invoke_that_fails_says_so_in_the_card_and_in_the_reader_s_language()
    {
        var body = Body("04-invoke-adaptiveCard-action");
        body["locale"] = "de-DE";
        bot.Turns.Take = _ => throw new InvalidOperationException("secret detail");
        var (status, text) = await Post(body);
        Assert.Equal((HttpStatusCode.OK, 500, Words.Say("de", "wire.turn_failed")), (status, JsonNode.Parse(text)!["statusCode"]!.GetValue<int>(), JsonNode.Parse(text)!["value"]!["message"]!.GetValue<string>()));

        bot.Turns.Take = _ => throw new NotHere();
        (status, text) = await Post(body);
        Assert.Equal((HttpStatusCode.OK, 400, Words.Say("de", "refused.not_here")), (status, JsonNode.Parse(text)!["statusCode"]!.GetValue<int>(), JsonNode.Parse(text)!["value"]!["message"]!.GetValue<string>()));

        Assert.Equal((HttpStatusCode.InternalServerError, ""), await Post(Body("08-invoke-composeExtension-query")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"message"}""")]
    public async Task A_malformed_body_is_400_for_the_channel_and_401_for_a_stranger(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(body, "Bearer " + signer.Token())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(body, null)).Status);
    }

    [Fact]
    public async Task A_stranger_a_foreign_tenant_a_flood_and_a_wrong_method_stay_outside()
    {
        var message = Body("03-message-personal");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(message.ToJsonString(), null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(message.ToJsonString(), "Bearer " + signer.Token("rogue", "k-teams"))).Status);

        var elsewhere = Body("03-message-personal");
        elsewhere["serviceUrl"] = "https://evil.example/";
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(elsewhere)).Status);

        var foreign = Body("03-message-personal");
        foreign["channelData"]!["tenant"]!["id"] = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(foreign)).Status);

        var flood = Body("03-message-personal");
        flood["text"] = new string('x', BotEndpoint.LargestBody);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(flood)).Status);

        foreach (var method in new[] { "GET", "HEAD", "PUT", "DELETE" })
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await bot.Http.SendAsync(new(new(method), BotEndpoint.Path))).StatusCode);
        Assert.True(bot.Turns.Idle);
    }

    [Fact]
    public async Task The_Playground_enters_without_a_token_in_Development_with_the_setting_and_from_this_machine_only()
    {
        var body = Captures.Body("03-message-personal").ToJsonString();
        await using var open = await BotHost.Start(signer, ("Bot:Playground", "true"));

        Assert.Equal(HttpStatusCode.OK, (await open.Post(body, null)).Status);
        Assert.Equal("salut", (await open.Turns.Next()).Said);
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "203.0.113.9"), ("Forwarded", "for=203.0.113.9"), ("Origin", "https://evil.example"), ("Host", "bot.example"), ("Authorization", "Bearer eyJhbGciOiJIUzI1NiJ9.e30.eA") })
            Assert.Equal(HttpStatusCode.Unauthorized, (await open.Post(body, null, (name, value))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await open.Post(body.Replace("http://localhost:56151", "https://evil.example", StringComparison.Ordinal), null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await open.Post(body.Replace("\"msteams\"", "\"directline\"", StringComparison.Ordinal), null)).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(body, null)).Status);
        await Assert.ThrowsAsync<CannotRun>(() => BotHost.Start(signer, ("Bot:Playground", "true"), ("environment", "Production"), ("Bot:MetadataUrl", "https://login.example/"), ("Bot:LoginUrl", "https://login.example/")));
    }

    [Fact]
    public async Task No_setting_makes_a_production_host_believe_it_is_in_development() =>
        await Assert.ThrowsAsync<CannotRun>(() => BotHost.Start(signer, ("environment", "Production"), ("Bot:Development", "true")));

    private static JsonObject Body(string name)
    {
        var body = Captures.Body(name);
        body["serviceUrl"] = FakeSigner.Service;
        return body;
    }

    private static JsonObject Message(string id, string conversation)
    {
        var body = Body("03-message-personal");
        (body["id"], body["conversation"]!["id"]) = (id, conversation);
        return body;
    }

    private Task<(HttpStatusCode Status, string Text)> Post(JsonObject body) => Post(body.ToJsonString(), "Bearer " + signer.Token());

    private Task<(HttpStatusCode Status, string Text)> Post(string body, string? authorization) => bot.Post(body, authorization);
}
