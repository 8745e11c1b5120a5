namespace Ptce.Workspace;

/// <summary>Who gave time to whom, as ribbons from left to right between two columns of names; drawn on the server.</summary>
/// <param name="Narrow">For a phone: names in two lines, the amount below.</param>
/// <param name="Wide">For a screen and for paper: one line each.</param>
public sealed record FlowPicture(string Finding, FlowDrawing Narrow, FlowDrawing Wide)
{
    /// <summary>Time from one organisation to another.</summary>
    /// <param name="To">Empty: the pole itself.</param>
    public sealed record Flow(string From, string To, long Minutes, string Href);

    /// <summary>A pole has 8 to 30 organisations: nearly always every one is shown.</summary>
    public const int MostOnASide = 24;

    private const string Others = "\n"; // no id

    /// <summary>Null where nobody gave time.</summary>
    /// <param name="name">An organisation's; of "" the pole's.</param>
    /// <param name="rest">"7 autres": what those without room are called.</param>
    public static FlowPicture? Of(IEnumerable<Flow> all, Func<string, string> name, Func<int, string> rest, Func<long, string> shown, Func<string, string, string, string> finding)
    {
        var flows = all.Where(f => f.Minutes > 0).ToList();
        if (flows.Count == 0) return null;
        var (givers, receivers) = (Side.Of(flows, f => f.From), Side.Of(flows, f => f.To));
        var drawn = flows.GroupBy(f => (From: givers.Seat(f.From), To: receivers.Seat(f.To)))
            .Select(g => new FlowDrawing.Drawn(g.Key.From, g.Key.To, g.Sum(f => f.Minutes), g.Count() == 1 ? g.First().Href : null)).ToList();
        FlowDrawing Draw(FlowDrawing.Sheet sheet) => FlowDrawing.Of(sheet, drawn, Others,
            id => id == Others ? rest(givers.Cut) : name(id), id => id == Others ? rest(receivers.Cut) : name(id), shown);
        var largest = flows.MaxBy(f => f.Minutes)!;
        return new(finding(name(largest.From), name(largest.To), shown(largest.Minutes)), Draw(FlowDrawing.Sheet.Narrow), Draw(FlowDrawing.Sheet.Wide));
    }

    /// <summary>Those with a place of their own: the largest, and the last place is for the others where there are more.</summary>
    private sealed record Side(IReadOnlySet<string> Shown, int Cut)
    {
        public static Side Of(List<Flow> flows, Func<Flow, string> of)
        {
            var all = flows.GroupBy(of).OrderByDescending(g => g.Sum(f => f.Minutes)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
            var shown = all.Take(all.Count > MostOnASide ? MostOnASide - 1 : MostOnASide).ToHashSet();
            return new(shown, all.Count - shown.Count);
        }

        public string Seat(string id) => Shown.Contains(id) ? id : Others;
    }
}
