using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>People at their screens: opens their windows, closes them, and holds every page to run without an error of its script.</summary>
public abstract class Story(Demonstrated demonstrated) : IAsyncDisposable
{
    protected const string Pole = "/p/pole-des-trois-vallees";

    // Who of the demonstration sits at whose account of the Playground. Alice's is for strangers.
    private static readonly Dictionary<string, string> Accounts = new() { ["Thomas Keller"] = "Bruno", ["Karim Haddad"] = "Chloé", ["Naïma Lefèvre"] = "David" };

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

    /// <summary>A window on somebody's Playground.</summary>
    protected async Task<Seat> Sits(string me)
    {
        var playground = await demonstrated.Playground(me);
        var page = await demonstrated.Browsers.Window(await demonstrated.Program());
        _windows.Add(page);
        await page.GotoAsync(playground.Address);
        return new(page);
    }

    /// <summary>A person at their Teams, whom the bot knows and may tell something at any hour.</summary>
    protected async Task<Seat> InTeams(string person)
    {
        var (seat, playground) = (await Sits(Accounts[person]), await demonstrated.Playground(Accounts[person]));
        if (playground.Person is not null) return seat;
        var profile = await At("/moi", person);
        await playground.Links(seat, profile, person);
        await profile.GotoAsync("/moi/avis");
        await profile.Locator("#starts").FillAsync("");
        await profile.Locator("#ends").FillAsync("");
        await profile.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Expect(profile.Locator("#notice")).ToBeVisibleAsync();
        await profile.Context.CloseAsync();
        return seat;
    }

    /// <summary>A series of meetings, two hours from 14:00 in a room of its own; the page of its first meeting.</summary>
    protected static async Task<string> Plans(IPage page, string series, DateOnly first)
    {
        await page.GotoAsync(Pole + "/ateliers/series/nouvelle");
        await page.Locator("#name").FillAsync(series);
        await page.Locator("#anchor").FillAsync($"{first:yyyy-MM-dd}");
        await page.Locator("#starts").FillAsync("14:00");
        await page.Locator("#minutes").FillAsync("120");
        await page.Locator("#place").FillAsync("Salle des toits");
        await page.GetByRole(AriaRole.Button, new() { Name = "Planifier la série" }).ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(series);
        return (await page.Locator("li[id^='meeting-'] .what a").First.GetAttributeAsync("href"))!;
    }

    /// <summary>The digest of a period, compiled by its job; the page of it.</summary>
    protected static async Task<string> Compiles(IPage page, DateOnly from, DateOnly to)
    {
        await page.GotoAsync(Pole + "/bilans");
        await page.Locator("#from").FillAsync($"{from:yyyy-MM-dd}");
        await page.Locator("#to").FillAsync($"{to:yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compiler cette période" }).ClickAsync();
        await Expect(page.Locator("#hash")).ToBeVisibleAsync(); // the page follows the job by itself
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>One review at a time: one that is open goes back first.</summary>
    protected static async Task ReturnsWhatIsUnderReview(IPage page)
    {
        await page.GotoAsync(Pole + "/bilans");
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        var open = page.Locator("main li, main tr").Filter(new() { HasText = "en relecture" });
        if (await open.CountAsync() == 0) return;
        await open.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.Locator("#return summary").ClickAsync();
        await page.Locator("#reason").FillAsync("Une ligne arrive encore.");
        await page.Locator("#return").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator("main .state").First).Not.ToContainTextAsync("en relecture");
    }

    /// <summary>Follows what the pole's page tells to the page it is about.</summary>
    protected static async Task Follows(IPage page, string happened)
    {
        var told = page.Locator(".feed").GetByRole(AriaRole.Link, new() { Name = happened }).First;
        await page.GotoAsync((await told.GetAttributeAsync("href"))!);
    }

    /// <summary>The day it is where the pole is.</summary>
    protected static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).DateTime);

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
