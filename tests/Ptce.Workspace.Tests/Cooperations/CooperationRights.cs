namespace Ptce.Workspace.Tests;

/// <summary>Which act guards which command of the cooperations: rows of <see cref="RightsTable"/>.</summary>
public static class CooperationRights
{
    private static NewCooperation Of(Stage s, params string[] names) => new(s.Name("Ensemble"), [.. names.Select(s.Cast.Organisation)], s.Today);

    private static NewCooperation WithElise(Stage s) => Of(s, "Re-Sources", "Elips");

    private static NewCooperation WithoutElise(Stage s) => Of(s, "Val Horizon", "Elips");

    private static async Task<string> Made(Stage s, NewCooperation cooperation) => (await s.Get<Cooperations>().Log(s.Entitled, cooperation, "web")).Id;

    private static async Task<string> Need(Stage s) =>
        (await s.Get<Offers>().PostNeed(s.Entitled, new("locaux", "Salle", OrganisationId: s.Cast.Organisation("Re-Sources")), "web")).Id;

    private static async Task<string> Series(Stage s) =>
        (await s.Get<Workshops>().Plan(s.Entitled, new(s.Name("Atelier"), "atelier", "pole", s.Today.AddDays(7), new(14, 0), 180, "6w", ["FR"]))).Id;

    private static async Task<(string, string)> Stone(Stage s)
    {
        var id = await Made(s, WithElise(s));
        await s.Get<Cooperations>().SetMilestone(s.Entitled, id, s.Today, "Plans remis");
        return (id, (await s.Get<Cooperations>().Milestones(s.Entitled, id))[0].Id);
    }

    private static async Task<string> Picture(Stage s)
    {
        var (id, stone) = await Stone(s);
        return (await s.Get<Photos>().Add(s.Entitled, s.Get<Cooperations>(), id, stone, "Le toit", PhotosTests.Png())).Id;
    }

    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadPole, "Cooperations.List", (s, a) => s.Get<Cooperations>().List(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Cooperations.Year", (s, a) => s.Get<Cooperations>().Year(a, 2026), NoForeignId: true),
        new(Act.ReadPole, "Cooperations.One", async (s, a) => await s.Get<Cooperations>().One(a, await Made(s, WithElise(s)))),
        new(Act.ReadPole, "Cooperations.Links", async (s, a) => await s.Get<Cooperations>().Links(a, await Made(s, WithElise(s)))),
        new(Act.ReadPole, "Cooperations.Given", async (s, a) => await s.Get<Cooperations>().Given(a, await Made(s, WithElise(s)))),
        new(Act.ReadPole, "Cooperations.History", async (s, a) => await s.Get<Cooperations>().History(a, await Made(s, WithElise(s)))),
        new(Act.ReadPole, "Cooperations.PartnersOf", (s, a) => s.Get<Cooperations>().PartnersOf(a, s.Cast.Organisation("Elips")), NoForeignId: true),
        new(Act.ReadPole, "Cooperations.Linked", async (s, a) => await s.Get<Cooperations>().Linked(a, await Made(s, WithElise(s)), [])),
        new(Act.ProposePoint, "Agreements.Raise", async (s, a) => await s.Get<Agreements>().Raise(a, await Need(s), await Series(s))),
        new(Act.LogCooperation, "Cooperations.Log", (s, a) => s.Get<Cooperations>().Log(a, WithElise(s), "web")),
        new(Act.LogCooperation, "Cooperations.Change", async (s, a) => await s.Get<Cooperations>().Change(a, await Made(s, WithElise(s)), WithElise(s))),
        new(Act.LogCooperation, "Cooperations.Close", async (s, a) => await s.Get<Cooperations>().Close(a, await Made(s, WithElise(s)), s.Today, null)),
        new(Act.LogCooperation, "Cooperations.Reopen", async (s, a) => await s.Get<Cooperations>().Reopen(a, await Made(s, WithElise(s)))),
        new(Act.LogCooperation, "Cooperations.Withdraw", async (s, a) => await s.Get<Cooperations>().Withdraw(a, await Made(s, WithElise(s)), null)),
        new(Act.LogCooperation, "Cooperations.Link", async (s, a) => await s.Get<Cooperations>().Link(a, await Made(s, WithElise(s)), "need", await Need(s))),
        new(Act.LogCooperation, "Cooperations.Unlink", async (s, a) => await s.Get<Cooperations>().Unlink(a, await Made(s, WithElise(s)), "x")),
        new(Act.ReadPole, "Cooperations.Milestones", async (s, a) => await s.Get<Cooperations>().Milestones(a, await Made(s, WithElise(s)))),
        new(Act.ReadPole, "Cooperations.TenderOf", async (s, a) => await s.Get<Cooperations>().TenderOf(a, await Made(s, WithElise(s)))),
        new(Act.ReadPole, "Cooperations.Network", (s, a) => s.Get<Cooperations>().Network(a, new(2026, 1, 1), new(2026, 6, 30)), NoForeignId: true),
        new(Act.ReadPole, "Cooperations.FirstDay", (s, a) => s.Get<Cooperations>().FirstDay(a), NoForeignId: true),
        new(Act.ReadPole, "Agreements.Chains", (s, a) => s.Get<Agreements>().Chains(a), NoForeignId: true),
        new(Act.LogCooperation, "Cooperations.SetMilestone", async (s, a) => await s.Get<Cooperations>().SetMilestone(a, await Made(s, WithElise(s)), s.Today, "Plans remis")),
        new(Act.LogCooperation, "Cooperations.ReachMilestone", async (s, a) => { var (id, stone) = await Stone(s); await s.Get<Cooperations>().ReachMilestone(a, id, stone); }),
        new(Act.LogCooperation, "Photos.Add", async (s, a) => { var (id, stone) = await Stone(s); await s.Get<Photos>().Add(a, s.Get<Cooperations>(), id, stone, "Le toit", PhotosTests.Png()); }),
        new(Act.LogCooperation, "Photos.Remove", async (s, a) => await s.Get<Photos>().Remove(a, s.Get<Cooperations>(), await Picture(s))),
        new(Act.LogCooperation, "Cooperations.DropMilestone", async (s, a) => { var (id, stone) = await Stone(s); await s.Get<Cooperations>().DropMilestone(a, id, stone); }),
        new(Act.LogCooperation, "Cooperations.TellTender", async (s, a) => await s.Get<Cooperations>().TellTender(a, await Made(s, WithElise(s)), new("Commune", null, null, null, "preparing", new Dictionary<string, decimal?>()))),
        new(Act.ManageCooperations, "Cooperations.Close", async (s, a) => await s.Get<Cooperations>().Close(a, await Made(s, WithoutElise(s)), s.Today, null)),
        new(Act.ManageCooperations, "Cooperations.Change", async (s, a) => await s.Get<Cooperations>().Change(a, await Made(s, WithoutElise(s)), WithoutElise(s))),
    ];
}
