using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Lettres du pôle: what was sent, the draft in hand, and who outside receives it.</summary>
public sealed class NewslettersPage(Newsletters newsletters, Actor actor) : PageModel, IShowsAgain
{
    public const int PageSize = 30;

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/lettres";
    public bool Writes => Actor.May(Act.WriteNewsletter);
    public IReadOnlyList<Newsletter> Letters { get; private set; } = [];
    public IReadOnlyList<Subscriber> Subscribers { get; private set; } = [];

    [FromQuery(Name = "avant")]
    public string? Before { get; set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostDraft() => new SeeOther(newsletters.Page(Actor, await newsletters.Draft(Actor)));

    public async Task Load()
    {
        Letters = await newsletters.List(Actor, Before, PageSize);
        if (Writes) Subscribers = await newsletters.Subscribers(Actor);
    }
}
