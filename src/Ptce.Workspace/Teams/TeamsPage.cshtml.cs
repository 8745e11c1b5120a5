using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Relier Teams : what an administrator does with Microsoft, with this installation's own values, and whether it works.</summary>
public sealed class TeamsPage(TeamsSetup setup, BotSettings settings, Site site, Actor actor, Say say) : PageModel
{
    public Actor Actor { get; } = actor;
    public TeamsPackage? Package { get; private set; }
    public string Endpoint => site.Link(BotEndpoint.Path);
    public string AppId => settings.AppId;
    public string Tenant => settings.Tenant;

    /// <summary>Null until asked for: it knocks at several doors.</summary>
    public IReadOnlyList<SetupCheck>? Checks { get; private set; }

    public int ToMend => Checks?.Count(c => c.Meaning == Meaning.NeedsYou) ?? 0;

    /// <param name="verifier">Anything: runs the self-check.</param>
    public async Task OnGet(string? verifier)
    {
        Package = setup.Package(Actor);
        if (verifier is not null) Checks = await setup.Check(Actor, say, HttpContext.RequestAborted);
    }

    public IActionResult OnGetPackage() => setup.Package(Actor) is { } package ? File(package.Zip(), "application/zip", TeamsPackage.FileName) : throw new NotHere();
}
