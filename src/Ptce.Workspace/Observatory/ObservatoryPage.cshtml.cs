using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Observatoire: a period's indicators beside those of the period before, drawn, and each with what stands behind it.</summary>
public sealed class ObservatoryPage(Observatory observatory, Digests digests, Actor actor, Say t) : PageModel
{
    private const int MostDrawn = 8; // periods in a chart

    [FromQuery(Name = "periode")] public string? Asked { get; set; }
    [FromQuery(Name = "valeurs")] public string? Values { get; set; }

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/observatoire";
    public bool ShowsValues => Values != "non";
    public IReadOnlyList<Observation> All { get; private set; } = [];
    public Observation Shown { get; private set; } = null!;
    public Observation? Before { get; private set; }

    /// <summary>The approved digests whose days are of the period.</summary>
    public IReadOnlyList<Digest> Behind { get; private set; } = [];

    public Emptiness Empty => new(t["observatory.none"], Actor.May(Act.RunJob) ? new(t["observatory.to_jobs"], $"/p/{Actor.PoleSlug}/travaux") : null);

    public async Task OnGet()
    {
        All = await observatory.Of(Actor);
        if (All.Count == 0) return;
        var quarters = All.Where(o => !o.Period.IsYear).ToList();
        // What an observer comes for first: the latest quarter of which something was approved.
        Shown = All.FirstOrDefault(o => o.Period.Code == Asked) ?? quarters.FirstOrDefault(o => o["minutes"].Value > 0) ?? quarters[0];
        Before = All.FirstOrDefault(o => o.Period == Shown.Period.Before);
        Behind = [.. (await digests.List(Actor)).Where(d => d.State == Digest.Approved && d.FromDay <= Shown.Period.To && d.ToDay >= Shown.Period.From)];
    }

    public string At(ObservedPeriod period) => $"{Home}?periode={period.Code}{(ShowsValues ? "" : "&valeurs=non")}";

    public string With(bool values) => $"{Home}?periode={Shown.Period.Code}{(values ? "" : "&valeurs=non")}";

    public IEnumerable<Indicator> Of(string theme) => Indicator.All.Where(i => i.Theme == theme && (ShowsValues || i.Measure != Measure.Cents));

    public IEnumerable<Figure> Figures => new[] { "minutes", "value", "fte", "active", "cooperations", "met", "meetings", "saved" }
        .Select(name => Shown[name]).Where(m => ShowsValues || m.Of.Measure != Measure.Cents)
        .Select(m => new Figure(t[$"observatory.of.{m.Of.Name}"], Short(m), m.Of.Measure == Measure.Cents ? "€" : null, Lines(m.Of.Name), Before is null ? null : t["observatory.before", Before[m.Of.Name].In(t)]));

    /// <summary>Whole euros: the cents stand in the table.</summary>
    private string Short(Measured m) => m.Of.Measure == Measure.Cents ? ((m.Value ?? 0) / 100m).ToString("N0", t.Culture) : m.In(t);

    /// <summary>The lines behind a figure, where the reader may see them; null elsewhere.</summary>
    public string? Lines(string name) => name switch
    {
        "minutes" or "value" or "givers" or "fte" => Approved(""),
        "volunteer" => Approved($"?kind={Kinds.BenevolatUsager}"),
        "board" => Approved($"?kind={Kinds.BenevolatPolitique}"),
        "paid" => Approved(""),
        _ when Indicator.All.Any(i => i.Name == name && i.Theme == "asked") => Actor.May(Act.SetPacks) && Behind.Count > 0 ? Packs.Home(Actor, Behind[0].Id) + "/chiffres" : null,
        _ when !Actor.May(Act.ReadPole) => null,
        "active" => $"/p/{Actor.PoleSlug}/pole",
        "cooperations" or "turnover" or "jobs" => Cooperations(""),
        "commercial" => Cooperations("&nature=commerciale"),
        "strategic" => Cooperations("&nature=strategique"),
        "offers" => $"/p/{Actor.PoleSlug}/echanges?sens=offre",
        "needs" => $"/p/{Actor.PoleSlug}/echanges?sens=besoin",
        "met" => $"/p/{Actor.PoleSlug}/echanges?sens=besoin",
        "deliveries" => $"/p/{Actor.PoleSlug}/echanges/accords",
        "saved" => $"/p/{Actor.PoleSlug}/echanges?nature={Kinds.AchatGroupe}",
        _ => $"/p/{Actor.PoleSlug}/ateliers",
    };

    private string? Approved(string cut) => Behind switch
    {
        [] => null,
        [var one] when one.FromDay >= Shown.Period.From && one.ToDay <= Shown.Period.To => $"/p/{Actor.PoleSlug}/bilans/{one.Id}/lignes{cut}",
        _ => $"/p/{Actor.PoleSlug}/bilans",
    };

    private string Cooperations(string narrow) => $"/p/{Actor.PoleSlug}/echanges/cooperations?annee={Shown.Period.From.Year}{narrow}";

    public IEnumerable<Bars> Charts
    {
        get
        {
            if (Shown["minutes"].Value > 0) yield return Natures;
            var run = All.Where(o => o.Period.IsYear == Shown.Period.IsYear && o.Period.From <= Shown.Period.From).Take(MostDrawn).Reverse().ToList();
            foreach (var (name, finding) in new[] { ("minutes", "observatory.finding.time."), ("cooperations", "observatory.finding.cooperations.") })
                // From the first period that has any: before it nothing was approved, which is not nothing given.
                if (run.SkipWhile(o => o[name].Value is null or 0).ToList() is { Count: > 1 } drawn) yield return Over(drawn, name, Change(name, finding));
            if (Shown["needs"].Value > 0) yield return Needs;
        }
    }

    private Bars Natures
    {
        get
        {
            var parts = new[] { "volunteer", "board", "paid" }.Select(n => Shown[n]).ToList();
            var most = parts.MaxBy(p => p.Value)!;
            return new(t["observatory.finding.nature", t[$"observatory.of.{most.Of.Name}"], Math.Round(100m * most.Value!.Value / Shown["minutes"].Value!.Value)], t["observatory.nature"], t["observatory.time"],
                [.. parts.Select(p => new Bar(t[$"observatory.of.{p.Of.Name}"], p.Value ?? 0, p.In(t), Lines(p.Of.Name)))]);
        }
    }

    private Bars Needs => new(t["observatory.finding.needs", Shown["met"].Value ?? 0, Shown["needs"].Value!], t["observatory.what"], t["observatory.number"],
        [
            new(t["observatory.of.needs"], Shown["needs"].Value!.Value, Shown["needs"].In(t), Lines("needs")),
            new(t["observatory.answered"], Shown["met"].Value ?? 0, $"{Shown["met"].Value ?? 0}", Lines("met"), Second: true),
        ]);

    private Bars Over(IEnumerable<Observation> run, string name, string finding) => new(finding, t["observatory.period"], t[$"observatory.of.{name}"],
        [.. run.Select(o => new Bar(o.Period.In(t), o[name].Value ?? 0, o[name].In(t), At(o.Period)))]);

    private string Change(string name, string key)
    {
        var (now, then) = (Shown[name].Value ?? 0, Before?[name].Value);
        return t[key + (then is null || then == now ? "same" : now > then ? "more" : "less"), Shown[name].In(t), Shown.Period.In(t), Before?[name].In(t) ?? ""];
    }
}
