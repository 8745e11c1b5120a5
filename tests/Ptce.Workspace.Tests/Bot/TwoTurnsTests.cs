using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>What takes two turns on the wire: a button asks why, the next sentence is the reason. Today is Thursday 19 November 2026.</summary>
public abstract class TwoTurnsTests(On on) : TeamsTest(on)
{
    [Fact]
    public async Task A_line_is_contested_with_a_reason_that_is_none_of_the_polite_words_and_what_waited_is_offered_again()
    {
        var line = await Line();
        await _teams.Linked(Cast.Bruno);
        await _teams.Says(Cast.Bruno, "30 min hier au copil");
        await Presses($"line:{line}", "conversation.contest_says", row: true);
        Assert.Contains("“30 min hier au copil” is set aside", Shown());

        Assert.Equal("You are welcome.", ((string)(await _teams.Says(Cast.Bruno, "merci"))["text"]!).Plain());
        var answers = await _teams.Answers(_teams.Message(Cast.Bruno, "c'était une heure"));
        Assert.Contains("contested", TeamsStage.Text(answers[0]));
        Assert.Contains("Shall we go back to “30 min hier au copil”?", TeamsStage.Text(answers[1]));
        Assert.Contains("Log 30 min", TeamsStage.Text(await _teams.Says(Cast.Bruno, "oui")));
        var contested = await _teams.App.Get<Contributions>().One(Cast.Bruno, line);
        Assert.Equal((States.Contested, "c'était une heure"), (contested.State, contested.ContestReason));
    }

    [Fact]
    public async Task An_old_button_that_leaves_a_line_as_it_is_begins_nothing()
    {
        var line = await Line();
        await _teams.Linked(Cast.Bruno);
        Assert.Contains("nothing changes", TeamsStage.Text(await Presses($"line:{line}", "conversation.keep")));
        Assert.Null(await _teams.App.Get<Conversations>().Waiting(Cast.Bruno, BotTurns.Channel));
    }

    [Fact]
    public async Task A_digest_is_returned_with_a_reason()
    {
        await Line();
        var digests = _teams.App.Get<Digests>();
        var digest = await digests.Compile(await digests.Ask(Cast.Chloe, new(2026, 11, 1), new(2026, 11, 18), byJob: false));
        await digests.OpenReview(Cast.Chloe, digest.Id);
        digest = await digests.One(Cast.Chloe, digest.Id);
        await _teams.Linked(Cast.Bruno);
        Assert.Contains("Why do you return it?", TeamsStage.Text(await Presses($"digest:{digest.Id}:{digest.Hash}", "conversation.return_says")));
        Assert.Contains("Why do you return it?", TeamsStage.Text(await _teams.Says(Cast.Bruno, "oui")));
        Assert.Contains("returned, with your reason", TeamsStage.Text(await _teams.Says(Cast.Bruno, "il manque les ateliers")));
        digest = await digests.One(Cast.Chloe, digest.Id);
        Assert.Equal((Digest.Returned, "il manque les ateliers"), (digest.State, digest.ReturnReason));
    }

    private async Task<string> Line()
    {
        foreach (var said in (string[])["2h hier au cotech avec Elips", "oui"]) await _teams.App.Get<Conversations>().Hear(Cast.Amina, Conversations.Web, said, new Say("fr"));
        return Assert.Single((await _teams.App.Get<Contributions>().Mine(Cast.Amina)).Lines).Id;
    }

    private Task<JsonNode> Presses(string card, string says, bool row = false) => _teams.Invokes(Cast.Bruno, "adaptiveCard/action", new JsonObject
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = new JsonObject { ["card"] = card, ["says"] = Words.Say("fr", says), ["row"] = row } },
        ["trigger"] = "manual",
    });

    private string Shown() => TeamsStage.Text(_teams.Connector.Shown.Last().Body);
}

public sealed class TwoTurnsOnSqlite() : TwoTurnsTests(On.Sqlite);

public sealed class TwoTurnsOnPostgres() : TwoTurnsTests(On.Postgres);
