namespace Ptce.Workspace;

/// <summary>The API's door to meetings: when they are, who leads them, what is on them; and a member's answer and points.</summary>
public static class MeetingsApi
{
    /// <summary>An answer to an invitation; as <see cref="NewReply"/>, for the caller alone.</summary>
    public sealed record Said(string? Answer, long People = 1, long LateMinutes = 0, string? ProxyId = null, string? Note = null);

    /// <param name="Aim">"inform", "discuss" or "decide".</param>
    public sealed record Proposed(string? Title, long Minutes, string? Aim);

    /// <summary>A meeting as the API shows it.</summary>
    /// <param name="Computed">The day the rhythm gives.</param>
    /// <param name="Day">The day to meet; null where people must be asked.</param>
    /// <param name="Reasons">Why the two differ, in the caller's language.</param>
    public sealed record Shown(string Id, string SeriesId, string Series, string Kind, string State, DateOnly Computed, DateOnly? Day, DateTimeOffset? Starts, DateTimeOffset? Ends,
        string Zone, string? Host, string? Facilitator, string? Place, string? Link, IEnumerable<string> Reasons)
    {
        internal static Shown Of(Occurrence m, Say say) => new(m.Id, m.SeriesId, m.SeriesName, m.Kind, m.State, m.Computed, m.Day, m.StartsAt, m.EndsAt,
            m.Zone, m.HostName, m.Facilitator?.Told, m.Place, m.Link, m.Whys(say));
    }

    public sealed record Point(string Id, string Title, long Minutes, string Aim, string State, string? ProposedBy);

    /// <summary>One meeting with its agenda, and how many come.</summary>
    /// <param name="Overrun">Minutes planned beyond its end.</param>
    public sealed record Whole(Shown Meeting, IEnumerable<Point> Agenda, long Overrun, long People, long Organisations, long Silent, string? MyAnswer);

    public static void MapMeetingsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/poles/{pole}/meetings").WithTags("meetings");

        // From today and for 400 days, unless the caller names other days; never more than 400 at once.
        api.MapGet("", async (DateOnly? from, DateOnly? to, string? series, Actor actor, Workshops workshops, Say say, TimeProvider clock) =>
        {
            var first = from ?? actor.Today(clock);
            var last = first.AddDays(Workshops.HorizonDays);
            return (await workshops.Between(actor, first, to < last ? to.Value : last, series)).Select(m => Shown.Of(m, say));
        });

        api.MapGet("/{id}", async (string id, Actor actor, Workshops workshops, Say say) => await Read(actor, id, workshops, say));

        api.MapPost("/{id}/answer", async (string id, Said said, Actor actor, Workshops workshops, Say say) =>
        {
            await workshops.Answer(actor, id, new(said.Answer ?? "", said.People, said.LateMinutes, said.ProxyId, said.Note));
            return await Read(actor, id, workshops, say);
        });

        api.MapPost("/{id}/points", async (string id, Proposed point, Actor actor, Workshops workshops, Say say) =>
        {
            await workshops.Propose(actor, id, reserve: false, point.Title, point.Minutes, point.Aim ?? "");
            return await Read(actor, id, workshops, say);
        });
    }

    private static async Task<Whole> Read(Actor actor, string id, Workshops workshops, Say say)
    {
        var (agenda, turnout) = (await workshops.AgendaOf(actor, id), await workshops.TurnoutOf(actor, id));
        return new(Shown.Of(agenda.Meeting, say), agenda.Items.Select(i => new Point(i.Id, i.Title, i.Minutes, i.Aim, i.State, i.ProposedAs ?? i.ProposedByName)), agenda.Overrun,
            turnout.People, turnout.Organisations, turnout.Silent.Count, turnout.Replies.FirstOrDefault(r => r.PersonId == actor.PersonId)?.Answer);
    }
}
