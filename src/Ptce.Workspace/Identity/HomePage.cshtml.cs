using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The bare address: the person's last pole, the only one, or a page to choose.</summary>
[Authorize]
public sealed class HomePage(Actors actors) : PageModel
{
    public IReadOnlyList<Actors.Place> Places { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Places = await actors.Places(WhoAsks.PersonId(User)!);
        var last = Request.Cookies[Sessions.LastPoleCookie];
        var place = Places.FirstOrDefault(p => p.Slug == last) ?? (Places.Count == 1 ? Places[0] : null);
        return place is null ? Page() : Redirect($"/p/{place.Slug}");
    }
}
