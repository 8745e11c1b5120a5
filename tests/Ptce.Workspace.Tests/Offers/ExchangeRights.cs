namespace Ptce.Workspace.Tests;

/// <summary>Which act guards which command of the exchanges: rows of <see cref="RightsTable"/>.</summary>
public static class ExchangeRights
{
    private static readonly NewOffer Room = new("locaux", "Salle");

    private static Task<Offer> Offer(Stage s, string organisation = "Re-Sources") =>
        s.Get<Offers>().Post(s.Entitled, Room with { OrganisationId = s.Cast.Organisation(organisation) }, "web");

    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadPole, "Offers.List", (s, a) => s.Get<Offers>().List(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Offers.One", async (s, a) => await s.Get<Offers>().One(a, (await Offer(s)).Id)),
        new(Act.PostOffer, "Offers.Post", (s, a) => s.Get<Offers>().Post(a, Room, "web"), NoForeignId: true),
        new(Act.PostOffer, "Offers.PostNeed", (s, a) => s.Get<Offers>().PostNeed(a, Room, "web"), NoForeignId: true),
        new(Act.PostOffer, "Offers.Change", async (s, a) => await s.Get<Offers>().Change(a, (await Offer(s)).Id, Room with { Title = "Grande salle" })),
        new(Act.PostOffer, "Offers.Close", async (s, a) => await s.Get<Offers>().Close(a, (await Offer(s)).Id)),
        new(Act.PostOffer, "Offers.Reopen", async (s, a) => await s.Get<Offers>().Reopen(a, (await Offer(s)).Id)),
        new(Act.ManageOffers, "Offers.Post", (s, a) => s.Get<Offers>().Post(a, Room with { OrganisationId = s.Cast.Organisation("Elips") }, "web")),
        new(Act.ManageOffers, "Offers.Close", async (s, a) => await s.Get<Offers>().Close(a, (await Offer(s, "Elips")).Id)),
    ];
}
