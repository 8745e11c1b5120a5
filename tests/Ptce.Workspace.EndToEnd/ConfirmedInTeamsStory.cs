using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>Two organisations, two Teams, and the page of a third screen: what one says, the other confirms with a tap.</summary>
public sealed class ConfirmedInTeamsStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Fact]
    public async Task A_sentence_in_one_Teams_is_confirmed_in_another_and_a_second_tap_on_the_old_card_shows_the_fresh_one()
    {
        var (thomas, naima) = (await InTeams("Thomas Keller"), await InTeams("Naïma Lefèvre"));
        var naimasPhone = await naima.OnAnotherDevice();

        await thomas.Says("1h05 hier au cotech avec La Ressourcerie du Val");
        await Seat.Presses(thomas.Card("1 h 05"), "Noter 1 h 05");
        await Expect(thomas.Card("C'est noté : 1 h 05")).ToBeVisibleAsync();

        // Nobody asked for it: it comes by itself, to each window.
        var asked = naima.Card("Thomas Keller a noté avec vous", "1 h 05");
        await Expect(asked).ToContainTextAsync("La Ressourcerie du Val");
        await Expect(naimasPhone.Card("Thomas Keller a noté avec vous", "1 h 05")).ToBeVisibleAsync();

        var web = await At(Pole, "Thomas Keller");
        await Follows(web, "Thomas Keller a noté 1 h 05");
        await Expect(web.Locator("main .state").First).ToContainTextAsync("à confirmer");
        await StaysOpen(web);

        await Seat.Presses(asked, "Confirmer 1 h 05");
        await Expect(naima.Card("Confirmé : 1 h 05").GetByRole(AriaRole.Button, new() { Name = "Confirmer 1 h 05" })).ToHaveCountAsync(0);
        await Expect(web.Locator("main .state").First).ToContainTextAsync("confirmée"); // by itself
        await StayedOpen(web);

        await Seat.Presses(naimasPhone.Card("Thomas Keller a noté avec vous", "1 h 05"), "Confirmer 1 h 05");
        var fresh = naimasPhone.Card("Confirmé : 1 h 05");
        await Expect(fresh).ToContainTextAsync("confirmée, à valider");
        await Expect(fresh.GetByRole(AriaRole.Button, new() { Name = "Confirmer 1 h 05" })).ToHaveCountAsync(0);
        await web.ReloadAsync();
        await Expect(web.Locator("main .feed").GetByText("Naïma Lefèvre a confirmé")).ToHaveCountAsync(1); // once
    }
}
