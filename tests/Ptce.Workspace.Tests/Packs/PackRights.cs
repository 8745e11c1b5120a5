namespace Ptce.Workspace.Tests;

/// <summary>The rows of the packs, and of what they are made of.</summary>
public static class PackRights
{
    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadApproved, "Packs.Of", async (s, a) => await s.Get<Workspace.Packs>().Of(a, await DigestRights.Approved(s), new(PackNames.Cvn), new Say("fr"))),
        new(Act.ReadApproved, "Packs.Settings", (s, a) => s.Get<Workspace.Packs>().Settings(a), NoForeignId: true),
        new(Act.ReadDigests, "Packs.WriteEntries", async (s, a) => await s.Get<Workspace.Packs>().WriteEntries(a, await DigestRights.Approved(s), new MemoryStream(), paheko: true)),
        new(Act.ReadApproved, "Exports.Ask", async (s, a) => await s.Get<Exports>().Ask(a, await DigestRights.Approved(s), Export.Lines, "csv", new Say("fr"))),
        new(Act.ReadStaffCosts, "StaffCosts.Record", (s, a) => s.Get<StaffCosts>().Record(a, new(s.Cast.Bruno.PersonId, new(2026, 1, 1), 40_000, 1, null, "Bulletins 2025"))),
        new(Act.ReadApproved, "Packs.Write", async (s, a) => await s.Get<Workspace.Packs>().Write(a, await DigestRights.Approved(s), new(PackNames.Cvn), "xlsx", null, new MemoryStream(), new Say("fr"))),
        new(Act.ReadPole, "Digests.WorthOf", async (s, a) => await s.Get<Digests>().WorthOf(a, await s.Get<Contributions>().One(s.Entitled, await s.LineWithElise()))),
        new(Act.ReadPole, "Members.FullTimePosts", (s, a) => s.Get<Members>().FullTimePosts(a, new(2026, 3, 1)), NoForeignId: true),
        new(Act.ReadApproved, "Digests.OfPeriod", async (s, a) => await OfPeriod(s, a, (await s.Get<Digests>().Find(await DigestRights.Approved(s)))!)),
        new(Act.SetPacks, "DeclaredFigures.Declare", (s, a) => s.Get<DeclaredFigures>().Declare(a, new(2026, 3, 1), new(2026, 3, 31), new Dictionary<string, decimal?> { [DeclaredFigures.Market] = 1 }), NoForeignId: true),
        new(Act.SetPacks, "Packs.Set", (s, a) => s.Get<Workspace.Packs>().Set(a, new()), NoForeignId: true),
    ];

    private static Task<Digest> OfPeriod(Stage s, Actor a, Digest digest) => s.Get<Digests>().OfPeriod(a, digest.FromDay, digest.ToDay);
}
