namespace Ptce.Workspace.Tests;

public abstract class OffersTests(On on) : CastTest(on)
{
    private Offers Pooling => Get<Offers>();

    private static NewOffer Room => new("locaux", " Grande salle ", "Lumineuse, quarante places", 10, "jours", Place: "Thionville", Conditions: "Clés à rendre le soir");

    [Fact]
    public async Task Posting_shows_the_offer_to_the_whole_pole_and_announces_it_once()
    {
        var offer = await Pooling.Post(Cast.Amina, Room, "web", "form-1");
        var again = await Pooling.Post(Cast.Amina, Room, "web", "form-1");
        var need = await Pooling.PostNeed(Cast.Bruno, new("competence", "Quelqu'un qui connaît les marchés publics", Quantity: 2, Unit: "jours", ToDay: new(2026, 12, 24)), "chat");

        Assert.Equal(offer.Id, again.Id);
        Assert.Equal(("offer", "Grande salle", "Val Horizon", "jour", 10m, 10m, "open"), (offer.Side, offer.Title, offer.OrganisationName, offer.Unit, offer.Quantity, offer.Left, offer.State));
        Assert.Equal([need.Id, offer.Id], (await Pooling.List(Cast.Chloe, new())).Offers.Select(o => o.Id));
        Assert.Equal([need.Id], (await Pooling.List(Cast.Chloe, new(Side: Sides.Need))).Offers.Select(o => o.Id));
        Assert.Equal([offer.Id], (await Pooling.List(Cast.Chloe, new(Kind: "locaux", State: "open"))).Offers.Select(o => o.Id));
        Assert.Equal(["OfferPosted", "NeedPosted"], await Db.Read<string>("select name from events where name like '%Posted' order by seq"));
    }

    [Fact]
    public async Task A_refused_offer_leaves_no_trace()
    {
        (NewOffer Offer, string Field)[] wrong =
        [
            (Room with { Title = " " }, "title"), (Room with { Title = new('a', 121) }, "title"), (Room with { Kind = "argent" }, "kind"),
            (Room with { Quantity = 0 }, "quantity"), (Room with { Quantity = 0.0001m }, "quantity"), (Room with { Price = -1 }, "price"), (Room with { Price = 1.005m }, "price"),
            (Room with { FromDay = new(2026, 12, 2), ToDay = new(2026, 12, 1) }, "to"), (Room with { ToDay = new(2026, 11, 18) }, "to"),
            (Room with { Recurrence = "daily" }, "recurrence"), (Room with { Recurrence = "weekly", Weekday = 8 }, "weekday"),
        ];
        foreach (var (offer, field) in wrong)
            Assert.Equal(field, (await Assert.ThrowsAsync<Refused>(() => Pooling.Post(Cast.Amina, offer, "web"))).Field);

        Assert.Empty(await Db.Read<string>("select id from offers"));
        Assert.Empty(await Db.Read<string>("select word from offer_words"));
    }

    [Fact]
    public async Task Only_its_organisation_and_the_animation_cell_change_an_offer()
    {
        var offer = await Pooling.Post(Cast.Amina, Room, "web");
        await Assert.ThrowsAsync<NotAllowed>(() => Pooling.Close(Cast.Bruno, offer.Id));
        await Assert.ThrowsAsync<NotAllowed>(() => Pooling.Change(Cast.David, offer.Id, Room));
        await Assert.ThrowsAsync<NotHere>(() => Pooling.Close(Cast.Zora, offer.Id));
        await Assert.ThrowsAsync<NotHere>(() => Pooling.One(Cast.GaelleElsewhere, offer.Id));
        await Assert.ThrowsAsync<NotAllowed>(() => Pooling.One(Cast.Farid, offer.Id));
        await Assert.ThrowsAsync<NotAllowed>(() => Pooling.Post(Cast.Farid, Room, "web"));
        await Assert.ThrowsAsync<NotAllowed>(() => Pooling.Post(Cast.Amina, Room with { OrganisationId = Cast.Organisation("Elips") }, "web"));
        await Assert.ThrowsAsync<NotHere>(() => Pooling.Post(Cast.Chloe, Room with { OrganisationId = Cast.Organisation("Culture & Coopération") }, "web"));

        var changed = await Pooling.Change(Cast.Chloe, offer.Id, Room with { Title = "Atelier bois", Text = null });
        Assert.Equal("Atelier bois", changed.Title);
        Assert.Equal([offer.Id], (await Pooling.List(Cast.Amina, new(Search: "atelier"))).Offers.Select(o => o.Id));
        Assert.Empty((await Pooling.List(Cast.Amina, new(Search: "lumineuse"))).Offers);

        await Pooling.Close(Cast.Gaelle, offer.Id);
        await Pooling.Close(Cast.Amina, offer.Id);
        Assert.Empty((await Pooling.List(Cast.Amina, new())).Offers);
        Assert.Equal("closed", (await Pooling.List(Cast.Amina, new(State: "closed"))).Offers.Single().State);
        await Pooling.Reopen(Cast.Amina, offer.Id);
        Assert.Equal(["OfferPosted", "OfferChanged", "OfferClosed", "OfferReopened"], await Db.Read<string>("select name from events where subject_id = @Id order by seq", new { offer.Id }));
    }

    [Fact]
    public async Task What_stood_open_past_its_last_day_has_expired()
    {
        var need = await Pooling.PostNeed(Cast.Bruno, new("competence", "Relire un dossier", ToDay: new(2026, 11, 20)), "web");
        Assert.Equal([need.Id], (await Pooling.List(Cast.Amina, new(State: "open"))).Offers.Select(o => o.Id));

        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Empty((await Pooling.List(Cast.Amina, new(State: "open"))).Offers);
        Assert.Equal("expired", (await Pooling.List(Cast.Amina, new(State: "expired"))).Offers.Single().StateOn(Clock.Today));
    }

    [Fact]
    public async Task Lists_and_searches_come_page_by_page_without_gap_or_double()
    {
        for (var n = 0; n < 7; n++) await Pooling.Post(Cast.Amina, Room with { Title = n % 2 == 0 ? $"Salle {n}" : $"Camion {n}", Text = "Près de la salle des fêtes" }, "web");

        foreach (var filter in new OfferFilter[] { new(), new(Search: "salle") })
        {
            var all = (await Pooling.List(Cast.Bruno, filter)).Offers.Select(o => o.Id).ToList();
            var (paged, after) = (new List<string>(), (string?)null);
            do
            {
                var page = await Pooling.List(Cast.Bruno, filter, after, 3);
                paged.AddRange(page.Offers.Select(o => o.Id));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(7, all.Count);
            Assert.Equal(all, paged);
        }
        // A word of the title counts more than one of the text.
        Assert.All((await Pooling.List(Cast.Bruno, new(Search: "salle"), most: 4)).Offers, o => Assert.StartsWith("Salle", o.Title));
    }
}

public sealed class OffersOnSqlite() : OffersTests(On.Sqlite);

public sealed class OffersOnPostgres() : OffersTests(On.Postgres);
