namespace Ptce.Workspace;

/// <summary>What two organisations agree on when one lends a person to the other.</summary>
/// <param name="Share">Of the person's time: 0.5 for half of it.</param>
/// <param name="WeeklyMinutes">Of the person's full contract: 2,100 for 35 h.</param>
/// <param name="GrossCents">A month of the full contract: wages. With the two that follow, all that may be asked: there is no margin.</param>
/// <param name="Free">Not re-invoiced: the lender gives it.</param>
/// <param name="Country">Place whose public holidays are not worked, of <see cref="Holidays.Places"/>.</param>
public sealed record NewStaffLoan(
    string LenderId, string UserId, string PersonId, string Qualification, string Work, string Place, DateOnly From, DateOnly To,
    decimal Share, long WeeklyMinutes, long GrossCents, long ChargesCents, long ExpensesCents, bool Free = false, string Country = "FR");

/// <summary>Mise à disposition de personnel : prêt de main-d'œuvre à but non lucratif, one named person lent by their employer at cost.</summary>
/// <remarks>
/// Code du travail L8241-2: it needs the employee's agreement, an agreement between lender and user, and a rider to the contract. Before the
/// last of the three is dated nothing of it counts. Source: domain.md §3.8.
/// </remarks>
public sealed record StaffLoan
{
    public required string Id { get; init; }
    public required string LenderId { get; init; }
    public required string LenderName { get; init; }
    public required string UserId { get; init; }
    public required string UserName { get; init; }
    public required string PersonId { get; init; }
    public required string PersonName { get; init; }
    public required string Qualification { get; init; }
    public required string Work { get; init; }
    public required string Place { get; init; }
    public DateOnly FromDay { get; init; }

    /// <summary>Last day included.</summary>
    public DateOnly ToDay { get; init; }
    public long ShareBasisPoints { get; init; }
    public long WeeklyMinutes { get; init; }
    public long GrossCents { get; init; }
    public long ChargesCents { get; init; }
    public long ExpensesCents { get; init; }
    public long Free { get; init; }
    public required string Country { get; init; }
    public DateOnly? ConsentOn { get; init; }
    public string? ConsentReference { get; init; }
    public DateOnly? AgreementOn { get; init; }
    public string? AgreementReference { get; init; }
    public DateOnly? RiderOn { get; init; }
    public string? RiderReference { get; init; }
    public DateOnly? EndedOn { get; init; }

    /// <summary>The documents the law asks for, in the order they are usually signed.</summary>
    public static readonly IReadOnlyList<string> Documents = ["consent", "agreement", "rider"];

    public (DateOnly? On, string? Reference) Document(string name) => name switch
    {
        "consent" => (ConsentOn, ConsentReference),
        "agreement" => (AgreementOn, AgreementReference),
        "rider" => (RiderOn, RiderReference),
        _ => throw new NotHere(),
    };

    /// <summary>First day that counts: the loan has begun and its three documents are dated; null while one is missing.</summary>
    public DateOnly? ActiveFrom => ConsentOn is { } c && AgreementOn is { } a && RiderOn is { } r ? new[] { FromDay, c, a, r }.Max() : null;

    public DateOnly LastDay => EndedOn is { } ended && ended < ToDay ? ended : ToDay;

    /// <summary>incomplete → to_come → active → ended.</summary>
    public string State(DateOnly today) =>
        today > LastDay ? "ended" : ActiveFrom is not { } from ? "incomplete" : today < from ? "to_come" : "active";

    /// <summary>Minutes of a working day of the loan: a fifth of the week's share.</summary>
    public long DayMinutes => (long)Math.Round(WeeklyMinutes * ShareBasisPoints / 10_000m / 5, MidpointRounding.AwayFromZero);

    /// <summary>What a month costs: (wages + charges + expenses) × share, in cents, rounded half-up.</summary>
    public long MonthCents => (long)Math.Round((GrossCents + ChargesCents + ExpensesCents) * ShareBasisPoints / 10_000m, MidpointRounding.AwayFromZero);

    /// <summary>The lender, the user and the person are its parties.</summary>
    public bool Concerns(Actor actor) => actor.PersonId == PersonId || (actor.OrganisationId is { } own && (own == LenderId || own == UserId));

    /// <summary>What a named person costs is for their employer, for the organisation that is invoiced, and for the treasurer.</summary>
    /// <remarks>Source: domain.md §6.</remarks>
    public bool ShowsCost(Actor actor) => actor.PersonId == PersonId || (actor.OrganisationId is { } own && (own == LenderId || own == UserId)) || actor.May(Act.ReadCosts);
}

/// <summary>A month of a loan: its days as lines, and how many wait for the person.</summary>
/// <param name="Month">"2026-10".</param>
public sealed record LoanMonth(string Month, long Days, long Minutes, long Drafts);

public sealed record StaffLoanProposed(string PoleId, string LoanId) : Event(PoleId, LoanId);

public sealed record StaffLoanDocumentDated(string PoleId, string LoanId, string Document) : Event(PoleId, LoanId);

public sealed record StaffLoanActive(string PoleId, string LoanId) : Event(PoleId, LoanId);

public sealed record StaffLoanEnded(string PoleId, string LoanId) : Event(PoleId, LoanId);

public sealed record StaffLoanMonthConfirmed(string PoleId, string LoanId, long Minutes) : Event(PoleId, LoanId);
