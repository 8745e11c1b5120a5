namespace Ptce.Workspace.EndToEnd;

/// <summary>The message extension in Microsoft's own client: what the pole has is shown to others. The action on a message is told over the same wire in MessageExtensionTests: the client's own dialog for it does not always draw.</summary>
public sealed class ShownInTeamsStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Theory]
    [InlineData("offers", "camion", "Camion 20 m³", "véhicule")]
    [InlineData("needs", "palettes", "Des palettes pour livrer les plants", "Besoin")]
    [InlineData("workshops", "atelier pole", "Atelier du pôle", "Accueil")]
    [InlineData("people", "odile", "Odile Perrin", "Terre et Chaux")]
    public async Task What_was_looked_for_stands_in_the_conversation_as_a_card(string command, string typed, string found, string says)
    {
        var karim = await InTeams("Karim Haddad");
        await karim.LooksFor(command, typed);
        await karim.Inserts(found);
        await Expect(karim.Card(found, says)).ToContainTextAsync("Ouvrir la page");
        await Expect(karim.Page.Locator("body")).Not.ToContainTextAsync("Je n'ai pas compris"); // a card is shown, not said
    }
}
