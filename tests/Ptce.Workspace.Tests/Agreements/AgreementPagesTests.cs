using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class AgreementPagesTests
{
    [Fact]
    public async Task Two_people_in_two_browsers_go_from_a_need_to_a_valued_line()
    {
        await using var app = await App.Start();
        var (amina, bruno) = (app.SignedIn(app.Cast.Amina), app.SignedIn(app.Cast.Bruno));
        var home = $"/p/{app.Cast.Pole.Slug}/echanges";
        await app.Get<Offers>().Post(app.Cast.Bruno, new("competence", "Conseil en marchés publics", Quantity: 5, Unit: "jours"), "web");
        var need = await app.Get<Offers>().PostNeed(app.Cast.Amina, new("competence", "Aide aux marchés publics", Quantity: 2, Unit: "jours"), "web");

        var page = await amina.Page($"{home}/{need.Id}");
        Assert.Contains("les mêmes mots : marchés, publics", page.Says("#suggestions ~ .rows, .rows"));
        using var asked = await amina.Send(page, $"{home}/{need.Id}?handler=Ask", new() { ["other"] = page.QuerySelector("input[name=other]")!.GetAttribute("value")! });
        var match = asked.Headers.Location!.OriginalString;

        Assert.Contains("waits for your answer", (await bruno.Page($"{home}/accords")).Says(".rows"));
        using var declined = await bruno.Post($"{match}?handler=Refuse", new() { ["reason"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, declined.StatusCode);
        using var accepted = await bruno.Post($"{match}?handler=Accept", []);
        var agreement = accepted.Headers.Location!.OriginalString;
        Assert.Contains("attend votre signature", (await amina.Page($"{home}/accords")).Says(".rows"));
        using var signed = await amina.Post($"{agreement}?handler=Sign", new() { ["version"] = "1" });
        Assert.Equal(HttpStatusCode.SeeOther, signed.StatusCode);
        using var delivered = await bruno.Post($"{agreement}?handler=Deliver", new() { ["day"] = "2026-11-18", ["delivered"] = "2", ["unitValue"] = "300", ["finished"] = "true" });
        Assert.Equal(HttpStatusCode.SeeOther, delivered.StatusCode);

        var chain = (await amina.Page(agreement)).QuerySelectorAll(".chain a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains($"{home}/{need.Id}", chain);
        var line = chain.Single(a => a.Contains("/contributions/", StringComparison.Ordinal)).Split('/')[^1];
        await app.Get<Contributions>().Confirm(app.Cast.Amina, line);
        await app.Get<Contributions>().Validate(app.Cast.Chloe, line);
        await app.Get<Agreements>().Settle(app.Cast.Pole.Id);
        Assert.Contains("valorisé", (await amina.Page(agreement)).Says(".lede"));
        Assert.Contains("valorisé", (await amina.Page($"{home}?etat=valued")).Says(".rows"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync(agreement)).StatusCode);
    }
}
