using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Ptce.Workspace;

/// <summary>Where a person proves who they are.</summary>
[EnableRateLimiting(SignInDoors.AskLimit)]
public sealed class SignInPage(SignInLinks links, Mailer mailer, IReadOnlyList<Provider> providers, IServiceProvider services) : PageModel, IShowsAgain
{
    /// <summary>The address to go back to; only one of ours is kept.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Whether a link can be mailed from here.</summary>
    public bool ByMail => mailer.Sends;

    public IReadOnlyList<Provider> Providers => providers;

    /// <summary>An outside provider did not confirm who the person is.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Echec { get; set; }

    /// <summary>The people to choose among, in Development; null elsewhere, where the service does not exist.</summary>
    public IReadOnlyList<Demonstration.Group>? Cast { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (WhoAsks.PersonId(User) is not null) return new SeeOther(Retour);
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var ask = await links.Ask(Email ?? "", Retour);
        return new SeeOther($"/connexion/envoye?demande={ask}");
    }

    public async Task Load()
    {
        Retour = SeeOther.Local(Retour);
        if (services.GetService<Demonstration>() is { } demonstration) Cast = await demonstration.Cast();
    }
}
