using System.Globalization;
using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>What the cell asks of people and tells everybody in Teams: which day suits, answered day by day on the card; a meeting's minutes, where all read them.</summary>
public sealed class ToldInTeamsStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Fact]
    public async Task A_date_poll_is_answered_day_by_day_on_its_card_from_two_devices_and_a_chosen_day_ends_it_on_the_old_card_too()
    {
        var karim = await InTeams("Karim Haddad");
        var telephone = await karim.OnAnotherDevice();
        var camille = await At(Pole, "Camille Aubry");
        var meeting = await Plans(camille, "Atelier des haies", Today.AddDays(16));
        var (early, late) = (Today.AddDays(23), Today.AddDays(24));
        await camille.GotoAsync(meeting + "/dates");
        await camille.Locator("#day-0").FillAsync($"{early:yyyy-MM-dd}");
        await camille.Locator("#day-1").FillAsync($"{late:yyyy-MM-dd}");
        await camille.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Demander quel jour convient" }).ClickAsync();
        var option = camille.Locator("li[id^='option-']");
        await Expect(option).ToHaveCountAsync(2);
        await StaysOpen(camille);

        await Answers(karim, early, "Peut-être");
        await Expect(karim.Card("Atelier des haies", "C'est noté", "vous : Peut-être")).ToBeVisibleAsync();
        await Expect(option.First).ToContainTextAsync("Karim Haddad : peut-être"); // the open page, by itself
        await Answers(karim, late, "Oui");
        await Expect(option.Last).ToContainTextAsync("Karim Haddad : oui");

        // On the telephone the card is still the one that came: it says which day it means, and counts no less.
        await Answers(telephone, early, "Non");
        await Expect(option.First).ToContainTextAsync("Karim Haddad : non");
        await Expect(option.Last).ToContainTextAsync("Karim Haddad : oui");
        await StayedOpen(camille);

        await option.Last.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(camille.Locator("main")).ToContainTextAsync(InWords(late));
        await Answers(telephone, early, "Oui");
        await Expect(telephone.Card("Atelier des haies", "Ce sondage est clos").GetByRole(AriaRole.Button, new() { Name = "Oui" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Minutes_stand_once_in_the_channel_where_the_bot_was_named_and_lead_to_their_page()
    {
        var karim = await InTeams("Karim Haddad");
        await karim.Mentions("Projets", "bonjour", "Post");
        await Expect(karim.Page.Locator("body")).ToContainTextAsync("Bonjour Karim");

        var camille = await At($"{Pole}/ateliers?annee={Today.Year - 1}", "Camille Aubry");
        await camille.Locator("#rhythm .value a[title*='Atelier du pôle']").Last.ClickAsync();
        await camille.GetByRole(AriaRole.Link, new() { Name = "Lire le compte rendu" }).ClickAsync();
        var title = await camille.Locator("main h1").InnerTextAsync();
        await Posts(camille);
        await Expect(camille.Locator("main")).ToContainTextAsync("Publié dans Teams (Coopérative · Projets) par Camille Aubry"); // by itself
        await camille.ReloadAsync();
        await Posts(camille);
        await Expect(camille.GetByText("Publié dans Teams (Coopérative · Projets)")).ToHaveCountAsync(1);
        await Expect(camille.GetByText("En route vers Teams")).ToHaveCountAsync(0);

        var told = karim.Page.GetByText(title);
        await Expect(told).ToHaveCountAsync(1);
        await Expect(karim.Page.Locator($"a[href$='{new Uri(camille.Url).AbsolutePath}']")).ToHaveCountAsync(1);
    }

    /// <summary>Presses one day's answer on the last card of the poll.</summary>
    private static async Task Answers(Seat seat, DateOnly day, string answer)
    {
        var card = seat.Card("Atelier des haies");
        await Seat.Presses(card.Locator(".ac-container").Filter(new() { HasText = InWords(day) }).Last, answer);
    }

    private static async Task Posts(IPage camille)
    {
        await camille.Locator("summary", new() { HasText = "Publier dans Teams" }).ClickAsync();
        await camille.Locator("#room").SelectOptionAsync(new SelectOptionValue { Label = "Coopérative · Projets" });
        await camille.GetByRole(AriaRole.Button, new() { Name = "Publier dans Teams" }).ClickAsync();
        await Expect(camille.Locator("#notice")).ToBeVisibleAsync();
    }

    private static string InWords(DateOnly day) => $"{(day.Day == 1 ? "1er" : day.Day)} {day.ToString("MMMM", CultureInfo.GetCultureInfo("fr"))}";
}
