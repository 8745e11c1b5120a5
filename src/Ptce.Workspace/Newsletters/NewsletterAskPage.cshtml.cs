using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Ptce.Workspace;

/// <summary>Where someone outside asks for the letter of a pole.</summary>
[EnableRateLimiting(SignInDoors.AskLimit)]
public sealed class NewsletterAskPage(Newsletters newsletters, Poles poles, Say t) : PageModel, IShowsAgain
{
    [FromRoute] public string Slug { get; set; } = "";

    [BindProperty] public string? Email { get; set; }

    public Pole Pole { get; private set; } = null!;

    public bool Asked { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await newsletters.Ask(Slug, Email, t.Language);
        await Load();
        Asked = true;
        return Page();
    }

    public async Task Load() => Pole = await poles.BySlug(Slug) ?? throw new NotHere();
}
