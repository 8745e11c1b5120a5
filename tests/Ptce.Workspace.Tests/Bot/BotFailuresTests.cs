using System.Net;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>The channel's service refuses, breaks off, hangs or dies: nothing is lost, and nobody is told twice.</summary>
public sealed class BotFailuresTests : IAsyncLifetime
{
    private TeamsStage _teams = null!;

    private Cast Cast => _teams.Cast;
    private FakeConnector Connector => _teams.Connector;

    public async ValueTask InitializeAsync()
    {
        _teams = await TeamsStage.Start();
        await _teams.Linked(Cast.Amina);
    }

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    /// <summary>Says yes, and waits until the answer is on its way: from then on the script of the service is about it.</summary>
    private async Task Yes()
    {
        var before = Connector.Calls.Count;
        await _teams.Post(_teams.Message(Cast.Amina, "oui"));
        await Soon.True(() => Connector.Calls.Count > before);
    }

    /// <summary>Turns the clock a little at a time, as time passes, until it is quiet.</summary>
    private async Task Pass(int seconds)
    {
        for (var second = 0; second < seconds; second += 5) await _teams.Pass(TimeSpan.FromSeconds(5));
        await Soon.True(QuietOrLater, "The bot did not take its turn.");
    }

    // On a busy machine what waits for the clock may only begin to wait now.
    private async Task<bool> QuietOrLater()
    {
        if (await _teams.IsQuiet()) return true;
        await _teams.Pass(TimeSpan.FromSeconds(5));
        return false;
    }

    private IEnumerable<FakeCall> Told => Connector.Shown.Where(c => c.Method is "POST" && c.Body?["text"]?.GetValue<string>().Contains("C'est noté", StringComparison.Ordinal) is true);

    private async Task OneLine() => Assert.Single((await _teams.App.Get<Contributions>().Mine(Cast.Amina)).Lines);

    [Fact]
    public async Task Too_many_for_a_while_is_waited_for_and_said_once()
    {
        await _teams.Says(Cast.Amina, "2h hier au cotech");
        Connector.Answers(429, retryAfter: "120"); // longer than a call waits: the turn comes again
        await Yes();
        await Pass(240);
        Assert.Single(Told);
        await OneLine();
    }

    [Fact]
    public async Task A_gateway_that_stumbles_is_asked_again()
    {
        await _teams.Says(Cast.Amina, "2h hier au cotech");
        Connector.Answers(502, times: 2);
        await Yes();
        await Pass(60);
        Assert.Single(Told);
        await OneLine();
    }

    [Fact]
    public async Task A_person_who_removed_the_bot_is_left_alone_until_they_write_again()
    {
        await _teams.Says(Cast.Amina, "2h hier au cotech");
        Connector.Answers(403, """{"error":{"code":"Forbidden","innerHttpError":{"body":"{\"subCode\":\"MessageWritesBlocked\"}"}}}""");
        await Yes();
        await Pass(30);
        await OneLine();
        Assert.Empty(Told);
        Assert.Null(await _teams.App.Get<TeamsAddresses>().Of(Cast.Amina.PersonId));
        Assert.Contains("Bonjour Amina", TeamsStage.Text(await _teams.Says(Cast.Amina, "bonjour")));
        Assert.NotNull(await _teams.App.Get<TeamsAddresses>().Of(Cast.Amina.PersonId));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_service_that_dies_over_an_answer_is_never_told_it_twice_and_the_line_stays(bool afterTaking)
    {
        await _teams.Says(Cast.Amina, "2h hier au cotech");
        Connector.Dies(afterTaking);
        await Yes();
        await Pass(400);
        Assert.InRange(Told.Count(), 0, 1);
        await OneLine();
        // Whoever was not told asks, or looks: nothing waits for a second yes.
        Assert.DoesNotContain("Noter", TeamsStage.Text(await _teams.Says(Cast.Amina, "oui")));
        await OneLine();
    }

    [Theory, InlineData(502), InlineData(403)]
    public async Task A_card_that_could_not_be_changed_in_place_did_what_it_asked_once_and_says_so_when_pressed_again(int status)
    {
        var shown = await _teams.Says(Cast.Amina, "2h hier au cotech");
        Connector.Answers(status, times: 4);
        foreach (var _ in new[] { "first", "again, on the card that stayed as it was" })
        {
            Assert.Contains("C'est noté", TeamsStage.Text((await _teams.Presses(Cast.Amina, shown, "Noter 2 h"))["value"]));
            await Pass(60);
        }
        Assert.DoesNotContain(Connector.Shown, c => c.Method is "POST" && TeamsStage.Text(c.Body).Contains("C'est noté", StringComparison.Ordinal));
        await OneLine();
    }

    [Fact]
    public async Task A_service_that_hangs_holds_up_nobody_else()
    {
        await _teams.Linked(Cast.Bruno);
        await _teams.Says(Cast.Amina, "2h hier au cotech");
        Connector.Hangs();
        await Yes();
        var shown = Connector.Shown.Count;
        await _teams.Post(_teams.Message(Cast.Bruno, "hello"));
        await Soon.True(() => Connector.Shown.Count > shown, "Bruno was not answered while Amina's answer hung.");
        await Pass(60);
        Assert.InRange(Told.Count(), 0, 1);
        await OneLine();
    }

    [Fact]
    public async Task Every_captured_body_passes_through_the_whole_program_and_tells_a_stranger_the_way_in_and_nothing_else()
    {
        foreach (var name in Captures.Names)
        {
            var body = Captures.Body(name);
            body["serviceUrl"] = Connector.Url;
            var (status, text) = await _teams.Post(body);
            Assert.True(status is HttpStatusCode.OK, $"{name}: {(int)status} {text}");
            if (name.Contains("adaptiveCard", StringComparison.Ordinal) || name.Contains("composeExtension", StringComparison.Ordinal)) Assert.Contains("https://pole.test/moi", text, StringComparison.Ordinal);
            if (name.Contains("feedback", StringComparison.Ordinal)) Assert.Equal("{}", text);
            await _teams.Quiet();
        }
        // Alice is nobody's account here: whatever she sent, she was told in words the way to link.
        Assert.All(Connector.Shown, c => Assert.Null(c.Body!["attachments"]));
        Assert.Equal(5, Connector.Shown.Count);
    }

    [Fact]
    public async Task The_captured_person_once_linked_is_answered_to_each_body_once_however_often_the_channel_repeats_it()
    {
        await _teams.App.Get<TeamsAccounts>().Link(new(Cast.Amina.PersonId, Cast.Amina.Name, null, "fr"), new(TeamsStage.Tenant, "0a000000-0000-4000-8000-000000000001", null, null));
        var invoked = new Dictionary<string, string>();
        foreach (var name in Captures.Names)
            for (var time = 0; time < 3; time++)
            {
                var body = Captures.Body(name);
                body["serviceUrl"] = Connector.Url;
                var (status, text) = await _teams.Post(body);
                Assert.Equal(HttpStatusCode.OK, status);
                if (time > 0 && text != "") Assert.Equal(invoked[name], text);
                invoked[name] = text;
                await _teams.Quiet();
            }
        // In her chat the welcome, the greeting and the button of somebody else's card; in the group and in the channel one answer each.
        Assert.Equal(["19:group1@thread.v2 1", "19:team1@thread.tacv2;messageid=1795231836211 1", "a:1personal 3"],
            Connector.Shown.GroupBy(c => Uri.UnescapeDataString(c.Path.Split('/')[3])).Select(c => $"{c.Key} {c.Count()}").Order(StringComparer.Ordinal));
        Assert.Equal(2, Connector.Shown.Count(c => TeamsStage.Text(c.Body).Contains("Bonjour Amina", StringComparison.Ordinal)));
        Assert.All(invoked, i => Assert.DoesNotContain("/moi", i.Value, StringComparison.Ordinal));
        Assert.Equal((400, "message", "continue"), (
            (int)JsonNode.Parse(invoked["04-invoke-adaptiveCard-action"])!["statusCode"]!,
            (string)JsonNode.Parse(invoked["08-invoke-composeExtension-query"])!["composeExtension"]!["type"]!,
            (string)JsonNode.Parse(invoked["09-invoke-composeExtension-submitAction"])!["task"]!["type"]!));
        Assert.Equal("{}", invoked["05-invoke-message-submitAction-feedback"]);
    }

    [Theory]
    [InlineData("messageUpdate"), InlineData("messageDelete"), InlineData("messageReaction"), InlineData("typing"), InlineData("event"), InlineData("endOfConversation"), InlineData("tomorrowsType")]
    public async Task What_is_not_for_us_is_acknowledged_and_nothing_is_said(string type)
    {
        var activity = _teams.Activity(Cast.Amina, type);
        activity["text"] = "2h hier au cotech";
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        Assert.Empty(await _teams.Answers(activity));
        Assert.Empty((await _teams.App.Get<Contributions>().Mine(Cast.Amina)).Lines);
    }
}
