using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Which page of which pole a channel's tab shows. Each reader sees it with their own rights.</summary>
[Authorize]
public sealed class TabChoicePage(Tab tab, Site site, Say say) : PageModel
{
    /// <param name="Content">What Teams opens; it puts its theme in.</param>
    /// <param name="Web">The same page for "open in the browser".</param>
    public sealed record Choice(string Id, string Name, string Content, string Web);

    public IReadOnlyList<(string Pole, IReadOnlyList<Choice> Choices)> Poles { get; private set; } = [];

    public async Task OnGet() => Poles = [.. (await tab.Choices(HttpContext.Features.Get<Person>()!.Id)).Select(p => (p.Pole.Name, (IReadOnlyList<Choice>)[.. p.Pages.Select(page => new Choice(
        page.Trim('/').Replace('/', '-'),
        say["teams.choice." + (page.Split('/') is [_, _, _, var place] ? place : "aujourdhui")],
        site.Link($"{TabDoors.StartPath}?page={Uri.EscapeDataString(page)}&theme={{theme}}&locale={{locale}}"), site.Link(page)))]))];
}
