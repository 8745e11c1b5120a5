namespace Ptce.Workspace.Tests;

public sealed class FrameTests
{
    [Theory, InlineData("Testing"), InlineData("Development"), InlineData("Production")]
    public async Task A_page_brings_its_script_and_sheet_in_every_environment(string environment)
    {
        await using var app = await App.Start(environment: environment);
        var browser = app.Stranger();
        var page = await browser.Page("/connexion");

        foreach (var address in new[] { page.QuerySelector("script[type=module]")?.GetAttribute("src"), page.QuerySelector("link[rel=stylesheet]")?.GetAttribute("href") })
        {
            Assert.Contains("?v=", address, StringComparison.Ordinal);
            Assert.True((await browser.GetByteArrayAsync(address)).Length > 10_000, $"{address} is nearly empty");
        }
    }

    [Fact]
    public async Task A_page_holds_nothing_that_the_content_policy_refuses()
    {
        await using var app = await App.Start();
        var page = await app.Stranger().Page("/connexion");

        Assert.Empty(page.QuerySelectorAll("style, script:not([src]), [style]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dark", null, "dark")]
    [InlineData("dark", "contrast", "contrast")]
    [InlineData("\"><script>", null, "")]
    [InlineData(null, null, "")]
    public async Task The_theme_is_the_readers_unless_Teams_names_one(string? chosen, string? teams, string worn)
    {
        await using var app = await App.Start();
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/connexion" + (teams is null ? "" : "?theme=" + teams));
        if (chosen is not null) ask.Headers.Add("Cookie", "theme=" + Uri.EscapeDataString(chosen));
        var page = await (await app.Stranger().SendAsync(ask)).Page();

        Assert.Equal(worn, page.DocumentElement.GetAttribute("data-theme") ?? "");
        Assert.Equal(teams is null ? "" : "teams", page.DocumentElement.GetAttribute("data-host") ?? "");
    }

    [Theory, InlineData(50, "40%"), InlineData(-125, "100%"), InlineData(0, "0%")]
    public void A_bar_is_as_long_as_its_share_of_the_longest(int value, string width)
    {
        var bar = new Bar("Re-Sources", value, "");
        Assert.Equal(width, new Bars("", "", "", [bar, new("Tri d'Or", 125, "")]).Width(bar));
        Assert.Equal("0%", new Bars("", "", "", [bar with { Value = 0 }]).Width(bar with { Value = 0 }));
    }
}
