namespace Ptce.Workspace;

/// <summary>Script, sheet and mark of the pages: small on the wire, and fetched once per version.</summary>
public static class Assets
{
    // Files that are the same for everybody; a page holds secrets and is not compressed where others could guess at it by its length.
    private static readonly string[] Compressed = ["text/javascript", "text/css", "image/svg+xml"];

    public static void AddAssets(this IServiceCollection services) => services.AddResponseCompression(o =>
    {
        o.EnableForHttps = true;
        o.MimeTypes = Compressed;
    });

    public static void UseAssets(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            // The page names the version it needs ("?v=…"): another version is another address.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }
}
