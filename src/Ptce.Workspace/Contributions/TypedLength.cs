using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>A length of time as people write it in a field: "1 h 30", "1,5 h", "1:30", "45 min", "une demi-journée".</summary>
public static partial class TypedLength
{
    private static readonly Acquaintances Nobody = new("", null, [], []);

    /// <param name="language">"fr", "en" or "de": a hint.</param>
    /// <param name="pole">Says what half a day and a day are.</param>
    /// <returns>Whole minutes; null for nothing typed.</returns>
    /// <exception cref="Refused">«minutes» is no length, or could be two: a bare number does not say hours or minutes.</exception>
    public static long? Read(string? text, string language, Pole pole)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (HoursAndMinutes().Match(text) is { Success: true } m)
            return Number(m.Groups[1].Value) * 60 + Number(m.Groups[2].Value);
        var read = Understanding.Read(text, DateOnly.MaxValue.AddYears(-1), language, Nobody, new((int)pole.HalfDayMinutes, (int)pole.DayMinutes)).Amends;
        return read is { Minutes: { } minutes, MinMinutes: null } && !text.Trim().All(char.IsDigit)
            ? minutes
            : throw new Refused("minutes", "contributions.length", text.Trim());
    }

    private static long Number(string digits) => long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*([0-9]{1,2})\s*[:hH]\s*([0-5][0-9])\s*$")]
    private static partial Regex HoursAndMinutes();
}
