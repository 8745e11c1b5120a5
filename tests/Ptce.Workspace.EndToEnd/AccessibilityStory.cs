using System.Text.Json;
using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>axe-core finds nothing, on a telephone and on a desk, in daylight and in the dark.</summary>
public sealed class AccessibilityStory(Demonstrated demonstrated) : Story(demonstrated)
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    /// <summary>Pages that need an address of their own are reached by the first link to one of theirs.</summary>
    public static TheoryData<string, string?, string?> Pages => new()
    {
        { "/connexion", null, null },
        { "/nulle-part", null, null },
        { Pole, "Julien Marchetti", null },
        { Pole, "Camille Aubry", null },
        { Pole + "/contributions", "Camille Aubry", null },
        { Pole + "/contributions", "Camille Aubry", "main a[href*='/contributions/']" },
        { Pole + "/conversation", "Camille Aubry", null },
        { Pole + "/bilans", "Camille Aubry", null },
        { Pole + "/bilans", "Camille Aubry", "main li.row[id^='digest-'] a[href*='/bilans/']" },
        { Pole + "/taux", "Camille Aubry", null },
        { Pole + "/ateliers", "Camille Aubry", null },
        { Pole + "/decisions", "Camille Aubry", null },
        { Pole + "/decisions", "Camille Aubry", "main .row .what a" },
        { Pole + "/decisions", "Camille Aubry", "main .row .what a then main .lede a" },
        { Pole + "/decisions", "Camille Aubry", "main .row .what a then main .lede a then main a[href$='compte-rendu']" },
        { Pole + "/decisions/regles", "Camille Aubry", null },
        { Pole + "/actions", "Camille Aubry", null },
        { Pole + "/actions", "Camille Aubry", "main .row .what a" },
        { Pole + "/echanges", "Camille Aubry", null },
        { Pole + "/echanges/saisir", "Camille Aubry", null },
        { Pole + "/echanges", "Camille Aubry", "main li.row[id^='offer-'] .what a" },
        { Pole + "/echanges/accords", "Julien Marchetti", null },
        { Pole + "/echanges/accords?vue=demandes&etat=accepted", "Camille Aubry", null },
        { Pole + "/echanges/achats", "Camille Aubry", null },
        { Pole + "/echanges/chaines", "Camille Aubry", null },
        { Pole + "/echanges/cooperations", "Camille Aubry", null },
        { Pole + "/echanges/cooperations", "Camille Aubry", "main li.row[id^='cooperation-'] .what a" },
        { Pole + "/echanges/cooperations/saisir", "Camille Aubry", null },
        { Pole + "/echanges/cooperations/annee", "Camille Aubry", null },
        { Pole + "/echanges/reservations", "Camille Aubry", null },
        { Pole + "/echanges/reservations", "Camille Aubry", "main li.row[id^='bookable-'] .what a" },
        { Pole + "/pole/reseau", "Camille Aubry", null },
        { Pole + "/pole?par=territoire", "Camille Aubry", null },
        { Pole + "/pole/anciens?vue=personnes", "Camille Aubry", null },
        { Pole + "/pole/candidatures", "Camille Aubry", null },
        { Pole + "/pole", "Camille Aubry", null },
        { Pole + "/pole", "Camille Aubry", "main a[href*='/pole/']" },
        { Pole + "/envois", "Camille Aubry", null },
        { Pole + "/travaux", "Camille Aubry", null },
        { Pole + "/webhooks", "Gilles Arnoux", null },
        { Pole + "/observatoire", "Valérie Court", null },
        { Pole + "/observatoire?valeurs=non", "Camille Aubry", null },
        { Pole + "/echanges?q=camion", "Camille Aubry", null },
        { "/moi", "Camille Aubry", null },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string path, string? person, string? link)
    {
        var page = await At(path, person);
        if (link is not null)
        {
            if (path.EndsWith("/bilans", StringComparison.Ordinal) && await page.Locator(link).CountAsync() == 0) await CompileFirst(page);
            foreach (var hop in link.Split(" then ")) await page.GotoAsync((await page.Locator(hop).First.GetAttributeAsync("href"))!);
        }
        await page.EvaluateAsync(Axe);
        var found = new List<string>();
        foreach (var width in (int[])[360, 1280])
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                found.AddRange((await Violations(page)).Select(v => $"{width} px, {scheme}: {v}"));
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) found.Add($"{width} px: the page scrolls sideways");
            }
        Assert.True(found.Count == 0, $"{page.Url}\n{string.Join('\n', found.Distinct())}");
    }

    private static async Task<IEnumerable<string>> Violations(IPage page)
    {
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 160) + ' ' + n.any.concat(n.all, n.none).map(c => c.message).join(' ')) })))");
        return result.EnumerateArray().Select(v => $"{v.GetProperty("id")}, {v.GetProperty("help")}: {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Take(3))}").ToList();
    }

    private static async Task CompileFirst(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Compiler : Mois dernier" }).ClickAsync();
        await Expect(page.Locator("#hash")).ToBeVisibleAsync();
        await page.GotoAsync(Pole + "/bilans");
    }
}
