using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The bot in Microsoft's own client: two people at two Playgrounds, and the pages open beside them.</summary>
public sealed class PlaygroundStory(Demonstrated demonstrated) : Story(demonstrated)
{
    private readonly Demonstrated _demonstrated = demonstrated;

    [Fact]
    public async Task A_stranger_links_their_account_logs_changes_and_saves_and_in_groups_the_bot_says_nothing_personal()
    {
        var teams = await Sits("Alice");
        var body = teams.Page.Locator("body");
        await Expect(body).ToContainTextAsync("/moi"); // the welcome of somebody nobody knows

        await (await _demonstrated.Playground("Alice")).Links(teams, await At("/moi", "Julien Marchetti"), "Julien Marchetti");

        var feed = await At(Pole, "Camille Aubry");
        await teams.Says("2h25 avant-hier au cotech");
        await Expect(teams.Cards.Last).ToContainTextAsync("2 h 25");
        await teams.Says("plutôt hier");
        await teams.Says("1h35 finalement");
        var card = teams.Cards.Filter(new() { HasText = "1 h 35" }).Last;
        await card.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 35" }).ClickAsync();
        var noted = teams.Cards.Filter(new() { HasText = "C'est noté : 1 h 35" });
        await Expect(noted).ToBeVisibleAsync(); // in the place of the card that was pressed
        await Expect(noted.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(feed.Locator(".feed")).ToContainTextAsync("Julien Marchetti a noté 1 h 35"); // an open page of somebody else's, by itself

        await teams.Page.ReloadAsync(); // a dialog of the client's keeps the rest hidden otherwise
        await teams.Mentions("Bureau", "3h hier au cotech", "Send Message");
        await Expect(body).ToContainTextAsync("Je vous réponds dans notre conversation privée");
        await Expect(body).Not.ToContainTextAsync("Noter 3 h");

        await teams.Page.ReloadAsync();
        await teams.Mentions("General", "bonjour", "Post");
        await Expect(body).ToContainTextAsync("Bonjour Julien");
    }
}
