using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The bot in Microsoft's own client: two people at two Playgrounds, and the pages open beside them.</summary>
public sealed class PlaygroundStory(Demonstrated demonstrated) : Story(demonstrated)
{
    private readonly Demonstrated _demonstrated = demonstrated;

    [Fact]
    public async Task A_stranger_links_their_account_logs_changes_and_saves_and_in_groups_the_bot_says_nothing_personal()
    {
        var program = await _demonstrated.Program();
        await using var playground = await Playground.Start(program, "Alice");
        var teams = await Sits(playground);
        await Expect(teams.Locator("body")).ToContainTextAsync("/moi"); // the welcome of somebody nobody knows

        await Links(teams, "Julien Marchetti");

        var feed = await At(Pole, "Camille Aubry");
        await Says(teams, "2h25 avant-hier au cotech");
        await Expect(Cards(teams).Last).ToContainTextAsync("2 h 25");
        await Says(teams, "plutôt hier");
        await Says(teams, "1h35 finalement");
        var card = Cards(teams).Filter(new() { HasText = "1 h 35" }).Last;
        await card.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 35" }).ClickAsync();
        var noted = Cards(teams).Filter(new() { HasText = "C'est noté : 1 h 35" });
        await Expect(noted).ToBeVisibleAsync(); // in the place of the card that was pressed
        await Expect(noted.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(feed.Locator(".feed")).ToContainTextAsync("Julien Marchetti a noté 1 h 35"); // an open page of somebody else's, by itself

        await teams.ReloadAsync(); // a dialog of the client's keeps the rest hidden otherwise
        await Mentions(teams, "Bureau", "3h hier au cotech", "Send Message");
        await Expect(teams.Locator("body")).ToContainTextAsync("Je vous réponds dans notre conversation privée");
        await Expect(teams.Locator("body")).Not.ToContainTextAsync("Noter 3 h");

        await teams.ReloadAsync();
        await Mentions(teams, "General", "bonjour", "Post");
        await Expect(teams.Locator("body")).ToContainTextAsync("Bonjour Julien");
    }

    private async Task<IPage> Sits(Playground playground)
    {
        var page = await _demonstrated.Browsers.Window(await _demonstrated.Program());
        await page.GotoAsync(playground.Address);
        return page;
    }

    /// <summary>Links by the code that the person's profile shows.</summary>
    private async Task Links(IPage teams, string person)
    {
        var profile = await At("/moi", person);
        await profile.GetByRole(AriaRole.Button, new() { Name = "Obtenir un code" }).ClickAsync();
        await Says(teams, await profile.Locator("section:has(#teams) strong").InnerTextAsync());
        await Expect(teams.Locator("body")).ToContainTextAsync($"vous êtes {person}");
    }

    private static async Task Says(IPage teams, string sentence)
    {
        var line = teams.Locator("div[role='textbox'][contenteditable='true']").First;
        await line.ClickAsync();
        await line.PressSequentiallyAsync(sentence);
        await teams.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).First.ClickAsync();
    }

    private static async Task Mentions(IPage teams, string where, string sentence, string button)
    {
        await teams.GetByRole(AriaRole.Treeitem, new() { Name = where }).First.ClickAsync();
        var line = teams.Locator("div[role='textbox'][contenteditable='true']").First;
        await line.ClickAsync();
        await line.PressSequentiallyAsync("@");
        await teams.Locator("[role=menuitem]").Filter(new() { HasText = "Coop" }).First.ClickAsync();
        await line.PressSequentiallyAsync(" " + sentence);
        await teams.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
    }

    private static ILocator Cards(IPage teams) => teams.Locator(".ac-adaptiveCard");
}
