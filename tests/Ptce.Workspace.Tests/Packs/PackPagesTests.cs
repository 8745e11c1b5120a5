using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

public sealed partial class PackPagesTests
{
    /// <summary>March: two hours of Bruno's for Val Horizon, a room, one line still to confirm.</summary>
    private static async Task<(App App, string Home)> March(Func<Cast, object?[][]>? more = null)
    {
        var app = await App.Start();
        var cast = app.Cast;
        await app.Db.Write(cast.Pole.Id, tx => tx.AddRows("contributions",
            ["id", "pole_id", "person_id", "organisation_id", "beneficiary_id", "kind", "day", "minutes", "quantity_milli", "unit", "unit_value_cents", "channel", "state", "logged_at"],
            [
                ["l1", cast.Pole.Id, cast.Bruno.PersonId, cast.Organisation("Elips"), cast.Organisation("Val Horizon"), "benevolat_usager", "2026-03-02", 120L, null, null, null, "web", "validated", 0L],
                ["l2", cast.Pole.Id, null, cast.Organisation("La Coursive"), null, "locaux", "2026-03-03", 0L, 3000L, "<script>", 25_00L, "web", "validated", 0L],
                ["l3", cast.Pole.Id, cast.Elise.PersonId, cast.Organisation("Re-Sources"), null, "benevolat_politique", "2026-03-04", 60L, null, null, null, "web", "submitted", 0L],
                .. more?.Invoke(cast) ?? [],
            ]));
        var digests = app.Get<Digests>();
        var id = (await digests.Compile(await digests.Ask(cast.Chloe, new(2026, 3, 1), new(2026, 3, 31), byJob: false))).Id;
        return (app, $"/p/{cast.Pole.Slug}/bilans/{id}/dossiers");
    }

    [Fact]
    public async Task From_the_digest_to_every_pack_and_from_a_figure_to_its_lines()
    {
        var (app, home) = await March();
        await using var _ = app;
        var david = app.SignedIn(app.Cast.David);

        Assert.NotNull((await david.Page(home[..^"/dossiers".Length])).QuerySelector($"a[href='{home}']"));
        var index = await david.Page(home);
        var packs = index.QuerySelectorAll("li[id^=pack-] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(PackNames.All.Count, packs.Count);
        foreach (var pack in packs)
        {
            var page = await david.Page(pack);
            Assert.Contains("empreinte", page.Says("#pack-proof ~ p, section[aria-labelledby=pack-proof]"), StringComparison.OrdinalIgnoreCase);
            Assert.Empty(page.QuerySelectorAll("main script, main [style]"));
            using var file = await david.GetAsync(pack + ".xlsx");
            Assert.Equal((HttpStatusCode.OK, PackDoors.Spreadsheet), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        }

        var cvn = await david.Page($"{home}/cvn");
        Assert.Equal("Total 86 2 2 h 99,04", cvn.QuerySelectorAll("tr.total").Select(r => string.Join(" ", r.Children.Select(c => c.TextContent.Trim().Plain()).Where(c => c != ""))).First());
        var lines = await david.Page(cvn.QuerySelectorAll("tbody a").First(a => a.TextContent == "864").GetAttribute("href")!);
        Assert.Equal("1 ligne, 2 h, 24,04 €", lines.Says("#sum"));
        Assert.NotNull(lines.QuerySelector("#line-l1"));

        using var csv = await david.GetAsync($"{home}/cvn.csv");
        Assert.Contains("864;", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await david.GetAsync($"{home}/cvn.csv?feuille=rien")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await david.GetAsync($"{home}/rien")).StatusCode);
    }

    [Fact]
    public async Task Whoever_adds_up_the_rows_of_a_page_finds_its_totals()
    {
        var (app, home) = await March(cast =>
        [
            ["l4", cast.Pole.Id, cast.Elise.PersonId, cast.Organisation("Re-Sources"), cast.Organisation("Elips"), "benevolat_usager", "2026-03-09", 95L, null, null, null, "web", "validated", 0L],
            ["l5", cast.Pole.Id, cast.David.PersonId, cast.Organisation("Valoprest"), null, "temps_salarie", "2026-03-10", 125L, null, null, null, "web", "validated", 0L],
        ]);
        await using var _ = app;
        var david = app.SignedIn(app.Cast.David);
        var totals = 0;
        foreach (var name in PackNames.All)
            foreach (var body in (await david.Page($"{home}/{name}")).QuerySelectorAll("tbody"))
            {
                var rows = body.QuerySelectorAll("tr:not(.total):not(:has(.block))").ToList();
                if (body.QuerySelector("tr.total") is not { } total) continue;
                for (var i = 1; i < total.Children.Length; i++)
                    if (total.Children[i].TextContent.Trim() is { Length: > 0 } said)
                    {
                        Assert.Equal(Number(said), rows.Sum(r => Number(r.Children[i].TextContent)));
                        totals++;
                    }
            }
        Assert.True(totals > 20, $"{totals} totals");
    }

    /// <summary>"1 234,50", "2 h 30" in minutes, "" as nothing.</summary>
    private static decimal Number(string said)
    {
        var plain = Spaces().Replace(said, "");
        if (plain == "") return 0;
        return Time().Match(plain) is { Success: true } m
            ? (m.Groups[1].Value == "-" ? -1 : 1) * ((m.Groups[2].Success ? int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) * 60 : 0) + (m.Groups[3].Success ? int.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture) : 0))
            : decimal.Parse(plain, CultureInfo.GetCultureInfo("fr-FR"));
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^([-−]?)(?:(\d+)h)?(?:(\d+)(?:min)?)?$(?<=h\d*|min)")]
    private static partial Regex Time();

    [Fact]
    public async Task The_steering_page_draws_the_flow_and_can_show_quantities_alone()
    {
        var (app, home) = await March();
        await using var _ = app;
        var amina = app.SignedIn(app.Cast.Amina);
        var page = await amina.Page($"{home}/pilotage");

        foreach (var drawing in (string[])["narrow", "wide"]) Assert.Single(page.QuerySelectorAll($".flow svg.{drawing} a[href]"));
        Assert.Contains("Elips", page.Says(".flow svg text"));
        Assert.Contains("99,04", page.Says(".figures"));
        var quantities = await amina.Page($"{home}/pilotage?valeurs=non");
        Assert.DoesNotContain("€", quantities.Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observers_read_packs_of_what_is_approved_and_nothing_about_people_or_pay()
    {
        var (app, home) = await March();
        await using var _ = app;
        var farid = app.SignedIn(app.Cast.Farid);
        Assert.Equal(HttpStatusCode.NotFound, (await farid.GetAsync(home)).StatusCode);
        var id = home.Split('/')[^2];
        await app.Get<Digests>().OpenReview(app.Cast.Chloe, id);
        await app.Get<Digests>().Approve(app.Cast.Elise, id, (await app.Get<Digests>().One(app.Cast.Elise, id)).Hash!);

        Assert.Equal(["pilotage", "organisation", "cvn", "ecritures", "cerfa-15059", "cerfa-12156", "interreg-plafond"], (await farid.Page(home)).QuerySelectorAll("li[id^=pack-]").Select(l => l.Id!["pack-".Length..]));
        await farid.Page($"{home}/pilotage");
        Assert.Equal(HttpStatusCode.Forbidden, (await farid.GetAsync($"{home}/ecritures.txt")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await farid.GetAsync($"{home}/interreg-temps")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await farid.GetAsync($"/p/{app.Cast.Pole.Slug}/bilans/couts")).StatusCode);
        Assert.DoesNotContain("Bruno", (await farid.Page($"{home}/lignes?nature=benevolat_usager")).Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_and_costs_are_kept_and_refused_at_the_field()
    {
        var (app, home) = await March();
        await using var _ = app;
        var david = app.SignedIn(app.Cast.David);
        var settings = $"/p/{app.Cast.Pole.Slug}/bilans/reglages";
        Dictionary<string, string> form = new() { ["carrier_form"] = "scic", ["board_cvn"] = "out", ["board_cerfa"] = "grid", ["board_steering"] = "in", ["staff_method"] = "flat20", ["direct"] = "1 234,50" };

        Assert.Equal(HttpStatusCode.SeeOther, (await david.Post(settings, form)).StatusCode);
        Assert.Contains("246,90", (await david.Page($"{home}/interreg-temps")).Says("table"));
        Assert.Contains("extra-comptable", (await david.Page($"{home}/cvn")).Says("h1"));
        form["direct"] = "-3";
        var refused = await david.Post(settings, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Un montant", (await refused.Page()).Says("#refused-direct"));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Amina).GetAsync(settings)).StatusCode);

        var costs = $"/p/{app.Cast.Pole.Slug}/bilans/couts";
        var kept = await david.Post(costs, new() { ["person"] = app.Cast.Amina.PersonId, ["from"] = "2026-01-01", ["annual"] = "43 000", ["share"] = "100", ["document"] = "Bulletins" });
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Contains("25,00", (await david.Page(costs)).Says("table"));
        Assert.DoesNotContain("25,00", (await app.SignedIn(app.Cast.Bruno).Page(costs)).Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_export_is_asked_for_made_and_fetched()
    {
        var (app, home) = await March();
        await using var _ = app;
        var david = app.SignedIn(app.Cast.David);

        Assert.Equal(HttpStatusCode.SeeOther, (await david.Post($"{home}?handler=Export", new() { ["what"] = "lines", ["format"] = "csv" })).StatusCode);
        var id = await app.Db.One<string>("select id from exports");
        await Soon.True(async () => (await david.Page(home)).QuerySelector($"#export-{id} a.button") is not null, "The export was not made.");
        var link = (await david.Page(home)).QuerySelector($"#export-{id} a.button")!.GetAttribute("href")!;
        using var file = await david.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Contains("24,04", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Chloe).GetAsync(link)).StatusCode);

        // In a browser, the page that says so.
        using var passedOn = new HttpRequestMessage(HttpMethod.Get, link);
        passedOn.Headers.Accept.ParseAdd("text/html");
        using var refused = await app.SignedIn(app.Cast.Chloe).SendAsync(passedOn);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Contains("Introuvable", (await refused.Page()).Says("main"));

        // Its time is over: the address leads back to where it can be asked for again.
        await app.Db.Write(app.Cast.Pole.Id, tx => tx.Execute("update exports set expires_at = 1 where id = @id", new { id }));
        using var over = await david.GetAsync(link);
        Assert.Equal((HttpStatusCode.Redirect, $"{home}#export-{id}"), (over.StatusCode, over.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Chloe).GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_period_without_sponsorship_says_so_and_what_to_do()
    {
        var (app, home) = await March();
        await using var _ = app;
        var page = await app.SignedIn(app.Cast.David).Page($"{home}/mecenat");
        Assert.Contains("Aucun mécénat de compétences validé sur cette période", page.Says(".empty"));
        Assert.Equal($"/p/{app.Cast.Pole.Slug}/contributions", page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("#table-mecenat"));
        Assert.NotNull(page.QuerySelector("#note-0")); // the rule stays, for who prepares it
    }
}
