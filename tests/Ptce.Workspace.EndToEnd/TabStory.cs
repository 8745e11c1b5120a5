using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Playwright;
using Ptce.Workspace.Tests;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The tab in a frame of Teams', over https as there: its own start and data, for the program must know its tenant.</summary>
public sealed class TabStory : IAsyncLifetime
{
    private const string Pole = "/p/pole-des-trois-vallees", Account = "0a000000-0000-4000-8000-0000000000aa";

    private readonly Browsers _browsers = new();
    private readonly string _certificate = Path.Combine(Path.GetTempPath(), $"tab-{Guid.NewGuid():N}.pfx");
    private FakeSigner _entra = null!;
    private Running _program = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllBytesAsync(_certificate, SelfSigned());
        _entra = await FakeSigner.Start();
        var port = Running.FreePort();
        _program = await Running.Start(port: port, settings:
        [
            (Running.Certificate, _certificate), ("Site__Address", $"https://127.0.0.1:{port}"), ("Bot__Tenant", TeamsHost.Tenant),
            ("Bot__AppId", FakeSigner.AppId), ("Bot__LoginUrl", _entra.Url), ("Bot__MetadataUrl", _entra.MetadataUrl),
        ]);
    }

    [Fact]
    public async Task A_person_links_once_and_works_in_the_tab_which_follows_Teams_theme_the_pole_and_any_width()
    {
        var page = await _browsers.Window(_program);
        var teams = await TeamsHost.Open(page, _entra, Account);
        await teams.Shows(_program.Address + "/onglet/today");

        // Nobody's account yet: a window of its own, where Julien signs in and says yes.
        var window = await page.RunAndWaitForPopupAsync(() => teams.Tab.GetByRole(AriaRole.Button, new() { Name = "Lier mon compte" }).ClickAsync());
        await window.GetByRole(AriaRole.Button, new() { Name = "Julien Marchetti" }).First.ClickAsync();
        var closed = new TaskCompletionSource();
        window.Close += (_, _) => closed.TrySetResult();
        await window.GetByRole(AriaRole.Button, new() { Name = "Lier ces deux comptes" }).ClickAsync();
        await closed.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await Expect(teams.Tab.Locator(".feed")).ToBeVisibleAsync();

        var cookie = Assert.Single(await page.Context.CookiesAsync(), c => c.Name == "__Host-tab");
        Assert.Equal((true, true, SameSiteAttribute.None, "https://microsoft.com"), (cookie.Secure, cookie.HttpOnly, cookie.SameSite, cookie.PartitionKey));

        await teams.Tab.Locator("#sentence").FillAsync("1h15 hier au cotech");
        await teams.Tab.Locator("#sentence").PressAsync("Enter");
        await teams.Tab.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 15", Exact = true }).ClickAsync();
        await Expect(teams.Tab.Locator("#notice")).ToContainTextAsync("C'est noté : 1 h 15");

        var thomas = await _browsers.Window(_program, "Thomas Keller");
        await thomas.GotoAsync(Pole);
        await thomas.Locator("#sentence").FillAsync("50 min hier au cotech avec La Ressourcerie du Val");
        await thomas.Locator("#sentence").PressAsync("Enter");
        await thomas.GetByRole(AriaRole.Button, new() { Name = "Noter 50 min", Exact = true }).ClickAsync();
        await Expect(thomas.Locator("#notice")).ToContainTextAsync("C'est noté : 50 min");
        await teams.Tab.GetByRole(AriaRole.Button, new() { Name = "Confirmer 50 min" }).ClickAsync(); // it came by itself
        await Expect(teams.Tab.Locator("#notice")).ToContainTextAsync("50 min");

        foreach (var theme in new[] { "dark", "contrast", "default" })
        {
            await teams.ChangesTheme(theme);
            await Expect(teams.Tab.Locator($"html[data-theme='{theme}']")).ToHaveCountAsync(1);
        }
        await StandsInAnyWidth(page, teams);
    }

    [Fact]
    public async Task A_page_of_another_site_frames_nothing_of_ours()
    {
        var page = await _browsers.Window(_program);
        var elsewhere = await TeamsHost.Open(page, _entra, Account, "https://evil.example/tab");
        var refused = await page.RunAndWaitForConsoleMessageAsync(() => elsewhere.Shows(_program.Address + "/onglet/today"), new() { Predicate = m => m.Text.Contains("frame-ancestors", StringComparison.Ordinal) });
        Assert.Equal("error", refused.Type);
        await Expect(elsewhere.Tab.Locator("#tab-said")).ToHaveCountAsync(0);
    }

    /// <summary>A channel's tab on a desk, the side panel of a meeting, a telephone.</summary>
    private async Task StandsInAnyWidth(IPage page, TeamsHost teams)
    {
        List<string> wide = [];
        foreach (var width in new[] { 1080, 680, 360, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var path in new[] { "", "/echanges", "/ateliers", "/contributions", "/bilans", "/pole", "/conversation" })
            {
                await teams.Shows($"{_program.Address}{Pole}{path}?theme=dark");
                await Expect(teams.Tab.Locator("main h1").First).ToBeVisibleAsync();
                var frame = await teams.Frame();
                try { await frame.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth", null, new() { Timeout = 20_000 }); } // once it has come to rest
                catch (TimeoutException) { wide.Add($"{path} at {width}: {await frame.EvaluateAsync<string>(Widest)}"); }
            }
        }
        Assert.Empty(wide);
    }

    private const string Widest = """
        () => [...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
            .map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 60)}`).at(-1) ?? "nothing on it"
        """;

    private static byte[] SelfSigned()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) { CertificateExtensions = { names.Build() } };
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return made.Export(X509ContentType.Pfx);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _browsers.DisposeAsync();
        await _program.DisposeAsync();
        await _entra.DisposeAsync();
        File.Delete(_certificate);
    }
}
