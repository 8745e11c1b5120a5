using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

/// <summary>The fields of a line as a form carries them, all of them text.</summary>
public sealed partial class LineForm
{
    /// <summary>A length as it was typed.</summary>
    public string? Minutes { get; set; }
    public string? Day { get; set; }
    public string? Activity { get; set; }
    public string[] Parties { get; set; } = [];
    public string? Kind { get; set; } = Kinds.Default;
    public string? Person { get; set; }
    public string? Quantity { get; set; }
    public string? Unit { get; set; }

    /// <summary>In euros.</summary>
    [FromForm(Name = "unit_value")] public string? UnitValue { get; set; }
    public string? Note { get; set; }

    /// <summary>A method of <see cref="UnitValueBasis"/>; empty: not said.</summary>
    public string? Basis { get; set; }
    [FromForm(Name = "basis_source")] public string? BasisSource { get; set; }

    /// <summary>Depreciation: euros, units, percent, euros a unit.</summary>
    public string? Price { get; set; }
    public string? Life { get; set; }
    public string? Share { get; set; }
    public string? Running { get; set; }

    public static LineForm Of(Contribution line, Say say) => new()
    {
        Minutes = line.Minutes == 0 ? null : say.Duration(line.Minutes),
        Day = line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Activity = line.Activity is { } activity ? Activities.Word(say, activity) : null,
        Parties = [.. line.Parties.Select(p => p.Id)],
        Kind = line.Kind,
        Quantity = line.Quantity?.ToString("0.###", say.Culture),
        Unit = line.Unit,
        UnitValue = line.Basis?.UnitCents is null ? Euros(line.UnitValueCents, say) : null,
        Basis = line.BasisMethod,
        BasisSource = line.BasisSource,
        Price = Euros(line.PriceCents, say),
        Life = (line.LifeMilli / 1000m)?.ToString("0.###", say.Culture),
        Share = (line.ShareBasisPoints / 100m)?.ToString("0.##", say.Culture),
        Running = Euros(line.RunningCents, say),
        Note = line.Note,
    };

    public NewContribution Read(string language, Pole pole) => new(
        ReadDay(Day), TypedLength.Read(Minutes, language, pole) ?? 0, Kind ?? Kinds.Default, Written(Activity), Others, Given(Person),
        Quantity: Decimal(Quantity, "quantity"), Unit: Unit, UnitValueCents: Cents(UnitValue, "unit_value"), Note: Note, Basis: Reckoned());

    private UnitValueBasis? Reckoned() => string.IsNullOrEmpty(Basis) ? null
        : new(Basis, BasisSource, Cents(Price, "price"), Decimal(Life, "life"), (long?)(Decimal(Share, "share") * 100), Cents(Running, "running"));

    private static string? Euros(long? cents, Say say) => (cents / 100m)?.ToString("0.00", say.Culture);

    // The form sends an empty one along, and binding makes it null.
    public IReadOnlyList<string> Others => [.. Parties.Where(p => !string.IsNullOrEmpty(p))];

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>A form shows an activity by its word in the reader's language: back to its code.</summary>
    public static string? Written(string? activity) =>
        Activities.Known.FirstOrDefault(code => Words.Languages.Any(l => string.Equals(Activities.Word(new Say(l), code), activity?.Trim(), StringComparison.OrdinalIgnoreCase))) ?? activity;

    /// <exception cref="Refused">«day» is no day.</exception>
    public static DateOnly ReadDay(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new Refused("day", "contributions.bad_day", text ?? "");

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();

    /// <summary>"12,5" and "12.5" are the same number, "24 000" and "24000" too.</summary>
    /// <exception cref="Refused">It is no number.</exception>
    public static decimal? Decimal(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(Spaces().Replace(text, "").Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw new Refused(field, "contributions.bad_number", text.Trim());

    /// <summary>Euros as written, in cents.</summary>
    /// <exception cref="Refused">It is no number, or has more than two decimals.</exception>
    public static long? Cents(string? text, string field)
    {
        if (Decimal(text, field) is not { } euros) return null;
        Refused.If(Math.Abs(euros) > 1_000_000_000m || euros * 100 != decimal.Truncate(euros * 100), field, "contributions.bad_money", text);
        return (long)(euros * 100);
    }
}
