using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class ContributionsPageTests
{
    [Fact]
    public async Task A_line_goes_from_one_person_to_the_other_party_to_the_cell_by_their_pages()
    {
        await using var app = await App.Start();
        var list = $"/p/{app.Cast.Pole.Slug}/contributions";
        var (amina, bruno, chloe) = (app.SignedIn(app.Cast.Amina), app.SignedIn(app.Cast.Bruno), app.SignedIn(app.Cast.Chloe));
        Assert.NotNull((await amina.Page(list)).QuerySelector(".empty"));

        var logged = await amina.Post($"{list}?handler=Log", new()
        {
            ["minutes"] = "1 h 30",
            ["day"] = "2026-11-18",
            ["activity"] = "Copil",
            ["kind"] = "default",
            ["parties"] = app.Cast.Organisation("Elips"),
            ["key"] = "k1",
        });
        Assert.Equal(HttpStatusCode.SeeOther, logged.StatusCode);
        var mine = await amina.Page(list);
        Assert.Contains("C'est noté : 1 h 30 · copil · mercredi 18 novembre.", mine.Says("#notice"));
        Assert.Contains("1 h 30 dans le mois, dont 0 min validées.", mine.Says("main"));

        var asked = await bruno.Page(list);
        Assert.Equal("Confirm 1 h 30", asked.QuerySelector("#to_confirm ~ form .row button")!.TextContent.Plain());
        var id = asked.QuerySelector(".row button")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await bruno.Send(asked, $"{list}?handler=Confirm", new() { ["one"] = id })).StatusCode);

        var toValidate = await chloe.Page(list);
        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Send(toValidate, $"{list}?handler=Validate", new() { ["ids"] = id })).StatusCode);
        var line = await amina.Page($"{list}/{id}");
        Assert.Contains("confirmée par Bruno Keller", line.Says(".chain"));
        Assert.Contains("validée par Chloé Perrin", line.Says(".chain"));
        Assert.Contains("Amina Belkacem a noté cette ligne", line.Says(".feed"));
        Assert.Contains("reste telle quelle", line.Says("#correct"));
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_why_at_the_field()
    {
        await using var app = await App.Start();
        var list = $"/p/{app.Cast.Pole.Slug}/contributions";
        var amina = app.SignedIn(app.Cast.Amina);

        var refused = await amina.Post($"{list}?handler=Log", new() { ["minutes"] = "90", ["day"] = "2026-11-18", ["activity"] = "le tri des <dons>", ["kind"] = "default" });

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Page();
        Assert.Contains("« 90 » ne dit pas une durée", page.Says("#refused-minutes"));
        Assert.Equal("le tri des <dons>", page.QuerySelector("#activity")!.GetAttribute("value"));
        var future = await (await amina.Post($"{list}?handler=Log", new() { ["minutes"] = "2h", ["day"] = "2026-11-20", ["kind"] = "default" })).Page();
        Assert.Contains("pas encore passé", future.Says("#refused-day"));
        Assert.Equal(422, (int)(await amina.Post($"{list}?handler=Confirm", [])).StatusCode);
    }

    [Fact]
    public async Task A_lorry_lent_to_nobody_in_particular_is_logged_as_a_browser_sends_it()
    {
        await using var app = await App.Start();
        var (list, amina) = ($"/p/{app.Cast.Pole.Slug}/contributions", app.SignedIn(app.Cast.Amina));

        var logged = await amina.Post($"{list}?handler=Log", new()
        {
            ["minutes"] = "",
            ["day"] = "2026-11-18",
            ["kind"] = "vehicule",
            ["parties"] = "",
            ["quantity"] = "3",
            ["unit"] = "jour",
            ["unit_value"] = "",
            ["basis"] = "depreciation",
            ["price"] = "24 000",
            ["life"] = "1460",
            ["share"] = "50",
            ["running"] = "4,5",
        });

        Assert.Equal(303, (int)logged.StatusCode);
        Assert.Equal(12_72, await app.Db.One<long>("select unit_value_cents from contributions where kind = 'vehicule'"));
    }

    [Fact]
    public async Task A_line_is_contested_answered_and_corrected_on_its_page()
    {
        await using var app = await App.Start();
        var id = (await app.Get<Contributions>().Log(app.Cast.Amina, [new(new(2026, 11, 18), 120, "default", "cotech", [app.Cast.Organisation("Elips")], Sentence: "2h hier au cotech avec <b>Elips</b>")], "chat"))[0].Id;
        var here = $"/p/{app.Cast.Pole.Slug}/contributions/{id}";
        var (amina, bruno) = (app.SignedIn(app.Cast.Amina), app.SignedIn(app.Cast.Bruno));
        Assert.Contains("“2h hier au cotech avec <b>Elips</b>”", (await bruno.Page(here)).Says(".facts"));

        Assert.Equal(422, (int)(await bruno.Post($"{here}?handler=Contest", new() { ["reason"] = " " })).StatusCode);
        await bruno.Post($"{here}?handler=Contest", new() { ["reason"] = "Une heure." });
        Assert.Contains("Bruno Keller conteste cette ligne : « Une heure. »", (await amina.Page(here)).Says(".notice"));
        await amina.Post($"{here}?handler=Answer", new() { ["reply"] = "Deux." });
        var corrected = await amina.Post($"{here}?handler=Correct", new() { ["minutes"] = "1 h 45", ["day"] = "2026-11-18", ["activity"] = "cotech", ["kind"] = "temps_salarie", ["parties"] = app.Cast.Organisation("Elips") });

        Assert.Equal(here, corrected.Headers.Location!.OriginalString);
        Assert.Contains("1 h 45, cotech", (await amina.Page(here)).Says("h1"));
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post($"{here}?handler=Cancel", [])).StatusCode);
        Assert.Contains("retirée", (await amina.Page(here)).Says(".state"));
    }

    [Fact]
    public async Task Lists_narrow_page_and_keep_to_what_the_reader_may_see()
    {
        await using var app = await App.Start();
        var list = $"/p/{app.Cast.Pole.Slug}/contributions";
        var ledger = app.Get<Contributions>();
        await ledger.Log(app.Cast.Bruno, [.. Enumerable.Range(1, 60).Select(i => new NewContribution(new DateOnly(2026, 9, 1).AddDays(i), 30, "default", "atelier", [app.Cast.Organisation("Re-Sources")]))], "web");
        await ledger.Log(app.Cast.Amina, [new(new(2026, 11, 18), 60, "default", "copil")], "web");

        var david = app.SignedIn(app.Cast.David);
        var all = await david.Page($"{list}?vue=toutes");
        Assert.Equal(50, all.QuerySelectorAll("details.month .row").Length);
        var next = await david.Page(all.QuerySelector("p.acts a[href*=apres]")!.GetAttribute("href")!);
        Assert.Equal(11, next.QuerySelectorAll("details.month .row").Length);
        Assert.Single((await david.Page($"{list}?vue=toutes&organisation={app.Cast.Organisation("Val Horizon")}")).QuerySelectorAll("details.month .row"));
        Assert.NotNull((await david.Page($"{list}?vue=toutes&etat=locked")).QuerySelector(".empty"));
        Assert.Equal(1, (await app.SignedIn(app.Cast.Amina).Page($"{list}?vue=toutes")).QuerySelectorAll(".row").Length);

        var farid = await app.SignedIn(app.Cast.Farid).GetAsync(list);
        Assert.Equal(HttpStatusCode.Forbidden, farid.StatusCode);
        var zora = await app.SignedIn(app.Cast.Zora).GetAsync($"{list}");
        Assert.Equal(HttpStatusCode.NotFound, zora.StatusCode);
        var id = (await ledger.LastOf(app.Cast.Bruno))!.Id;
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync($"/p/{app.Cast.Other.Slug}/contributions/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Amina).GetAsync($"{list}/{id}")).StatusCode);
    }
}
