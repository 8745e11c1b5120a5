using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>État du service : each thing the workspace stands on, ok or not, and what to do.</summary>
public sealed class DiagnosticPage(Diagnostics diagnostics, Actor actor) : PageModel
{
    public Actor Actor { get; } = actor;
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public async Task OnGet() => Findings = await diagnostics.Of(Actor);
}
