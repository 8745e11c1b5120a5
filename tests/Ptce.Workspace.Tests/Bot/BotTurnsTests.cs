using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>The bot as people meet it in Teams, through the whole program. Today is Thursday 19 November 2026.</summary>
public abstract class BotTurnsTests(On on) : TeamsTest(on)
{
    private async Task<IReadOnlyList<Contribution>> Lines(Actor person) => (await _teams.App.Get<Contributions>().Mine(person)).Lines;

    [Fact]
    public async Task A_sentence_gets_a_card_and_the_yes_of_its_button_logs_the_line_once()
    {
        await _teams.Linked(Cast.Amina);
        var shown = await _teams.Says(Cast.Amina, "2h hier au cotech avec Elips");
        var card = TeamsStage.Card(shown);
        Assert.Equal(("AdaptiveCard", "1.5", "fr"), ((string)card["type"]!, (string)card["version"]!, (string)card["lang"]!));
        Assert.Contains("mercredi 18 novembre", TeamsStage.Text(card));
        Assert.Empty(await Lines(Cast.Amina));

        foreach (var _ in new[] { "once", "twice" })
        {
            var answer = await _teams.Presses(Cast.Amina, shown, "Noter 2 h");
            Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)answer["statusCode"]!, (string)answer["type"]!));
            Assert.Contains("C'est noté", TeamsStage.Text(answer["value"]));
            Assert.Null(answer["value"]!["actions"]);
        }
        Assert.Equal(["2h hier au cotech avec Elips"], (await Lines(Cast.Amina)).Select(l => l.Sentence));
        Assert.Equal("teams", await _teams.App.Db.One<string>("select channel from contributions"));
    }

    [Fact]
    public async Task A_client_of_yesterday_presses_by_a_message_and_sees_the_card_change_in_place()
    {
        await _teams.Linked(Cast.Amina);
        var shown = await _teams.Says(Cast.Amina, "2h hier au cotech");
        var press = _teams.Activity(Cast.Amina, "message");
        press["replyToId"] = "m1";
        press["value"] = TeamsStage.Button(shown, "Noter 2 h")["fallback"]!["data"]!.DeepClone();

        Assert.Empty(await _teams.Answers(press));
        Assert.Single(await Lines(Cast.Amina));
        var update = _teams.Connector.Shown.Last();
        Assert.Equal(("PUT", true), (update.Method, update.Path.EndsWith("/activities/m1", StringComparison.Ordinal)));
        Assert.Contains("C'est noté", TeamsStage.Text(TeamsStage.Card(update.Body!.AsObject())));
    }

    [Fact]
    public async Task What_a_press_led_to_stands_in_the_place_of_the_card_and_is_told_once()
    {
        await _teams.Linked(Cast.Amina);
        await _teams.App.Get<Workshops>().Plan(Cast.Chloe, MeetingsFolk.Coming());
        var shown = await _teams.Says(Cast.Amina, "je viens au prochain atelier");
        var before = _teams.Connector.Shown.Count(c => c.Method is "POST");

        var answer = await _teams.Presses(Cast.Amina, shown, "Répondre ainsi");
        Assert.Contains("vous venez", TeamsStage.Text(answer["value"]));
        Assert.Equal(["Je viens", "Peut-être", "Je ne viens pas"], answer["value"]!["actions"]!.AsArray().Select(a => (string)a!["title"]!).Take(3));
        Assert.Equal(before, (await _teams.Quiet()).Count(c => c.Method is "POST"));
    }

    [Fact]
    public async Task What_is_typed_changes_what_waits_and_a_button_of_the_old_card_gets_the_fresh_one()
    {
        await _teams.Linked(Cast.Amina);
        var old = await _teams.Says(Cast.Amina, "2h hier au cotech");
        var fresh = await _teams.Says(Cast.Amina, "plutôt mardi");
        Assert.Contains("mardi 17 novembre", TeamsStage.Text(TeamsStage.Card(fresh)));

        var answer = await _teams.Presses(Cast.Amina, old, "Noter 2 h");
        Assert.Contains("mardi 17 novembre", TeamsStage.Text(answer["value"]));
        Assert.NotNull(answer["value"]!["actions"]);
        Assert.Empty(await Lines(Cast.Amina));

        Assert.Contains("C'est noté", (string)(await _teams.Says(Cast.Amina, "oui"))["text"]!);
        Assert.Equal([new DateOnly(2026, 11, 17)], (await Lines(Cast.Amina)).Select(l => l.Day));
        // The card that stood above shows what became of it.
        Assert.Contains("C'est noté", TeamsStage.Text(TeamsStage.Card(_teams.Connector.Shown.Last(c => c.Method is "PUT").Body!.AsObject())));
    }

    [Fact]
    public async Task The_two_arrivals_of_one_install_get_one_welcome_and_a_new_install_another()
    {
        await _teams.Linked(Cast.Amina, chat: false);
        await Task.WhenAll(_teams.Post(Installed("add")), _teams.Post(Joined()), _teams.Post(Installed("add")));
        var welcome = Assert.Single(await _teams.Quiet());
        Assert.Contains("Bonjour Amina", TeamsStage.Text(welcome.Body));

        Assert.Empty(await _teams.Answers(Installed("remove")));
        Assert.Null(await _teams.App.Get<TeamsAddresses>().Of(Cast.Amina.PersonId));
        Assert.Single(await _teams.Answers(Installed("add")));
        Assert.NotNull(await _teams.App.Get<TeamsAddresses>().Of(Cast.Amina.PersonId));
    }

    [Fact]
    public async Task An_activity_that_comes_twice_is_answered_once()
    {
        await _teams.Linked(Cast.Amina);
        var message = _teams.Message(Cast.Amina, "bonjour");
        Assert.Single(await _teams.Answers(message));
        Assert.Empty(await _teams.Answers(message));
    }

    [Fact]
    public async Task In_a_group_the_answer_is_in_the_thread_and_what_is_personal_in_the_persons_own_chat()
    {
        var chat = await _teams.Linked(Cast.Amina);
        const string Thread = "19:team1@thread.tacv2;messageid=17";
        foreach (var (where, kind) in new[] { ("19:g@thread.v2", "groupChat"), (Thread, "channel") })
        {
            var before = _teams.Connector.Shown.Count;
            var answers = await _teams.Answers(_teams.Message(Cast.Amina, "2h hier au cotech", where, kind));
            Assert.Equal(["Je vous réponds dans notre conversation privée.", null], answers.Select(a => (string?)a["text"]));
            Assert.Equal([where, chat], _teams.Connector.Shown.Skip(before).Where(c => c.Method is "POST").Select(c => Uri.UnescapeDataString(c.Path.Split('/')[3])));
            Assert.DoesNotContain("2 h", answers[0].ToJsonString());
        }
        Assert.Contains("Bonjour", TeamsStage.Text(Assert.Single(await _teams.Answers(_teams.Message(Cast.Amina, "bonjour", Thread, "channel")))));
    }

    [Fact]
    public async Task What_is_pressed_in_a_group_answers_whoever_pressed_and_leaves_the_card_to_the_others()
    {
        const string Group = "19:g@thread.v2";
        await _teams.Linked(Cast.Amina);
        await _teams.Linked(Cast.Chloe, chat: false);
        var bruno = await _teams.Linked(Cast.Bruno);
        await _teams.App.Get<Workshops>().Plan(Cast.Chloe, MeetingsFolk.Coming());
        var meeting = (await _teams.App.Get<Workshops>().Next(Cast.Amina, 1))[0];
        await _teams.App.Get<Workshops>().Answer(Cast.Amina, meeting.Id, new NewReply(Reply.Yes));
        await _teams.App.Get<Offers>().PostNeed(Cast.Amina, new("materiel", "Camion"), "web");

        // The meeting is for everybody; whether Amina comes is hers.
        var asked = Assert.Single(await _teams.Answers(_teams.Message(Cast.Amina, "c'est quand le prochain atelier ?", Group, "groupChat")));
        Assert.Contains("Je viens", TeamsStage.Text(asked));
        Assert.DoesNotContain("vous venez", TeamsStage.Text(asked), StringComparison.OrdinalIgnoreCase);
        var before = _teams.Connector.Shown.Count;
        var own = await _teams.Presses(Cast.Bruno, asked, "Je ne viens pas", Group, "groupChat");
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)own["type"]);
        Assert.Equal(Reply.No, (await _teams.App.Get<Workshops>().MyReplies(Cast.Bruno, [meeting]))[meeting.Id].Answer);
        Assert.Equal(before, (await _teams.Quiet()).Count); // for the others the card stands as it stood

        // What more there is to say is said alone; who has no chat yet is told how to have one.
        var found = Assert.Single(await _teams.Answers(_teams.Message(Cast.Amina, "quels besoins de camion ?", Group, "groupChat")));
        before = _teams.Connector.Shown.Count;
        foreach (var (who, says) in new[] { (Cast.Bruno, "our own chat"), (Cast.Chloe, "conversation privée") })
        {
            var invoke = _teams.Activity(who, "invoke", Group, "groupChat");
            invoke["name"] = "adaptiveCard/action";
            invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["verb"] = "say", ["data"] = new JsonObject { ["says"] = "2h hier au cotech" } } };
            Assert.Contains(says, (string?)JsonNode.Parse((await _teams.Post(invoke)).Text)!["value"]);
        }
        Assert.Equal([bruno], (await _teams.Quiet()).Skip(before).Select(c => Uri.UnescapeDataString(c.Path.Split('/')[3])));
        Assert.Contains("Camion", TeamsStage.Text(found));
    }

    [Fact]
    public async Task In_a_group_nothing_is_said_to_who_did_not_name_the_bot_and_nothing_personal_to_who_has_no_chat_with_it()
    {
        await _teams.Linked(Cast.Amina, chat: false);
        var aside = _teams.Activity(Cast.Amina, "message", "19:g@thread.v2", "groupChat");
        aside["text"] = "2h hier au cotech";
        Assert.Empty(await _teams.Answers(aside));
        Assert.Contains("conversation privée", (string)Assert.Single(await _teams.Answers(_teams.Message(Cast.Amina, "2h hier au cotech", "19:g@thread.v2", "groupChat")))["text"]!);
        Assert.Contains("relier", (string)Assert.Single(await _teams.Answers(_teams.Message(Cast.Bruno, "lier 123 456", "19:g@thread.v2", "groupChat")))["text"]!);
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_crash_is_answered_after_it_and_what_was_perhaps_said_is_not_said_again()
    {
        await _teams.Linked(Cast.Amina);
        var acknowledged = _teams.App.Get<Acknowledged>();
        var (unheard, said) = (Read(_teams.Message(Cast.Amina, "2h hier au cotech")), Read(_teams.Message(Cast.Amina, "bonjour")));
        Assert.True(await acknowledged.Keep(unheard) && await acknowledged.Keep(said) && await acknowledged.Begin(said, 1));

        await acknowledged.Release(); // what the next start of the program does
        _teams.App.Clock.Advance(TimeSpan.FromSeconds(6));
        var shown = Assert.Single(await _teams.Quiet());
        Assert.Contains("Noter 2 h", shown.Body!.ToJsonString());
    }

    [Fact]
    public async Task A_turn_heard_again_after_a_crash_does_nothing_twice()
    {
        await _teams.Linked(Cast.Amina);
        await _teams.Says(Cast.Amina, "2h hier au cotech");
        var yes = Read(_teams.Message(Cast.Amina, "oui"));
        var say = new Say("fr");
        // It was heard, and the program died before the answer went out.
        await _teams.App.Get<Acknowledged>().Keep(yes);
        await _teams.App.Get<Conversations>().Hear(Cast.Amina, BotTurns.Channel, "oui", say, null, $"{yes.Conversation!.Id} {yes.Id}");

        await _teams.App.Get<Acknowledged>().Release();
        _teams.App.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Contains("C'est noté", (string)(await _teams.Quiet()).Last(c => c.Method is "POST").Body!["text"]!);
        Assert.Single(await Lines(Cast.Amina));
    }

    private static Activity Read(JsonObject body) => Activity.Read(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()), out _)!;

    private JsonObject Installed(string action)
    {
        var installed = _teams.Activity(Cast.Amina, "installationUpdate");
        installed["action"] = action;
        return installed;
    }

    private JsonObject Joined()
    {
        var joined = _teams.Activity(Cast.Amina, "conversationUpdate");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TeamsStage.Bot });
        return joined;
    }
}

public sealed class BotTurnsOnSqlite() : BotTurnsTests(On.Sqlite);

public sealed class BotTurnsOnPostgres() : BotTurnsTests(On.Postgres);
