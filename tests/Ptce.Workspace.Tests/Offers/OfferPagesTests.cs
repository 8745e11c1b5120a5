using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class OfferPagesTests
{
    [Fact]
    public async Task A_member_posts_an_offer_and_finds_it_by_a_word_with_a_slip()
    {
        await using var app = await App.Start();
        var home = $"/p/{app.Cast.Pole.Slug}/echanges";
        var amina = app.SignedIn(app.Cast.Amina);
        Assert.Contains("Ici se liront", (await amina.Page(home)).Says(".empty"));

        using var refused = await amina.Post($"{home}/saisir", new() { ["kind"] = "materiel", ["title"] = "", ["quantity"] = "2" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Quelques mots sont nécessaires", (await refused.Page()).Says("#refused-title"));

        var form = await amina.Page($"{home}/saisir");
        using var answer = await amina.Send(form, $"{home}/saisir", new()
        {
            ["key"] = form.QuerySelector("input[name=key]")!.GetAttribute("value")!,
            ["kind"] = "materiel",
            ["title"] = "Scie à ruban <b>",
            ["quantity"] = "2,5",
            ["unit"] = "Tage",
            ["price"] = "12,50",
            ["rhythm"] = "weekly-2",
            ["to"] = "2027-03-31",
        });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var page = await app.SignedIn(app.Cast.Bruno).Page(answer.Headers.Location!.OriginalString);
        Assert.Equal("Scie à ruban <b>", page.Says("h1"));
        Assert.Contains("2.5 days", page.Says(".facts"));
        Assert.Contains("every Tuesday", page.Says(".facts"));
        Assert.Empty(page.QuerySelectorAll("form[action*=Close], button[formaction*=Close]"));
        Assert.Contains("Scie à ruban <b>", (await amina.Page($"{home}?q=sice+ruban&nature=materiel&etat=open&sens=offre")).Says(".rows"));
        Assert.Contains("Rien ne correspond", (await amina.Page($"{home}?q=piano")).Says(".empty"));
    }

    [Fact]
    public async Task Nobody_outside_the_pole_and_no_observer_reads_the_exchanges()
    {
        await using var app = await App.Start();
        var offer = await app.Get<Offers>().Post(app.Cast.Amina, new("locaux", "Salle"), "web");
        foreach (var address in new[] { "", $"/{offer.Id}", "/saisir", $"/saisir/{offer.Id}" })
        {
            var at = $"/p/{app.Cast.Pole.Slug}/echanges{address}";
            Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync(at)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Farid).GetAsync(at)).StatusCode);
            Assert.Equal(HttpStatusCode.Found, (await app.Stranger().GetAsync(at)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Bruno).GetAsync($"/p/{app.Cast.Pole.Slug}/echanges/saisir/{offer.Id}")).StatusCode);
    }
}
