using System.Globalization;

namespace Ptce.Workspace;

/// <summary>How often a series meets (cadence): a number of days, or a number of months on the same weekday rank.</summary>
/// <param name="Days">Days between two meetings; 0 when the beat is in months.</param>
/// <param name="Months">Months between two meetings; 0 when the beat is in days.</param>
/// <remarks>Written "6w", "10d", "3m" or "once", in the store and at the console.</remarks>
public sealed record Every(int Days, int Months)
{
    public static readonly Every Week = new(7, 0), Month = new(0, 1), Quarter = new(0, 3), Once = new(0, 0);

    private static readonly Dictionary<string, Every> Named = new() { ["weekly"] = Week, ["monthly"] = Month, ["quarterly"] = Quarter, ["once"] = Once };

    /// <summary>Whether a second meeting follows the first.</summary>
    public bool Repeats => this != Once;

    /// <summary>Whether every computed date falls on the anchor's weekday.</summary>
    public bool KeepsWeekday => Days % 7 == 0;

    /// <summary>Reads "6w", "10d", "3m", "weekly", "monthly", "quarterly" or "once".</summary>
    /// <exception cref="Refused">«every» is none of these, or over a year.</exception>
    public static Every Read(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        if (Named.TryGetValue(word, out var named)) return named;
        var read = word.Length > 1 && int.TryParse(word[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (n, word[^1]) switch
        {
            ( >= 1 and <= 366, 'd') => new Every(n, 0),
            ( >= 1 and <= 52, 'w') => new Every(7 * n, 0),
            ( >= 1 and <= 12, 'm') => new Every(0, n),
            _ => null,
        } : null;
        return read ?? throw new Refused("every", "calendar.refused.every", text.Trim());
    }

    /// <summary>The date of the nth meeting, always counted from the anchor: nothing that happens to one meeting shifts another.</summary>
    /// <remarks>
    /// In months, the anchor's weekday rank stands: the second Thursday of January gives the second Thursday of each month.
    /// An anchor on a fifth Thursday means the last Thursday, since most months have four.
    /// </remarks>
    public DateOnly Nth(DateOnly anchor, int n)
    {
        if (Months == 0) return anchor.AddDays(n * Days);
        var first = new DateOnly(anchor.Year, anchor.Month, 1).AddMonths(n * Months);
        var rank = (anchor.Day - 1) / 7;
        var day = first.AddDays((anchor.DayOfWeek - first.DayOfWeek + 7) % 7 + 7 * rank);
        return day.Month == first.Month ? day : day.AddDays(-7);
    }

    /// <summary>"toutes les 6 semaines".</summary>
    public string Say(string language) => (Days, Months) switch
    {
        (0, 0) => Words.Say(language, "calendar.every.once"),
        (7, _) => Words.Say(language, "calendar.every.week"),
        (1, _) => Words.Say(language, "calendar.every.day"),
        ( > 0, _) => KeepsWeekday ? Words.Say(language, "calendar.every.weeks", Days / 7) : Words.Say(language, "calendar.every.days", Days),
        (_, 1) => Words.Say(language, "calendar.every.month"),
        (_, 3) => Words.Say(language, "calendar.every.quarter"),
        _ => Words.Say(language, "calendar.every.months", Months),
    };

    public override string ToString() => !Repeats ? "once" : Months > 0 ? Written(Months, 'm') : KeepsWeekday ? Written(Days / 7, 'w') : Written(Days, 'd');

    private static string Written(int n, char unit) => n.ToString(CultureInfo.InvariantCulture) + unit;
}
