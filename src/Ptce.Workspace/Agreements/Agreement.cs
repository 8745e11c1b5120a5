namespace Ptce.Workspace;

/// <summary>Accord : what one organisation gives another, signed by both; then what was delivered, and the lines it became.</summary>
public sealed record Agreement
{
    public required string Id { get; init; }
    public required string PoleId { get; init; }
    public required string MatchId { get; init; }
    public string? NeedId { get; init; }
    public string? NeedTitle { get; init; }
    public string? OfferId { get; init; }
    public string? OfferTitle { get; init; }
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

    /// <summary>Of one unit, at cost; 0: free, and what is delivered is a contribution.</summary>
    public long PriceCents { get; init; }
    public string? Note { get; init; }

    /// <summary>Of the terms: one signs the version one has read.</summary>
    public long Version { get; init; }

    /// <summary>proposed, agreed, delivered, valued or cancelled.</summary>
    public required string State { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public string? GiverSignedByName { get; init; }
    public DateTimeOffset? GiverSignedAt { get; init; }
    public string? ReceiverSignedByName { get; init; }
    public DateTimeOffset? ReceiverSignedAt { get; init; }
    public string? CancelledByName { get; init; }
    public string? CancelReason { get; init; }

    public string Amount(Say say) => Quantity is { } q ? Units.Quantity(say, q, Unit) : "";

    public bool WaitsFor(string? organisationId) => State == "proposed"
        && ((organisationId == GiverId && GiverSignedAt is null) || (organisationId == ReceiverId && ReceiverSignedAt is null));

    public Standing Standing(Say say, string? organisationId = null) => new(
        WaitsFor(organisationId) ? Meaning.NeedsYou : State switch { "proposed" or "agreed" => Meaning.Waiting, "cancelled" => Meaning.Over, _ => Meaning.Done }, say[$"agreements.state.{State}"]);
}

/// <summary>Something delivered under an agreement.</summary>
/// <param name="ContributionId">The line it became; null where it was paid at cost.</param>
public sealed record AgreementDelivery(string Id, DateOnly Day, long QuantityMilli, string? ContributionId, string NotedByName, DateTimeOffset NotedAt)
{
    public decimal Quantity => QuantityMilli / 1000m;
}

public sealed record AgreementSigned(string PoleId, string AgreementId, string OrganisationId, bool Both) : Event(PoleId, AgreementId);

public sealed record AgreementChanged(string PoleId, string AgreementId, long Version) : Event(PoleId, AgreementId);

public sealed record AgreementCancelled(string PoleId, string AgreementId) : Event(PoleId, AgreementId);

/// <param name="Finished">Nothing more is to come under this agreement.</param>
public sealed record AgreementDelivered(string PoleId, string AgreementId, string? ContributionId, bool Finished) : Event(PoleId, AgreementId);

/// <summary>Every line that came of the agreement has been validated.</summary>
public sealed record AgreementValued(string PoleId, string AgreementId) : Event(PoleId, AgreementId);
