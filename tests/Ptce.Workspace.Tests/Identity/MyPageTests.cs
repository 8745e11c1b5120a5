using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class MyPageTests : IAsyncLifetime
{
    private App _app = null!;

    private Cast Cast => _app.Cast;

    public async ValueTask InitializeAsync() => _app = await App.Start();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_person_in_two_poles_sees_their_mandates_in_each_and_says_for_whom_they_speak()
    {
        var gaelle = _app.SignedIn(Cast.Gaelle);
        var page = await gaelle.Page("/moi");
        Assert.Equal(["Pôle des Deux-Rives", "Pôle du Haut-Pays"], page.QuerySelectorAll("main h3").Select(h => h.TextContent));
        Assert.Contains("Mitglied, Val Horizon", page.Says());
        Assert.Contains("sprechen Sie für", page.Says());

        var chosen = await gaelle.Post("/moi?handler=Speaks", new() { ["pole"] = Cast.Pole.Slug, ["organisation"] = Cast.Organisation("Elips") });
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.Contains("sprechen Sie für Elips", (await gaelle.Page("/moi")).Says());
        foreach (var notHers in new[] { Cast.Organisation("Valoprest"), Cast.Organisation("Culture & Coopération"), "" })
            Assert.Equal(HttpStatusCode.NotFound, (await gaelle.Post("/moi?handler=Speaks", new() { ["pole"] = Cast.Pole.Slug, ["organisation"] = notHers })).StatusCode);
    }

    [Fact]
    public async Task A_person_changes_their_name_language_and_kind_of_time_and_nobody_else_s()
    {
        var amina = _app.SignedIn(Cast.Amina);
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post("/moi", new() { ["name"] = "Amina B.", ["language"] = "en" })).StatusCode);
        var page = await amina.Page("/moi");
        Assert.Contains("My profile", page.Says("h1"));
        Assert.Contains("Saved.", page.Says());
        Assert.Equal("Amina B.", page.QuerySelector("#name")!.GetAttribute("value"));
        var refused = await amina.Post("/moi", new() { ["name"] = " ", ["language"] = "en" });
        Assert.NotNull((await refused.Page()).QuerySelector("#refused-name"));

        var mine = (await _app.Get<People>().Mandates(Cast.Amina.PersonId)).Single();
        await amina.Post("/moi?handler=Engagement", new() { ["mandate"] = mine.Id, ["engagement"] = "benevole" });
        Assert.Equal("benevole", (await _app.Get<Actors>().Find(Cast.Amina.PersonId, Cast.Pole.Slug))!.Engagement);
        var brunos = (await _app.Get<People>().Mandates(Cast.Bruno.PersonId))[0];
        Assert.Equal(HttpStatusCode.NotFound, (await amina.Post("/moi?handler=Engagement", new() { ["mandate"] = brunos.Id, ["engagement"] = "salarie" })).StatusCode);
        Assert.Equal("benevole", (await _app.Get<Actors>().Find(Cast.Bruno.PersonId, Cast.Pole.Slug))!.Engagement);
    }

    [Fact]
    public async Task The_language_is_chosen_before_signing_in_and_follows_the_person_after()
    {
        var stranger = _app.Stranger();
        Assert.Equal("fr", (await stranger.Page("/connexion")).DocumentElement.GetAttribute("lang"));
        await stranger.Send(await stranger.Page("/connexion"), "/langue", new() { ["language"] = "de" });
        Assert.Equal("Anmelden", (await stranger.Page("/connexion")).Says("h1"));

        var amina = _app.SignedIn(Cast.Amina);
        await amina.Send(await amina.Page("/moi"), "/langue", new() { ["language"] = "en" });
        Assert.Equal("en", (await _app.Get<Actors>().Find(Cast.Amina.PersonId, Cast.Pole.Slug))!.Language);
        var nowhere = await amina.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        Assert.Contains("Nothing at this address", (await nowhere.Page()).Says("h1"));
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_last_pole_the_only_one_or_a_choice()
    {
        var gaelle = _app.SignedIn(Cast.Gaelle);
        Assert.Equal(2, (await gaelle.Page("/")).QuerySelectorAll("main .row").Length);
        await gaelle.Page($"/p/{Cast.Other.Slug}/pole");
        Assert.Equal($"/p/{Cast.Other.Slug}", (await gaelle.GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal($"/p/{Cast.Pole.Slug}", (await _app.SignedIn(Cast.Amina).GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal(Cast.Other.Name, (await gaelle.Page($"/p/{Cast.Other.Slug}")).Says(".pole-name summary span:first-child")); // an empty pole has a first page, too
        Assert.StartsWith("/connexion", (await _app.Stranger().GetAsync("/")).Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task A_session_ends_when_the_person_says_so_after_thirty_days_away_and_with_the_last_mandate()
    {
        var amina = _app.SignedIn(Cast.Amina);
        var left = await amina.Send(await amina.Page("/moi"), "/deconnexion", []);
        Assert.Equal("/connexion", left.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await amina.GetAsync("/moi")).StatusCode);

        var (chloe, bruno, david) = (_app.SignedIn(Cast.Chloe), _app.SignedIn(Cast.Bruno), _app.SignedIn(Cast.David));
        var mandate = (await _app.Get<Members>().Mandates(Cast.Ines, Cast.David.PersonId)).Single();
        await _app.Get<Members>().EndMandate(Cast.Ines, mandate.Id, new DateOnly(2026, 11, 19));
        _app.Clock.Advance(TimeSpan.FromDays(16));
        await chloe.Page("/moi"); // each visit in the second half renews it
        Assert.Equal(HttpStatusCode.Redirect, (await david.GetAsync("/moi")).StatusCode);
        Assert.StartsWith("/connexion", (await _app.SignedIn(Cast.David).GetAsync($"/p/{Cast.Pole.Slug}/pole")).Headers.Location!.PathAndQuery);
        _app.Clock.Advance(TimeSpan.FromDays(16));
        await chloe.Page("/moi");
        Assert.Equal(HttpStatusCode.Redirect, (await bruno.GetAsync("/moi")).StatusCode);
    }

    [Fact]
    public async Task A_mandate_that_ends_counts_no_more_from_the_next_request_on_and_the_session_lasts_elsewhere()
    {
        var gaelle = _app.SignedIn(Cast.Gaelle);
        await gaelle.Page($"/p/{Cast.Pole.Slug}/pole");
        var members = _app.Get<Members>();
        foreach (var mandate in await members.Mandates(Cast.Ines, Cast.Gaelle.PersonId)) await members.EndMandate(Cast.Ines, mandate.Id, new DateOnly(2026, 11, 18));

        Assert.Equal(HttpStatusCode.NotFound, (await gaelle.GetAsync($"/p/{Cast.Pole.Slug}/pole")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await gaelle.GetAsync($"/api/v1/poles/{Cast.Pole.Slug}/contributions")).StatusCode);
        await gaelle.Page($"/p/{Cast.Other.Slug}/pole");
        await gaelle.Page("/moi");
    }
}
