using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Accords: what waits for my organisation's word, and what was agreed.</summary>
public sealed class AgreementsPage(Agreements agreements, Actor actor, Say t, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public IReadOnlyList<Match> Asked { get; private set; } = [];
    public IReadOnlyList<Agreement> ToSign { get; private set; } = [];
    public AgreementList All { get; private set; } = null!;

    public async Task OnGet()
    {
        (Asked, ToSign) = (await agreements.MatchesWaitingForMe(Actor), await agreements.WaitingForMe(Actor));
        All = await agreements.List(Actor, after: After);
    }

    public Emptiness Empty => new(t["agreements.none_yet"], new(t["agreements.see_offers"], $"/p/{Actor.PoleSlug}/echanges"));

    /// <summary>"Val Horizon → Elips".</summary>
    public string Between(string giver, string receiver) => t["agreements.between", giver, receiver];
}
