using System.Net;
using System.Net.Http.Json;

namespace Ptce.Workspace.Tests;

public sealed class SessionPageTests
{
    [Fact]
    public async Task From_the_point_that_is_spoken_of_to_notes_a_decision_and_an_action_on_one_page()
    {
        await using var app = await App.Start();
        var workshops = app.Get<Workshops>();
        await workshops.Plan(app.Cast.Chloe, MeetingsFolk.SixWeekly() with { Anchor = new(2026, 11, 19), Starts = new(9, 0) });
        var meeting = (await workshops.Next(app.Cast.Chloe, 1))[0];
        await workshops.Propose(app.Cast.Amina, meeting.Id, false, "Broyeur <mobile>", 20, "decide");
        var item = (await workshops.AgendaOf(app.Cast.Chloe, meeting.Id)).Items[0].Id;
        var (pole, amina, chloe, farid) = ($"/p/{app.Cast.Pole.Slug}", app.SignedIn(app.Cast.Amina), app.SignedIn(app.Cast.Chloe), app.SignedIn(app.Cast.Farid));
        var here = $"{pole}/ateliers/{meeting.Id}/seance";

        Assert.NotNull((await amina.Page($"{pole}/ateliers/{meeting.Id}")).QuerySelector($"a[href='{here}']"));
        await amina.Post(here + "?handler=Point", new() { ["item"] = item, ["act"] = "begin" });
        var page = await amina.Page(here);
        Assert.NotNull(page.QuerySelector(".point.running textarea[data-note]"));
        Assert.Equal("true", page.QuerySelector(".timer")!.GetAttribute("data-running"));

        var notes = $"/api/v1/poles/{app.Cast.Pole.Slug}/meetings";
        var saved = await amina.PutAsJsonAsync($"{notes}/points/{item}/notes", new { id = "1", known = "", text = "Il coûte <b>12 000 €</b>." });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("12 000", await chloe.GetStringAsync($"{notes}/{meeting.Id}/notes"));
        Assert.Equal(HttpStatusCode.Forbidden, (await farid.PutAsJsonAsync($"{notes}/points/{item}/notes", new { id = "2", known = "", text = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await amina.PutAsync($"{notes}/points/{item}/notes", new StringContent("x"))).StatusCode);

        var refused = await amina.Post(here + "?handler=Decide", new() { ["item"] = item, ["body"] = "", ["mode"] = "vote" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await amina.Post(here + "?handler=Decide", new() { ["item"] = item, ["body"] = "Acheter le broyeur", ["mode"] = "vote" });
        await amina.Post(here + "?handler=Agree", new() { ["item"] = item, ["what"] = "Appeler le loueur", ["owner"] = app.Cast.Amina.PersonId, ["due"] = "2026-12-01" });
        page = await chloe.Page(here);
        Assert.Contains("Acheter le broyeur", page.Says(".point"));
        Assert.Contains("Appeler le loueur", page.Says(".point"));
        Assert.Contains("Écrit par Amina Belkacem", page.Says(".point"));

        var decision = page.QuerySelector(".row[id^=decision-]")!.Id!["decision-".Length..];
        await chloe.Post($"{pole}/decisions/{decision}?handler=Run", new() { ["act"] = "open", ["retour"] = here });
        await amina.Post($"{pole}/decisions/{decision}?handler=Say", new() { ["choice"] = "yes" });
        Assert.Contains("pour", (await amina.Page($"{pole}/decisions/{decision}")).Says($"#voice-{app.Cast.Organisation("Val Horizon")}"));
        await chloe.Post($"{pole}/decisions/{decision}?handler=Run", new() { ["act"] = "close" });
        Assert.Contains("Acheter le broyeur", (await amina.Page($"{pole}/decisions?q=broyeur&etat=adopted")).Says(".rows"));
        Assert.Contains("Pour : 1, contre : 0", (await amina.Page($"{pole}/decisions/{decision}")).Says("main"));
        Assert.Contains("Appeler le loueur", (await amina.Page($"{pole}/actions?etat=mine")).Says(".rows"));
        Assert.Contains("Appeler le loueur", (await amina.Page(pole)).Says("main"));
        var action = (await amina.Page(pole)).QuerySelector(".row[id^=action-]")!.Id!["action-".Length..];
        Assert.Contains("Appeler le loueur", (await chloe.Page($"{pole}/actions/{action}")).Says("h1"));
        await amina.Post($"{pole}/actions/{action}?handler=End", new() { ["state"] = "done" });
        Assert.Contains("faite", (await amina.Page($"{pole}/actions/{action}")).Says("header"));
        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post(here + "?handler=Finish", new() { ["finished"] = "true" })).StatusCode);
        Assert.Empty((await amina.Page(here)).QuerySelectorAll("textarea[data-note]"));
    }

    [Fact]
    public async Task The_rules_of_voting_are_set_on_a_page_and_what_the_law_forbids_is_refused_at_its_field()
    {
        await using var app = await App.Start();
        var (chloe, here) = (app.SignedIn(app.Cast.Chloe), $"/p/{app.Cast.Pole.Slug}/decisions/regles");
        Dictionary<string, string> rules = new()
        {
            ["by"] = "organisation",
            ["quorum"] = "1/2",
            ["threshold"] = "2/3",
            ["base"] = "Voters",
            ["empty"] = "Zero",
            ["voice"] = "Whole",
            ["proxies"] = "2",
            ["weights"] = "30 Fondateurs\r\n20 Salariés",
        };
        var refused = await chloe.Post(here, rules);
        Assert.NotNull((await refused.Page()).QuerySelector("#refused-weights"));
        Assert.NotNull((await refused.Page()).QuerySelector("#weights[aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post(here, new(rules) { ["weights"] = "50 Fondateurs\r\n30 Salariés\r\n20 % Usagers" })).StatusCode);
        var page = await chloe.Page(here);
        Assert.Contains("3 collèges", page.Says(".lede"));
        Assert.Contains("au moins 2/3 des votants", page.Says(".lede"));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Amina).Post(here, rules)).StatusCode);
    }
}
