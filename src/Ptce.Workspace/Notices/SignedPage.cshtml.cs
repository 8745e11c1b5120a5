using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Where a signed link of a mail leads: one button, because scanners of mail follow links but send no forms.</summary>
/// <remarks>The address itself proves who asks and for what; no session is needed and none is opened, so there is no session's form to forge.</remarks>
[IgnoreAntiforgeryToken]
public sealed class SignedPage(Taps taps, IEnumerable<ITakeTaps> takers, Actors actors, TimeProvider clock, Say say) : PageModel, IShowsAgain
{
    [FromRoute]
    public string Signed { get; set; } = "";

    public TapPage? Shown { get; private set; }

    /// <summary>Why there is nothing to tap, or what was done.</summary>
    public string? Said { get; private set; }

    public bool Done { get; private set; }

    /// <summary>Where to go on.</summary>
    public string Home { get; private set; } = "/";

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        NoReferrer();
        if (await Find() is not var (taker, tap, actor)) return Page();
        Said = await taker.Take(tap, actor);
        Done = true;
        return Page();
    }

    public async Task Load()
    {
        NoReferrer();
        if (await Find() is not var (taker, tap, actor)) return;
        try
        {
            Shown = await taker.Show(tap, actor);
            if (Shown is null) Said = say["notices.nothing_left"];
            else Home = Shown.Path;
        }
        catch (Refused refused) { Said = refused.In(say.Language); }
    }

    private async Task<(ITakeTaps, Tap, Actor)?> Find()
    {
        if (taps.Read(Signed) is not { } read || takers.FirstOrDefault(t => t.Purpose == read.Tap.Purpose) is not { } taker) Said = say["notices.link_unknown"];
        else if (read.IsOver(clock.GetUtcNow())) Said = say["notices.link_over", Taps.Days];
        else if (await actors.Find(read.PersonId, read.Pole) is not { } actor) Said = say["notices.link_nobody"];
        else
        {
            Home = $"/p/{actor.PoleSlug}";
            return (taker, read.Tap, actor);
        }
        return null;
    }

    // The address of this page is the proof: it goes to nobody else.
    private void NoReferrer() => Response.Headers["Referrer-Policy"] = "no-referrer";
}
