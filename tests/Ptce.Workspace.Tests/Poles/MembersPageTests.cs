using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class MembersPageTests : IAsyncLifetime
{
    private App _app = null!;

    private Cast Cast => _app.Cast;
    private string Here => $"/p/{Cast.Pole.Slug}/pole";

    public async ValueTask InitializeAsync() => _app = await App.Start();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_member_reads_who_is_there_since_when_and_as_what_and_gets_no_button()
    {
        var page = await _app.SignedIn(Cast.Amina).Page(Here);
        Assert.Contains("Val Horizon", page.Says("section[aria-labelledby=circle-membre]"));
        Assert.Contains("depuis le 19 novembre 2026", page.Says("section[aria-labelledby=circle-membre]"));
        Assert.Contains("Université de Lorraine", page.Says("section[aria-labelledby=circle-partenaire]"));
        Assert.Equal("Bruno Keller Membre, Comité de pilotage, Elips", page.Says($"#person-{Cast.Bruno.PersonId}"));
        Assert.Empty(page.QuerySelectorAll($"a[href='{Here}/personne'], a[href='{Here}/organisation']"));

        var bruno = await _app.SignedIn(Cast.Amina).Page($"{Here}/{Cast.Bruno.PersonId}");
        Assert.DoesNotContain("bruno@elips.test", bruno.Says());
        Assert.Empty(bruno.QuerySelectorAll("main form"));
        Assert.Contains("bruno@elips.test", (await _app.SignedIn(Cast.Chloe).Page($"{Here}/{Cast.Bruno.PersonId}")).Says());
    }

    [Fact]
    public async Task The_coordinator_gives_a_mandate_sees_what_is_refused_at_its_field_and_ends_it()
    {
        var chloe = _app.SignedIn(Cast.Chloe);
        Dictionary<string, string> form = new()
        {
            ["name"] = "Rose Petit",
            ["email"] = "rose@",
            ["organisation"] = Cast.Organisation("Elips"),
            ["role"] = "treasurer",
            ["engagement"] = "salarie",
            ["from"] = "2026-11-19",
        };
        var refused = await chloe.Post($"{Here}/personne", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Page();
        Assert.Contains("rose@", page.Says("#refused-email"));
        Assert.Equal(("Rose Petit", "treasurer"), (page.QuerySelector("#name")!.GetAttribute("value"), page.QuerySelector("#role option[selected]")!.GetAttribute("value")));
        Assert.DoesNotContain("administrator", page.QuerySelector("#role")!.InnerHtml);

        form["email"] = "rose@elips.test";
        var given = await chloe.Post($"{Here}/personne", form);
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        var person = given.Headers.Location!.OriginalString;
        page = await chloe.Page(person);
        Assert.Contains("Le mandat est donné.", page.Says());
        Assert.Contains("Trésorerie", page.Says("section[aria-labelledby=mandates]"));

        var mandate = page.QuerySelector("input[name=what]")!.GetAttribute("value")!;
        refused = await chloe.Post($"{person}?handler=Mandate", new() { ["what"] = mandate, ["lastDay"] = "2026-11-01" });
        Assert.Contains("La fin ne peut pas précéder le début", (await refused.Page()).Says($"#mandate-{mandate} .refused"));
        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post($"{person}?handler=Mandate", new() { ["what"] = mandate, ["lastDay"] = "2026-11-19" })).StatusCode);
        Assert.Contains("jusqu'au 19 novembre 2026", (await chloe.Page(person)).Says($"#mandate-{mandate}"));
        _app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Rose Petit", (await chloe.Page($"{Here}/anciens?vue=personnes")).Says("main"));
    }

    [Fact]
    public async Task An_organisation_is_brought_in_and_its_page_tells_its_circles_and_people()
    {
        var chloe = _app.SignedIn(Cast.Chloe);
        var joined = await chloe.Post($"{Here}/organisation", new() { ["name"] = "Les Jardins <b>", ["type"] = "insertion", ["circle"] = "projet", ["from"] = "2026-01-01" });
        var page = await chloe.Page(joined.Headers.Location!.OriginalString);
        Assert.Contains("Les Jardins <b>", page.Says("h1"));
        Assert.Contains("Participants à un projet depuis le 1er janvier 2026", page.Says("section[aria-labelledby=circles]"));

        page = await chloe.Page($"{Here}/{Cast.Organisation("Val Horizon")}");
        Assert.Contains("Amina Belkacem", page.Says("section[aria-labelledby=mandates]"));
        var german = await _app.SignedIn(Cast.Gaelle).Page(Here);
        Assert.Equal("de", german.DocumentElement.GetAttribute("lang"));
        Assert.Contains("seit 19. November 2026", german.Says());
    }

    [Fact]
    public async Task Nobody_reads_or_changes_another_pole_s_members()
    {
        var zora = _app.SignedIn(Cast.Zora);
        var hers = $"/p/{Cast.Other.Slug}/pole";
        foreach (var address in new[] { Here, $"{Here}/personne", $"{Here}/{Cast.Amina.PersonId}", $"{hers}/{Cast.Amina.PersonId}", $"{hers}/{Cast.Organisation("Elips")}", "/p/nulle-part/pole" })
        {
            var answer = await zora.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("Amina", await answer.Content.ReadAsStringAsync());
        }
        var mandate = (await _app.Get<Members>().Mandates(Cast.Ines, Cast.Amina.PersonId))[0].Id;
        Assert.Equal(HttpStatusCode.NotFound, (await zora.Send(await zora.Page($"{hers}/{Cast.Zora.PersonId}"), $"{hers}/{Cast.Zora.PersonId}?handler=Mandate", new() { ["what"] = mandate, ["lastDay"] = "2026-11-19" })).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await _app.SignedIn(Cast.Farid).GetAsync(Here)).StatusCode);
        var forbidden = await _app.SignedIn(Cast.Amina).GetAsync($"{Here}/personne");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains("Votre rôle", (await forbidden.Page()).Says("h1"));
        Assert.Equal("/connexion?retour=" + Uri.EscapeDataString(Here), (await _app.Stranger().GetAsync(Here)).Headers.Location!.PathAndQuery);
    }
}
