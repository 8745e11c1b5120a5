namespace Ptce.Workspace;

/// <summary>Compte rendu : everything that the slices know of a meeting, put together for one reader.</summary>
public sealed class Minutes(Workshops workshops, Proceedings proceedings, Decisions decisions, Actions actions, Guests guests, Yields yields, TimeProvider clock)
{
    public async Task<Report> Of(Actor actor, string occurrenceId, Say say)
    {
        var agenda = await workshops.AgendaOf(actor, occurrenceId);
        var turnout = await workshops.TurnoutOf(actor, occurrenceId);
        var next = await workshops.Between(actor, (agenda.Meeting.Day ?? agenda.Meeting.Computed).AddDays(1), actor.Today(clock).AddDays(Workshops.HorizonDays), agenda.Meeting.SeriesId);
        return new(agenda, await workshops.Attendance(actor, occurrenceId), turnout.Replies, await proceedings.Of(actor, occurrenceId), await workshops.SpentOn(actor, occurrenceId),
            await decisions.Of(actor, occurrenceId), await actions.Of(actor, occurrenceId), next.FirstOrDefault(m => m.State != Occurrence.Cancelled), await proceedings.SettledAt(actor, occurrenceId))
        {
            Guests = [.. (await guests.Of(actor, occurrenceId)).Where(g => g.Present)],
            Yields = await yields.Of(actor, occurrenceId, say),
        };
    }

    /// <summary>The same in plain lines with the link to all of it, to post in a channel or a letter.</summary>
    public async Task<string> Post(Actor actor, string occurrenceId, Say say, Site site) => (await Of(actor, occurrenceId, say)).Post(say, site.Link(Page(actor, occurrenceId)));

    public static string Page(Actor actor, string occurrenceId) => $"/p/{actor.PoleSlug}/ateliers/{occurrenceId}/compte-rendu";
}
