namespace Ptce.Workspace;

/// <summary>How the value of one unit of what is in kind was found: the official rule for aid in kind (service-public, sheet F3177), kind by kind.</summary>
/// <param name="Method"><see cref="Market"/>, <see cref="Depreciation"/>, <see cref="Cost"/> or <see cref="Sale"/>.</param>
/// <param name="Source">Quote, lease, price list, invoice: what somebody else can look at.</param>
/// <param name="PriceCents">What it was bought for.</param>
/// <param name="Life">Useful life, in the unit of the line: days for equipment, kilometres for a lorry counted in kilometres. Three decimals at most.</param>
/// <param name="ShareBasisPoints">Share of use, in ten-thousandths: half of it lent is 5,000.</param>
/// <param name="RunningCents">Running costs of one unit.</param>
public sealed record UnitValueBasis(string Method, string? Source = null, long? PriceCents = null, decimal? Life = null, long? ShareBasisPoints = null, long? RunningCents = null)
{
    /// <summary>What one would pay or be paid for it there: the rent, the price of hire or of the service.</summary>
    public const string Market = "market";

    /// <summary>Where nobody hires out such a thing: price ÷ useful life × share of use + running costs.</summary>
    public const string Depreciation = "depreciation";

    /// <summary>Everything it costs the giver: of a service, of goods that a firm buys or makes.</summary>
    public const string Cost = "cost";

    /// <summary>What its owner thinks a sale would bring: goods of an individual, never what the receiver would have paid.</summary>
    public const string Sale = "sale";

    public static readonly IReadOnlyList<string> Methods = [Market, Depreciation, Cost, Sale];

    public const long WholeUse = 10_000;
    public const decimal LongestLife = 10_000_000m; // units

    /// <summary>Whether the rule admits the method for a kind.</summary>
    public static bool Suits(string method, string kind) => kind switch
    {
        Kinds.Locaux => method == Market,
        "materiel" or "vehicule" => method is Market or Depreciation,
        "denrees" => method is Cost or Sale,
        _ => method is Cost or Market,
    };

    /// <summary>The value of one unit by depreciation, exact, half-up to the cent; null for the other methods, whose value is stated.</summary>
    public long? UnitCents => Method != Depreciation || PriceCents is not { } price || Life is not { } life || ShareBasisPoints is not { } share || RunningCents is not { } running ? null
        : (long)decimal.Round(price * (decimal)share / WholeUse / life + running, 0, MidpointRounding.AwayFromZero);

    /// <summary>The basis as it is kept, checked.</summary>
    /// <exception cref="Refused">A method that is none or not for this kind; a price, life, share or cost missing or out of range.</exception>
    public UnitValueBasis Checked(string kind)
    {
        Refused.If(!Methods.Contains(Method), "basis", "contributions.basis_unknown", Method);
        Refused.If(!Suits(Method, kind), "basis", "contributions.basis_not_for_kind", string.Join(", ", Methods.Where(m => Suits(m, kind))));
        var source = string.IsNullOrWhiteSpace(Source) ? null : Source.Trim();
        Refused.If(source is { Length: > Contributions.LongestNote }, "basis_source", "contributions.too_long", Contributions.LongestNote);
        if (Method != Depreciation) return new(Method, source);
        Refused.If(PriceCents is not (> 0 and <= Contributions.MostUnitValueCents), "price", "contributions.basis_price");
        Refused.If(Life is not { } life || life <= 0 || life > LongestLife || life * 1000 != decimal.Truncate(life * 1000), "life", "contributions.basis_life");
        var (share, running) = (ShareBasisPoints ?? WholeUse, RunningCents ?? 0);
        Refused.If(share is < 1 or > WholeUse, "share", "contributions.basis_share");
        Refused.If(running is < 0 or > Contributions.MostUnitValueCents, "running", "contributions.unit_value_range");
        return this with { Source = source, ShareBasisPoints = share, RunningCents = running };
    }

    /// <summary>"amortissement : 1 200,00 € ÷ 730 jours × 50 % + 2,00 € par unité d'usage (facture du 3 mars)".</summary>
    public string In(Say t, string? unit) => t["contributions.basis." + Method] + (Method != Depreciation ? ""
        : $" : {t.Money(PriceCents!.Value)} ÷ {Units.Quantity(t, Life!.Value, unit)}"
            + (ShareBasisPoints == WholeUse ? "" : $" × {t.Number(ShareBasisPoints!.Value / 100m)} %")
            + (RunningCents == 0 ? "" : " + " + t["contributions.basis_running", t.Money(RunningCents!.Value)]))
        + (Source is null ? "" : $" ({Source})");
}
