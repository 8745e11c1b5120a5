using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>One Chromium for the run, started by the first story that opens a window; each person gets a window of their own.</summary>
public sealed class Browsers : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Milliseconds until what should come by itself is given up: a machine may be busy, and speed is the bench's to tell.</summary>
    private const int Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A window on the program, signed in as that person of the demonstration.</summary>
    /// <param name="dark">What the person's system asks for; the pages follow it.</param>
    public async Task<IPage> Window(Running program, string? person = null, int width = 1280, int height = 900, bool dark = false)
    {
        var browser = _browser ??= await Launch();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = program.Address,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        if (person is not null)
        {
            await page.GotoAsync("/connexion");
            await page.GetByRole(AriaRole.Button, new() { Name = person }).First.ClickAsync();
            await page.WaitForURLAsync("**/p/**", new() { WaitUntil = WaitUntilState.Commit }); // what is loaded there is not looked at: each story goes where it begins
        }
        return page;
    }

    private async Task<IBrowser> Launch()
    {
        if (!File.Exists(Chromium))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "Chromium is not installed: apt-get install chromium, or run ./test.sh.");
            Assert.Fail("Chromium is not installed.");
        }
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            // A Teams that is played here frames a program of this machine, which made its own certificate.
            Args = ["--disable-features=LocalNetworkAccessChecks", "--ignore-certificate-errors", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
