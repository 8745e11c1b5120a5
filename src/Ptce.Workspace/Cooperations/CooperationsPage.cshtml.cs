using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Coopérations: what members do together, narrowed by level, form, nature, organisation and year.</summary>
public sealed class CooperationsPage(Cooperations cooperations, Members members, Actor actor, Say t, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "niveau")] public string? Level { get; set; }
    [FromQuery(Name = "forme")] public string? Form { get; set; }
    [FromQuery(Name = "nature")] public string? Nature { get; set; }
    [FromQuery(Name = "organisation")] public string? Organisation { get; set; }
    [FromQuery(Name = "annee")] public string? Year { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/echanges/cooperations";
    public CooperationList Found { get; private set; } = null!;
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public IEnumerable<int> Years => Enumerable.Range(0, 6).Select(n => Actor.Today(clock).Year - n);

    private CooperationFilter Filter => new(
        CooperationWords.Levels.FirstOrDefault(l => l == Level), CooperationWords.Forms.FirstOrDefault(f => f == Form), CooperationWords.Natures.FirstOrDefault(n => n == Nature),
        string.IsNullOrEmpty(Organisation) ? null : Organisation,
        int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null);

    public async Task OnGet()
    {
        Found = await cooperations.List(Actor, Filter, After);
        Organisations = await members.Organisations(Actor);
    }

    public bool Narrowed => Filter != new CooperationFilter();

    public Emptiness Empty => new(t[Narrowed ? "cooperations.none_found" : "cooperations.none_yet"],
        Actor.May(Act.LogCooperation) ? new(t["cooperations.log"], $"{Home}/saisir") : null);

    /// <summary>The next page of the same list.</summary>
    public string Next(string after)
    {
        var parts = new Dictionary<string, string?> { ["niveau"] = Level, ["forme"] = Form, ["nature"] = Nature, ["organisation"] = Organisation, ["annee"] = Year, ["apres"] = after };
        return Home + "?" + string.Join("&", parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}"));
    }
}
