using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>A digest approved by card: each elector on exactly the hash they were shown, and on no other.</summary>
public sealed partial class ApprovedInTeamsStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Fact]
    public async Task A_card_with_an_old_hash_gives_no_voice_the_fresh_one_does_and_the_quorum_is_reached_by_card()
    {
        var (thomas, karim) = (await InTeams("Thomas Keller"), await InTeams("Karim Haddad"));
        var (from, to) = (Today.AddDays(-58), Today.AddDays(-33));
        var camille = await At(Pole, "Camille Aubry");
        await ReturnsWhatIsUnderReview(camille);
        var first = await Compiles(camille, from, to);
        var old = await Opens(camille);
        await Expect(thomas.Card(old)).ToBeVisibleAsync();

        // A line arrives late: the digest that the committee is shown now is another one.
        await Returns(camille);
        await LogsLate(camille, to.AddDays(-1));
        await camille.GotoAsync(first);
        var digest = await Compiles(camille, from, to);
        var hash = await Opens(camille);
        Assert.NotEqual(old, hash);

        await Seat.Presses(thomas.Card(old), "Approuver le bilan");
        await Expect(thomas.Card("Le bilan a changé", hash[..12])).ToBeVisibleAsync();
        await Expect(thomas.Card("Le bilan a changé", hash[..12], "en relecture")).ToBeVisibleAsync();
        await camille.ReloadAsync();
        await Expect(Votes(camille, hash)).ToHaveCountAsync(0);

        foreach (var elector in new[] { "Hélène Vauclair", "Jeanne Colinet" })
        {
            var page = await At(digest, elector);
            await page.Locator("#approve").GetByRole(AriaRole.Button).ClickAsync();
            await Expect(Votes(page, hash).Filter(new() { HasText = elector })).ToBeVisibleAsync();
        }
        await Seat.Presses(thomas.Card(hash), "Approuver le bilan");
        await Expect(thomas.Card("Votre accord est noté")).ToBeVisibleAsync();
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("en relecture");
        await Seat.Presses(karim.Card(hash), "Approuver le bilan");
        await Expect(karim.Card("Le quorum est atteint")).ToContainTextAsync("approuvé");
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("approuvé"); // by itself
        await Expect(Votes(camille, hash)).ToHaveCountAsync(4);
    }

    private static ILocator Votes(IPage page, string hash) => page.Locator(".voices tr[id^='voice-']").Filter(new() { HasText = hash[..12] });

    /// <returns>The hash that the committee is asked about.</returns>
    private static async Task<string> Opens(IPage camille)
    {
        await camille.Locator("#open").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("en relecture");
        return await camille.Locator("#hash").InnerTextAsync();
    }

    private static async Task Returns(IPage camille)
    {
        await camille.Locator("#return summary").ClickAsync();
        await camille.Locator("#reason").FillAsync("Une ligne arrive encore.");
        await camille.Locator("#return").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(camille.Locator("main .state").First).Not.ToContainTextAsync("en relecture");
    }

    private async Task LogsLate(IPage camille, DateOnly day)
    {
        var salome = await At(Pole, "Salomé Dubreuil");
        await Says(salome, $"1h10 le {day:dd/MM/yyyy} au ca", "1 h 10");
        await camille.GotoAsync(Pole);
        await Follows(camille, "Salomé Dubreuil a noté 1 h 10");
        await camille.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Validate() }).First.ClickAsync();
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("validée");
    }

    [GeneratedRegex("^Valider")]
    private static partial Regex Validate();
}
