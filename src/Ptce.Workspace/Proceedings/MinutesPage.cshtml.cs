using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Compte rendu d'une séance: who was there, what was said, decided and agreed; to read, to print, to post.</summary>
public sealed class MinutesPage(Minutes minutes, TeamsRooms rooms, Site site, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Home => $"/p/{Actor.PoleSlug}/ateliers";
    public string Here => Minutes.Page(Actor, Id);

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Report Report { get; private set; } = null!;
    public Occurrence Meeting => Report.Meeting;

    /// <summary>The same in plain lines, to post in a channel or a letter.</summary>
    public string Post { get; private set; } = "";

    public IReadOnlyList<TeamsRooms.Room> Rooms { get; private set; } = [];
    public IReadOnlyList<TeamsRooms.Posted> Posted { get; private set; } = [];
    public bool MayPost => Actor.May(Act.PlanMeetings);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string room)
    {
        await rooms.Post(Actor, Id, room);
        TempData["Notice"] = t["proceedings.posting"];
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        Report = await minutes.Of(Actor, Id, t);
        Post = Report.Post(t, site.Link(Here));
        Posted = await rooms.PostedOf(Actor, Id);
        if (MayPost) Rooms = await rooms.Of(Actor);
    }
}
