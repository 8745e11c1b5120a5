using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ptce.Workspace.Tests;

/// <summary>What the pole asks of people in their chats: the card comes by itself, its buttons act, and an old one shows how things stand.</summary>
public abstract class AskedInTeamsTests(On on) : TeamsTest(on)
{
    [Fact]
    public async Task A_line_is_asked_about_once_in_the_chats_of_those_it_names_and_nowhere_by_mail()
    {
        await _teams.Linked(Cast.Elise);
        await _teams.Linked(Cast.Amina);
        await _teams.App.Get<Contributions>().Log(Cast.Amina, [new(new(2026, 11, 18), 125, Kinds.Default, "cotech", PartyIds: [Cast.Organisation("Re-Sources")])], "web");
        var card = await Shown(TeamsStage.Chat(Cast.Elise));
        Assert.Contains("Amina Belkacem a noté avec vous", TeamsStage.Text(TeamsStage.Card(card)));
        Assert.Single(_teams.Connector.Shown);
        Assert.Equal(0, await _teams.App.Db.One<long>("select count(*) from deliveries where topic = 'line_to_confirm' and channel = 'mail'"));

        await _teams.Presses(Cast.Elise, card, "Confirmer 2 h 05");
        Assert.Equal("confirmed", await _teams.App.Db.One<string>("select state from contributions"));
        var again = await _teams.Presses(Cast.Elise, card, "Confirmer 2 h 05");
        Assert.Contains("confirmée, à valider", TeamsStage.Text(again["value"]));
        Assert.DoesNotContain("Confirmer 2 h 05", TeamsStage.Text(again["value"]));
        Assert.Equal(1, await _teams.App.Db.One<long>("select count(*) from events where name = 'ContributionConfirmed'"));

        // Looked at again, the card is the card of the moment.
        var seen = await _teams.Invokes(Cast.Elise, "adaptiveCard/action", new JsonObject { ["action"] = TeamsStage.Card(card)["refresh"]!["action"]!.DeepClone(), ["trigger"] = "automatic" });
        Assert.Contains("Cette ligne est maintenant : confirmée", TeamsStage.Text(seen["value"]));
    }

    [Fact]
    public async Task Terms_that_changed_are_shown_again_before_they_are_signed()
    {
        await _teams.Linked(Cast.Elise);
        var offer = await _teams.App.Get<Offers>().Post(Cast.Amina, new("competence", "Appui comptable", Quantity: 4, Unit: "jours"), "web");
        var agreements = _teams.App.Get<Agreements>();
        var match = await agreements.Ask(Cast.Elise, offer.Id, null, new(2, "jours"));
        var agreement = (await agreements.Accept(Cast.Amina, match.Id)).AgreementId!;
        var card = await Shown(TeamsStage.Chat(Cast.Elise));
        await agreements.Change(Cast.Amina, agreement, new(3, "jours"));

        Assert.Contains("termes ont changé", TeamsStage.Text((await _teams.Presses(Cast.Elise, card, "Signer pour Re-Sources"))["value"]));
        var fresh = await Shown(TeamsStage.Chat(Cast.Elise), "3 jours");
        await _teams.Presses(Cast.Elise, fresh, "Signer pour Re-Sources");
        Assert.Equal("agreed", (await agreements.One(Cast.Elise, agreement)).State);
    }

    [Fact]
    public async Task A_date_poll_is_answered_day_by_day_on_its_card_and_a_changed_one_keeps_each_answer()
    {
        await _teams.Linked(Cast.Amina);
        var (polls, tuesday, wednesday) = (_teams.App.Get<DatePolls>(), (new DateOnly(2026, 12, 1), new TimeOnly(14, 0)), (new DateOnly(2026, 12, 2), new TimeOnly(9, 30)));
        await _teams.App.Get<Workshops>().Plan(Cast.Chloe, MeetingsFolk.Coming());
        var meeting = (await _teams.App.Get<Workshops>().Next(Cast.Chloe, 1))[0].Id;
        await polls.Ask(Cast.Chloe, meeting, [tuesday, wednesday]);
        var card = TeamsStage.Card(await Shown(TeamsStage.Chat(Cast.Amina)));

        var drawn = await Answers(card, "1er décembre", "Peut-être");
        Assert.Contains("vous : peut-être", TeamsStage.Text(drawn), StringComparison.OrdinalIgnoreCase);
        drawn = await Answers(drawn, "2 décembre", "Oui");
        await Answers(card, "1er décembre", "Non"); // the old card counts no less: it says which day it means
        await polls.Ask(Cast.Chloe, meeting, [wednesday, (new(2026, 12, 3), new(14, 0))]);
        await polls.Ask(Cast.Chloe, meeting, [tuesday, wednesday]);
        Assert.Equal(["no", "yes"], (await polls.Of(Cast.Amina, meeting))!.Options.Select(o => o.Of(Cast.Amina)));
    }

    [Fact]
    public async Task Minutes_are_posted_once_where_the_pole_has_named_the_bot_and_nowhere_else()
    {
        await _teams.Linked(Cast.Amina);
        await _teams.App.Get<Workshops>().Plan(Cast.Chloe, MeetingsFolk.Coming());
        var meeting = (await _teams.App.Get<Workshops>().Next(Cast.Chloe, 1))[0].Id;
        var rooms = _teams.App.Get<TeamsRooms>();
        Assert.Empty(await rooms.Of(Cast.Chloe));
        await Assert.ThrowsAsync<NotHere>(() => rooms.Post(Cast.Chloe, meeting, "19:projets@thread.tacv2"));
        await _teams.Answers(_teams.Message(Cast.Amina, "bonjour", "19:projets@thread.tacv2;messageid=1", "channel"));

        var room = Assert.Single(await rooms.Of(Cast.Chloe));
        await rooms.Post(Cast.Chloe, meeting, room.Id);
        await rooms.Post(Cast.Chloe, meeting, room.Id);
        await Soon.True(async () => await _teams.App.Db.One<long>("select count(*) from deliveries where channel = 'teams_post' and delivered_at is not null") == 1, "The minutes were not posted.");
        var posted = Assert.Single(_teams.Connector.Shown, c => c.Path.EndsWith("/v3/conversations", StringComparison.Ordinal));
        Assert.Equal("19:projets@thread.tacv2", (string)posted.Body!["channelData"]!["channel"]!["id"]!);
        Assert.Contains("https://pole.test", (string)posted.Body["activity"]!["text"]!);
        Assert.NotNull(Assert.Single(await rooms.PostedOf(Cast.Amina, meeting)).ActivityId);
        Assert.Equal(1, await _teams.App.Db.One<long>("select count(*) from events where name = 'MinutesPosted'")); // told when it is so
        Assert.Empty(await rooms.Of(Cast.GaelleElsewhere with { Roles = Roles.Coordinator }));
    }

    [Fact]
    public async Task A_room_is_called_what_Teams_calls_it_and_Teams_is_asked_once_a_day_at_most()
    {
        await _teams.Linked(Cast.Amina);
        await Names("19:team1@thread.tacv2", "channel");
        await Names("19:projets@thread.tacv2;messageid=1", "channel");
        await Names("19:group1@thread.v2", "groupChat");
        Assert.Equal(["Coopérative", "Coopérative · Projets", "Alice, Bruno, Chloé"], (await _teams.App.Get<TeamsRooms>().Of(Cast.Chloe)).OrderBy(r => r.Kind).ThenBy(r => r.Name.Length).Select(r => r.Name));

        var asked = Asked;
        await Names("19:projets@thread.tacv2;messageid=2", "channel");
        Assert.Equal(asked, Asked);
        _teams.App.Clock.Advance(TimeSpan.FromDays(1)); // it may have another name by now
        await Names("19:projets@thread.tacv2;messageid=3", "channel");
        Assert.Equal(asked + 2, Asked);

        // A Teams that does not say changes nothing, and holds up no answer.
        _teams.App.Clock.Advance(TimeSpan.FromDays(1));
        var mention = Mention("19:projets@thread.tacv2;messageid=4", "channel");
        _teams.Connector.Script.Enqueue(async http => { http.Response.StatusCode = 201; await http.Response.WriteAsJsonAsync(new { id = "m" }); _teams.Connector.Answers(403, times: 2); });
        Assert.Equal(System.Net.HttpStatusCode.OK, (await _teams.Post(mention)).Status);
        await _teams.Quiet();
        Assert.Contains("Coopérative · Projets", (await _teams.App.Get<TeamsRooms>().Of(Cast.Chloe)).Select(r => r.Name));
    }

    private int Asked => _teams.Connector.Calls.Count(c => c.Method is "GET");

    private JsonObject Mention(string conversation, string kind)
    {
        var message = _teams.Message(Cast.Amina, "bonjour", conversation, kind);
        if (kind is "channel") message["channelData"]!["team"] = new JsonObject { ["id"] = "19:team1@thread.tacv2" };
        return message;
    }

    /// <summary>Names the bot there, and waits for its answer.</summary>
    private async Task Names(string conversation, string kind) => Assert.NotEmpty(await _teams.Answers(Mention(conversation, kind)));

    /// <summary>The last card that came to a chat, once it is there.</summary>
    private async Task<JsonObject> Shown(string chat, string with = "")
    {
        JsonObject? Last() => _teams.Connector.Shown.LastOrDefault(c => c.Method is "POST" && c.Path.Contains(Uri.EscapeDataString(chat), StringComparison.Ordinal)
            && TeamsStage.Text(c.Body).Contains(with, StringComparison.Ordinal))?.Body!.AsObject();
        await Soon.True(() => Task.FromResult(Last() is not null), "No card came.");
        return Last()!;
    }

    /// <summary>Presses the button of one day, and reads the card that then stands there.</summary>
    private async Task<JsonObject> Answers(JsonObject card, string day, string button)
    {
        var row = card["body"]!.AsArray().Single(b => (string)b!["type"]! == "Container" && TeamsStage.Text(b).Contains(day, StringComparison.Ordinal))!;
        var action = row["items"]!.AsArray().Single(i => (string)i!["type"]! == "ActionSet")!["actions"]!.AsArray().Single(a => (string)a!["title"]! == button)!;
        return (await _teams.Invokes(Cast.Amina, "adaptiveCard/action", new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "manual" }))["value"]!.AsObject();
    }
}

public sealed class AskedInTeamsOnSqlite() : AskedInTeamsTests(On.Sqlite);

public sealed class AskedInTeamsOnPostgres() : AskedInTeamsTests(On.Postgres);
