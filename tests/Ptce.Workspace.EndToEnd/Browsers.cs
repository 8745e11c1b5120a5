using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>One Chromium for the run; each person gets a window of their own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "Chromium is not installed: apt-get install chromium, or run ./test.sh.");
            Assert.Fail("Chromium is not installed.");
        }
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window on the program, signed in as that person of the demonstration.</summary>
    public async Task<IPage> Window(Running program, string? person = null, int width = 1280, int height = 900)
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = program.Address, Locale = "fr-FR", ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        if (person is not null)
        {
            await page.GotoAsync("/connexion");
            await page.GetByRole(AriaRole.Button, new() { Name = person }).First.ClickAsync();
            await page.WaitForURLAsync("**/p/**");
        }
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
