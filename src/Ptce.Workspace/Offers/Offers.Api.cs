namespace Ptce.Workspace;

/// <summary>The API's door to the exchanges: the lists of the pages, with the same rights, filters and pages.</summary>
public static class OffersApi
{
    /// <summary>An offer or a need as the API shows it.</summary>
    /// <param name="State">As of today on the pole's clocks: what stood open too long is "expired".</param>
    /// <param name="Left">What no agreement holds.</param>
    public sealed record Shown(
        string Id, string Side, string Kind, string OrganisationId, string Organisation, string Title, string? Text, decimal? Quantity, decimal? Left, string? Unit,
        DateOnly? From, DateOnly? To, string? Recurrence, long? Weekday, string? Place, string? Conditions, long PriceCents, string State, DateTimeOffset PostedAt)
    {
        internal static Shown Of(Offer o, DateOnly today) => new(
            o.Id, o.Side, o.Kind, o.OrganisationId, o.OrganisationName, o.Title, o.Text, o.Quantity, o.Left, o.Unit,
            o.FromDay, o.ToDay, o.Recurrence, o.Weekday, o.Place, o.Conditions, o.PriceCents, o.StateOn(today), o.PostedAt);
    }

    /// <param name="Next">Give it back as <c>after</c>; null on the last page.</param>
    public sealed record Listed(IReadOnlyList<Shown> Items, string? Next);

    public static void MapOffersApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/poles/{pole}/offers").WithTags("offers");

        api.MapGet("", async (string? side, string? kind, string? state, string? organisation, string? q, DateOnly? from, DateOnly? to, string? after, int? limit, Actor actor, Offers offers, TimeProvider clock) =>
        {
            Refused.If(side is not null && !Sides.All.Contains(side), "side", "offers.unknown_side", side);
            Refused.If(kind is not null && !Pooled.Kinds.Contains(kind), "kind", "offers.unknown_kind", kind, string.Join(", ", Pooled.Kinds));
            Refused.If(state is not null && !Stages.All.Contains(state), "state", "offers.unknown_state", state, string.Join(", ", Stages.All));
            var page = await offers.List(actor, new(side, kind, state, organisation, q, From: from, To: to), after, limit ?? Offers.PageSize);
            return new Listed([.. page.Offers.Select(o => Shown.Of(o, actor.Today(clock)))], page.Next);
        });

        api.MapGet("/{id}", async (string id, Actor actor, Offers offers, TimeProvider clock) => Shown.Of(await offers.One(actor, id), actor.Today(clock)));
    }
}
