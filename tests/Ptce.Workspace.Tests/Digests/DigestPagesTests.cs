using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

public sealed class DigestPagesTests
{
    private static async Task<(App App, string Home)> Start()
    {
        var app = await App.Start();
        return (app, $"/p/{app.Cast.Pole.Slug}/bilans");
    }

    /// <summary>March: two hours of Bruno's for Val Horizon, a room, one line still to confirm.</summary>
    private static async Task<string> March(App app)
    {
        var cast = app.Cast;
        await app.Db.Write(cast.Pole.Id, tx => tx.AddRows("contributions",
            ["id", "pole_id", "person_id", "organisation_id", "beneficiary_id", "kind", "day", "minutes", "quantity_milli", "unit", "unit_value_cents", "channel", "state", "logged_at"],
            [
                ["l1", cast.Pole.Id, cast.Bruno.PersonId, cast.Organisation("Elips"), cast.Organisation("Val Horizon"), "benevolat_usager", "2026-03-02", 120L, null, null, null, "web", "validated", 0L],
                ["l2", cast.Pole.Id, null, cast.Organisation("La Coursive"), null, "locaux", "2026-03-03", 0L, 3000L, "heure", 25_00L, "web", "validated", 0L],
                ["l3", cast.Pole.Id, cast.Elise.PersonId, cast.Organisation("Re-Sources"), null, "benevolat_politique", "2026-03-04", 60L, null, null, null, "web", "submitted", 0L],
            ]));
        var digests = app.Get<Digests>();
        return (await digests.Compile(await digests.Ask(cast.Chloe, new(2026, 3, 1), new(2026, 3, 31), byJob: false))).Id;
    }

    [Fact]
    public async Task The_text_behind_the_hash_is_a_link_away_for_whoever_may_read_the_digest()
    {
        var (app, home) = await Start();
        await using var _ = app;
        var id = await March(app);
        var chloe = app.SignedIn(app.Cast.Chloe);
        var page = await chloe.Page($"{home}/{id}");

        var link = page.QuerySelector("a[href$='/text']")!.GetAttribute("href")!;
        var text = await chloe.GetByteArrayAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal(page.Says("#hash"), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text)));
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Farid).GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task From_asking_for_a_period_to_its_approval_by_pages_alone()
    {
        var (app, home) = await Start();
        await using var _ = app;
        var id = await March(app);
        var chloe = app.SignedIn(app.Cast.Chloe);
        var elise = app.SignedIn(app.Cast.Elise);

        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post($"{home}/{id}?handler=Open", [])).StatusCode);
        var page = await elise.Page($"{home}/{id}");
        Assert.Equal("Approuver 2 h", page.Says("#approve button"));
        Assert.Contains("99,04 €", page.Says(".figures"));
        var hash = page.QuerySelector("#approve input[name=hash]")!.GetAttribute("value")!;

        var stale = await elise.Send(page, $"{home}/{id}?handler=Approve", new() { ["hash"] = new string('0', 64) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Contains(hash[..12], (await stale.Page()).Says("#refused-hash"));

        Assert.Equal(HttpStatusCode.SeeOther, (await elise.Send(page, $"{home}/{id}?handler=Approve", new() { ["hash"] = hash })).StatusCode);
        page = await elise.Page($"{home}/{id}?verifier=1");
        Assert.Equal("approuvé", page.Says(".page-head .state"));
        Assert.Contains("intact", page.Says("#verdict"));
        Assert.Contains("Élise Fournier", page.Says("#votes ~ .table"));
    }

    [Fact]
    public async Task The_page_says_what_each_college_brings_and_who_is_missing_and_still_does_once_it_is_approved()
    {
        var (app, home) = await Start();
        await using var _ = app;
        var (cast, digests, voting) = (app.Cast, app.Get<Digests>(), app.Get<Voting>());
        await voting.SetRules(cast.Ines, VotingRules.Usual with { Colleges = [new("", "Fondateurs", 5_000), new("", "Usagers", 3_000), new("", "Partenaires", 2_000)] });
        var colleges = (await voting.Rules(cast.Ines)).Colleges.ToDictionary(c => c.Name, c => c.Id);
        await voting.SetCollege(cast.Ines, cast.Organisation("Elips"), colleges["Fondateurs"]);
        await voting.SetCollege(cast.Ines, cast.Organisation("Re-Sources"), colleges["Usagers"]);
        var id = await March(app);
        await digests.OpenReview(cast.Chloe, id);
        await digests.Approve(cast.Elise, id, (await digests.One(cast.Chloe, id)).Hash!); // the quorum of one, and 30 of 80 % of the weight

        var chloe = app.SignedIn(cast.Chloe);
        var page = await chloe.Page($"{home}/{id}");
        Assert.Contains("37,5 % atteints, il en faut plus de la moitié. Le quorum est atteint ; il manque encore du poids", page.Says("main").Plain());
        Assert.Contains("Pas encore répondu : Elips.", page.Says("main").Plain());
        Assert.Equal("Fondateurs : 50 % des voix, accords 0 sur 1, apporte 0 %", page.Says($"#college-{colleges["Fondateurs"]}").Plain());
        Assert.Equal("Elips pas encore répondu : Bruno Keller", page.Says($"#voice-{cast.Organisation("Elips")}").Plain());

        await digests.Approve(cast.Bruno, id, (await digests.One(cast.Chloe, id)).Hash!);
        page = await chloe.Page($"{home}/{id}");
        Assert.Contains("Par collège : 100 % atteints, il en fallait plus de la moitié.", page.Says("section[aria-labelledby=proof]").Plain());
        Assert.Contains("a approuvé : Bruno Keller", page.Says($"#voice-{cast.Organisation("Elips")}").Plain());
    }

    [Fact]
    public async Task The_form_asks_for_a_period_and_shows_it_again_with_the_reason_when_it_is_none()
    {
        var (app, home) = await Start();
        await using var _ = app;
        var chloe = app.SignedIn(app.Cast.Chloe);

        var refused = await chloe.Post(home, new() { ["from"] = "2026-03-31", ["to"] = "2026-03-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Page();
        Assert.Equal("Le dernier jour est avant le premier.", page.Says("#refused-to"));
        Assert.Equal("2026-03-31", page.QuerySelector("#from")!.GetAttribute("value"));

        var asked = await chloe.Post(home, new() { ["from"] = "2026-03-01", ["to"] = "2026-03-31" });
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.StartsWith(home + "/", asked.Headers.Location!.ToString());
        var amina = app.SignedIn(app.Cast.Amina);
        Assert.DoesNotContain("Compiler une période", (await amina.Page(home)).Says());
        Assert.Equal(HttpStatusCode.Forbidden, (await amina.Post(home, new() { ["from"] = "2026-03-01", ["to"] = "2026-03-31" })).StatusCode);
    }

    [Fact]
    public async Task Every_figure_leads_to_its_lines_and_quantities_can_stand_alone()
    {
        var (app, home) = await Start();
        await using var _ = app;
        var id = await March(app);
        var chloe = app.SignedIn(app.Cast.Chloe);
        var page = await chloe.Page($"{home}/{id}");

        foreach (var link in page.QuerySelectorAll($"a[href*='{id}/lignes']").Select(a => a.GetAttribute("href")!).Distinct().ToList())
            Assert.NotEmpty((await chloe.Page(link)).QuerySelectorAll("tbody tr"));
        Assert.Equal(page.Says("#account-8611 td"), page.Says("#account-871 td"));
        Assert.Contains("à confirmer par l'autre partie", page.Says("#reason-submitted"));
        Assert.Contains("SMIC brut", page.Says("section[aria-labelledby=method]"));

        Assert.DoesNotContain("€", (await chloe.Page($"{home}/{id}?valeurs=non")).Says("section[aria-labelledby=kinds]"));
    }

    [Fact]
    public async Task A_member_reads_names_of_their_own_organisation_only_and_an_observer_nothing_before_approval()
    {
        var (app, home) = await Start();
        await using var _ = app;
        var id = await March(app);

        Assert.Contains("Bruno", (await app.SignedIn(app.Cast.Chloe).Page($"{home}/{id}/lignes")).Says("tbody"));
        Assert.DoesNotContain("Bruno", (await app.SignedIn(app.Cast.Amina).Page($"{home}/{id}/lignes")).Says("tbody"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Farid).GetAsync($"{home}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync($"{home}/{id}")).StatusCode);
    }

    [Fact]
    public async Task The_api_asks_shows_approves_and_refuses_in_the_callers_language()
    {
        var (app, _) = await Start();
        await using var __ = app;
        var id = await March(app);
        var api = $"/api/v1/poles/{app.Cast.Pole.Slug}/digests";
        var elise = app.SignedIn(app.Cast.Elise);

        Assert.Equal(HttpStatusCode.OK, (await app.SignedIn(app.Cast.David).PostAsync($"{api}/{id}/review", null)).StatusCode);
        var shown = await elise.GetFromJsonAsync<JsonElement>($"{api}/{id}");
        Assert.Equal(("review", 99_04), (shown.GetProperty("state").GetString(), shown.GetProperty("valueCents").GetInt64()));
        var lines = await elise.GetFromJsonAsync<JsonElement>($"{api}/{id}/lines");
        Assert.Equal("Bruno Keller", lines.GetProperty("lines")[0].GetProperty("person").GetString());

        var refused = await app.SignedIn(app.Cast.Bruno).PostAsJsonAsync($"{api}/{id}/approval", new { hash = "abc" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("The digest has changed", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
        var approved = await elise.PostAsJsonAsync($"{api}/{id}/approval", new { hash = shown.GetProperty("hash").GetString() });
        Assert.Equal("approved", (await approved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Accepted, (await app.SignedIn(app.Cast.Chloe).PostAsJsonAsync(api, new { from = "2026-04-01", to = "2026-04-30" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Amina).PostAsJsonAsync(api, new { from = "2026-04-01", to = "2026-04-30" })).StatusCode);
    }

    [Fact]
    public async Task In_quantities_alone_no_page_shows_a_euro_down_to_the_lines()
    {
        var (app, home) = await Start();
        await using var _ = app;
        var id = await March(app);
        var david = app.SignedIn(app.Cast.David);

        string[] addresses = [$"{home}/{id}?valeurs=non", $"{home}/{id}/dossiers/pilotage?valeurs=non", $"{home}/{id}/dossiers/organisation?valeurs=non&organisation={app.Cast.Organisation("Elips")}"];
        var seen = new HashSet<string>();
        foreach (var address in addresses)
        {
            var page = await david.Page(address);
            Assert.DoesNotContain("€", page.Says("main"));
            foreach (var lines in page.QuerySelectorAll("main a[href*='/lignes'], main a[href*='/dossiers']").Where(a => a.Closest(".filters") is null).Select(a => a.GetAttribute("href")!).Where(h => !h.Contains(".xlsx") && !h.Contains(".csv") && !h.EndsWith("/chiffres", StringComparison.Ordinal)).Where(seen.Add))
            {
                Assert.Contains("valeurs=non", lines);
                if (lines.Contains("/lignes", StringComparison.Ordinal)) Assert.DoesNotContain("€", (await david.Page(lines)).Says("main"));
            }
        }
        Assert.True(seen.Count > 8);
    }
}
