using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Why a need and an offer fit, or may.</summary>
/// <param name="Key">kind, dates, words, place, past.</param>
/// <param name="With">The words they share, where both are, or how many times the two worked together.</param>
public sealed record Reason(string Key, string With = "")
{
    public string In(Say say) => say[$"agreements.reason.{Key}", Key == "kind" ? Kinds.Word(say, With) : With];
}

/// <summary>Rapprochement : a need and an offer (or one of them, and whoever answers it), put to both organisations.</summary>
public sealed record Match
{
    public required string Id { get; init; }
    public required string PoleId { get; init; }
    public string? NeedId { get; init; }
    public string? NeedTitle { get; init; }
    public string? NeedState { get; init; }
    public DateOnly? NeedToDay { get; init; }
    public string? NeedClosedBy { get; init; }
    public string? OfferId { get; init; }
    public string? OfferTitle { get; init; }
    public string? OfferState { get; init; }
    public DateOnly? OfferToDay { get; init; }
    public string? OfferClosedBy { get; init; }
    public required string GiverId { get; init; }
    public required string GiverName { get; init; }
    public required string ReceiverId { get; init; }
    public required string ReceiverName { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public long? QuantityMilli { get; init; }
    public decimal? Quantity => QuantityMilli / 1000m;
    public string? Unit { get; init; }
    public DateOnly? FromDay { get; init; }
    public DateOnly? ToDay { get; init; }
    public long PriceCents { get; init; }
    public string? Note { get; init; }
    public required string Reasons { get; init; }

    /// <summary>asked, accepted or refused.</summary>
    public required string State { get; init; }
    public string? AskedByName { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? GiverSaidAt { get; init; }
    public DateTimeOffset? ReceiverSaidAt { get; init; }
    public string? RefusedByName { get; init; }
    public string? RefusedForName { get; init; }
    public string? Refusal { get; init; }
    public string? AgreementId { get; init; }

    public IReadOnlyList<Reason> Why => JsonSerializer.Deserialize<List<Reason>>(Reasons)!;

    public string Amount(Say say) => Quantity is { } q ? Units.Quantity(say, q, Unit) : "";

    /// <summary>Why nobody can say yes any more: the need or the offer was withdrawn, or its last day has passed. Null while both stand, and once it was answered.</summary>
    public Lost? LostOn(DateOnly today) => State != "asked" ? null
        : Lost.On(today, NeedTitle, NeedState, NeedToDay, NeedClosedBy) ?? Lost.On(today, OfferTitle, OfferState, OfferToDay, OfferClosedBy);

    /// <summary>Whether this organisation's yes is still missing, and still of use.</summary>
    public bool WaitsFor(string? organisationId, DateOnly today) => State == "asked" && LostOn(today) is null
        && ((organisationId == GiverId && GiverSaidAt is null) || (organisationId == ReceiverId && ReceiverSaidAt is null));

    public Standing Standing(Say say, string? organisationId, DateOnly today) =>
        LostOn(today) is not null ? new(Meaning.Over, say["agreements.match.lost"])
        : new(WaitsFor(organisationId, today) ? Meaning.NeedsYou : State switch { "asked" => Meaning.Waiting, "refused" => Meaning.Over, _ => Meaning.Done }, say[$"agreements.match.{State}"]);
}

/// <summary>Half of a match that is not there any more.</summary>
/// <param name="Key">withdrawn or expired.</param>
public sealed record Lost(string Key, string Title)
{
    internal static Lost? On(DateOnly today, string? title, string? state, DateOnly? until, string? closedBy) => state switch
    {
        Stages.Closed => new(closedBy is null ? "expired" : "withdrawn", title!),
        Stages.Open when until < today => new("expired", title!),
        _ => null,
    };

    public string WordsKey => $"agreements.lost.{Key}";

    public string In(Say say) => say[WordsKey, Title];
}

/// <summary>What two organisations would agree on.</summary>
/// <param name="Quantity">In the offer's own unit where it counts one; none: all that is left, or one whole.</param>
/// <param name="Note">What the other party should know.</param>
public sealed record Terms(decimal? Quantity = null, string? Unit = null, DateOnly? FromDay = null, DateOnly? ToDay = null, string? Note = null);

/// <summary>Something that may fit, and why.</summary>
public sealed record Suggestion(Offer Other, IReadOnlyList<Reason> Why);

public sealed record MatchAsked(string PoleId, string MatchId, string GiverId, string ReceiverId) : Event(PoleId, MatchId);

public sealed record MatchAccepted(string PoleId, string MatchId, string AgreementId) : Event(PoleId, MatchId);

public sealed record MatchRefused(string PoleId, string MatchId) : Event(PoleId, MatchId);
