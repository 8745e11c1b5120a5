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
        Day = line.Day.Iso(),
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
        Field.Day(Day, "day"), TypedLength.Read(Minutes, language, pole) ?? 0, Kind ?? Kinds.Default, Written(Activity), Others, Given(Person),
        Quantity: Field.NumberIfAny(Quantity, "quantity"), Unit: Unit, UnitValueCents: Field.CentsIfAny(UnitValue, "unit_value"), Note: Note, Basis: Reckoned());

    private UnitValueBasis? Reckoned() => string.IsNullOrEmpty(Basis) ? null
        : new(Basis, BasisSource, Field.CentsIfAny(Price, "price"), Field.NumberIfAny(Life, "life"), (long?)(Field.NumberIfAny(Share, "share") * 100), Field.CentsIfAny(Running, "running"));

    private static string? Euros(long? cents, Say say) => (cents / 100m)?.ToString("0.00", say.Culture);

    // The form sends an empty one along, and binding makes it null.
    public IReadOnlyList<string> Others => [.. Parties.Where(p => !string.IsNullOrEmpty(p))];

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>A form shows an activity by its word in the reader's language: back to its code.</summary>
    public static string? Written(string? activity) =>
        Activities.Known.FirstOrDefault(code => Words.Languages.Any(l => string.Equals(Activities.Word(new Say(l), code), activity?.Trim(), StringComparison.OrdinalIgnoreCase))) ?? activity;
}
