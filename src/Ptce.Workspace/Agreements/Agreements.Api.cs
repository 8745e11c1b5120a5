namespace Ptce.Workspace;

/// <summary>The API's door to what was asked and agreed: the lists of the pages, with the same rights, filters and pages.</summary>
public static class AgreementsApi
{
    /// <summary>An agreement as the API shows it.</summary>
    public sealed record Agreed(
        string Id, string MatchId, string? NeedId, string? OfferId, string GiverId, string Giver, string ReceiverId, string Receiver, string Kind, string Title, decimal? Quantity, string? Unit,
        DateOnly? From, DateOnly? To, long PriceCents, long Version, string State, DateTimeOffset MadeAt, DateTimeOffset? GiverSignedAt, DateTimeOffset? ReceiverSignedAt, string? CancelReason)
    {
        internal static Agreed Of(Agreement a) => new(
            a.Id, a.MatchId, a.NeedId, a.OfferId, a.GiverId, a.GiverName, a.ReceiverId, a.ReceiverName, a.Kind, a.Title, a.Quantity, a.Unit,
            a.FromDay, a.ToDay, a.PriceCents, a.Version, a.State, a.MadeAt, a.GiverSignedAt, a.ReceiverSignedAt, a.CancelReason);
    }

    /// <summary>A match as the API shows it, with why it fits in the caller's language.</summary>
    public sealed record Asked(
        string Id, string? NeedId, string? OfferId, string GiverId, string Giver, string ReceiverId, string Receiver, string Kind, string Title, decimal? Quantity, string? Unit,
        string State, DateTimeOffset AskedAt, IReadOnlyList<string> Why, string? Refusal, string? AgreementId)
    {
        internal static Asked Of(Match m, Say say) => new(
            m.Id, m.NeedId, m.OfferId, m.GiverId, m.GiverName, m.ReceiverId, m.ReceiverName, m.Kind, m.Title, m.Quantity, m.Unit,
            m.State, m.AskedAt, [.. m.Why.Select(w => w.In(say))], m.Refusal, m.AgreementId);
    }

    /// <param name="Next">Give it back as <c>after</c>; null on the last page.</param>
    public sealed record AgreedPage(IReadOnlyList<Agreed> Items, string? Next);

    /// <param name="Next">Give it back as <c>after</c>; null on the last page.</param>
    public sealed record AskedPage(IReadOnlyList<Asked> Items, string? Next);

    public static void MapAgreementsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/poles/{pole}").WithTags("agreements");

        api.MapGet("/agreements", async (string? state, string? kind, string? organisation, string? q, DateOnly? from, DateOnly? to, string? after, int? limit, Actor actor, Agreements agreements) =>
        {
            var page = await agreements.List(actor, Filter(AgreementFilter.States, state, kind, organisation, q, from, to), after, limit ?? Agreements.PageSize);
            return new AgreedPage([.. page.Agreements.Select(Agreed.Of)], page.Next);
        });

        api.MapGet("/agreements/{id}", async (string id, Actor actor, Agreements agreements) => Agreed.Of(await agreements.One(actor, id)));

        api.MapGet("/matches", async (string? state, string? kind, string? organisation, string? q, DateOnly? from, DateOnly? to, string? after, int? limit, Actor actor, Say say, Agreements agreements) =>
        {
            var page = await agreements.Matches(actor, Filter(AgreementFilter.MatchStates, state, kind, organisation, q, from, to), after, limit ?? Agreements.PageSize);
            return new AskedPage([.. page.Matches.Select(m => Asked.Of(m, say))], page.Next);
        });

        api.MapGet("/matches/{id}", async (string id, Actor actor, Say say, Agreements agreements) => Asked.Of(await agreements.Match(actor, id), say));
    }

    private static AgreementFilter Filter(IReadOnlyList<string> states, string? state, string? kind, string? organisation, string? q, DateOnly? from, DateOnly? to)
    {
        Refused.If(state is not null && !states.Contains(state), "state", "offers.unknown_state", state, string.Join(", ", states));
        Refused.If(kind is not null && !Pooled.Kinds.Contains(kind), "kind", "offers.unknown_kind", kind, string.Join(", ", Pooled.Kinds));
        return new(q, state, kind, organisation, from, to);
    }
}
