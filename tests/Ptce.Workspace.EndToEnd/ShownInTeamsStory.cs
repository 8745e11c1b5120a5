using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The message extension in Microsoft's own client: what the pole has is shown to others, and a message becomes time.</summary>
public sealed class ShownInTeamsStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Theory]
    [InlineData("offers", "camion", "Camion 20 m³", "véhicule")]
    [InlineData("needs", "palettes", "Des palettes pour livrer les plants", "Besoin")]
    [InlineData("workshops", "atelier pole", "Atelier du pôle", "Lieu")]
    [InlineData("people", "odile", "Odile Perrin", "Terre et Chaux")]
    public async Task What_was_looked_for_stands_in_the_conversation_as_a_card(string command, string typed, string found, string says)
    {
        var karim = await InTeams("Karim Haddad");
        await karim.LooksFor(command, typed);
        await karim.Inserts(found);
        await Expect(karim.Card(found, says)).ToContainTextAsync("Ouvrir la page");
        await Expect(karim.Page.Locator("body")).Not.ToContainTextAsync("Je n'ai pas compris"); // a card is shown, not said
    }

    [Fact]
    public async Task A_message_of_the_group_becomes_a_line_of_whoever_reads_it_after_their_yes()
    {
        var karim = await InTeams("Karim Haddad");
        await karim.Opens("Bureau");
        await karim.Says("J'ai passé 1h20 hier au cotech");
        await karim.ActsOn("J'ai passé 1h20 hier au cotech", "logTime");

        var understood = karim.Page.Locator("[role=dialog] .ac-adaptiveCard");
        await Expect(understood).ToContainTextAsync("« J'ai passé 1h20 hier au cotech »");
        await Expect(understood).ToContainTextAsync("1 h 20");
        await understood.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 20" }).ClickAsync();

        var web = await At(Pole, "Karim Haddad");
        await Expect(web.Locator(".feed")).ToContainTextAsync("Karim Haddad a noté 1 h 20");
    }
}
