using System.Net;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>An activity whose answers are wanted in the very response (deliveryMode expectReplies).</summary>
public abstract class ExpectedRepliesTests(On on) : TeamsTest(on)
{
    [Fact]
    public async Task Who_expects_the_replies_at_once_has_them_in_the_response_as_often_as_asked_and_nothing_through_the_connector()
    {
        await _teams.Linked(Cast.Amina);
        await _teams.Says(Cast.Amina, "2h hier au cotech");
        var shown = _teams.Connector.Shown.Count(c => c.Method is "POST");
        var yes = _teams.Message(Cast.Amina, "oui");
        yes["deliveryMode"] = "expectReplies";
        foreach (var _ in new[] { "once", "again" })
        {
            var (status, text) = await _teams.Post(yes);
            var reply = Assert.Single(JsonNode.Parse(text)!["activities"]!.AsArray())!;
            Assert.Equal((HttpStatusCode.OK, "message", (string)yes["id"]!, TeamsStage.Bot), (status, (string)reply["type"]!, (string)reply["replyToId"]!, (string)reply["from"]!["id"]!));
            Assert.StartsWith("C'est noté", (string)reply["text"]!, StringComparison.Ordinal);
        }
        Assert.Single((await _teams.App.Get<Contributions>().Mine(Cast.Amina)).Lines);
        Assert.Equal(shown, (await _teams.Quiet()).Count(c => c.Method is "POST"));

        // What is personal goes to their own chat, once, and only its announcement to where others read along.
        var among = _teams.Message(Cast.Amina, "2h hier au cotech", "19:g@thread.v2", "groupChat");
        among["deliveryMode"] = "expectReplies";
        await _teams.Post(among);
        Assert.Contains("conversation privée", (await _teams.Post(among)).Text, StringComparison.Ordinal);
        Assert.Equal(shown + 1, (await _teams.Quiet()).Count(c => c.Method is "POST"));
    }
}

public sealed class ExpectedRepliesOnSqlite() : ExpectedRepliesTests(On.Sqlite);

public sealed class ExpectedRepliesOnPostgres() : ExpectedRepliesTests(On.Postgres);
