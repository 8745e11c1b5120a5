using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

/// <summary>After a POST that did its work: look there now (303), for pages and endpoints alike.</summary>
/// <param name="local">An address of ours; anything else leads to "/", so that a crafted link cannot lead a person away.</param>
public sealed class SeeOther(string? local) : IActionResult, IResult
{
    public string Address { get; } = Local(local) ?? "/";

    /// <summary>The address when it is one of ours, else null.</summary>
    public static string? Local(string? address) =>
        Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult.IsLocalUrl(address) && address![0] == '/' ? address : null;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Address;
        return Task.CompletedTask;
    }

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);
}
