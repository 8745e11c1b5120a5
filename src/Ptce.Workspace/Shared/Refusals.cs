using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>A page that can show itself again after a refusal, with the reason at the field.</summary>
public interface IShowsAgain
{
    /// <summary>Reads what the page shows; called for a GET and again after a refused POST.</summary>
    Task Load();
}

/// <summary>What a refusal becomes at each door: a sentence at the field (422), a problem document, 403 or 404.</summary>
public sealed class Refusals(Say say) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is not Refused refused || done.ExceptionHandled) return;
        var status = Status(refused);
        if (status != StatusCodes.Status422UnprocessableEntity || done.HandlerInstance is not (PageModel page and IShowsAgain shows))
        {
            if (status == StatusCodes.Status422UnprocessableEntity) return; // no page to show it on: the exception handler answers
            done.ExceptionHandled = true;
            done.Result = new StatusCodeResult(status);
            return;
        }
        done.ExceptionHandled = true;
        page.ModelState.AddModelError(refused.Field, refused.In(say.Language));
        await shows.Load();
        page.Response.StatusCode = status;
        done.Result = page.Page();
    }

    public static int Status(Refused refused) => refused switch
    {
        NotHere => StatusCodes.Status404NotFound,
        NotAllowed => StatusCodes.Status403Forbidden,
        Unreadable => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>For /api and whatever has no page: the refusal as a problem document in the caller's language.</summary>
    public static void UseRefusals(WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = Answer,
        AllowStatusCode404Response = true, // NotHere is an answer of ours; without this a browser is told of a broken program
        // A refusal is no fault of the program: one line says so, and no stack.
        SuppressDiagnosticsCallback = failed => failed.Exception is Refused or BadHttpRequestException,
    });

    private static async Task Answer(HttpContext http)
    {
        var failed = http.Features.Get<IExceptionHandlerFeature>();
        if ((failed?.Error as Refused ?? (failed?.Error is BadHttpRequestException ? new Malformed() : null)) is not { } refused)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }
        var status = failed!.Error is BadHttpRequestException bad ? bad.StatusCode : Status(refused);
        http.Response.StatusCode = status;
        // The door, not the address: some addresses are keys.
        http.RequestServices.GetRequiredService<ILogger<Refusals>>().LogInformation("{Method} {Door} was refused: {Reason}", http.Request.Method, failed.Endpoint?.DisplayName ?? "An address", refused.Key);
        if (!http.Request.Path.StartsWithSegments("/api") && http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html"))
        {
            http.Features.Set(refused); // a person reads it on the status page
            return;
        }
        var problem = new ProblemDetails { Status = status, Title = refused.In(WhoAsks.Language(http)), Type = $"about:blank#{refused.Key}" };
        if (refused.Field != "") problem.Extensions["field"] = refused.Field;
        if (refused is BadFile file) problem.Extensions["rows"] = file.Rows.Select(r => BadRowShown.Of(r, WhoAsks.Language(http)));
        await http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }
}
