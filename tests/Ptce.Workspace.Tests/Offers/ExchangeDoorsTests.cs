using System.Net;

namespace Ptce.Workspace.Tests;

/// <summary>Every id of the exchanges that comes in through a door, tried by who may not: someone of another pole, an observer, a stranger, a member of neither organisation.</summary>
public sealed class ExchangeDoorsTests : IAsyncLifetime
{
    private App _app = null!;

    private Cast Cast => _app.Cast;

    public async ValueTask InitializeAsync() => _app = await App.Start();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>One of each, between Val Horizon and Elips.</summary>
    private sealed record Things(
        string Offer, string Need, string Photo, string Match, string Agreement, string Cooperation, string Milestone, string Picture, string Bookable, string Booking, string Purchase, string Candidacy, string Search);

    private async Task<Things> Make()
    {
        var (offers, deals, together, rooms) = (_app.Get<Offers>(), _app.Get<Agreements>(), _app.Get<Cooperations>(), _app.Get<Bookings>());
        var offer = (await offers.Post(Cast.Bruno, new("locaux", "Salle zzyzx", Quantity: 5, Unit: "jour"), "web")).Id;
        var need = (await offers.PostNeed(Cast.Amina, new("locaux", "Cherche salle zzyzx"), "web")).Id;
        var photo = (await _app.Get<Photos>().Add(Cast.Bruno, offers, offer, null, "Salle zzyzx", PhotosTests.Png())).Id;
        var match = (await deals.Ask(Cast.Amina, offer, null, new(1))).Id;
        var agreement = (await deals.Accept(Cast.Bruno, (await deals.Ask(Cast.Amina, offer, need, new(2))).Id)).AgreementId!;
        var cooperation = (await together.Log(Cast.Bruno, new("Chantier zzyzx", [Cast.Organisation("Val Horizon"), Cast.Organisation("Elips")], _app.Clock.Today), "web")).Id;
        await together.SetMilestone(Cast.Bruno, cooperation, _app.Clock.Today, "Toit zzyzx");
        var milestone = (await together.Milestones(Cast.Bruno, cooperation))[0].Id;
        var picture = (await _app.Get<Photos>().Add(Cast.Bruno, together, cooperation, milestone, "Toit zzyzx", PhotosTests.Png())).Id;
        var bookable = (await rooms.Open(Cast.Bruno, new("vehicule", "Camion zzyzx", 1))).Id;
        var booking = (await rooms.Book(Cast.Amina, bookable, new(_app.Clock.Today, "19:00", "20:00"))).Id;
        var purchase = (await offers.Post(Cast.Bruno, new("achat_groupe", "Papier zzyzx"), "web")).Id;
        await _app.Get<Purchases>().Tell(Cast.Bruno, purchase, new("unités", 5, 4, 10, _app.Clock.Today.AddDays(30)));
        var candidacy = await _app.Get<Members>().Propose(Cast.Bruno, "Régie zzyzx", "association", "membre", "Répare");
        var search = (await _app.Get<SavedSearches>().Save(Cast.Amina, new(Search: "zzyzx"))).Id;
        return new(offer, need, photo, match, agreement, cooperation, milestone, picture, bookable, booking, purchase, candidacy, search);
    }

    [Fact]
    public async Task Nothing_of_another_pole_is_read_through_a_page_a_picture_or_a_file()
    {
        var t = await Make();
        string[] home = [$"/p/{Cast.Pole.Slug}", $"/p/{Cast.Other.Slug}"]; // theirs, and theirs under her own pole's name
        string[] lists = ["/echanges", "/echanges/accords", "/echanges/accords?vue=demandes", "/echanges/achats", "/echanges/cooperations", "/echanges/cooperations/annee", "/echanges/reservations", "/echanges/chaines",
            "/pole", "/pole?par=territoire", "/pole/anciens", "/pole/candidatures", "/pole/reseau", "/pole/membres.csv"];
        string[] objects = [$"/echanges/{t.Offer}", $"/echanges/{t.Need}", $"/echanges/{t.Purchase}", $"/echanges/saisir/{t.Offer}", $"/photos/{t.Photo}", $"/echanges/accords/{t.Match}", $"/echanges/accords/{t.Agreement}",
            $"/echanges/cooperations/{t.Cooperation}", $"/echanges/cooperations/saisir/{t.Cooperation}", $"/photos/{t.Picture}",
            $"/echanges/reservations/{t.Bookable}", $"/pole/{Cast.Organisation("Elips")}", $"/pole/{Cast.Bruno.PersonId}"];
        var (zora, farid, stranger, amina) = (_app.SignedIn(Cast.Zora), _app.SignedIn(Cast.Farid), _app.Stranger(), _app.SignedIn(Cast.Amina));

        foreach (var address in lists.Concat(objects).Select(a => home[0] + a))
        {
            Assert.Equal(HttpStatusCode.NotFound, await Kept(zora, address));
            Assert.Equal(HttpStatusCode.Forbidden, await Kept(farid, address));
            Assert.Equal(HttpStatusCode.Found, await Kept(stranger, address));
        }
        foreach (var address in objects) Assert.Equal(HttpStatusCode.NotFound, await Kept(zora, home[1] + address));
        foreach (var address in lists) await Kept(zora, home[1] + address);
        string[] api = ["/offers", "/agreements", "/matches", "/cooperations", $"/offers/{t.Offer}", $"/agreements/{t.Agreement}", $"/matches/{t.Match}", $"/cooperations/{t.Cooperation}"];
        foreach (var address in api)
        {
            Assert.Equal(HttpStatusCode.NotFound, await Kept(zora, $"/api/v1/poles/{Cast.Pole.Slug}{address}"));
            Assert.Equal(HttpStatusCode.Forbidden, await Kept(farid, $"/api/v1/poles/{Cast.Pole.Slug}{address}"));
            Assert.Equal(address.Count(c => c == '/') == 2 ? HttpStatusCode.NotFound : HttpStatusCode.OK, await Kept(zora, $"/api/v1/poles/{Cast.Other.Slug}{address}"));
        }
        Assert.Contains("Salle zzyzx", await amina.GetStringAsync($"/api/v1/poles/{Cast.Pole.Slug}/offers?q=sale+zzyzx"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.GetAsync($"/api/v1/poles/{Cast.Pole.Slug}/offers?state=gone")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await amina.GetAsync($"{home[0]}/photos/{t.Photo}")).StatusCode);
        foreach (var list in new[] { $"/echanges?organisation={Cast.Organisation("Elips")}", $"/echanges/cooperations?organisation={Cast.Organisation("Elips")}", $"/echanges/accords?vue=demandes&annonce={t.Offer}", $"/echanges/accords?apres={t.Agreement}", $"/echanges/reservations?miennes={t.Booking}&apres={t.Bookable}", $"/pole/candidatures?apres={t.Candidacy}" })
            await Kept(zora, home[1] + list);

        // What two organisations agree on is between them: a third one of the same pole does not read it.
        var dora = _app.SignedIn(Cast.GaelleElsewhere);
        Assert.Equal(HttpStatusCode.NotFound, await Kept(dora, $"{home[1]}/echanges/accords/{t.Agreement}"));
    }

    [Fact]
    public async Task Nothing_of_another_pole_is_done_through_a_form()
    {
        var t = await Make();
        var (zora, hers) = (_app.SignedIn(Cast.Zora), $"/p/{Cast.Other.Slug}");
        var room = (await _app.Get<Bookings>().Open(Cast.Zora, new("locaux", "Atelier", 1))).Id;
        var own = (await _app.Get<Cooperations>().Log(Cast.Zora with { Roles = Roles.Coordinator }, new("À nous", [Cast.Organisation("Culture & Coopération"), await Neighbour()], _app.Clock.Today), "web")).Id;
        var form = await zora.Page($"{hers}/echanges/reservations/{room}");
        var before = await Told();
        foreach (var (address, fields) in new (string, Dictionary<string, string>)[]
        {
            ($"/echanges/{t.Offer}?handler=Reply", new() { ["quantity"] = "1" }), ($"/echanges/{t.Offer}?handler=Close", []), ($"/echanges/{t.Offer}?handler=Unphoto", new() { ["photo"] = t.Photo }),
            ($"/echanges/{t.Need}?handler=Ask", new() { ["other"] = t.Offer }), ($"/echanges/{t.Purchase}?handler=JoinPurchase", new() { ["part"] = "2" }), ($"/echanges/{t.Purchase}?handler=DropPurchase", []),
            ("/echanges/chaines", new() { ["offer"] = t.Offer, ["need"] = t.Need }),
            ($"/echanges/accords/{t.Match}?handler=Accept", []), ($"/echanges/accords/{t.Match}?handler=Refuse", new() { ["reason"] = "non" }), ($"/echanges/accords/{t.Agreement}?handler=Sign", new() { ["version"] = "1" }),
            ($"/echanges/accords/{t.Agreement}?handler=Cancel", new() { ["reason"] = "non" }), ($"/echanges/accords/{t.Agreement}?handler=Deliver", new() { ["day"] = "2026-11-19", ["delivered"] = "1" }),
            ($"/echanges/cooperations/{t.Cooperation}?handler=Withdraw", []), ($"/echanges/cooperations/{own}?handler=Reach", new() { ["milestone"] = t.Milestone }), ($"/echanges/cooperations/{own}?handler=Unphoto", new() { ["photo"] = t.Picture }),
            ($"/echanges/cooperations/{own}?handler=Link", new() { ["line"] = t.Agreement }),
            ($"/echanges/reservations/{t.Bookable}?handler=Book", new() { ["day"] = "2026-11-20", ["from"] = "10:00", ["to"] = "11:00", ["seats"] = "1" }), ($"/echanges/reservations/{room}?handler=Cancel", new() { ["booking"] = t.Booking }),
            ($"/pole/candidatures?handler=Support", new() { ["id"] = t.Candidacy }), ($"/pole/candidatures?handler=Admit", new() { ["id"] = t.Candidacy, ["decision"] = "CA" }),
        })
        {
            using var answer = await zora.Send(form, hers + address, fields);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address} answered {(int)answer.StatusCode}");
        }
        using (await zora.Send(form, $"{hers}/echanges?handler=Forget", new() { ["id"] = t.Search })) Assert.Single(await _app.Get<SavedSearches>().Mine(Cast.Amina));
        Assert.Equal(before, await Told());
    }

    [Fact]
    public async Task A_card_s_button_acts_for_one_s_own_organisation_and_pole_only()
    {
        var t = await Make();
        var chat = _app.Get<Conversations>();
        foreach (var (actor, key, said) in new (Actor, string, string)[]
        {
            (Cast.Zora, $"match:{t.Match}", "Accepter"), (Cast.Zora, $"agreement:{t.Agreement}:1", "Signer"), (Cast.GaelleElsewhere, $"match:{t.Match}", "oui"), (Cast.Elise, $"match:{t.Match}", "Accepter"),
        })
        {
            var before = await Told();
            string heard;
            try { heard = (await chat.Hear(actor, Conversations.Web, said, new Say("fr"), key)).Text; }
            catch (NotHere e) { heard = e.Message; }
            Assert.DoesNotContain("zzyzx", heard, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(before, await Told());
        }
        Assert.Equal("asked", (await _app.Get<Agreements>().Match(Cast.Bruno, t.Match)).State);
    }

    /// <summary>A second organisation of the other pole.</summary>
    private async Task<string> Neighbour()
    {
        await _app.Get<Members>().Import(Cast.Other, [new(2, "Voisine", "association", "membre", "", "", "", "")]);
        return (await _app.Get<Members>().Organisations(Cast.Zora)).Single(o => o.Name == "Voisine").Id;
    }

    private Task<long> Told() => _app.Db.One<long>("select count(*) from events", null);

    /// <summary>What is answered; nothing of what was made stands in it.</summary>
    private static async Task<HttpStatusCode> Kept(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.False(said.Contains("zzyzx", StringComparison.OrdinalIgnoreCase) && !address.Contains("zzyzx", StringComparison.OrdinalIgnoreCase), $"{address} tells: {(int)answer.StatusCode}");
        return answer.StatusCode;
    }
}
