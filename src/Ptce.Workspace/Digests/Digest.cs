namespace Ptce.Workspace;

/// <summary>Bilan: what a pole gave over a period, as a frozen snapshot that a committee approves by its hash.</summary>
public sealed record Digest
{
    public required string Id { get; init; }
    public required string PoleId { get; init; }
    public DateOnly FromDay { get; init; }

    /// <summary>Last day included.</summary>
    public DateOnly ToDay { get; init; }

    public int Days => ToDay.DayNumber - FromDay.DayNumber + 1;

    /// <summary>Of this period, from 1: a period compiled again after changes is a new version.</summary>
    public long Version { get; init; }
    public required string State { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public string? AskedBy { get; init; }

    /// <summary>Lines read so far, of about <see cref="Total"/>, while it is compiled.</summary>
    public long Done { get; init; }
    public long Total { get; init; }
    public DateTimeOffset? CompiledAt { get; init; }
    public long Lines { get; init; }
    public long Minutes { get; init; }
    public long ValueCents { get; init; }

    /// <summary>How many lines of the period were left out.</summary>
    public long Excluded { get; init; }

    /// <summary>SHA-256 of everything but the link to the digest before.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Hash of the digest approved before; null for the first.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>Seal of the approval of that digest (<see cref="ApprovalText"/>); null where there is none.</summary>
    public string? PreviousSeal { get; init; }

    /// <summary>SHA-256 of the whole text (<see cref="CanonicalText"/>): what is approved.</summary>
    public string? Hash { get; init; }
    public string? SameAs { get; init; }

    /// <summary>Of its text (<see cref="CanonicalText"/>).</summary>
    public long TextVersion { get; init; }

    /// <summary>How often the review was opened.</summary>
    public long Round { get; init; }
    public DateTimeOffset? ReviewOpenedAt { get; init; }

    /// <summary>Voices of the electorate, and how many approvals it takes; frozen when the review opens.</summary>
    public long Electors { get; init; }
    public long Quorum { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Place among the pole's approved digests, from 1.</summary>
    public long? Chain { get; init; }

    /// <summary>SHA-256 of what was approved, by whom and how (<see cref="ApprovalText"/>); "" where it was approved before there were seals.</summary>
    public string? Seal { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }
    public string? ReturnedBy { get; init; }
    public string? ReturnReason { get; init; }

    public const string Asked = "asked", Compiled = "compiled", Review = "review", Returned = "returned",
        Approved = "approved", Superseded = "superseded", Unchanged = "unchanged";

    /// <summary>The first signs of the hash: enough for two people to compare by voice.</summary>
    public string ShortHash => Hash is null ? "" : Hash[..12];

    /// <summary>What a file of it is called: name, period, start of the hash.</summary>
    public string FileName(string name, string extension) => $"{name}_{FromDay.Iso()}_{ToDay.Iso()}_{ShortHash}.{extension}";
}

/// <summary>A line as it is frozen in a digest.</summary>
/// <param name="Number">From 1, by day.</param>
/// <param name="RateNumber">The rate used, among the digest's <see cref="DigestRate"/>s; null for what is in kind.</param>
/// <param name="Debit">Null with the credit: not booked in classes 86 and 87.</param>
/// <param name="Reason">Why the line was left out; null where it counts.</param>
/// <param name="Mark">Start of the hash of everything up to and with this line.</param>
public sealed record DigestLine(
    long Number, string ContributionId, DateOnly Day, string? PersonId, string OrganisationId, string? BeneficiaryId, string Kind,
    long Minutes, long? QuantityMilli, string? Unit, long? UnitValueCents, long? RateNumber, long? CentsPerHour, long ValueCents,
    string? Debit, string? Credit, string? ReversesId, string? Reason, string Mark)
{
    public const string NoRate = "no_rate", NoUnitValue = "no_unit_value";

    /// <summary>Why a line that counts in quantities bears no euros: <see cref="NoRate"/> or <see cref="NoUnitValue"/>; null where it is valued, or where the pole chose quantities alone.</summary>
    public string? Unvalued => Reason is not null ? null
        : Kinds.IsTime(Kind) ? RateNumber is null ? NoRate : null
        : UnitValueCents is null ? NoUnitValue : null;
}

/// <summary>A rate as it was used: the method note of the digest.</summary>
/// <param name="BaseCents">SMIC of the day, or the adopted amount, before coefficient and charges.</param>
/// <param name="CentsPerHour">0 where the pole chose quantities alone.</param>
public sealed record DigestRate(
    long Number, string Kind, string Method, long BaseCents, long CoefficientMilli, long ChargeBasisPoints, long CentsPerHour, DateOnly? SinceDay,
    string? Level, string? Debit, string? Credit, string Source, string? AdoptedBy, DateOnly? AdoptedOn, string? MinutesReference)
{
    public static DigestRate Of(RateInForce rate) => Of(rate.Adopted, rate.BaseCents, rate.CentsPerHour, rate.Since, rate.Source);

    /// <summary>The pole's choice to show quantities alone.</summary>
    public static DigestRate Of(AdoptedRate unvalued) => Of(unvalued, 0, 0, unvalued.FromDay, unvalued.Source);

    private static DigestRate Of(AdoptedRate a, long baseCents, long centsPerHour, DateOnly since, string source) => new(
        0, a.Kind, a.Method, baseCents, a.CoefficientMilli, a.ChargeBasisPoints, centsPerHour, since == DateOnly.MinValue ? null : since,
        a.Level, a.Debit, a.Credit, a.AdoptedBy is null ? source : a.Source, a.AdoptedBy, a.AdoptedOn, a.MinutesReference);
}

/// <summary>A sum of rounded lines. <paramref name="Facet"/>: kind, account, giver, receiver, flow ("giver>receiver"), reason (left out) or unvalued (counted without euros).</summary>
/// <param name="Name">A code or an id; "" for the pole itself as receiver.</param>
public sealed record DigestTotal(string Facet, string Name, long Lines, long Minutes, long ValueCents);

/// <summary>A vote: who, for whom, when, on which hash.</summary>
public sealed record DigestVote(string PersonId, string Voice, string Answer, string Hash, DateTimeOffset At);

public sealed record DigestAsked(string PoleId, string DigestId, DateOnly From, DateOnly To) : Event(PoleId, DigestId);

public sealed record DigestCompiled(string PoleId, string DigestId, long Minutes, long Cents, long Lines) : Event(PoleId, DigestId);

/// <summary>Compiled again, and it says the same: the earlier version stands.</summary>
public sealed record DigestUnchanged(string PoleId, string DigestId, string SameAs) : Event(PoleId, DigestId);

public sealed record ReviewOpened(string PoleId, string DigestId, long Quorum) : Event(PoleId, DigestId);

public sealed record VoteCast(string PoleId, string DigestId, string Hash) : Event(PoleId, DigestId);

public sealed record DigestApproved(string PoleId, string DigestId, string Hash, long Minutes) : Event(PoleId, DigestId);

public sealed record DigestReturned(string PoleId, string DigestId) : Event(PoleId, DigestId);

/// <summary>The approval was given on another hash than the digest bears now: look again, then decide.</summary>
public sealed class StaleHash(string fresh) : Refused("hash", "digests.stale_hash", fresh[..12])
{
    public string Fresh { get; } = fresh;
}
