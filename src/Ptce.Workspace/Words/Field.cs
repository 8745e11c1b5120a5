using System.Globalization;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>What a person types into a field, read as people write it in the three languages. What cannot be read is refused at its field.</summary>
public static partial class Field
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy"];
    private static readonly string[] Clocks = ["H:mm", "H:mm:ss", "%H"];

    /// <summary>"2026-01-31", "31/01/2026" or "31.1.2026".</summary>
    /// <exception cref="Refused">It is no day, or nothing was typed.</exception>
    public static DateOnly Day(string? text, string field) => DayIfAny(text, field) ?? throw new Refused(field, "typed.day_missing");

    /// <inheritdoc cref="Day"/>
    /// <returns>Nothing where nothing was typed.</returns>
    public static DateOnly? DayIfAny(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new Refused(field, "typed.no_day", text.Trim());

    /// <summary>A day as it is stored and travels between programs: "2026-01-31" and nothing else.</summary>
    /// <returns>Nothing where it is no such day.</returns>
    public static DateOnly? Iso(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>"12,5" and "12.5" are the same number, "24 000" and "24000" too.</summary>
    /// <exception cref="Refused">It is no number, or nothing was typed.</exception>
    public static decimal Number(string? text, string field) => NumberIfAny(text, field) ?? throw new Refused(field, "typed.number_missing");

    /// <inheritdoc cref="Number"/>
    /// <returns>Nothing where nothing was typed.</returns>
    public static decimal? NumberIfAny(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(Spaces().Replace(text, "").Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw new Refused(field, "typed.no_number", text.Trim());

    /// <summary>A whole number, never negative.</summary>
    /// <exception cref="Refused">It is something else.</exception>
    /// <returns>Nothing where nothing was typed.</returns>
    public static long? WholeIfAny(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : long.TryParse(Spaces().Replace(text, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw new Refused(field, "typed.no_whole", text.Trim());

    /// <summary>Euros as written, in cents.</summary>
    /// <exception cref="Refused">It is no number, has more than two decimals, or passes a billion.</exception>
    /// <returns>Nothing where nothing was typed.</returns>
    public static long? CentsIfAny(string? text, string field)
    {
        if (NumberIfAny(text, field) is not { } euros) return null;
        Refused.If(Math.Abs(euros) > 1_000_000_000m || euros * 100 != decimal.Truncate(euros * 100), field, "typed.no_money", text!.Trim());
        return (long)(euros * 100);
    }

    /// <summary>"14:30", "14h30" or "14".</summary>
    /// <exception cref="Refused">It is no time of day, or nothing was typed.</exception>
    public static TimeOnly Clock(string? text, string field) => ClockIfAny(text, field) ?? throw new Refused(field, "typed.clock_missing");

    /// <inheritdoc cref="Clock"/>
    /// <returns>Nothing where nothing was typed.</returns>
    public static TimeOnly? ClockIfAny(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : TimeOnly.TryParseExact(Spaces().Replace(text, "").Replace('h', ':').TrimEnd(':'), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : throw new Refused(field, "typed.no_clock", text.Trim());

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();
}
