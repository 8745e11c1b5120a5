using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Règles de vote: how this pole counts, and who votes in which college.</summary>
public sealed class VotingPage(Voting voting, Members members, Actor actor) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/decisions/regles";

    [BindProperty]
    public VotingForm Form { get; set; } = new();

    public VotingRules Rules { get; private set; } = VotingRules.Usual;
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public IReadOnlyDictionary<string, string> CollegeOf { get; private set; } = new Dictionary<string, string>();
    public bool MaySet => Actor.May(Act.SetVotingRules);

    public async Task OnGet()
    {
        await Load();
        Form = VotingForm.Of(Rules);
    }

    public async Task<IActionResult> OnPost()
    {
        await voting.SetRules(Actor, Form.Read());
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostCollege(string organisation, string? college)
    {
        await voting.SetCollege(Actor, organisation, string.IsNullOrEmpty(college) ? null : college);
        return new SeeOther(Here + "#members");
    }

    public async Task Load()
    {
        Rules = await voting.Rules(Actor);
        if (Form.By is null) Form = VotingForm.Of(Rules);
        CollegeOf = await voting.CollegeOf(Actor);
        Organisations = await members.Organisations(Actor);
    }
}
