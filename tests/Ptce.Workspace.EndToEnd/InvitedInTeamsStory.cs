using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>A meeting from its invitation to the figures: the card in Teams, the answer, the presence on the page, the hours with one tap, the digest.</summary>
public sealed partial class InvitedInTeamsStory(Demonstrated demonstrated) : Story(demonstrated)
{
    private const string Series = "Atelier des toits";

    [Fact]
    public async Task An_invitation_is_answered_by_its_card_and_the_hours_of_who_came_are_in_the_digest_with_their_trace()
    {
        var karim = await InTeams("Karim Haddad");
        var camille = await At(Pole, "Camille Aubry");
        var meeting = await Plans(camille, Series, Today.AddDays(2));
        await camille.GotoAsync(meeting);
        await Moves(camille, Today.AddDays(2), "14:00"); // whatever holidays lie there
        await camille.GotoAsync(Pole + "/travaux");
        await Button(camille, "Lancer maintenant : Invitations et rappels").ClickAsync();

        var invitation = karim.Card(Series);
        await Expect(invitation).ToContainTextAsync("Salle des toits");
        await Seat.Presses(invitation, "Je viens");
        await Expect(karim.Card(Series)).ToContainTextAsync("C'est dit : vous venez");
        await camille.GotoAsync(meeting);
        await Expect(camille.Locator("main")).ToContainTextAsync("Karim Haddad");

        // It takes place today after all, and has begun.
        await Moves(camille, Today, "00:00");
        await Expect(camille.Locator("#close")).ToBeVisibleAsync();

        var web = await At(meeting, "Karim Haddad");
        await Button(web, "Je suis là").ClickAsync();
        await Expect(web.Locator("li[id^='present-']")).ToContainTextAsync("Karim Haddad");
        await Expect(camille.Locator("li[id^='present-']")).ToContainTextAsync("Karim Haddad"); // her page was open all along
        await camille.Locator("#held_minutes").FillAsync("95");
        await Button(camille, "Clore la séance").ClickAsync();
        await Expect(camille.Locator("#close")).ToHaveCountAsync(0);

        await web.GotoAsync(Pole);
        var draft = web.Locator("li[id^='draft-']", new() { HasText = Series });
        var line = $"{Pole}/contributions/{(await draft.GetAttributeAsync("id"))!["draft-".Length..]}";
        await Button(draft, "Confirmer 1 h 35").ClickAsync();
        await Expect(draft).ToHaveCountAsync(0);
        await camille.GotoAsync(line);
        await camille.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Validate() }).First.ClickAsync();
        await Expect(camille.Locator("main .state").First).ToContainTextAsync("validée");

        var digest = await Compiles(camille, Today, Today);
        await camille.GotoAsync(digest + "/lignes");
        await camille.Locator($"tr[id='line-{line.Split('/')[^1]}']").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(camille.Locator("main")).ToContainTextAsync(Series); // the figure opens the line, the line its meeting
        await Expect(camille.Locator("main")).ToContainTextAsync("1 h 35");
    }

    private static async Task Moves(IPage camille, DateOnly day, string starts)
    {
        await camille.Locator("summary", new() { HasText = "Déplacer la séance" }).ClickAsync();
        await camille.Locator("#day").FillAsync($"{day:yyyy-MM-dd}");
        await camille.Locator("#starts").FillAsync(starts);
        await camille.Locator("#reason").FillAsync("La salle est libre ce jour-là.");
        await camille.RunAndWaitForResponseAsync(() => Button(camille, "Enregistrer ce jour").ClickAsync(), answer => answer.Request.Method == "POST" && answer.Status == 303);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name });

    [GeneratedRegex("^Valider")]
    private static partial Regex Validate();
}
