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
        [Roles.Member] = ["member", "membre", "adhérent", "adhérente"],
        [Roles.Coordinator] = ["coordinator", "coordination", "coordinateur", "coordinatrice", "animateur", "animatrice", "Koordinator", "Koordinatorin"],
        [Roles.Committee] = ["committee", "copil", "membre du copil", "steering"],
        [Roles.Treasurer] = ["treasurer", "trésorier", "trésorière", "Kassenwart", "Kassenwartin", "Schatzmeister", "Schatzmeisterin"],
        [Roles.Administrator] = ["administrator", "admin", "administrateur", "administratrice", "Administratorin"],
        [Roles.Observer] = ["observer", "observateur", "observatrice", "Beobachter", "Beobachterin"],
    };

    /// <summary>The word a role bears in pages, for sentences that list them.</summary>
    public static Listed InWords { get; } = new([.. Enum.GetValues<Roles>().Where(r => r != Roles.None).Select(r => "role." + r.Name())]);

    private static readonly Dictionary<string, Roles> ByName = AsWritten.SelectMany(role => role.Value.Concat(Words.All["role." + role.Key.Name()].Values).Select(word => (word, role.Key)))
        .DistinctBy(w => SameName.Folded(w.word)).ToDictionary(w => SameName.Folded(w.word), w => w.Key);

    /// <summary>Reads a role as people write it: in any of the three languages, masculine or feminine or both ("trésorier·ère"), one or several, with its accents or without; null when it is none.</summary>
    public static Roles? Read(string text)
    {
        var word = SameName.Folded(text);
        var stem = word.Split('·', '•', '(', '/', '.', '-')[0].TrimEnd();
        return Known(word) ?? Known(stem) ?? Known(stem.EndsWith('s') ? stem[..^1] : stem);
    }

    private static Roles? Known(string word) => ByName.TryGetValue(word, out var role) ? role : null;

    /// <summary>The words a mandate is stored under.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Roles>().Where(r => r != Roles.None).Select(Name)];

    /// <summary>The word a mandate is stored under.</summary>
    public static string Name(this Roles role) => role.ToString().ToLowerInvariant();
}
