namespace Ptce.Workspace.Tests;

/// <summary>The rows of the packs, and of what they are made of.</summary>
public static class PackRights
{
    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadApproved, "Packs.Of", async (s, a) => await s.Get<Workspace.Packs>().Of(a, await DigestRights.Approved(s), new(PackNames.Cvn), new Say("fr"))),
        new(Act.ReadApproved, "Packs.Settings", (s, a) => s.Get<Workspace.Packs>().Settings(a), NoForeignId: true),
        new(Act.ReadDigests, "Packs.Write", async (s, a) => await s.Get<Workspace.Packs>().Write(a, await DigestRights.Approved(s), new(PackNames.EntriesForPaheko), "csv", null, new MemoryStream(), new("fr"))),
        new(Act.ReadApproved, "Exports.OverOf", (s, a) => s.Get<Exports>().OverOf(a, Ids.New(), ""), NoForeignId: true),
        new(Act.ReadApproved, "Exports.Ask", async (s, a) => await s.Get<Exports>().Ask(a, await DigestRights.Approved(s), Export.Lines, "csv", new Say("fr"))),
        new(Act.ReadStaffCosts, "StaffCosts.Record", (s, a) => s.Get<StaffCosts>().Record(a, new(s.Cast.Bruno.PersonId, new(2026, 1, 1), 40_000, 1, null, "Bulletins 2025"))),
        new(Act.ReadApproved, "Packs.Write", async (s, a) => await s.Get<Workspace.Packs>().Write(a, await DigestRights.Approved(s), new(PackNames.Cvn), "xlsx", null, new MemoryStream(), new Say("fr"))),
        new(Act.ReadPole, "Digests.WorthOf", async (s, a) => await s.Get<Digests>().WorthOf(a, await s.Get<Contributions>().One(s.Entitled, await s.LineWithElise()))),
        new(Act.ReadPole, "Members.FullTimePosts", (s, a) => s.Get<Members>().FullTimePosts(a, new(2026, 3, 1)), NoForeignId: true),
        new(Act.ReadApproved, "Digests.OfPeriod", async (s, a) => await OfPeriod(s, a, (await s.Get<Digests>().Find(await DigestRights.Approved(s)))!)),
        new(Act.SetPacks, "DeclaredFigures.Declare", (s, a) => s.Get<DeclaredFigures>().Declare(a, new(2026, 3, 1), new(2026, 3, 31), new Dictionary<string, decimal?> { [DeclaredFigures.Market] = 1 }), NoForeignId: true),
        new(Act.ReportProgress, "DeclaredTexts.Declare", (s, a) => s.Get<DeclaredTexts>().Declare(a, new(2026, 3, 1), new(2026, 3, 31), new Dictionary<string, string?> { [DeclaredTexts.Outlook] = "Un toit de plus." }), NoForeignId: true),
        new(Act.ReportProgress, "Objectives.Set", (s, a) => s.Get<Objectives>().Set(a, "Axe 1", s.Name("Chantiers"), 4, "chantiers"), NoForeignId: true),
        new(Act.ReportProgress, "Objectives.Score", async (s, a) => await s.Get<Objectives>().Score(a, await Objective(s), s.Today, 1, null, null)),
        new(Act.ReportProgress, "Objectives.Drop", async (s, a) => await s.Get<Objectives>().Drop(a, await Objective(s))),
        new(Act.ReadPole, "Objectives.On", (s, a) => s.Get<Objectives>().On(a, s.Today), NoForeignId: true),
        new(Act.SetPacks, "Expenditures.Record", (s, a) => s.Get<Expenditures>().Record(a, Voucher(s)), NoForeignId: true),
        new(Act.SetPacks, "Expenditures.Strike", async (s, a) => await s.Get<Expenditures>().Strike(a, await s.Get<Expenditures>().Record(s.Entitled, Voucher(s)))),
        new(Act.SetPacks, "Expenditures.Import", (s, a) => s.Get<Expenditures>().Import(a, []), NoForeignId: true),
        new(Act.ReadPole, "Expenditures.Paid", (s, a) => s.Get<Expenditures>().Paid(a, s.Today, s.Today), NoForeignId: true),
        new(Act.ReadPole, "Workshops.Bodies", (s, a) => s.Get<Workshops>().Bodies(a, s.Today, s.Today), NoForeignId: true),
        new(Act.ReadPole, "Offers.Posted", (s, a) => s.Get<Offers>().Posted(a, s.Today, s.Today), NoForeignId: true),
        new(Act.ReadPole, "Agreements.Made", (s, a) => s.Get<Agreements>().Made(a, s.Today, s.Today), NoForeignId: true),
        new(Act.SetPacks, "Packs.Set", (s, a) => s.Get<Workspace.Packs>().Set(a, new()), NoForeignId: true),
    ];

    private static Task<string> Objective(Stage s) => s.Get<Objectives>().Set(s.Entitled, "Axe 1", s.Name("Chantiers"), 4, "chantiers");

    private static NewExpenditure Voucher(Stage s) => new("travel", s.Today, s.Today, "SNCF", "Nancy–Liège", 120, 12, 120, "WP1");

    private static Task<Digest> OfPeriod(Stage s, Actor a, Digest digest) => s.Get<Digests>().OfPeriod(a, digest.FromDay, digest.ToDay);
}
