using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>People at their screens: opens their windows, closes them, and holds every page to run without an error of its script.</summary>
public abstract class Story(Demonstrated demonstrated) : IAsyncDisposable
{
    protected const string Pole = "/p/pole-des-trois-vallees";

    private readonly List<IPage> _windows = [];
    private readonly List<string> _errors = [];

    protected async Task<IPage> At(string path, string? person, int width = 1280, bool dark = false)
    {
        var page = await demonstrated.Browsers.Window(await demonstrated.Program(), person, width, dark: dark);
        _windows.Add(page);
        page.PageError += (_, error) => { lock (_errors) _errors.Add($"{page.Url}: {error}"); };
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Waits until the page hears of what happens in the pole: the server then knows who is on it.</summary>
    protected static Task Listening(IPage page, string person) =>
        Assertions.Expect(page.Locator("#presence")).ToContainTextAsync(person);

    /// <summary>Logs by the line: sends the sentence, and says yes to the card that shows how it was understood.</summary>
    protected static async Task Says(IPage page, string sentence, string amount)
    {
        await page.Locator("#sentence").FillAsync(sentence);
        await page.Locator("#sentence").PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Noter {amount}", Exact = true }).ClickAsync();
        await Expect(page.Locator("#notice")).ToContainTextAsync($"C'est noté : {amount}");
    }

    /// <summary>Marks the page, so that a reload would show.</summary>
    protected static Task StaysOpen(IPage page) => page.EvaluateAsync("window.stayedOpen = true");

    protected static async Task StayedOpen(IPage page) => Assert.True(await page.EvaluateAsync<bool>("window.stayedOpen === true"), "The page was loaded again.");

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var page in _windows) await page.Context.DisposeAsync();
        Assert.Empty(_errors);
    }
}
