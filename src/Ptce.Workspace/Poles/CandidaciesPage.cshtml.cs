using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Candidatures: who is proposed for the pole, who supports it, what was decided.</summary>
public sealed class CandidaciesPage(Members members, Actor actor, Say t) : PageModel, IShowsAgain
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Type { get; set; }
    [BindProperty] public string? Circle { get; set; }
    [BindProperty] public string? Motive { get; set; }

    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/pole/candidatures";
    public bool MayPropose => Actor.May(Act.ProposeMember) && Actor.OrganisationId is not null;
    public IReadOnlyList<Candidacy> Candidacies { get; private set; } = [];

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Done(members.Propose(Actor, Name, Type, Circle, Motive), "members.proposed_now");

    public Task<IActionResult> OnPostSupport(string? id) => Done(members.Support(Actor, id ?? ""), "members.supported_now");

    public Task<IActionResult> OnPostAdmit(string? id, string? decision) => Done(members.Decide(Actor, id ?? "", admitted: true, decision), "members.admitted_now");

    public Task<IActionResult> OnPostDecline(string? id, string? decision) => Done(members.Decide(Actor, id ?? "", admitted: false, decision), "members.declined_now");

    public async Task Load() => Candidacies = await members.Candidacies(Actor);

    private async Task<IActionResult> Done(Task command, string notice)
    {
        await command;
        TempData["Notice"] = t[notice];
        return new SeeOther(Here);
    }
}
