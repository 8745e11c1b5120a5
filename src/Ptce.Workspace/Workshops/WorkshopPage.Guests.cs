using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

public sealed partial class WorkshopPage
{
    private const string LinkOnce = "guest-link";

    public IReadOnlyList<Guest> Guests { get; private set; } = [];

    /// <summary>What guests propose and nobody has taken or dropped yet.</summary>
    public IReadOnlyList<GuestPoint> GuestPoints { get; private set; } = [];

    /// <summary>The link of the guest invited just now: shown once, kept nowhere.</summary>
    public string? GuestLink { get; private set; }

    public async Task<IActionResult> OnPostInviteGuest(string? guest, [FromForm(Name = "guest_of")] string? organisation, [FromForm(Name = "guest_email")] string? email, string? quality)
    {
        TempData[LinkOnce] = site.Link(await guests.Invite(Actor, Id, guest, organisation, email, quality));
        return new SeeOther(Here + "#guests");
    }

    public async Task<IActionResult> OnPostGuest(string guest, string act)
    {
        await (act switch
        {
            "present" => guests.NotePresent(Actor, guest, present: true),
            "absent" => guests.NotePresent(Actor, guest, present: false),
            "revoke" => guests.Revoke(Actor, guest),
            _ => throw new NotHere(),
        });
        return new SeeOther(Here + "#guests");
    }

    public async Task<IActionResult> OnPostGuestPoint(string point, string act)
    {
        await guests.Decide(Actor, point, act);
        return ToAgenda;
    }
}
