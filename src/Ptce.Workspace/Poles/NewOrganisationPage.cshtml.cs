using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Brings an organisation into a circle.</summary>
public sealed class NewOrganisationPage(Members members, Actor actor, Say say, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Type { get; set; }
    [BindProperty] public string? Circle { get; set; }
    [BindProperty] public string? From { get; set; } = actor.Today(clock).Iso();

    public Actor Actor => actor;
    public IReadOnlyList<string> Known { get; private set; } = [];

    public async Task OnGet()
    {
        actor.Must(Act.ManageMembers);
        await Load();
    }

    public async Task<IActionResult> OnPost()
    {
        var id = await members.AddOrganisation(actor, Name ?? "", Type ?? "", Circle ?? "", Field.DayIfAny(From, "from"));
        TempData["Notice"] = say["members.joined", Name!.Trim()];
        return new SeeOther(members.Page(actor, id));
    }

    public async Task Load() => Known = [.. (await members.Belongings(actor)).Select(b => b.Name).Distinct()];
}
