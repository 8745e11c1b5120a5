using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The conversation in the workspace, its cards drawn by Microsoft's own renderer.</summary>
public sealed class ConversationStory(Demonstrated demonstrated) : Story(demonstrated)
{
    private const string Conversation = Pole + "/conversation";

    [Fact]
    public async Task A_card_is_drawn_obeys_nobodys_text_is_answered_by_keyboard_and_followed_in_another_window()
    {
        var wim = await At(Conversation, "Wim Claes");
        var telephone = await At(Conversation, "Wim Claes", width: 360);

        await wim.Locator("#sentence").FillAsync("2h hier pour **<img src=x onerror=alert(1)> [lien](javascript:alert(2))**");
        await wim.Locator("#sentence").PressAsync("Enter");
        var save = wim.GetByRole(AriaRole.Button, new() { Name = "Noter 2 h", Exact = true });
        await Expect(save).ToBeVisibleAsync();
        var card = wim.Locator(".ac-adaptiveCard").Last;
        await Expect(card).ToContainTextAsync("**<img src=x onerror=alert(1)> [lien](javascript:alert(2))**", new() { IgnoreCase = true });
        await Expect(card.Locator("img, a, strong")).ToHaveCountAsync(0);
        await Expect(telephone.GetByRole(AriaRole.Button, new() { Name = "Noter 2 h", Exact = true })).ToBeVisibleAsync();

        await wim.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");
        var dark = await Ground(card);
        await wim.EvaluateAsync("document.documentElement.dataset.theme = 'default'");
        Assert.NotEqual(dark, await Ground(card));

        // He goes back from the line to the card, and on from what comes of it.
        await wim.Locator("#sentence").FocusAsync();
        await wim.Keyboard.PressAsync("Shift+Tab");
        await wim.Keyboard.PressAsync("Shift+Tab");
        await Expect(save).ToBeFocusedAsync();
        await wim.Keyboard.PressAsync("Enter");
        await Expect(wim.Locator(".chat")).ToContainTextAsync("C'est noté : 2 h");
        await Expect(wim.Locator("body")).Not.ToBeFocusedAsync();
        await Expect(telephone.Locator(".chat")).ToContainTextAsync("C'est noté : 2 h");
        await Expect(save).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_look_that_comes_late_takes_nothing_away_and_is_made_good()
    {
        var wim = await At(Conversation, "Wim Claes");
        var telephone = await At(Conversation, "Wim Claes", width: 360);

        // The page begins to read what the telephone said, and the answer is long on its way.
        var (begun, arrives, again) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await wim.RouteAsync("**/conversation", async route =>
        {
            if (route.Request.Headers.ContainsKey("x-turbo-request-id"))
            {
                await route.ContinueAsync();
                return;
            }
            var late = begun.TrySetResult();
            var answer = await route.FetchAsync();
            if (late) await arrives.Task;
            await route.FulfillAsync(new() { Response = answer });
            if (!late) again.TrySetResult();
        });
        await telephone.Locator("#sentence").FillAsync("ma semaine en heures");
        await telephone.Locator("#sentence").PressAsync("Enter");
        await begun.Task;

        await wim.Locator("#sentence").FillAsync("25 min hier au cotech");
        await wim.Locator("#sentence").PressAsync("Enter");
        var save = wim.GetByRole(AriaRole.Button, new() { Name = "Noter 25 min", Exact = true });
        await Expect(save).ToBeVisibleAsync();
        arrives.SetResult();
        await again.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Expect(save).ToBeVisibleAsync();
        await Expect(wim.Locator(".chat")).ToContainTextAsync("ma semaine en heures");
        await wim.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    [Fact]
    public async Task Whoever_stands_on_a_button_stays_there_when_the_card_changes_and_a_card_that_could_not_be_drawn_is_drawn_later()
    {
        var wim = await At(Pole, "Wim Claes");
        await wim.RouteAsync("**/cards.js*", route => route.AbortAsync(), new() { Times = 1 });
        await wim.Locator("#sentence").FillAsync("1h15 hier au cotech");
        await wim.Locator("#sentence").PressAsync("Enter");
        var card = wim.Locator("#understood-card");
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 15", Exact = true })).ToHaveCountAsync(1);
        await card.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 15", Exact = true }).FocusAsync();

        var telephone = await At(Conversation, "Wim Claes", width: 360);
        await telephone.Locator("#sentence").FillAsync("45 min finalement");
        await telephone.Locator("#sentence").PressAsync("Enter");
        var save = card.GetByRole(AriaRole.Button, new() { Name = "Noter 45 min", Exact = true });
        await Expect(save).ToBeFocusedAsync();
        await Expect(card.Locator(".ac-adaptiveCard")).ToHaveCountAsync(1);
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 15", Exact = true })).ToHaveCountAsync(0);
        await wim.Keyboard.PressAsync("Enter");
        await Expect(wim.Locator("#notice")).ToContainTextAsync("C'est noté : 45 min");
    }

    [Fact]
    public async Task Pages_without_a_card_do_not_fetch_the_renderer()
    {
        var page = await At(Pole + "/ateliers", "Sofia Marques");
        Assert.False(await Fetched(page));
        await page.Locator("#sentence").FillAsync("1h30 hier au cotech");
        await Expect(page.Locator(".preview .ac-adaptiveCard")).ToContainTextAsync("1 h 30");
        Assert.True(await Fetched(page));
    }

    private static Task<bool> Fetched(IPage page) => page.EvaluateAsync<bool>("performance.getEntriesByType('resource').some(r => r.name.includes('/dist/cards.js'))");

    private static Task<string> Ground(ILocator card) => card.Locator(".ac-textBlock").First.EvaluateAsync<string>("e => getComputedStyle(e).color");
}
