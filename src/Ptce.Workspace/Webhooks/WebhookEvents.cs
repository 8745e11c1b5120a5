namespace Ptce.Workspace;

/// <summary>The events that an address may be told of, by the theme a person looks for them under.</summary>
public static class WebhookEvents
{
    private const string Rest = "pole";

    // What the names of a theme's events begin with; the words are webhooks.theme.{Theme}.
    private static readonly (string Theme, string[] Starts)[] Begin =
    [
        ("contributions", ["Contribution", "Evidence", "NothingGiven"]),
        ("digests", ["Digest", "Review", "VoteCast", "Rate", "Pack", "Export", "StaffCost", "Figures", "Texts", "Objective", "Expenditure"]),
        ("exchanges", ["Offer", "Need", "Match", "Agreement", "Book", "Purchase", "StaffLoan"]),
        ("cooperations", ["Cooperation", "Milestone", "Tender"]),
        ("workshops", ["Meeting", "Series", "Agenda", "Point", "Attendance", "Invitation", "Minutes", "Decision", "Action", "Date", "Guest", "School", "VotingRules"]),
    ];

    /// <summary>Themes in the order of the page, each with the names of its events.</summary>
    public static IReadOnlyList<(string Theme, IReadOnlyList<string> Names)> Themes { get; } =
    [
        .. typeof(Event).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Event)) && !Webhooks.NotTold.Contains(t.Name)).Select(t => t.Name).Order(StringComparer.Ordinal)
            .GroupBy(ThemeOf).OrderBy(g => g.Key == Rest ? Begin.Length : Array.FindIndex(Begin, b => b.Theme == g.Key)).Select(g => (g.Key, (IReadOnlyList<string>)[.. g])),
    ];

    public static IReadOnlySet<string> All { get; } = Themes.SelectMany(t => t.Names).ToHashSet();

    /// <summary>What it means, without a name: "… a confirmé …".</summary>
    public static string In(Say say, string name) => say[$"event.{name}", "…", "…", "…"];

    private static string ThemeOf(string name) => Begin.FirstOrDefault(b => b.Starts.Any(s => name.StartsWith(s, StringComparison.Ordinal))).Theme ?? Rest;
}
