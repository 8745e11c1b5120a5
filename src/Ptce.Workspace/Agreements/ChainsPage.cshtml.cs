using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Échanges en chaîne: what three organisations could give one another, each link with its reasons.</summary>
public sealed class ChainsPage(Agreements agreements, Actor actor, Say t) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/echanges";
    public IReadOnlyList<Chain> Chains { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string offer, string need)
    {
        var match = await agreements.Ask(Actor, offer, need);
        TempData["Notice"] = t["agreements.replied_now"];
        return new SeeOther(agreements.Page(Actor, match.Id));
    }

    public async Task Load() => Chains = await agreements.Chains(Actor);

    /// <summary>"Elips → Val Horizon → Re-Sources → Elips".</summary>
    public static string Way(Chain chain) => string.Join(" → ", chain.Links.Select(l => l.Offer.OrganisationName).Append(chain.Links[^1].Need.OrganisationName));

    public bool MayAsk(ChainLink link) => Actor.May(Act.AskMatch) && (Actor.May(Act.ManageOffers) || Actor.OrganisationId == link.GiverId || Actor.OrganisationId == link.ReceiverId);
}
