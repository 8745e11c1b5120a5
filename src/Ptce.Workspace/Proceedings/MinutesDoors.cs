namespace Ptce.Workspace;

/// <summary>The minutes as a file to keep, to send and to print.</summary>
public static class MinutesDoors
{
    public static void MapMinutes(this WebApplication app) =>
        app.MapGet("/p/{pole}/ateliers/{id}/compte-rendu.pdf", async (HttpContext http, string id, Actor actor, Minutes minutes, Say t, Site site) =>
        {
            var report = await minutes.Of(actor, id, t);
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(report.Pdf(t, site.Link(Minutes.Page(actor, id))), "application/pdf", $"compte-rendu-{(report.Meeting.Day ?? report.Meeting.Computed):yyyy-MM-dd}.pdf");
        }).ExcludeFromDescription();
}
