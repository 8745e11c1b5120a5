using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class WorkshopsPageTests
{
    private static readonly Dictionary<string, string> Filled = new()
    {
        ["name"] = "Atelier du pôle",
        ["kind"] = "atelier",
        ["audience"] = "pole",
        ["anchor"] = "2026-11-26",
        ["every"] = "6w",
        ["starts"] = "14:00",
        ["minutes"] = "180",
        ["countries"] = "FR",
        ["place"] = "Maison du pôle",
    };

    [Fact]
    public async Task The_coordinator_sees_the_dates_plans_the_series_and_everyone_reads_what_comes_next()
    {
        await using var app = await App.Start();
        var (chloe, home) = (app.SignedIn(app.Cast.Chloe), $"/p/{app.Cast.Pole.Slug}/ateliers");
        Assert.NotNull((await chloe.Page(home)).QuerySelector(".empty a.button.primary"));

        var preview = await chloe.Page($"{home}/series/nouvelle?name=&anchor=2026-01-08&every=6w&starts=14:00&minutes=180&kind=atelier&audience=pole&countries=FR&countries=LU");
        Assert.Contains("mercredi 13 mai", preview.Says("#dates ~ ul, section"));
        var planned = await chloe.Post($"{home}/series/nouvelle", Filled);
        Assert.Equal(HttpStatusCode.SeeOther, planned.StatusCode);
        Assert.Contains("jeudi 26 novembre", (await chloe.Page(planned.Headers.Location!.OriginalString)).Says("main"));

        var amina = app.SignedIn(app.Cast.Amina);
        var page = await amina.Page(home);
        Assert.Contains("jeudi 26 novembre, 14 h – 17 h", page.Says(".rows"));
        Assert.Equal(12, page.QuerySelectorAll(".year > li").Length);
        var meeting = await amina.Page(page.QuerySelector(".row .what a")!.GetAttribute("href")!);
        Assert.Contains("Maison du pôle", meeting.Says("main"));
        Assert.Empty(meeting.QuerySelectorAll("form[action*=Move]"));
    }

    [Fact]
    public async Task A_series_without_a_name_is_refused_at_the_field_and_keeps_what_was_typed()
    {
        await using var app = await App.Start();
        var (chloe, form) = (app.SignedIn(app.Cast.Chloe), $"/p/{app.Cast.Pole.Slug}/ateliers/series/nouvelle");

        var answer = await chloe.Post(form, new(Filled) { ["name"] = " " });
        var page = await answer.Page();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("#refused-name"));
        Assert.Equal("Maison du pôle", page.QuerySelector("#place")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Amina).GetAsync(form)).StatusCode);
    }

    [Fact]
    public async Task A_member_proposes_a_point_and_the_page_says_when_there_is_too_much()
    {
        await using var app = await App.Start();
        await app.Get<Workshops>().Plan(app.Cast.Chloe, MeetingsFolk.Coming());
        var meeting = (await app.Get<Workshops>().Next(app.Cast.Chloe, 1))[0];
        var (amina, here) = (app.SignedIn(app.Cast.Amina), $"/p/{app.Cast.Pole.Slug}/ateliers/{meeting.Id}");

        var refused = await amina.Post(here + "?handler=Propose", new() { ["title"] = "", ["point_minutes"] = "20", ["aim"] = "discuss" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await amina.Post(here + "?handler=Propose", new() { ["title"] = "Broyeur mobile", ["point_minutes"] = "200", ["aim"] = "discuss" });

        var page = await amina.Page(here);
        Assert.Contains("14 h · Broyeur mobile", page.Says("ol.rows"));
        Assert.Contains("20 min de trop", page.Says(".notice"));
        Assert.Equal(["withdraw"], page.QuerySelectorAll("button[name=act]").Select(b => b.GetAttribute("value")));
    }

    [Fact]
    public async Task From_a_tap_at_the_door_to_confirmed_hours_on_the_pages()
    {
        await using var app = await App.Start();
        var workshops = app.Get<Workshops>();
        await workshops.Plan(app.Cast.Chloe, MeetingsFolk.SixWeekly() with { Anchor = new(2026, 11, 19), Starts = new(9, 0) });
        var meeting = (await workshops.Next(app.Cast.Chloe, 1))[0];
        var (home, here) = ($"/p/{app.Cast.Pole.Slug}/ateliers", $"/p/{app.Cast.Pole.Slug}/ateliers/{meeting.Id}");
        var (amina, chloe) = (app.SignedIn(app.Cast.Amina), app.SignedIn(app.Cast.Chloe));

        await chloe.Post(here + "?handler=Door", new() { ["code"] = "true" });
        var code = (await chloe.Page(here)).QuerySelector(".figure .number")!.TextContent;
        var wrong = await amina.Post(here + "?handler=Attend", new() { ["code"] = "?????" });
        Assert.NotNull((await wrong.Page()).QuerySelector("#refused-code"));
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post(here + "?handler=Attend", new() { ["code"] = code })).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post(here + "?handler=Close", new() { ["held_minutes"] = "180" })).StatusCode);

        var page = await amina.Page(home);
        var draft = page.QuerySelector(".row[id^=draft-]")!.Id!["draft-".Length..];
        Assert.Contains("Confirmer 3 h", page.Says($"#draft-{draft}"));
        await amina.Post(home + "?handler=Submit", new() { ["id"] = draft });
        Assert.Empty((await amina.Page(home)).QuerySelectorAll(".row[id^=draft-]"));
        Assert.Contains("à confirmer", (await amina.Page(here)).Says($"#present-{app.Cast.Amina.PersonId}"));
    }
}
