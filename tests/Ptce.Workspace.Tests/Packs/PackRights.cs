namespace Ptce.Workspace.Tests;

/// <summary>The rows of the packs, and of what they are made of.</summary>
public static class PackRights
{
    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadApproved, "Packs.Of", async (s, a) => await s.Get<Workspace.Packs>().Of(a, await DigestRights.Approved(s), new(PackNames.Cvn), new Say("fr"))),
        new(Act.ReadApproved, "Packs.Settings", (s, a) => s.Get<Workspace.Packs>().Settings(a), NoForeignId: true),
        new(Act.SetPacks, "Packs.Set", (s, a) => s.Get<Workspace.Packs>().Set(a, new()), NoForeignId: true),
    ];
}
