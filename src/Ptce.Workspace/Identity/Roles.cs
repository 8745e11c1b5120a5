namespace Ptce.Workspace;

/// <summary>What a person does in a pole; one mandate carries one role, a person may hold several.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Membre : staff or volunteer of a member organisation.</summary>
    Member = 1,

    /// <summary>Cellule d'animation.</summary>
    Coordinator = 2,

    /// <summary>Comité de pilotage.</summary>
    Committee = 4,

    /// <summary>Trésorerie.</summary>
    Treasurer = 8,

    /// <summary>Administration.</summary>
    Administrator = 16,

    /// <summary>Observateur : funder, network, researcher. Reads what was approved, writes nothing.</summary>
    Observer = 32,
}

public static class RoleNames
{
    private static readonly Dictionary<Roles, string[]> AsWritten = new()
    {
        [Roles.Member] = ["member", "membre"],
        [Roles.Coordinator] = ["coordinator", "coordination", "animation", "coordinateur", "coordinatrice"],
        [Roles.Committee] = ["committee", "copil", "comité de pilotage", "steering"],
        [Roles.Treasurer] = ["treasurer", "trésorerie", "trésorier", "trésorière"],
        [Roles.Administrator] = ["administrator", "admin", "administration"],
        [Roles.Observer] = ["observer", "observateur", "observatrice"],
    };

    private static readonly Dictionary<string, Roles> ByName = AsWritten
        .SelectMany(role => role.Value.Select(word => (word, role.Key)))
        .ToDictionary(w => w.word, w => w.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a role as people write it in a CSV; null when it is none.</summary>
    public static Roles? Read(string text) => ByName.TryGetValue(text.Trim(), out var role) ? role : null;

    /// <summary>The words a mandate is stored under.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Roles>().Where(r => r != Roles.None).Select(Name)];

    /// <summary>The word a mandate is stored under.</summary>
    public static string Name(this Roles role) => role.ToString().ToLowerInvariant();
}
