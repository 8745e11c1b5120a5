using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The message extension in Microsoft's own client: what the pole has is shown to others, and a message becomes time.</summary>
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

    [Fact]
    public async Task A_message_of_the_group_is_read_changed_and_becomes_a_line_of_whoever_reads_it_and_the_group_hears_nothing_of_it()
    {
        const string message = "J'ai passé 1h20 hier au cotech";
        var karim = await InTeams("Karim Haddad");
        var feed = (await At(Pole, "Naïma Lefèvre")).Locator(".feed");
        await karim.Opens("Bureau");
        await karim.Says(message);

        var dialog = await karim.ActsOn(message, "logTime");
        await Expect(dialog).ToContainTextAsync($"« {message} »");
        await Expect(dialog).ToContainTextAsync("1 h 20");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "En une phrase, ou ce qui change" }).FillAsync("1h25 finalement");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Relire ainsi" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 25" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("C'est noté : 1 h 25");

        await Expect(feed).ToContainTextAsync("Karim Haddad a noté 1 h 25"); // an open page of somebody else's, by itself
        await Expect(feed).Not.ToContainTextAsync("Karim Haddad a noté 1 h 20");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(karim.Page.GetByText(message).Last).ToBeVisibleAsync();
        await Expect(karim.Page.Locator("body")).Not.ToContainTextAsync("1 h 25");
    }
}
