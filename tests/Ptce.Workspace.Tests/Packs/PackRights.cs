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
        new(Act.SetPacks, "Packs.Set", (s, a) => s.Get<Workspace.Packs>().Set(a, new()), NoForeignId: true),
    ];
}
