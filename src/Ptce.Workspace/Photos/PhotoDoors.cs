namespace Ptce.Workspace;

/// <summary>A picture by its address.</summary>
public static class PhotoDoors
{
    public static string At(Actor actor, Photo photo) => $"/p/{actor.PoleSlug}/photos/{photo.Id}";

    public static void MapPhotos(this WebApplication app) => app.MapGet("/p/{pole}/photos/{id}", async (string id, Actor actor, Photos photos, HttpResponse response, CancellationToken stop) =>
    {
        var (photo, content) = await photos.Open(actor, id, stop);
        response.Headers.CacheControl = "private, max-age=86400";
        return Results.Stream(content, photo.Type);
    }).ExcludeFromDescription();
}
