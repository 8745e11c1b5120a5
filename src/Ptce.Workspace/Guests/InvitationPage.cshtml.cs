using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Ptce.Workspace;

/// <summary>What a guest sees: one meeting, whether they come, and what they propose to speak of.</summary>
/// <remarks>The address itself proves who asks; no session is needed and none is opened, so there is no session's form to forge.</remarks>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(SignInDoors.AskLimit)]
public sealed class InvitationPage(Guests guests) : PageModel, IShowsAgain
{
    [FromRoute]
    public string Secret { get; set; } = "";

    public GuestView? Shown { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await Load();
        return Shown is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(string? answer)
    {
        NoReferrer();
        await guests.Answer(Secret, answer ?? "");
        return new SeeOther($"/invitation/{Secret}");
    }

    public async Task<IActionResult> OnPostPropose(string? title, [FromForm(Name = "point_minutes")] string? minutes, string? aim)
    {
        NoReferrer();
        await guests.Propose(Secret, title, Field.WholeIfAny(minutes, "point_minutes") ?? 0, aim ?? "");
        return new SeeOther($"/invitation/{Secret}#proposed");
    }

    public async Task Load()
    {
        NoReferrer();
        Shown = await guests.Open(Secret);
    }

    // The address of this page is the proof: it goes to nobody else.
    private void NoReferrer() => Response.Headers["Referrer-Policy"] = "no-referrer";
}
