using System.Globalization;

namespace Ptce.Workspace;

/// <summary>What someone says was given, before the rules have looked at it.</summary>
/// <param name="Minutes">1 to 1,440 for time; 0 is enough where a quantity counts.</param>
/// <param name="Kind">A code of <see cref="Kinds"/>, or "default": from the person's engagement and the activity.</param>
/// <param name="PartyIds">The other parties, whose word confirms; none: the pole itself is the other party.</param>
/// <param name="PersonId">Who worked; the actor unless said. Nobody for what is given in kind.</param>
/// <param name="OrganisationId">The giver; the actor's organisation unless said.</param>
/// <param name="BeneficiaryId">Who received; the only party unless said, else null: the pole.</param>
/// <param name="Quantity">In units, at most three decimals.</param>
/// <param name="UnitValueCents">Value of one unit, in cents; reckoned where <paramref name="Basis"/> is a depreciation.</param>
/// <param name="Starts">Wall clock "HH:mm" in the pole's zone; <paramref name="Ends"/> before it is on the next day.</param>
/// <param name="Sentence">As it was typed; kept 30 days.</param>
/// <param name="Basis">How the unit value was found.</param>
/// <param name="People">How many worked, the person included; the minutes are those of all of them together.</param>
public sealed record NewContribution(
    DateOnly Day, long Minutes, string Kind, string? Activity = null,
    IReadOnlyList<string>? PartyIds = null, string? PersonId = null, string? OrganisationId = null,
    string? BeneficiaryId = null, decimal? Quantity = null, string? Unit = null, long? UnitValueCents = null,
    string? Starts = null, string? Ends = null, string? Note = null, string? Sentence = null, long People = 1,
    UnitValueBasis? Basis = null);

/// <summary>Where a line stands: brouillon → à confirmer → confirmée → validée → verrouillée, contestée and annulée beside.</summary>
public static class States
{
    public const string Draft = "draft", Submitted = "submitted", Confirmed = "confirmed", Contested = "contested",
        Validated = "validated", Locked = "locked", Cancelled = "cancelled";

    public static readonly IReadOnlyList<string> All = [Draft, Submitted, Confirmed, Contested, Validated, Locked, Cancelled];

    public static string Word(Say say, string state) => say[$"contributions.state.{state}"];
}

/// <summary>Something worth a second look, that refuses nothing.</summary>
/// <param name="Minutes">What <c>{0}</c> of the words says as a duration.</param>
/// <param name="Text">What <c>{1}</c> says as it is.</param>
public sealed record Caution(string Key, long Minutes, string Text = "")
{
    public string In(Say say) => say[Key, say.Duration(Minutes), Text];
}

/// <summary>Contribution : one line of the ledger, with the names of those it is about.</summary>
public sealed record Contribution
{
    public required string Id { get; init; }
    public required string PoleId { get; init; }
    public string? PersonId { get; init; }
    public string? PersonName { get; init; }
    public required string OrganisationId { get; init; }
    public required string OrganisationName { get; init; }

    /// <summary>Null: the pole itself.</summary>
    public string? BeneficiaryId { get; init; }
    public string? BeneficiaryName { get; init; }
    public required string Kind { get; init; }
    public string? Activity { get; init; }
    public DateOnly Day { get; init; }

    /// <summary>Of all the people together; negative on a reversing line.</summary>
    public long Minutes { get; init; }

    /// <summary>How many worked: 1, or more where a person wrote for those who were there ("nous étions 4").</summary>
    public long People { get; init; } = 1;

    /// <summary>Thousandths of the unit; negative on a reversing line.</summary>
    public long? QuantityMilli { get; init; }
    public decimal? Quantity => QuantityMilli / 1000m;
    public string? Unit { get; init; }
    public long? UnitValueCents { get; init; }

    // The columns of its basis; read it as Basis.
    public string? BasisMethod { get; init; }
    public string? BasisSource { get; init; }
    public long? PriceCents { get; init; }
    public long? LifeMilli { get; init; }
    public long? ShareBasisPoints { get; init; }
    public long? RunningCents { get; init; }

    /// <summary>How the unit value was found; null where nobody said.</summary>
    public UnitValueBasis? Basis => BasisMethod is null ? null : new(BasisMethod, BasisSource, PriceCents, LifeMilli / 1000m, ShareBasisPoints, RunningCents);
    public string? Starts { get; init; }
    public string? Ends { get; init; }
    public string? Note { get; init; }
    public string? Sentence { get; init; }
    public required string Channel { get; init; }
    public required string State { get; init; }
    public DateTimeOffset LoggedAt { get; init; }
    public string? LoggedBy { get; init; }
    public string? LoggedByName { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public string? ConfirmedBy { get; init; }
    public string? ConfirmedByName { get; init; }
    public DateTimeOffset? ContestedAt { get; init; }
    public string? ContestedBy { get; init; }
    public string? ContestedByName { get; init; }
    public string? ContestReason { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public string? AnsweredBy { get; init; }
    public string? AnsweredByName { get; init; }
    public string? Answer { get; init; }
    public DateTimeOffset? ValidatedAt { get; init; }
    public string? ValidatedBy { get; init; }
    public string? ValidatedByName { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? DigestId { get; init; }

    /// <summary>The line this one takes back.</summary>
    public string? ReversesId { get; init; }

    /// <summary>Shared by a reversal and the line that replaces what it takes back: they are confirmed, validated and cancelled together.</summary>
    public string? PairId { get; init; }
    public string? ImportId { get; init; }

    /// <summary>The other parties; none: the pole itself.</summary>
    public IReadOnlyList<Party> Parties { get; init; } = [];

    /// <summary>What deserves a second look: a long day, hours that overlap. Filled where lines are logged and checked.</summary>
    public IReadOnlyList<Caution> Notices { get; init; } = [];

    public bool IsTime => Kinds.IsTime(Kind);

    /// <summary>How much: "2 h", or "12 kg" for what is in kind.</summary>
    public string Amount(Say say) => !IsTime && Quantity is { } quantity ? Units.Quantity(say, quantity, Unit) : say.Duration(Minutes);

    /// <summary>What it was for, or of which kind: "cotech", "locaux".</summary>
    public string Matter(Say say) => IsTime && Activity is not null ? Activities.Word(say, Activity) : Kinds.Word(say, Kind);

    /// <summary>"2 h · cotech · mercredi 18 novembre".</summary>
    public string Title(Say say, DateOnly today) => string.Create(CultureInfo.InvariantCulture, $"{Amount(say)} · {Matter(say)} · {say.Day(Day, today)}");

    /// <summary>The first pair of eyes: neither of them confirms or validates.</summary>
    public bool IsOf(string personId) => PersonId == personId || LoggedBy == personId;
}

/// <summary>An organisation whose word confirms a line.</summary>
public sealed record Party(string Id, string Name);

public sealed record ContributionLogged(string PoleId, string ContributionId, long Minutes, string Kind, string OrganisationId, string? BeneficiaryId, DateOnly Day, IReadOnlyList<string> PartyIds) : Event(PoleId, ContributionId);

public sealed record ContributionConfirmed(string PoleId, string ContributionId, long Minutes, string Kind, string OrganisationId, DateOnly Day) : Event(PoleId, ContributionId);

public sealed record ContributionContested(string PoleId, string ContributionId, long Minutes, string Kind, string OrganisationId, DateOnly Day) : Event(PoleId, ContributionId);

public sealed record ContributionAnswered(string PoleId, string ContributionId, long Minutes, string Kind, string OrganisationId, DateOnly Day) : Event(PoleId, ContributionId);

public sealed record ContributionValidated(string PoleId, string ContributionId, long Minutes, string Kind, string OrganisationId, DateOnly Day) : Event(PoleId, ContributionId);

/// <param name="MinutesBefore">What the line said before.</param>
/// <param name="ReplacementId">Where the line was already validated: the new line that says it right. Null when the line itself was edited.</param>
public sealed record ContributionCorrected(string PoleId, string ContributionId, long Minutes, long MinutesBefore, string Kind, string OrganisationId, DateOnly Day, string? ReplacementId) : Event(PoleId, ContributionId);

/// <param name="ReversalId">Where the line was already validated: the line that takes it back.</param>
public sealed record ContributionCancelled(string PoleId, string ContributionId, long Minutes, string Kind, string OrganisationId, DateOnly Day, string? ReversalId) : Event(PoleId, ContributionId);

/// <summary>A file of lines arrived: one fact, whatever their number.</summary>
public sealed record ContributionsImported(string PoleId, string ImportId, long Lines, long Minutes, string State) : Event(PoleId, ImportId);
