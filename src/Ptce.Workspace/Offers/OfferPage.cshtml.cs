using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One offer or need: what it is, where it stands, what came of it.</summary>
public sealed class OfferPage(Offers offers, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    [FromRoute] public string Id { get; set; } = "";

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public Offer Offer { get; private set; } = null!;
    public bool MayChange => Offers.MayChange(Actor, Offer);

    public Task OnGet() => Load();

    public Task<IActionResult> OnPostClose() => Done(offers.Close(Actor, Id), "offers.closed_now");

    public Task<IActionResult> OnPostReopen() => Done(offers.Reopen(Actor, Id), "offers.reopened_now");

    public async Task Load() => Offer = await offers.One(Actor, Id);

    private async Task<IActionResult> Done(Task command, string notice)
    {
        await command;
        TempData["Notice"] = t[notice];
        return new SeeOther(offers.Page(Actor, Id));
    }
}
