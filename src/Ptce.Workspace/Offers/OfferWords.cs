namespace Ptce.Workspace;

/// <summary>What an offer or a need says of its days and its price.</summary>
public static class OfferWords
{
    /// <summary>"chaque mardi, du 1 décembre 2026 au 31 mars 2027"; "" where it says nothing.</summary>
    public static string When(Say say, Offer offer, DateOnly today)
    {
        var period = Days(say, offer.FromDay, offer.ToDay, today);
        var rhythm = offer.Recurrence switch
        {
            "weekly" when offer.Weekday is { } day => say["offers.each", say.Culture.DateTimeFormat.GetDayName((DayOfWeek)(day % 7))],
            "weekly" => say["offers.weekly"],
            "monthly" => say["offers.monthly"],
            _ => "",
        };
        return string.Join(", ", new[] { rhythm, period }.Where(p => p != ""));
    }

    /// <summary>"du 1 au 3 décembre 2026", "à partir du …", "jusqu'au …", or "".</summary>
    public static string Days(Say say, DateOnly? first, DateOnly? last, DateOnly today) => (first, last) switch
    {
        ({ } from, { } to) when from == to => say.Day(from, today),
        ({ } from, { } to) => say.Period(from, to),
        ({ } from, null) => say["offers.from_day", say.LongDay(from)],
        (null, { } to) => say["offers.until_day", say.LongDay(to)],
        _ => "",
    };

    /// <summary>"gratuit", "12,00 € l'unité, à prix coûtant".</summary>
    public static string Price(Say say, Offer offer) =>
        offer.PriceCents == 0 ? say["offers.free"]
        : offer.Unit is null ? say["offers.at_cost", say.Money(offer.PriceCents)]
        : say["offers.at_cost_each", say.Money(offer.PriceCents), Units.Quantity(say, 1, offer.Unit)];

    /// <summary>A unit as a form shows it: "heures", "kg".</summary>
    public static string UnitName(Say say, string unit) => Units.Known.Contains(unit) ? say[$"contributions.unit.{unit}.many", ""].Trim() : unit;

    /// <summary>The unit meant by what a person chose or typed, in any of the three languages.</summary>
    public static string? UnitRead(string? text) =>
        Units.Read(text) is { } read && !Units.Known.Contains(read)
            ? Units.Known.FirstOrDefault(u => Words.Languages.Any(l => new Say(l) is var say
                && (Same(say[$"contributions.unit.{u}.many", ""], read) || Same(say[$"contributions.unit.{u}.one", ""], read)))) ?? read
            : Units.Read(text);

    private static bool Same(string words, string text) => words.Trim().Equals(text, StringComparison.OrdinalIgnoreCase);
}
