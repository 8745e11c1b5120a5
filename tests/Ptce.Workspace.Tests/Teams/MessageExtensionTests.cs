using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>What members show one another in Teams, and the message that becomes a line.</summary>
public abstract class MessageExtensionTests(On on) : TeamsTest(on)
{
    [Fact]
    public async Task An_offer_is_found_as_typed_and_becomes_a_card_that_leads_to_its_page()
    {
        await _teams.Linked(Cast.Amina);
        var lorry = await Post(Cast.Bruno, "Camion 20 m³ avec chauffeur", Sides.Offer);
        await Post(Cast.Bruno, "Broyeur à végétaux", Sides.Need);

        var found = await Query(Cast.Amina, "offers", "camoin");
        var attachment = Assert.Single(found["attachments"]!.AsArray())!;
        Assert.Equal(("result", "list"), ((string)found["type"]!, (string)found["attachmentLayout"]!));
        Assert.Equal("Camion 20 m³ avec chauffeur", (string)attachment["preview"]!["content"]!["title"]!);
        Assert.Equal($"https://pole.test/p/{Cast.Pole.Slug}/echanges/{lorry}", (string)attachment["content"]!["actions"]![0]!["url"]!);
        Assert.Contains("Elips", TeamsStage.Text(attachment["content"]));

        // The Playground names neither command nor parameter; Teams asks once before anything is typed.
        Assert.Single((await Ask(Cast.Amina, new JsonObject { ["parameters"] = new JsonArray(new JsonObject { ["value"] = "broyeur" }) }))["attachments"]!.AsArray());
        Assert.Equal(2, (await Ask(Cast.Amina, new JsonObject { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "initialRun", ["value"] = "true" }) }))["attachments"]!.AsArray().Count);
        Assert.Equal("message", (string)(await Query(Cast.Amina, "needs", "camion"))["type"]!);
    }

    [Fact]
    public async Task A_long_list_comes_page_by_page()
    {
        await _teams.Linked(Cast.Amina);
        for (var i = 0; i < 7; i++) await Post(Cast.Bruno, $"Palette numéro {i}", Sides.Offer);
        var titles = new List<string>();
        foreach (var skip in new[] { 0, 3, 6 })
        {
            var page = await Ask(Cast.Amina, new JsonObject { ["commandId"] = "offers", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q", ["value"] = "palette" }), ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = 3 } });
            titles.AddRange(page["attachments"]!.AsArray().Select(a => (string)a!["preview"]!["content"]!["title"]!));
        }
        Assert.Equal(7, titles.Distinct().Count());
        var beyond = await Ask(Cast.Amina, new JsonObject { ["commandId"] = "offers", ["queryOptions"] = new JsonObject { ["skip"] = 7, ["count"] = 3 } });
        Assert.Empty(beyond["attachments"]!.AsArray());
    }

    [Fact]
    public async Task People_are_found_with_their_roles_and_never_with_an_address()
    {
        await _teams.Linked(Cast.Bruno);
        var found = await Query(Cast.Bruno, "people", "chloe");
        var card = Assert.Single(found["attachments"]!.AsArray())!["content"]!;
        Assert.Contains("Chloé Perrin", TeamsStage.Text(card));
        Assert.Contains("Coordination", TeamsStage.Text(card)); // Bruno reads English
        Assert.DoesNotContain("@", found.ToJsonString());
    }

    [Fact]
    public async Task What_people_wrote_is_shown_as_they_wrote_it_and_never_obeyed()
    {
        await _teams.Linked(Cast.Amina);
        await Post(Cast.Bruno, "<b>Camion</b> [gratuit](https://evil.example)", Sides.Offer);
        var found = (await Query(Cast.Amina, "offers", "camion"))["attachments"]![0]!;
        Assert.DoesNotContain('<', (string)found["preview"]!["content"]!["title"]!);
        Assert.Contains("\\[gratuit\\]", (string)found["content"]!["body"]![0]!["text"]!);
    }

    [Fact]
    public async Task A_link_becomes_a_card_with_its_sender_s_rights()
    {
        await _teams.Linked(Cast.Amina);
        var lorry = await Post(Cast.Bruno, "Camion 20 m³", Sides.Offer);
        var elsewhere = await _teams.App.Get<Offers>().Post(Cast.Zora, Draft("Scène mobile", Cast.Zora.OrganisationId!), "web");

        Assert.Contains("Camion 20 m³", TeamsStage.Text((await Unfold($"https://pole.test/p/{Cast.Pole.Slug}/echanges/{lorry}"))["composeExtension"]!["attachments"]![0]!["content"]));
        Assert.Contains("Chloé Perrin", TeamsStage.Text((await Unfold($"https://pole.test/p/{Cast.Pole.Slug}/pole/{Cast.Chloe.PersonId}"))["composeExtension"]));
        foreach (var link in new[]
        {
            $"https://pole.test/p/{Cast.Other.Slug}/echanges/{elsewhere.Id}", $"https://pole.test/p/{Cast.Pole.Slug}/echanges/{elsewhere.Id}",
            $"https://evil.example/p/{Cast.Pole.Slug}/echanges/{lorry}", $"https://pole.test/p/{Cast.Pole.Slug}/contributions/x", "nothing", "javascript:1",
        })
            Assert.Equal("{}", (await Unfold(link)).ToJsonString());

        Task<JsonNode> Unfold(string link) => _teams.Invokes(Cast.Amina, "composeExtension/queryLink", new JsonObject { ["url"] = link });
    }

    [Fact]
    public async Task A_message_is_read_as_a_sentence_shown_asked_about_and_saved_on_a_yes()
    {
        await _teams.Linked(Cast.Amina);
        var task = await Fetch(Cast.Amina, "<div>Bien vu&nbsp;: <b>2h</b> de cotech avec Elips</div>");
        Assert.Contains("« Bien vu : 2h de cotech avec Elips »", TeamsStage.Text(Content(task)));
        Assert.Empty(await Lines());

        // The day is missing: a button answers.
        task = await Press(task, Words.Say("fr", "conversation.yesterday"));
        Assert.Contains("mercredi 18 novembre", TeamsStage.Text(Content(task)));
        Assert.Empty(await Lines());
        // What changes is typed.
        task = await Submit(new JsonObject { ["sentence"] = "plutôt 3h", ["card"] = "x" });
        var done = await Press(task, "Noter 3 h");

        Assert.Equal("message", (string)done["type"]!);
        var line = Assert.Single(await Lines());
        Assert.Equal((180L, new DateOnly(2026, 11, 18), "teams"), (line.Minutes, line.Day, await _teams.App.Db.One<string>("select channel from contributions")));
    }

    [Fact]
    public async Task A_message_that_says_no_time_can_be_put_better_and_an_old_window_leaves_nothing_behind()
    {
        await _teams.Linked(Cast.Amina);
        await Fetch(Cast.Amina, "2h hier au cotech");
        var task = await Fetch(Cast.Amina, "Merci à tous !");
        Assert.Equal("Merci à tous !", (string)Content(task)["body"]!.AsArray().Single(b => (string)b!["type"]! == "Input.Text")!["value"]!);
        task = await Submit(new JsonObject { ["sentence"] = "1h hier au cotech" });
        await Press(task, "Noter 1 h");
        Assert.Equal(60, Assert.Single(await Lines()).Minutes);
        Assert.Contains(Words.Say("fr", "conversation.say_something").Plain(), TeamsStage.Text(Content(await Submit(new JsonObject()))));
    }

    [Fact]
    public async Task Whoever_has_linked_no_account_is_told_how_and_nothing_else()
    {
        await Post(Cast.Bruno, "Camion 20 m³", Sides.Offer);
        var told = await Query(Cast.Amina, "offers", "camion");
        Assert.Equal("message", (string)told["type"]!);
        Assert.Contains("https://pole.test/moi", (string)told["text"]!);
        Assert.Contains("https://pole.test/moi", TeamsStage.Text(Content(await Fetch(Cast.Amina, "2h hier au cotech"))));
        Assert.Empty((await _teams.Invokes(Cast.Amina, "application/search", new JsonObject { ["queryText"] = "a", ["dataset"] = "members" }))["value"]!["results"]!.AsArray());
        Assert.Equal("{}", (await _teams.Invokes(Cast.Amina, "composeExtension/queryLink", new JsonObject { ["url"] = $"https://pole.test/p/{Cast.Pole.Slug}/pole/{Cast.Chloe.PersonId}" })).ToJsonString());
    }

    [Fact]
    public async Task An_observer_finds_what_an_observer_may_read()
    {
        await _teams.Linked(Cast.Farid);
        await Post(Cast.Bruno, "Camion 20 m³", Sides.Offer);
        Assert.Equal((string)(await Query(Cast.Farid, "offers", "camion"))["text"]!, Words.Say("fr", "refused.not_allowed"));
        Assert.Contains(Words.Say("fr", "refused.not_allowed"), TeamsStage.Text(Content(await Fetch(Cast.Farid, "2h hier au cotech"))));
    }

    [Fact]
    public async Task A_field_of_a_card_offers_the_pole_s_people_as_they_are_typed()
    {
        await _teams.Linked(Cast.Amina);
        var (answer, other) = (await Search("members", "elise"), await Search("organisations", "hor"));
        Assert.Equal((200, "application/vnd.microsoft.search.searchResponse"), ((int)answer["statusCode"]!, (string)answer["type"]!));
        Assert.Equal(("Élise Fournier", Cast.Elise.PersonId), ((string)answer["value"]!["results"]![0]!["title"]!, (string)answer["value"]!["results"]![0]!["value"]!));
        Assert.Equal(Cast.Organisation("Val Horizon"), (string)other["value"]!["results"]![0]!["value"]!);
        Assert.Equal(400, (int)(await Search("secrets", "a"))["statusCode"]!);

        Task<JsonNode> Search(string dataset, string text) => _teams.Invokes(Cast.Amina, "application/search", new JsonObject { ["queryText"] = text, ["dataset"] = dataset, ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = 15 } });
    }

    [Fact]
    public async Task Thumbs_are_counted_and_nothing_else_is_kept_of_them()
    {
        foreach (var reaction in new[] { "like", "like", "dislike", "; drop table" })
            Assert.Equal("{}", (await _teams.Invokes(Cast.Amina, "message/submitAction", new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = "Amina dit…" } })).ToJsonString());
        Assert.Equal((2L, 1L), await _teams.App.Get<SmallInvokes>().Since(new(2026, 11, 19)));
        Assert.Equal("{}", (await _teams.Invokes(Cast.Amina, "signin/tokenExchange", new JsonObject { ["id"] = "1", ["token"] = "x" })).ToJsonString());
    }

    [Fact]
    public async Task Bodies_of_every_shape_are_answered()
    {
        await _teams.Linked(Cast.Amina);
        foreach (var name in new[] { "composeExtension/query", "composeExtension/queryLink", "composeExtension/anonymousQueryLink", "composeExtension/fetchTask", "composeExtension/submitAction", "task/fetch", "task/submit", "application/search", "message/submitAction", "signin/verifyState" })
            foreach (var value in new[] { "null", "[]", "7", "\"x\"", "{}", """{"parameters":"x","queryOptions":{"skip":-4,"count":1e9},"data":[],"url":{},"messagePayload":{"body":{"content":7}}}""", """{"parameters":[null,{"value":{}}],"commandId":5,"data":{"says":"","card":[],"sentence":{}},"dataset":{},"actionValue":[]}""" })
                Assert.NotNull(await _teams.Invokes(Cast.Amina, name, JsonNode.Parse(value)));
    }

    private async Task<IReadOnlyList<Contribution>> Lines() => (await _teams.App.Get<Contributions>().Mine(Cast.Amina)).Lines;

    private async Task<string> Post(Actor by, string title, string side) => (await (side == Sides.Need
        ? _teams.App.Get<Offers>().PostNeed(by, Draft(title, by.OrganisationId!), "web")
        : _teams.App.Get<Offers>().Post(by, Draft(title, by.OrganisationId!), "web"))).Id;

    private static NewOffer Draft(string title, string organisation) => new("materiel", title, OrganisationId: organisation);

    private Task<JsonNode> Query(Actor person, string command, string text) => Ask(person, new JsonObject
    {
        ["commandId"] = command,
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q", ["value"] = text }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    });

    private async Task<JsonNode> Ask(Actor person, JsonObject value) => (await _teams.Invokes(person, "composeExtension/query", value))["composeExtension"]!;

    private async Task<JsonNode> Fetch(Actor person, string html) => (await _teams.Invokes(person, "composeExtension/fetchTask", new JsonObject
    {
        ["commandId"] = "logTime",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html } },
    }))["task"]!;

    private async Task<JsonNode> Submit(JsonObject data) => (await _teams.Invokes(Cast.Amina, "composeExtension/submitAction", new JsonObject { ["commandId"] = "logTime", ["commandContext"] = "message", ["data"] = data }))["task"]!;

    private Task<JsonNode> Press(JsonNode task, string label) =>
        Submit(Content(task)["actions"]!.AsArray().Single(a => (string)a!["title"]! == label)!["data"]!.DeepClone().AsObject());

    private static JsonNode Content(JsonNode task) => task["value"]!["card"]!["content"]!;
}

public sealed class MessageExtensionOnSqlite() : MessageExtensionTests(On.Sqlite);

public sealed class MessageExtensionOnPostgres() : MessageExtensionTests(On.Postgres);
