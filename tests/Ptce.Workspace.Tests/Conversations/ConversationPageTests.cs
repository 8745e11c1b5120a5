using System.Net;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

public sealed class ConversationPageTests
{
    [Fact]
    public async Task The_page_shows_the_card_that_Teams_gets_and_without_script_its_buttons_are_a_form()
    {
        await using var app = await App.Start();
        var (conversation, amina) = ($"/p/{app.Cast.Pole.Slug}/conversation", app.SignedIn(app.Cast.Amina));
        await amina.Post(conversation, new() { ["text"] = "2h hier au cotech avec Elips" });

        var page = await amina.Page(conversation);
        var shown = JsonNode.Parse(page.QuerySelector("adaptive-card")!.GetAttribute("card")!)!;
        Assert.Equal(("AdaptiveCard", "1.5"), ((string)shown["type"]!, (string)shown["version"]!));
        var button = shown["actions"]![0]!;
        Assert.Equal(("Action.Execute", "Noter 2 h"), ((string)button["type"]!, (string)button["title"]!));

        var form = page.QuerySelectorAll("adaptive-card .plain form")[^1];
        Assert.Equal((string)button["data"]!["card"]!, form.QuerySelector("[name=key]")!.GetAttribute("value"));
        Assert.Equal((string)button["data"]!["v"]!, form.QuerySelector("[name=seen]")!.GetAttribute("value"));
        Assert.Equal("Noter 2 h", form.QuerySelector("button.primary")!.TextContent.Plain());
    }

    [Fact]
    public async Task What_is_told_once_is_not_taken_away_by_another_window_that_reads_itself_again()
    {
        await using var app = await App.Start();
        var (home, amina) = ($"/p/{app.Cast.Pole.Slug}", app.SignedIn(app.Cast.Amina));
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Send(await amina.Page(home), home + "/phrase", new() { ["text"] = "   " })).StatusCode);

        using var look = new HttpRequestMessage(HttpMethod.Get, home);
        look.Headers.Add("X-Look-Again", "1");
        var seen = await (await amina.SendAsync(look)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("id=\"notice\"", seen);
        Assert.StartsWith("Écrivez une phrase", (await amina.Page(home)).QuerySelector("#notice")!.TextContent.Plain());
        Assert.Null((await amina.Page(home)).QuerySelector("#notice"));
    }

    [Fact]
    public async Task A_card_that_was_looked_at_before_it_changed_saves_nothing_and_is_shown_again()
    {
        await using var app = await App.Start();
        var (conversation, amina) = ($"/p/{app.Cast.Pole.Slug}/conversation", app.SignedIn(app.Cast.Amina));
        await amina.Post(conversation, new() { ["text"] = "2h hier au cotech avec Elips" });
        var old = Press(await amina.Page(conversation));
        await amina.Post(conversation, new() { ["text"] = "plutôt mardi" });

        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post(conversation, old)).StatusCode);
        Assert.Empty((await app.Get<Contributions>().Mine(app.Cast.Amina)).Lines);
        var fresh = await amina.Page(conversation);
        Assert.Contains("mardi 17 novembre", fresh.QuerySelectorAll("adaptive-card")[^1].GetAttribute("card"));

        await amina.Post(conversation, Press(fresh));
        Assert.Equal([new DateOnly(2026, 11, 17)], (await app.Get<Contributions>().Mine(app.Cast.Amina)).Lines.Select(l => l.Day));

        static Dictionary<string, string> Press(AngleSharp.Dom.IDocument page)
        {
            var data = JsonNode.Parse(page.QuerySelectorAll("adaptive-card")[^1].GetAttribute("card")!)!["actions"]![0]!["data"]!;
            return new() { ["text"] = (string)data["says"]!, ["key"] = (string)data["card"]!, ["seen"] = (string)data["v"]! };
        }
    }
}
