using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Who has gone, or is not here yet: organisations and people, with their days.</summary>
public sealed class FormerPage(Members members, Actor actor, Say t, TimeProvider clock) : PageModel
{
    /// <summary>"personnes": mandates instead of memberships.</summary>
    [FromQuery(Name = "vue")] public string? View { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Home => $"/p/{Actor.PoleSlug}/pole";
    public bool OfPeople => View == "personnes";
    public Narrowing Narrowing => new($"{Home}/anciens", [new("q", t["members.search"], Search)], ("vue", View));

    /// <summary>One of the two is filled, by the view.</summary>
    public Members.FormerOrganisations Organisations { get; private set; } = new([], null);
    public Members.FormerPeople People { get; private set; } = new([], null);
    public string? Next => OfPeople ? People.Next : Organisations.Next;

    public async Task OnGet()
    {
        if (OfPeople) People = await members.NotActing(Actor, Search, After);
        else Organisations = await members.NotBelonging(Actor, Search, After);
    }
}
