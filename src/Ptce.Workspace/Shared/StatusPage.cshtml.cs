using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>What a person reads when there is no page to show: what happened, and what to do.</summary>
/// <remarks>Shown in place of whatever asked for it, under any method: a refused POST has already been refused.</remarks>
[IgnoreAntiforgeryToken]
public sealed class StatusPage(Say say) : PageModel
{
    public string Title { get; private set; } = "";
    public string Reason { get; private set; } = "";

    public static void Use(WebApplication app) =>
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/etat/{0}"));

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Asked for by its own address there is nothing to explain.
        var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null ? 404 : Convert.ToInt32(RouteData.Values["status"], null);
        var known = Words.Knows($"status.{status}.title") ? status : status < 500 ? 400 : 500;
        Title = say[$"status.{known}.title"];
        Reason = HttpContext.Features.Get<Refused>() is { } refused ? refused.In(say.Language) : say[$"status.{known}.reason"];
        Response.StatusCode = status;
    }
}
