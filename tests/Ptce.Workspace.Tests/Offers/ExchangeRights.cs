namespace Ptce.Workspace.Tests;

/// <summary>Which act guards which command of the exchanges: rows of <see cref="RightsTable"/>.</summary>
public static class ExchangeRights
{
    private static readonly NewOffer Room = new("locaux", "Salle");

    private static Task<Offer> Offer(Stage s, string organisation = "Re-Sources") =>
        s.Get<Offers>().Post(s.Entitled, Room with { OrganisationId = s.Cast.Organisation(organisation) }, "web");

    /// <summary>Elips asks for what Re-Sources offers: Élise answers.</summary>
    private static async Task<Match> Asked(Stage s) => await s.Get<Agreements>().Ask(s.Cast.Bruno, (await Offer(s)).Id, null);

    /// <summary>Re-Sources asked for what Elips offers, and Bruno said yes: Élise signs.</summary>
    private static async Task<string> Proposed(Stage s)
    {
        var match = await s.Get<Agreements>().Ask(s.Entitled with { OrganisationId = s.Cast.Organisation("Re-Sources") }, (await Offer(s, "Elips")).Id, null);
        return (await s.Get<Agreements>().Accept(s.Cast.Bruno, match.Id)).AgreementId!;
    }

    private static async Task<string> Agreed(Stage s)
    {
        var id = await Proposed(s);
        await s.Get<Agreements>().Sign(s.Entitled with { OrganisationId = s.Cast.Organisation("Re-Sources") }, id, 1);
        return id;
    }

    private static async Task<Photo> Photo(Stage s) => await s.Get<Photos>().Add(s.Entitled, s.Get<Offers>(), (await Offer(s)).Id, null, "Une salle", PhotosTests.Png());

    private static NewPurchase Terms(Stage s) => new("unités", 5, 4, 10, s.Today.AddDays(30));

    private static async Task<string> Bought(Stage s)
    {
        var offer = await s.Get<Offers>().Post(s.Entitled, new("achat_groupe", "Papier", OrganisationId: s.Cast.Organisation("Re-Sources")), "web");
        await s.Get<Purchases>().Tell(s.Entitled, offer.Id, Terms(s));
        return offer.Id;
    }

    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadPole, "Offers.List", (s, a) => s.Get<Offers>().List(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Offers.One", async (s, a) => await s.Get<Offers>().One(a, (await Offer(s)).Id)),
        new(Act.PostOffer, "Offers.Post", (s, a) => s.Get<Offers>().Post(a, Room, "web"), NoForeignId: true),
        new(Act.PostOffer, "Offers.PostNeed", (s, a) => s.Get<Offers>().PostNeed(a, Room, "web"), NoForeignId: true),
        new(Act.PostOffer, "Offers.Change", async (s, a) => await s.Get<Offers>().Change(a, (await Offer(s)).Id, Room with { Title = "Grande salle" })),
        new(Act.PostOffer, "Offers.Close", async (s, a) => await s.Get<Offers>().Close(a, (await Offer(s)).Id)),
        new(Act.PostOffer, "Offers.Reopen", async (s, a) => await s.Get<Offers>().Reopen(a, (await Offer(s)).Id)),
        new(Act.PostOffer, "Showcase.ShowOffer", async (s, a) => await s.Get<Showcase>().ShowOffer(a, (await Offer(s)).Id, shown: false)),
        new(Act.ManageOffers, "Offers.Post", (s, a) => s.Get<Offers>().Post(a, Room with { OrganisationId = s.Cast.Organisation("Elips") }, "web")),
        new(Act.ManageOffers, "Offers.Close", async (s, a) => await s.Get<Offers>().Close(a, (await Offer(s, "Elips")).Id)),
        new(Act.ReadPole, "Photos.Of", async (s, a) => await s.Get<Photos>().Of(a, (await Offer(s)).Id), NoForeignId: true),
        new(Act.ReadPole, "Photos.Open", async (s, a) => await s.Get<Photos>().Open(a, (await Photo(s)).Id)),
        new(Act.PostOffer, "Photos.Add", async (s, a) => await s.Get<Photos>().Add(a, s.Get<Offers>(), (await Offer(s)).Id, null, "Une salle", PhotosTests.Png())),
        new(Act.PostOffer, "Photos.Remove", async (s, a) => await s.Get<Photos>().Remove(a, s.Get<Offers>(), (await Photo(s)).Id)),
        new(Act.ReadPole, "Purchases.List", (s, a) => s.Get<Purchases>().List(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Purchases.Of", async (s, a) => await s.Get<Purchases>().Of(a, await Bought(s))),
        new(Act.PostOffer, "Purchases.Tell", async (s, a) => await s.Get<Purchases>().Tell(a, await Bought(s), Terms(s))),
        new(Act.AskMatch, "Purchases.Join", async (s, a) => await s.Get<Purchases>().Join(a, await Bought(s), 2)),
        new(Act.AskMatch, "Purchases.Leave", async (s, a) => await s.Get<Purchases>().Leave(a, await Bought(s))),
        new(Act.PostOffer, "Purchases.Order", async (s, a) => { var id = await Bought(s); await s.Get<Purchases>().Join(s.Entitled, id, 20); await s.Get<Purchases>().Order(a, id); }),
        new(Act.PostOffer, "Purchases.Drop", async (s, a) => await s.Get<Purchases>().Drop(a, await Bought(s))),
        new(Act.ReadPole, "Agreements.List", (s, a) => s.Get<Agreements>().List(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Agreements.Matches", (s, a) => s.Get<Agreements>().Matches(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Agreements.CountWaiting", (s, a) => s.Get<Agreements>().CountWaiting(a), NoForeignId: true),
        new(Act.ReadPole, "Agreements.Suggestions", async (s, a) => await s.Get<Agreements>().Suggestions(a, (await Offer(s)).Id)),
        new(Act.ReadPole, "Agreements.Match", async (s, a) => await s.Get<Agreements>().Match(a, (await Asked(s)).Id)),
        new(Act.ReadPole, "Agreements.One", async (s, a) => await s.Get<Agreements>().One(a, await Proposed(s))),
        new(Act.ReadPole, "Agreements.Deliveries", async (s, a) => await s.Get<Agreements>().Deliveries(a, await Proposed(s))),
        new(Act.AskMatch, "Agreements.Ask", async (s, a) => await s.Get<Agreements>().Ask(a, (await Offer(s, "Elips")).Id, null)),
        new(Act.AskMatch, "Agreements.Accept", async (s, a) => await s.Get<Agreements>().Accept(a, (await Asked(s)).Id)),
        new(Act.AskMatch, "Agreements.Refuse", async (s, a) => await s.Get<Agreements>().Refuse(a, (await Asked(s)).Id, "non")),
        new(Act.SignAgreement, "Agreements.Sign", async (s, a) => await s.Get<Agreements>().Sign(a, await Proposed(s), 1)),
        new(Act.SignAgreement, "Agreements.Change", async (s, a) => await s.Get<Agreements>().Change(a, await Proposed(s), new())),
        new(Act.SignAgreement, "Agreements.Cancel", async (s, a) => await s.Get<Agreements>().Cancel(a, await Proposed(s), "non")),
        new(Act.SignAgreement, "Agreements.Deliver", async (s, a) => await s.Get<Agreements>().Deliver(a, await Agreed(s), s.Today, 1)),
    ];
}
