using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Who gave time to whom, as ribbons from left to right; drawn on the server, 360 units wide so that a phone shows it whole.</summary>
public sealed record FlowPicture(string Finding, double Height, IReadOnlyList<FlowPicture.Node> Nodes, IReadOnlyList<FlowPicture.Ribbon> Ribbons)
{
    /// <param name="Name">Cut to what has room; the whole name stands in the table behind.</param>
    public sealed record Node(string Name, string Shown, string Y, string Height, bool Gives)
    {
        public string FirstLine => Shift(16);
        public string SecondLine => Shift(34);

        private string Shift(double by) => Number(double.Parse(Y, CultureInfo.InvariantCulture) + by);
    }

    /// <param name="Path">SVG.</param>
    public sealed record Ribbon(string Path, string Title, string? Href);

    /// <summary>Time from one organisation to another.</summary>
    /// <param name="To">Empty: the pole itself.</param>
    public sealed record Flow(string From, string To, long Minutes, string Href);

    public const int Width = 360;
    private const int MostOnASide = 10, Bar = 6, Gap = 8, LongestName = 18;
    private const double Least = 42, Scale = 260; // units: two lines of words; all the time together

    /// <summary>Null where nobody gave time.</summary>
    /// <param name="name">An organisation's; of "" the pole's.</param>
    /// <param name="rest">"7 autres": what those without room are called.</param>
    public static FlowPicture? Of(IEnumerable<Flow> all, Func<string, string> name, Func<int, string> rest, Func<long, string> shown, Func<string, string, string, string> finding)
    {
        var flows = all.Where(f => f.Minutes > 0).ToList();
        if (flows.Count == 0) return null;
        var total = flows.Sum(f => f.Minutes);
        var (givers, receivers) = (Side(flows, f => f.From), Side(flows, f => f.To));
        const string others = "\n"; // no id
        string Seat(Dictionary<string, long> side, string id) => side.ContainsKey(id) ? id : others;
        var drawn = flows.GroupBy(f => (From: Seat(givers, f.From), To: Seat(receivers, f.To)))
            .Select(g => (g.Key.From, g.Key.To, Minutes: g.Sum(f => f.Minutes), Href: g.Count() == 1 ? g.First().Href : null)).ToList();
        var left = Places(drawn, d => d.From, others, total);
        var right = Places(drawn, d => d.To, others, total);
        string Label(string id, int cut) => id == others ? rest(cut) : name(id);
        var (cutGivers, cutReceivers) = (flows.Select(f => f.From).Distinct().Count() - givers.Count, flows.Select(f => f.To).Distinct().Count() - receivers.Count);
        var ribbons = drawn.OrderBy(d => left[d.From].Y).ThenBy(d => right[d.To].Y).Select(d =>
        {
            var width = Math.Max(1.5, d.Minutes * Scale / total);
            var (a, b) = (left[d.From].Take(width), right[d.To].Take(width));
            return new Ribbon(Path(a, b, width), $"{Label(d.From, cutGivers)} → {Label(d.To, cutReceivers)}, {shown(d.Minutes)}", d.Href);
        }).ToList();
        var largest = flows.MaxBy(f => f.Minutes)!;
        Node NodeOf(string id, Seated seat, bool gives) => new(Short(Label(id, gives ? cutGivers : cutReceivers)), shown(seat.Minutes), Number(seat.Y), Number(seat.Height), gives);
        return new(finding(name(largest.From), name(largest.To), shown(largest.Minutes)), Math.Max(left.Values.Max(s => s.Y + s.Height), right.Values.Max(s => s.Y + s.Height)),
            [.. left.Select(s => NodeOf(s.Key, s.Value, true)), .. right.Select(s => NodeOf(s.Key, s.Value, false))], ribbons);
    }

    /// <summary>Those with a place of their own: the largest, and the last place is for the others where there are more.</summary>
    private static Dictionary<string, long> Side(List<Flow> flows, Func<Flow, string> of)
    {
        var all = flows.GroupBy(of).Select(g => (g.Key, Minutes: g.Sum(f => f.Minutes))).OrderByDescending(g => g.Minutes).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return all.Take(all.Count > MostOnASide ? MostOnASide - 1 : MostOnASide).ToDictionary(g => g.Key, g => g.Minutes);
    }

    private sealed class Seated(double y, double height, double taken, long minutes)
    {
        private double _next = y + (height - taken) / 2;

        public double Y => y;
        public double Height => height;
        public long Minutes => minutes;

        public double Take(double width)
        {
            var at = _next;
            _next += width;
            return at;
        }
    }

    private static Dictionary<string, Seated> Places(List<(string From, string To, long Minutes, string? Href)> drawn, Func<(string From, string To, long Minutes, string? Href), string> of, string others, long total)
    {
        var places = new Dictionary<string, Seated>();
        var y = 0.0;
        foreach (var side in drawn.GroupBy(of).OrderBy(g => g.Key == others).ThenByDescending(g => g.Sum(d => d.Minutes)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var taken = side.Sum(d => Math.Max(1.5, d.Minutes * Scale / total));
            var height = Math.Max(Least, taken);
            places[side.Key] = new(y, height, taken, side.Sum(d => d.Minutes));
            y += height + Gap;
        }
        return places;
    }

    private static string Path(double a, double b, double width) => string.Create(CultureInfo.InvariantCulture,
        $"M{Bar} {a:0.#}C{Width / 2} {a:0.#} {Width / 2} {b:0.#} {Width - Bar} {b:0.#}V{b + width:0.#}C{Width / 2} {b + width:0.#} {Width / 2} {a + width:0.#} {Bar} {a + width:0.#}Z");

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)].TrimEnd() + "…";

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
