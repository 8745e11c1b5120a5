namespace Ptce.Workspace;

/// <summary>Offre or besoin : what a member proposes to the others, or seeks from them.</summary>
public sealed record Offer
{
    public required string Id { get; init; }
    public required string PoleId { get; init; }

    /// <summary>"offer" or "need": <see cref="Sides"/>.</summary>
    public required string Side { get; init; }
    public required string Kind { get; init; }
    public required string OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public string? PostedBy { get; init; }
    public string? PostedByName { get; init; }
    public required string Title { get; init; }
    public string? Text { get; init; }

    /// <summary>Thousandths of the unit; null: one whole.</summary>
    public long? QuantityMilli { get; init; }
    public decimal? Quantity => QuantityMilli / 1000m;
    public string? Unit { get; init; }

    /// <summary>What no agreement holds, in thousandths.</summary>
    public long? LeftMilli { get; init; }
    public decimal? Left => LeftMilli / 1000m;
    public DateOnly? FromDay { get; init; }
    public DateOnly? ToDay { get; init; }

    /// <summary>"weekly", "monthly" or null.</summary>
    public string? Recurrence { get; init; }

    /// <summary>1 is Monday.</summary>
    public long? Weekday { get; init; }
    public string? Place { get; init; }
    public string? Conditions { get; init; }

    /// <summary>Of one unit, at cost; 0: free.</summary>
    public long PriceCents { get; init; }
    public required string State { get; init; }
    public required string Channel { get; init; }
    public DateTimeOffset PostedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who withdrew it; null while it stands, and where the clock closed it after its last day.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>How well a search found it; only there.</summary>
    public long? Score { get; init; }

    public bool IsNeed => Side == Sides.Need;

    /// <summary>Closed by the clock, not by a person: changing it puts it back.</summary>
    public bool Lapsed => State == Stages.Closed && ClosedBy is null;

    /// <summary>The state a reader is told on that day: what stood open too long has expired, whether or not a night has closed it.</summary>
    public string StateOn(DateOnly today) => Lapsed || (State == Stages.Open && ToDay < today) ? Stages.Expired : State;

    /// <summary>"10 jours", or "" where nothing is counted.</summary>
    public string Amount(Say say) => Quantity is { } q ? Units.Quantity(say, q, Unit) : "";
}

public static class Sides
{
    public const string Offer = "offer", Need = "need";

    public static readonly IReadOnlyList<string> All = [Offer, Need];

    public static string Opposite(string side) => side == Need ? Offer : Need;
}

/// <summary>Where an offer or a need stands: ouvert → réservé → convenu → rendu → valorisé, retiré and expiré beside.</summary>
public static class Stages
{
    /// <summary>Expired is never stored: it is read from the day, and from who closed it.</summary>
    public const string Open = "open", Reserved = "reserved", Agreed = "agreed", Delivered = "delivered", Valued = "valued", Closed = "closed", Expired = "expired";

    public static readonly IReadOnlyList<string> All = [Open, Reserved, Agreed, Delivered, Valued, Closed, Expired];

    public static Standing Standing(Say say, string stage) => new(
        stage switch { Open or Reserved => Meaning.Waiting, Closed or Expired => Meaning.Over, _ => Meaning.Done }, say[$"offers.state.{stage}"]);
}

/// <summary>The nine kinds that members pool (enquête 2016, domain §1.8), as coded in the ledger.</summary>
public static class Pooled
{
    public static readonly IReadOnlyList<string> Kinds =
        ["competence", "connaissance", "locaux", "materiel", "vehicule", "personnel", "service", "achat_groupe", "denrees"];

    /// <summary>The kind that a person wrote: "Compétences", "achat groupé", "Matériel"; null when it is none of the nine.</summary>
    public static string? Read(string? text) =>
        Folding.Fold(text?.Trim() ?? "").Replace(' ', '_') is var said && Kinds.Contains(said) ? said : Kinds.FirstOrDefault(k => k + "s" == said || k.TrimEnd('s') == said);

    /// <summary>What serving one does not use up: knowledge told stays, and a group purchase grows with its participants.</summary>
    public static bool NeverRunsOut(string kind) => kind is "connaissance" or "achat_groupe";
}

/// <summary>What someone proposes or seeks, before the rules have looked at it.</summary>
/// <param name="Kind">One of <see cref="Pooled.Kinds"/>.</param>
/// <param name="Quantity">In units, at most three decimals; none: one whole.</param>
/// <param name="FromDay">First day, where it has one.</param>
/// <param name="ToDay">Last day, or the day to answer by.</param>
/// <param name="Recurrence">"weekly" or "monthly".</param>
/// <param name="Weekday">1 is Monday.</param>
/// <param name="Price">Euros for one unit, at cost; 0 or none: free.</param>
/// <param name="OrganisationId">The actor's own unless said; another's only by the animation cell.</param>
public sealed record NewOffer(
    string Kind, string Title, string? Text = null, decimal? Quantity = null, string? Unit = null,
    DateOnly? FromDay = null, DateOnly? ToDay = null, string? Recurrence = null, long? Weekday = null,
    string? Place = null, string? Conditions = null, decimal? Price = null, string? OrganisationId = null);

public sealed record OfferPosted(string PoleId, string OfferId, string OrganisationId, string Kind) : Event(PoleId, OfferId);

public sealed record NeedPosted(string PoleId, string OfferId, string OrganisationId, string Kind) : Event(PoleId, OfferId);

public sealed record OfferChanged(string PoleId, string OfferId) : Event(PoleId, OfferId);

public sealed record OfferClosed(string PoleId, string OfferId) : Event(PoleId, OfferId);

public sealed record OfferReopened(string PoleId, string OfferId) : Event(PoleId, OfferId);

/// <summary>A file of offers and needs arrived: one fact, whatever their number.</summary>
public sealed record OffersImported(string PoleId, string ImportId, long Offers) : Event(PoleId, ImportId);
