using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>From one sentence to an approved, locked line, each hand at its own screen, a fifth screen open all along.</summary>
public sealed partial class ChainStory(Demonstrated demonstrated) : Story(demonstrated)
{
    // Those of the committee, one organisation each; how many it takes is the pole's quorum.
    private static readonly string[] Committee = ["Naïma Lefèvre", "Thomas Keller", "Karim Haddad", "Hélène Vauclair", "Jeanne Colinet", "Sofia Marques", "Wim Claes"];

    [Fact]
    public async Task A_sentence_becomes_a_confirmed_validated_approved_and_locked_line_and_every_step_shows_on_an_open_page()
    {
        var odile = await At(Pole, "Odile Perrin");
        await StaysOpen(odile);
        var thomas = await At(Pole, "Thomas Keller");
        await Listening(odile, "Thomas Keller");

        await Says(thomas, "2h15 hier au cotech avec La Ressourcerie du Val", "2 h 15");
        await Happened(odile, "Thomas Keller a noté 2 h 15");

        var julien = await At(Pole, "Julien Marchetti");
        var row = julien.Locator("li.row[id^='waiting-']", new() { HasText = "Thomas Keller" }).Filter(new() { Has = Button(julien, "Confirmer 2 h 15") });
        var line = new Uri(julien.Url).AbsolutePath + "/contributions/" + (await row.GetAttributeAsync("id"))!["waiting-".Length..];
        await Button(row, "Confirmer 2 h 15").ClickAsync();
        await Expect(julien.Locator("#notice")).ToContainTextAsync("2 h 15 confirmées");
        await Happened(odile, "Julien Marchetti a confirmé 2 h 15");

        var camille = await At(line, "Camille Aubry");
        await camille.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Validate() }).First.ClickAsync();
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("validée");
        await Happened(odile, "Camille Aubry a validé 2 h 15");

        var from = new DateOnly(Today.AddDays(-1).Year, (Today.AddDays(-1).Month - 1) / 3 * 3 + 1, 1);
        var digest = await Compiles(camille, from, from.AddMonths(3).AddDays(-1));
        await Happened(odile, "Compilé");
        var hash = await camille.Locator("#hash").InnerTextAsync();
        Assert.Matches(Sha256(), hash);
        await ReturnsWhatIsUnderReview(camille);
        await camille.GotoAsync(digest);
        await Button(camille, "Ouvrir la relecture").ClickAsync();
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("en relecture");
        await Happened(odile, "Camille Aubry a ouvert la relecture");

        foreach (var elector in Committee)
        {
            var page = await At(digest, elector);
            await Expect(page.Locator("#hash")).ToHaveTextAsync(hash);
            await Expect(page.Locator("#approve")).ToContainTextAsync(hash[..8]);
            await page.Locator("#approve").GetByRole(AriaRole.Button).ClickAsync();
            await Expect(page.Locator(".voices tr").Filter(new() { HasText = elector }).Filter(new() { HasText = hash[..12] })).ToBeVisibleAsync();
            await Happened(odile, $"{elector} a voté");
            var standing = await page.Locator("main .state").First.InnerTextAsync();
            await page.Context.CloseAsync();
            if (standing.Contains("approuvé", StringComparison.Ordinal)) break;
        }
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("approuvé"); // her page was open all along
        await Happened(odile, "Approuvé");

        await thomas.GotoAsync(line);
        await Expect(thomas.Locator("main")).ToContainTextAsync("verrouillée");
        await Expect(thomas.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Settle() })).ToHaveCountAsync(0); // only a reversing line can follow
        await StayedOpen(odile);
    }

    private static Task Happened(IPage page, string words) => Expect(page.Locator(".feed")).ToContainTextAsync(words);

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name });

    [GeneratedRegex("^Valider")]
    private static partial Regex Validate();

    [GeneratedRegex("^(Confirmer|Valider)")]
    private static partial Regex Settle();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}
