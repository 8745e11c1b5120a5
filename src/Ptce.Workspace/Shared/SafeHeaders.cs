namespace Ptce.Workspace;

/// <summary>Headers that keep hostile strings harmless even where a page would forget to.</summary>
public static class SafeHeaders
{
    // Teams shows our pages in a frame; nobody else may.
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; " +
        "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    public static void UseSafeHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        // Added as the answer starts: an exception clears what was set before it. A page may be stricter, never laxer.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
