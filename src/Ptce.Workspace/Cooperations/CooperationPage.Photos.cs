using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

public sealed partial class CooperationPage
{
    private ILookup<string?, Photo> _photos = Array.Empty<Photo>().ToLookup(p => p.PartId);

    public Album AlbumOf(Milestone milestone) => new(Actor, [.. _photos[milestone.Id]], MayChange,
        Refused: Request.HasFormContentType && Request.Form.ContainsKey("shows") && Request.Form["part"] == milestone.Id, (milestone.Id, milestone.Title));

    public Task<IActionResult> OnPostUnphoto(string? photo) => Done(photos.Remove(Actor, cooperations, photo ?? ""), "photos.removed");
}
