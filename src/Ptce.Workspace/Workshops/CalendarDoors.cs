using System.Text;

namespace Ptce.Workspace;

/// <summary>Calendars as files: one meeting to a person who is signed in, a whole calendar to whoever holds its private address.</summary>
public static class CalendarDoors
{
    private const string Type = "text/calendar";

    public static void MapCalendars(this WebApplication app)
    {
        app.MapGet("/p/{pole}/ateliers/{id}/seance.ics", async (string id, Actor actor, Workshops workshops, Site site) =>
            Results.Text(await workshops.CalendarOfOne(actor, id, site), Type, Encoding.UTF8)).ExcludeFromDescription();

        // A person who has left the pole, or a revoked address, gets the same answer as an address that never was.
        app.MapGet("/calendrier/{secret}.ics", async (HttpContext http, string secret, Actors actors, Workshops workshops, Site site) =>
        {
            if (await workshops.FeedOf(secret) is not var (personId, pole, seriesId) || await actors.Find(personId, pole) is not { } actor || !actor.May(Act.ReadPole)) return Results.NotFound();
            http.Response.Headers.CacheControl = "private, max-age=900";
            http.Response.Headers["X-Robots-Tag"] = "noindex";
            return Results.Text(await workshops.CalendarOf(actor, seriesId, site), Type, Encoding.UTF8);
        }).ExcludeFromDescription();
    }
}
