using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>From a need to a valued line by two people at two screens and one Teams, each seeing what the other does, and a third who validates.</summary>
public sealed partial class ExchangeStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Fact]
    public async Task A_need_meets_an_offer_is_agreed_by_a_card_and_a_page_delivered_confirmed_valued_counted_and_leaves_a_cooperation()
    {
        var inTeams = await InTeams("Thomas Keller");
        var thomas = await At(Pole + "/echanges/saisir?sens=offre", "Thomas Keller");
        await Posts(thomas, "Conseil en acoustique des planchers", "3");
        var julien = await At(Pole + "/echanges/saisir?sens=besoin", "Julien Marchetti");
        await Posts(julien, "Un conseil en acoustique pour la ressourcerie", "2");

        await julien.Locator("li.row[id^='fit-']", new() { HasText = "Conseil en acoustique des planchers" }).GetByRole(AriaRole.Button).ClickAsync();
        await julien.WaitForURLAsync("**/echanges/accords/**");
        var match = new Uri(julien.Url).AbsolutePath;

        // Thomas hears of it in his Teams, and accepts there.
        var card = inTeams.Card("La Ressourcerie du Val", "Conseil en acoustique des planchers");
        await Seat.Presses(card, "Accepter");
        await Expect(inTeams.Card("Accepté et signé pour votre organisation")).ToBeVisibleAsync();
        await thomas.GotoAsync(match);
        await Expect(julien.GetByRole(AriaRole.Button, new() { NameRegex = Sign() })).ToBeVisibleAsync(); // her page was open all along
        await julien.GetByRole(AriaRole.Button, new() { NameRegex = Sign() }).ClickAsync();
        await Expect(julien.Locator("main .lede")).ToContainTextAsync("convenu");

        await Expect(thomas.Locator("#delivered-quantity")).ToBeVisibleAsync();
        await thomas.Locator("#unit-value").FillAsync("300");
        await Press(thomas, "Noter ce qui a été rendu");
        await Expect(thomas.Locator("#notice")).ToContainTextAsync("Noté");
        var agreement = new Uri(thomas.Url).AbsolutePath;
        var line = (await thomas.Locator(".chain a[href*='/contributions/']").First.GetAttributeAsync("href"))!;

        await julien.GotoAsync(line);
        await julien.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Confirm() }).First.ClickAsync();
        await Expect(julien.Locator("main .state").First).ToContainTextAsync("confirmée");
        var camille = await At(line, "Camille Aubry");
        await camille.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Validate() }).First.ClickAsync();
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("validée");

        await thomas.GotoAsync(agreement);
        await Expect(thomas.Locator("main .lede")).ToContainTextAsync("valorisé");
        await thomas.GotoAsync(Pole + "/echanges/cooperations");
        await thomas.Locator("li.row", new() { HasText = "Conseil en acoustique" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(thomas.Locator(".chain")).ToContainTextAsync("Accord");
        await Expect(thomas.Locator("#lines")).ToContainTextAsync("2 jours");

        var digest = await Compiles(camille, Today, Today);
        await camille.GotoAsync(digest + "/lignes");
        var row = camille.Locator($"tr[id='line-{line.Split('/')[^1]}']");
        await Expect(row).ToContainTextAsync("600,00");
        await Expect(row).ToContainTextAsync("La Ressourcerie du Val");
    }

    private static async Task Posts(IPage page, string title, string days)
    {
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#kind").SelectOptionAsync("competence");
        await page.Locator("#quantity").FillAsync(days);
        await page.Locator("#unit").FillAsync("jours");
        await page.Locator("main button.primary").ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(title);
    }

    private static Task Press(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    [GeneratedRegex("^Signer pour")]
    private static partial Regex Sign();

    [GeneratedRegex("^Confirmer")]
    private static partial Regex Confirm();

    [GeneratedRegex("^Valider")]
    private static partial Regex Validate();
}
