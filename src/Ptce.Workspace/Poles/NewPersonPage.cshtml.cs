using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Gives someone a mandate, known already or not.</summary>
public sealed class NewPersonPage(Members members, Actor actor, Say say, TimeProvider clock) : PageModel, IShowsAgain
{
    /// <summary>Someone of the pole, when the mandate is for them; null for someone new.</summary>
    [BindProperty] public string? Person { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Email { get; set; }
    [BindProperty(SupportsGet = true)] public string? Organisation { get; set; }
    [BindProperty] public string? Role { get; set; } = "member";
    [BindProperty] public string? Engagement { get; set; }
    [BindProperty] public string? From { get; set; } = actor.Today(clock).Iso();

    public Actor Actor => actor;
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public IReadOnlyList<string> Roles { get; } = [.. RoleNames.All.Where(r => r != Workspace.Roles.Administrator.Name() || actor.May(Act.AppointAdministrator))];

    /// <param name="personne">Someone known, whose name and address are filled in.</param>
    public async Task OnGet(string? personne)
    {
        actor.Must(Act.ManageMembers);
        if (personne is not null)
        {
            var known = await members.Portray(actor, personne);
            (Name, Email, Organisation) = (known.Name, known.Email, known.Mandates[^1].OrganisationId);
            Person = known.Id;
        }
        await Load();
    }

    public async Task<IActionResult> OnPost()
    {
        var id = await members.AddPerson(actor, new(Name ?? "", Email, Organisation ?? "", Role ?? "", Engagement ?? "", Field.DayIfAny(From, "from"), Person));
        TempData["Notice"] = say["members.given"];
        return new SeeOther(members.Page(actor, id));
    }

    public async Task Load() => Organisations = await members.Organisations(actor);
}
