using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Where a person proves who they are.</summary>
public sealed class SignInPage(IServiceProvider services) : PageModel, IShowsAgain
{
    /// <summary>The address to go back to; only one of ours is kept.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>The people to choose among, in Development; null elsewhere, where the service does not exist.</summary>
    public IReadOnlyList<Demonstration.Group>? Cast { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (WhoAsks.PersonId(User) is not null) return new SeeOther(Retour);
        await Load();
        return Page();
    }

    public async Task Load()
    {
        Retour = SeeOther.Local(Retour);
        if (services.GetService<Demonstration>() is { } demonstration) Cast = await demonstration.Cast();
    }
}
