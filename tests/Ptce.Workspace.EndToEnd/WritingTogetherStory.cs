using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>Two people write the same minutes, one of them on a line that is cut and on a page that is loaded again: every word of both is there.</summary>
public sealed partial class WritingTogetherStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Fact]
    public async Task Two_people_write_the_same_minutes_under_a_cut_connection_and_lose_nothing()
    {
        var camille = await At(Pole + "/ateliers", "Camille Aubry");
        await camille.Locator("section[aria-labelledby=next] .row .what a").First.ClickAsync();
        var meeting = Address().Match(await Settled(camille)).Value;
        await camille.Locator("details:has(#title) > summary").ClickAsync();
        await camille.Locator("#title").FillAsync("Le broyeur à plusieurs");
        await camille.Locator("#point_minutes").FillAsync("20");
        await camille.Locator("form[action*=Propose] button[type=submit]").ClickAsync();
        await Expect(camille.Locator("main")).ToContainTextAsync("Le broyeur à plusieurs");
        await camille.GotoAsync(meeting + "/seance");
        var naima = await At(meeting + "/seance", "Naïma Lefèvre", width: 400);
        await Listening(camille, "Naïma Lefèvre");
        var (hers, theirs) = (Notes(camille), Notes(naima));

        await hers.PressSequentiallyAsync("Camille un.\n");
        await Expect(theirs).ToHaveValueAsync(new Regex("Camille un"));
        await Expect(naima.Locator("[data-writing]").Filter(new() { HasText = "Camille Aubry écrit au paragraphe" })).ToBeVisibleAsync();
        // Both at once, letter by letter, in the same point.
        await Task.WhenAll(hers.PressSequentiallyAsync("Camille deux.\nCamille trois.", new() { Delay = 15 }), theirs.PressSequentiallyAsync("Naïma un.\nNaïma deux.\n", new() { Delay = 20 }));
        foreach (var words in (string[])["Camille deux.", "Camille trois.", "Naïma un.", "Naïma deux."])
            foreach (var sheet in (ILocator[])[hers, theirs]) await Expect(sheet).ToHaveValueAsync(new Regex(Regex.Escape(words)));

        // Cut off: she writes on, and is told that her words are kept here.
        await naima.Context.SetOfflineAsync(true);
        await theirs.FocusAsync();
        await naima.Keyboard.PressAsync("Control+End");
        await naima.Keyboard.TypeAsync("\nNaïma sans connexion.");
        await Expect(naima.Locator(".beside .kept").First).ToContainTextAsync("Gardé sur cet appareil");
        await hers.FocusAsync();
        await camille.Keyboard.PressAsync("Control+Home");
        await camille.Keyboard.TypeAsync("Camille pendant la coupure.\n");
        await Expect(camille.Locator(".beside [data-status]").Filter(new() { HasText = "Enregistré" }).First).ToBeVisibleAsync();
        Assert.DoesNotContain("sans connexion", await hers.InputValueAsync());

        // The page is loaded again as the line comes back: what was typed is still hers, and goes.
        await naima.Context.SetOfflineAsync(false);
        await naima.ReloadAsync();
        foreach (var words in (string[])["Naïma sans connexion.", "Camille pendant la coupure."])
            foreach (var sheet in (ILocator[])[hers, theirs]) await Expect(sheet).ToHaveValueAsync(new Regex(Regex.Escape(words)));
        await Expect(theirs).ToHaveValueAsync(await hers.InputValueAsync());
        var lines = (await hers.InputValueAsync()).Split('\n').Where(l => l.Trim() != "").ToList();
        Assert.Equal(lines.Distinct().Count(), lines.Count);

        // Her words arrive, the answer does not, and she writes on: nothing of it stands twice.
        await naima.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method != "PUT")
            {
                await route.FallbackAsync();
                return;
            }
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await theirs.FocusAsync();
        await naima.Keyboard.PressAsync("Control+End");
        await naima.Keyboard.TypeAsync("\nNaïma arrivée");
        await Expect(hers).ToHaveValueAsync(new Regex("Naïma arrivée"));
        await Expect(naima.Locator(".beside .kept").First).ToContainTextAsync("Gardé sur cet appareil");
        await naima.Keyboard.TypeAsync(" sans réponse.");
        await naima.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        foreach (var sheet in (ILocator[])[hers, theirs])
        {
            await Expect(sheet).ToHaveValueAsync(new Regex("Naïma arrivée sans réponse\\."));
            Assert.Single(Regex.Matches(await sheet.InputValueAsync(), "Naïma arrivée"));
        }
        await Expect(naima.Locator("main")).Not.ToContainTextAsync("Deux versions");
    }

    private static ILocator Notes(IPage page) => page.Locator(".point").Filter(new() { HasText = "Le broyeur à plusieurs" }).Locator("textarea[data-note]");

    private static async Task<string> Settled(IPage page)
    {
        await Assertions.Expect(page).ToHaveURLAsync(Address());
        return page.Url;
    }

    [GeneratedRegex("/p/[^/]+/ateliers/[0-9a-f]{32}$")]
    private static partial Regex Address();
}
