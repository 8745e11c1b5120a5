using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Réseau: who cooperates with whom in a half-year, drawn on the server, with the table behind it.</summary>
public sealed class NetworkPage(Cooperations cooperations, Actor actor, Say t, TimeProvider clock) : PageModel
{
    private const double Size = 400, Ring = 165; // of the drawing, in its own units
    private const int MostHalves = 80, MostLinks = 8; // forty years on the slider; the last four also as links

    /// <summary>"2026-2": the second half of 2026.</summary>
    [FromQuery(Name = "semestre")] public string? Asked { get; set; }

    /// <summary>Where the slider stands, from 0.</summary>
    [FromQuery(Name = "rang")] public int? Rank { get; set; }

    /// <summary>The organisation whose ties are drawn strong.</summary>
    [FromQuery(Name = "organisation")] public string? Organisation { get; set; }

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/pole/reseau";
    public Network Network { get; private set; } = null!;
    public IReadOnlyList<Half> Halves { get; private set; } = [];
    public Half Shown { get; private set; }
    public NetworkNode? Chosen { get; private set; }

    /// <summary>Half a year: <paramref name="Part"/> 1 or 2.</summary>
    public readonly record struct Half(int Year, int Part)
    {
        public DateOnly From => new(Year, Part == 1 ? 1 : 7, 1);
        public DateOnly To => Part == 1 ? new(Year, 6, 30) : new(Year, 12, 31);
        public Half Before => Part == 1 ? new(Year - 1, 2) : new(Year, 1);
        public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Part}");
        public static Half Of(DateOnly day) => new(day.Year, day.Month <= 6 ? 1 : 2);
    }

    public async Task OnGet()
    {
        var halves = new List<Half> { Half.Of(Actor.Today(clock)) };
        var first = Half.Of(await cooperations.FirstDay(Actor) ?? Actor.Today(clock));
        while (halves.Count < MostHalves && halves[^1] != first && halves[^1].From > first.From) halves.Add(halves[^1].Before);
        halves.Reverse();
        Halves = halves;
        Shown = Rank is >= 0 && Rank < halves.Count ? halves[Rank.Value] : halves.FirstOrDefault(h => h.Code == Asked, halves[^1]);
        Network = await cooperations.Network(Actor, Shown.From, Shown.To);
        Chosen = Network.Nodes.FirstOrDefault(n => n.OrganisationId == Organisation);
    }

    public int ShownRank => Halves.TakeWhile(h => h != Shown).Count();

    public IEnumerable<Half> Latest => Halves.TakeLast(MostLinks);

    public string Name(Half half) => t[$"network.half_{half.Part}", half.Year];

    public string At(Half half, string? organisation) => $"{Home}?semestre={half.Code}{(organisation is null ? "" : "&organisation=" + organisation)}";

    /// <summary>The finding, in a sentence.</summary>
    public string Finding => Network.Ties.Count == 0 ? t["network.none", Name(Shown)]
        : string.Join(' ', [t["network.finding", Name(Shown), Network.Nodes.Count - Network.Apart.Count, Network.Nodes.Count, Network.Ties.Count],
            Network.Apart.Count == 0 ? t["network.nobody_apart"] : t["network.apart", string.Join(", ", Network.Apart.Select(n => n.Name))]]);

    /// <summary>A node's middle, on a ring that begins at noon and goes round in the order of names.</summary>
    public (double X, double Y) Place(NetworkNode node)
    {
        var angle = 2 * Math.PI * (node.Number - 1) / Network.Nodes.Count - Math.PI / 2;
        return (Size / 2 + Ring * Math.Cos(angle), Size / 2 + Ring * Math.Sin(angle));
    }

    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public string ViewBox => $"0 0 {N(Size)} {N(Size)}";

    /// <summary>A tie as a curve towards the middle, so that neighbours' ties do not hide on the ring.</summary>
    public string Curve(NetworkTie tie)
    {
        var (a, b) = (Place(tie.A), Place(tie.B));
        var (mx, my) = ((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        return $"M{N(a.X)} {N(a.Y)}Q{N(mx + (Size / 2 - mx) * 0.35)} {N(my + (Size / 2 - my) * 0.35)} {N(b.X)} {N(b.Y)}";
    }

    /// <summary>Thicker where more is done together, in four steps; the table has the figures.</summary>
    public static string Width(NetworkTie tie) => tie.Cooperations switch { 1 => "1.5", 2 => "3", <= 4 => "5", _ => "8" };

    public string TieClass(NetworkTie tie) => Chosen is null ? "tie" : tie.A == Chosen || tie.B == Chosen ? "tie strong" : "tie faint";

    /// <summary>"avec 2, 5, 7", for the list beside the picture.</summary>
    public string Partners(NetworkNode node) =>
        string.Join(", ", Network.Of(node.OrganisationId).Select(x => x.A == node ? x.B : x.A).OrderBy(n => n.Number).Select(n => n.Number.ToString(CultureInfo.InvariantCulture)));
}
