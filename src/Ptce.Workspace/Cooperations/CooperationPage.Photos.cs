using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

public sealed partial class CooperationPage
{
    /// <summary>Pictures, by milestone.</summary>
    public ILookup<string, MilestonePhoto> Photos { get; private set; } = Array.Empty<MilestonePhoto>().ToLookup(p => p.MilestoneId);

    /// <summary>The milestone whose picture was refused.</summary>
    public string? PhotoRefusedFor => Request.HasFormContentType && Request.Form.ContainsKey("shows") ? (string?)Request.Form["milestone"] : null;

    public string PhotoAt(MilestonePhoto photo) => $"{cooperations.Page(Actor, Id)}?handler=Photo&photo={photo.Id}";

    public async Task<IActionResult> OnGetPhoto(string? photo, CancellationToken stop)
    {
        var (found, content) = await photos.Open(Actor, photo ?? "", stop);
        Response.Headers.CacheControl = "private, max-age=86400";
        return File(content, found.Type);
    }

    public Task<IActionResult> OnPostUnphoto(string? photo) => Done(photos.Remove(Actor, photo ?? ""), "offers.photo_removed");
}
