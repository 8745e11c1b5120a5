using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>In a window of its own: the person, signed in on the web, says that the Teams account which asks is theirs.</summary>
[Authorize]
public sealed class TabLinkPage(Tab tab) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string? Billet { get; set; }

    public EntraPerson? Account { get; private set; }
    public Person Me => HttpContext.Features.Get<Person>()!;

    public void OnGet() => Account = tab.Asking(Billet);

    public async Task<IActionResult> OnPost()
    {
        if (tab.Asking(Billet) is not { } account) return new SeeOther("/onglet/lier");
        await tab.Link(Me, account);
        return new SeeOther("/onglet/lie");
    }

    public Task Load()
    {
        OnGet();
        return Task.CompletedTask;
    }
}
