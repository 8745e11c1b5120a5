using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Coopérations: what members do together, narrowed by words, level, form, nature, what is pooled, state, organisation and year.</summary>
public sealed class CooperationsPage(Cooperations cooperations, Members members, Actor actor, Say t, TimeProvider clock) : PageModel
{
    private const int MostYears = 8; // to choose from; the address takes any

    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "niveau")] public string? Level { get; set; }
    [FromQuery(Name = "forme")] public string? Form { get; set; }
    [FromQuery(Name = "nature")] public string? Nature { get; set; }
    [FromQuery(Name = "objet")] public string? Kind { get; set; }
    [FromQuery(Name = "etat")] public string? State { get; set; }
    [FromQuery(Name = "organisation")] public string? Organisation { get; set; }
    [FromQuery(Name = "annee")] public string? Year { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/echanges/cooperations";
    public CooperationList Found { get; private set; } = null!;
    private IReadOnlyList<Organisation> Organisations { get; set; } = [];

    private CooperationFilter Filter => new(
        CooperationWords.Levels.FirstOrDefault(l => l == Level), CooperationWords.Forms.FirstOrDefault(f => f == Form), CooperationWords.Natures.FirstOrDefault(n => n == Nature),
        string.IsNullOrEmpty(Organisation) ? null : Organisation,
        int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        Cooperations.States.FirstOrDefault(s => s == State), Pooled.Kinds.FirstOrDefault(k => k == Kind), string.IsNullOrWhiteSpace(Search) ? null : Search);

    public Narrowing Narrowing => new(Home,
    [
        new("q", t["cooperations.search"], Search),
        NarrowBy.Choice("niveau", t["cooperations.level"], Level, t["cooperations.any"], CooperationWords.Levels.Select(l => (l, CooperationWords.Level(t, l)))),
        NarrowBy.Choice("forme", t["cooperations.form"], Form, t["cooperations.any"], CooperationWords.Forms.Select(f => (f, CooperationWords.Form(t, f)))),
        NarrowBy.Choice("nature", t["cooperations.nature"], Nature, t["cooperations.any"], CooperationWords.Natures.Select(n => (n, t["cooperations.nature." + n]))),
        NarrowBy.Choice("objet", t["cooperations.pooled"], Kind, t["cooperations.any"], Pooled.Kinds.Select(k => (k, Kinds.Word(t, k)))),
        NarrowBy.Choice("etat", t["offers.state"], State, t["offers.all_states"], Cooperations.States.Select(s => (s, t["cooperations.state." + s]))),
        NarrowBy.Choice("organisation", t["cooperations.organisation"], Organisation, t["cooperations.any_organisation"], Organisations.Select(o => (o.Id, o.Name))),
        NarrowBy.Choice("annee", t["cooperations.year"], Year, t["cooperations.any_year"], Years),
    ]);

    private IEnumerable<(string, string)> Years => Enumerable.Range(0, MostYears).Select(n => (Actor.Today(clock).Year - n).ToString(CultureInfo.InvariantCulture)).Select(y => (y, y));

    public async Task OnGet()
    {
        Found = await cooperations.List(Actor, Filter, After);
        Organisations = await members.Organisations(Actor);
    }

    public Emptiness Empty => new(t[Filter != new CooperationFilter() ? "cooperations.none_found" : "cooperations.none_yet"],
        Actor.May(Act.LogCooperation) ? new(t["cooperations.log"], $"{Home}/saisir") : null);
}
