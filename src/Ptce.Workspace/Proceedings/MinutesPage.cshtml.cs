using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Compte rendu d'une séance: who was there, what was said, decided and agreed; to read, to print, to post.</summary>
public sealed class MinutesPage(Workshops workshops, Proceedings proceedings, Decisions decisions, Actions actions, Guests guests, Yields yields, Site site, Actor actor, Say t, TimeProvider clock) : PageModel
{
    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Home => $"/p/{Actor.PoleSlug}/ateliers";
    public string Here => $"{Home}/{Id}/compte-rendu";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Report Report { get; private set; } = null!;
    public Occurrence Meeting => Report.Meeting;

    /// <summary>The same in plain lines, to post in a channel or a letter.</summary>
    public string Post { get; private set; } = "";

    public async Task OnGet()
    {
        var agenda = await workshops.AgendaOf(Actor, Id);
        var turnout = await workshops.TurnoutOf(Actor, Id);
        var next = await workshops.Between(Actor, (agenda.Meeting.Day ?? agenda.Meeting.Computed).AddDays(1), Today.AddDays(Workshops.HorizonDays), agenda.Meeting.SeriesId);
        Report = new(agenda, await workshops.Attendance(Actor, Id), turnout.Replies, await proceedings.Of(Actor, Id), await workshops.SpentOn(Actor, Id),
            await decisions.Of(Actor, Id), await actions.Of(Actor, Id), next.FirstOrDefault(m => m.State != Occurrence.Cancelled), await proceedings.SettledAt(Actor, Id))
        {
            Guests = [.. (await guests.Of(Actor, Id)).Where(g => g.Present)],
            Yields = await yields.Of(Actor, Id, t),
        };
        Post = Report.Post(t, site.Link(Here));
    }
}
