using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Candidatures: who is proposed for the pole, who supports it, what was decided.</summary>
public sealed class CandidaciesPage(Members members, Actor actor, Say t) : PageModel, IShowsAgain
{
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "etat")] public string? State { get; set; }
    [FromQuery(Name = "nature")] public string? Wanted { get; set; }
    [FromQuery(Name = "cercle")] public string? Towards { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Type { get; set; }
    [BindProperty] public string? Circle { get; set; }
    [BindProperty] public string? Motive { get; set; }

    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/pole/candidatures";
    public bool MayPropose => Actor.May(Act.ProposeMember) && Actor.OrganisationId is not null;
    public CandidacyList Found { get; private set; } = new([], null);

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Done(members.Propose(Actor, Name, Type, Circle, Motive), "members.proposed_now");

    public Task<IActionResult> OnPostSupport(string? id) => Done(members.Support(Actor, id ?? ""), "members.supported_now");

    public Task<IActionResult> OnPostAdmit(string? id, string? decision) => Done(members.Decide(Actor, id ?? "", admitted: true, decision), "members.admitted_now");

    public Task<IActionResult> OnPostDecline(string? id, string? decision) => Done(members.Decide(Actor, id ?? "", admitted: false, decision), "members.declined_now");

    public async Task Load() => Found = await members.Candidacies(Actor,
        new(Search, CandidacyFilter.States.FirstOrDefault(s => s == State), Vocabulary.OrganisationTypes.Keys.FirstOrDefault(k => k == Wanted), Vocabulary.Circles.Keys.FirstOrDefault(k => k == Towards)), After);

    public Narrowing Narrowing => new(Here,
    [
        new("q", t["members.candidacies_search"], Search),
        NarrowBy.Choice("etat", t["offers.state"], State, t["agreements.any_state"], CandidacyFilter.States.Select(s => (s, t["members.candidacy." + s]))),
        NarrowBy.Choice("nature", t["members.type"], Wanted, t["members.any"], Vocabulary.OrganisationTypes.Keys.Select(k => (k, t["organisation_type." + k]))),
        NarrowBy.Choice("cercle", t["members.circle"], Towards, t["members.any"], Vocabulary.Circles.Keys.Select(k => (k, t["circle." + k]))),
    ]);

    private async Task<IActionResult> Done(Task command, string notice)
    {
        await command;
        TempData["Notice"] = t[notice];
        return new SeeOther(Here);
    }
}
