using System.Globalization;

namespace Ptce.Workspace;

/// <summary>One drawing of a flow: bars, names beside them and never on the ribbons, ribbons between.</summary>
public sealed record FlowDrawing(FlowDrawing.Sheet Paper, double Height, IReadOnlyList<FlowDrawing.Node> Nodes, IReadOnlyList<FlowDrawing.Ribbon> Ribbons)
{
    /// <summary>Measures of a drawing, in its own units; a unit is a pixel where the drawing has its own width.</summary>
    /// <param name="Label">Width of each column of names.</param>
    /// <param name="Amount">Width of the column of amounts in it; 0: they stand below the name.</param>
    /// <param name="Characters">What fits in a line of a name.</param>
    public sealed record Sheet(string Name, int Width, int Label, int Amount, int Characters, int Lines, int LineHeight, int FontSize)
    {
        public static readonly Sheet Narrow = new("narrow", 360, 130, 0, 15, 2, 17, 14), Wide = new("wide", 720, 272, 74, 24, 1, 18, 13);

        public int Right => Width - Label;
    }

    /// <summary>All that went from one seat to another.</summary>
    internal sealed record Drawn(string From, string To, long Minutes, string? Href);

    /// <param name="Top">Of the bar; it is <paramref name="Height"/> high.</param>
    public sealed record Node(bool Gives, string Top, string Height, IReadOnlyList<Line> Lines);

    /// <summary>A line of words beside a bar, its end or its beginning at <paramref name="X"/>.</summary>
    public sealed record Line(string Text, int X, string Y, bool IsAmount);

    /// <param name="Path">SVG.</param>
    /// <param name="Main">One of the heaviest.</param>
    public sealed record Ribbon(string Path, string Title, string? Href, bool Main);

    public const int Bar = 6;
    private const int Gap = 4, Beside = 6, MainOnes = 12;
    private const double Scale = 200, Thinnest = 1; // units: all the time together; a ribbon

    internal static FlowDrawing Of(Sheet sheet, IReadOnlyList<Drawn> flows, string others, Func<string, string> giver, Func<string, string> receiver, Func<long, string> shown)
    {
        var total = flows.Sum(f => f.Minutes);
        double Thick(Drawn f) => Math.Max(Thinnest, f.Minutes * Scale / total);
        var left = Places(sheet, flows.GroupBy(f => f.From), others, giver, Thick);
        var right = Places(sheet, flows.GroupBy(f => f.To), others, receiver, Thick);
        var main = flows.OrderByDescending(f => f.Minutes).Take(MainOnes).ToHashSet();
        var ribbons = flows.OrderBy(f => left[f.From].Y).ThenBy(f => right[f.To].Y).Select(f =>
        {
            var (a, b, width) = (left[f.From].Take(Thick(f)), right[f.To].Take(Thick(f)), Thick(f));
            return new Ribbon(Path(sheet, a, b, width), $"{giver(f.From)} → {receiver(f.To)}, {shown(f.Minutes)}", f.Href, main.Contains(f));
        });
        IReadOnlyList<Ribbon> drawn = [.. ribbons.ToList().OrderBy(r => r.Main)]; // the heavy ones over the thin ones
        return new(sheet, Math.Max(left.Values.Max(s => s.End), right.Values.Max(s => s.End)),
            [.. left.Values.Select(s => s.Node(sheet, true, shown)), .. right.Values.Select(s => s.Node(sheet, false, shown))], drawn);
    }

    /// <summary>A bar and the words beside it; ribbons leave it one below the other.</summary>
    private sealed class Seat(double y, double height, double taken, IReadOnlyList<string> name, long minutes)
    {
        private double _next = y + (height - taken) / 2;

        public double Y => y;
        public double End => y + height;

        public double Take(double width)
        {
            var at = _next;
            _next += width;
            return at;
        }

        public Node Node(Sheet sheet, bool gives, Func<long, string> shown)
        {
            var lines = sheet.Amount == 0 ? name.Count + 1 : name.Count;
            var first = y + (height - lines * sheet.LineHeight) / 2 + sheet.LineHeight * 0.75;
            int At(int apart) => gives ? sheet.Label - Beside - apart : sheet.Right + Beside + apart;
            string Base(int line) => Number(first + line * sheet.LineHeight);
            return new(gives, Number(y), Number(height),
            [
                .. name.Select((text, i) => new Line(text, At(sheet.Amount), Base(i), false)),
                new Line(shown(minutes), At(0), Base(sheet.Amount == 0 ? name.Count : 0), true),
            ]);
        }
    }

    private static Dictionary<string, Seat> Places(Sheet sheet, IEnumerable<IGrouping<string, Drawn>> sides, string others, Func<string, string> label, Func<Drawn, double> thick)
    {
        var places = new Dictionary<string, Seat>();
        var y = 0.0;
        foreach (var side in sides.OrderBy(g => g.Key == others).ThenByDescending(g => g.Sum(d => d.Minutes)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var (taken, name) = (side.Sum(thick), Lines(label(side.Key), sheet.Characters, sheet.Lines));
            var height = Math.Max(sheet.LineHeight * (sheet.Amount == 0 ? name.Count + 1 : name.Count), taken);
            places[side.Key] = new(y, height, taken, name, side.Sum(d => d.Minutes));
            y += height + Gap;
        }
        return places;
    }

    /// <summary>A name in so many lines of so many characters; what does not fit ends in "…", and the whole stands in the table behind.</summary>
    private static List<string> Lines(string name, int characters, int most)
    {
        var lines = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= characters || lines.Count == most) lines[^1] += " " + word;
            else lines.Add(word);
        }
        return [.. lines.Select(l => l.Length <= characters ? l : l[..(characters - 1)].TrimEnd() + "…")];
    }

    private static string Path(Sheet sheet, double a, double b, double width)
    {
        var (from, middle, to) = (sheet.Label + Bar, sheet.Width / 2, sheet.Right - Bar);
        return string.Create(CultureInfo.InvariantCulture,
            $"M{from} {a:0.#}C{middle} {a:0.#} {middle} {b:0.#} {to} {b:0.#}V{b + width:0.#}C{middle} {b + width:0.#} {middle} {a + width:0.#} {from} {a + width:0.#}Z");
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
