using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One pack, as it is printed and filed: its tables, each with its sums, its texts, its proof.</summary>
public sealed class PackPage(Packs packs, Actor actor, SayOnPages say) : PageModel
{
    public Actor Actor { get; } = actor;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>"non" shows quantities alone.</summary>
    [BindProperty(SupportsGet = true, Name = "valeurs")]
    public string? Valeurs { get; set; }

    [BindProperty(SupportsGet = true, Name = "organisation")]
    public string? Organisation { get; set; }

    [BindProperty(SupportsGet = true, Name = "personne")]
    public string? Personne { get; set; }

    public string Home => Packs.Home(Actor, Id);
    public string Here => $"{Home}/{Name}";
    public Pack Pack { get; private set; } = null!;

    public async Task OnGet() => Pack = await packs.Of(Actor, Id, new(Name, Valeurs != "non", Organisation, Personne), say);
}
