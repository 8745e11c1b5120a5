namespace Ptce.Workspace;

/// <summary>Headers that keep hostile strings harmless even where a page would forget to.</summary>
public static class SafeHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; ";

    // Teams shows our pages in a frame; nobody else may, and Teams neither where no app is registered. teams-js asks the second host which
    // addresses are Teams', and knows the present ones without it. X-Frame-Options is not sent: it can name no one, and would shut Teams out.
    private const string WithTeams =
        "connect-src 'self' https://res.cdn.office.net; frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";
    private const string WithoutTeams = "frame-ancestors 'self'";

    public static void UseSafeHeaders(this WebApplication app)
    {
        var policy = Policy + (app.Services.GetRequiredService<BotSettings>().AppId is "" ? WithoutTeams : WithTeams);
        app.Use((http, next) =>
        {
            // Added as the answer starts: an exception clears what was set before it. A page may be stricter, never laxer.
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers.TryAdd("Referrer-Policy", "same-origin");
                headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()";
                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}
