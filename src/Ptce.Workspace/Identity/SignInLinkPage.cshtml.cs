using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Where a mailed link leads: a button, because scanners of mail follow links but send no forms.</summary>
public sealed class SignInLinkPage(SignInLinks links, TimeProvider clock, Say say) : PageModel, IShowsAgain
{
    [FromRoute]
    public string Secret { get; set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Why the link no longer opens, if it does not.</summary>
    public string? Reason { get; private set; }

    public static string Address(string secret) => $"/connexion/lien/{secret}";

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        NoReferrer();
        var (person, returnTo) = await links.Use(Secret);
        await Sessions.Open(HttpContext, person);
        return new SeeOther(returnTo);
    }

    public async Task Load()
    {
        NoReferrer();
        var found = await links.Find(Secret, clock.GetUtcNow());
        Name = found?.Name ?? "";
        Reason = (found is null ? new Refused("", "identity.link_unknown") : found.Reason)?.In(say.Language);
    }

    // The address of this page is the secret: it goes to nobody else.
    private void NoReferrer() => Response.Headers["Referrer-Policy"] = "no-referrer";
}
