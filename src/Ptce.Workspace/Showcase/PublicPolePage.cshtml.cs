using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Ptce.Workspace;

/// <summary>The pole's page for everybody: no sign-in, the same for each reader of a language, so that it may be kept for a while on the way.</summary>
[AllowAnonymous]
public sealed class PublicPolePage(Showcase showcase, Say t) : PageModel
{
    private const int KeptSeconds = 300;

    [FromRoute] public string Slug { get; set; } = "";

    /// <summary>The language; none: the pole's own.</summary>
    [FromRoute(Name = WhoAsks.ShownLanguage)] public string? Shown { get; set; }

    public PublicPole Pole { get; private set; } = null!;
    public string Here => Address(Pole.Slug);

    public static string Address(string slug) => $"/poles/{slug}";

    public async Task<IActionResult> OnGet()
    {
        Pole = await showcase.Public(Slug) ?? throw new NotHere();
        if (Shown is null || Words.Nearest(Shown) != Shown) return Redirect($"{Here}/{Pole.Language}");
        if (!Pole.Indexed) Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = $"public, max-age={KeptSeconds}";
        var stamp = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Pole, t.Language })))[..32]}\"");
        Response.GetTypedHeaders().ETag = stamp;
        return Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(stamp, useStrongComparison: false)) ? StatusCode(StatusCodes.Status304NotModified) : Page();
    }
}
