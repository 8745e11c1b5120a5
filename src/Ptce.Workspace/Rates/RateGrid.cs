namespace Ptce.Workspace;

/// <summary>Gross hourly SMIC from a day on.</summary>
public sealed record Smic(string Id, DateOnly FromDay, long CentsPerHour, long? CentsPerMonth, string Source);

/// <summary>A decision of the pole on one kind of time: how an hour of it is valued from a day on, and who decided so.</summary>
/// <param name="Method">M1 SMIC gross, M2 SMIC loaded, M3 SMIC × level, M4 collective agreement, M5 market price, "none" quantities alone.</param>
/// <param name="CoefficientMilli">Thousandths.</param>
/// <param name="ChargeBasisPoints">t in ten-thousandths, never hidden in the rate.</param>
/// <param name="CentsPerHour">Base of M4 and M5; null where the SMIC is the base.</param>
/// <param name="AdoptedBy">The body; null with its day and minutes for the default grid, which nobody adopted.</param>
public sealed record AdoptedRate(
    string Id, string Kind, string Method, long CoefficientMilli, long ChargeBasisPoints, long? CentsPerHour, string? Level,
    string? Debit, string? Credit, DateOnly FromDay, string Source, string? AdoptedBy, DateOnly? AdoptedOn, string? MinutesReference)
{
    public AccountPair? Accounts => Debit is null ? null : new(Debit, Credit!);
}

/// <summary>What values an hour worked on a given day: the decision, and the base it had that day.</summary>
/// <param name="BaseCents">SMIC of the day, or the adopted floor or price, per hour.</param>
/// <param name="Since">First day of this very amount.</param>
public sealed record RateInForce(AdoptedRate Adopted, long BaseCents, DateOnly Since, string Source)
{
    public long CentsPerHour { get; } = Valuation.HourlyRate(BaseCents, Adopted.CoefficientMilli, Adopted.ChargeBasisPoints);
}

/// <summary>Grille de valorisation of one pole: every rate it ever had, so that the one in force on the day worked can be found.</summary>
public sealed class RateGrid(IReadOnlyList<Smic> smic, IReadOnlyList<AdoptedRate> adopted)
{
    public const string BySmic = "M1", BySmicLoaded = "M2", BySmicLevel = "M3", ByAgreement = "M4", ByMarket = "M5", Unvalued = "none";

    private static readonly AdoptedRate Default = new(
        "default", "", BySmic, 1000, 0, null, null, null, null, DateOnly.MinValue, "", null, null, null);

    /// <summary>What a pole has before it decides anything: volunteering at the gross SMIC, board time valued but not booked.</summary>
    public static IReadOnlyList<AdoptedRate> Defaults { get; } =
    [
        Default with { Id = "default-benevolat_usager", Kind = "benevolat_usager", Debit = "864", Credit = "875" },
        Default with { Id = "default-benevolat_politique", Kind = "benevolat_politique" },
    ];

    // In each list the one in force is the last that began: ordered by day, then by when it was recorded.
    private readonly ILookup<string, AdoptedRate> _adopted = Defaults.Concat(adopted).ToLookup(r => r.Kind);

    public IReadOnlyList<Smic> Smic { get; } = smic;

    /// <summary>The default decisions, then the adopted ones in the order they take over.</summary>
    public IReadOnlyList<AdoptedRate> Decisions { get; } = [.. Defaults, .. adopted];

    /// <summary>The decision in force that day for a kind of time; null where the pole has none.</summary>
    public AdoptedRate? Decision(string kind, DateOnly day) => _adopted[kind].LastOrDefault(r => r.FromDay <= day);

    /// <summary>The rate of an hour worked that day; null where there is no decision, none to value, or no SMIC known for so early a day.</summary>
    public RateInForce? On(string kind, DateOnly day)
    {
        var decision = Decision(kind, day);
        if (decision is null or { Method: Unvalued }) return null;
        if (decision.CentsPerHour is { } price) return new(decision, price, decision.FromDay, decision.Source);
        var smic = Smic.LastOrDefault(s => s.FromDay <= day);
        return smic is null ? null : new(decision, smic.CentsPerHour, smic.FromDay > decision.FromDay ? smic.FromDay : decision.FromDay, smic.Source);
    }
}
