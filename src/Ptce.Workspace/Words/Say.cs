using System.Globalization;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>One reader's language: words, and how this reader writes days, hours, durations and money.</summary>
public partial class Say(string language)
{
    public string Language { get; } = Words.Nearest(language);
    public CultureInfo Culture => Words.Culture(Language);

    public string this[string key, params object?[] args] => Words.Say(Language, key, args);

    /// <summary>"jeudi 12 mars", with the year when it is not the year of <paramref name="today"/>.</summary>
    public string Day(DateOnly day, DateOnly? today = null) =>
        First(day, day.ToString(Pattern("dddd d MMMM", "dddd d MMMM", "dddd, d. MMMM") + (today is { } t && t.Year == day.Year ? "" : " yyyy"), Culture));

    /// <summary>"12 mars", for rows and axes.</summary>
    public string ShortDay(DateOnly day) => First(day, day.ToString(Pattern("d MMM", "d MMM", "d. MMM"), Culture));

    /// <summary>"du 1 octobre 2026 au 31 décembre 2026".</summary>
    public string Period(DateOnly from, DateOnly to) => this["format.period", LongDay(from), LongDay(to)];

    /// <summary>The same as people say it: "2026", "novembre 2026", "du 16 au 22 novembre 2026".</summary>
    public string Span(DateOnly from, DateOnly to) => (from.Day == 1, to.AddDays(1).Day == 1) switch
    {
        (true, true) when from.Month == 1 && to.Month == 12 && from.Year == to.Year => from.ToString("yyyy", Culture),
        (true, true) when (from.Year, from.Month) == (to.Year, to.Month) => Month(from),
        _ when from == to => LongDay(from),
        _ when (from.Year, from.Month) == (to.Year, to.Month) => this["format.period", First(from, from.ToString(Pattern("d ", "d ", "d. "), Culture)).TrimEnd(), LongDay(to)],
        _ => Period(from, to),
    };

    /// <summary>"novembre 2026"</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>What was said in plain spaces, as it is shown: no line breaks inside "2 h 30", "45 min" or "14 h".</summary>
    public static string Unbroken(string text) => InsideMeasure().Replace(text, "\u00a0");

    [GeneratedRegex(@"(?<=\d) (?=(?:h|min|€|kg|km)(?![\w]))|(?<=\d h) (?=\d\d(?!\d))")]
    private static partial Regex InsideMeasure();

    /// <summary>The words as a sentence begins with them.</summary>
    public static string Begun(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    public string LongDay(DateOnly day) => First(day, day.ToString(Pattern("d MMMM yyyy", "d MMMM yyyy", "d. MMMM yyyy"), Culture));

    /// <summary>An instant in the pole's zone: "12 mars, 14 h 05".</summary>
    public string Instant(DateTimeOffset at, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return local.ToString(Pattern("d MMM, ", "d MMM, ", "d. MMM, ") + Hour, Culture);
    }

    /// <summary>The same with its year, for what is filed and read again years later: "12 mars 2026, 14 h 05".</summary>
    public string Filed(DateTimeOffset at, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{LongDay(DateOnly.FromDateTime(local.DateTime))}, {local.ToString(Hour, Culture)}";
    }

    private string Hour => Pattern($"H{Space}'h'{Space}mm", "HH:mm", "HH:mm");

    /// <summary>Whole minutes as people say them: "2 h 30", "45 min", "-1 h".</summary>
    public string Duration(long minutes)
    {
        var (sign, m) = minutes < 0 ? ("-", -minutes) : ("", minutes);
        var hours = (m / 60).ToString("N0", Culture);
        return sign + (m < 60 ? $"{m}{Space}min" : m % 60 == 0 ? $"{hours}{Space}h" : $"{hours}{Space}h{Space}{m % 60:00}");
    }

    /// <summary>A figure with its unit, "12 kg": no line of a page breaks inside it.</summary>
    public string Whole(string measure) => measure.Replace(' ', Space);

    /// <summary>Between a figure and its unit.</summary>
    private protected virtual char Space => ' ';

    /// <summary>Cents as "120,20 €".</summary>
    public string Money(long cents) => Language == "en"
        ? (cents < 0 ? "-€" : "€") + (Math.Abs(cents) / 100m).ToString("N2", Culture)
        : (cents / 100m).ToString("N2", Culture) + "\u00a0€";

    /// <summary>"Prévu : 12 h"; French alone sets the colon off.</summary>
    public string Pair(string label, string? value) => $"{label}{(Language == "fr" ? "\u00a0:" : ":")} {value}";

    public string Number(decimal number) => number.ToString("0.##", Culture);

    // French alone says "1er janvier".
    private string First(DateOnly day, string written) =>
        Language == "fr" && day.Day == 1 ? new Regex(@"(?<!\d)1(?= )").Replace(written, "1er", 1) : written;

    private string Pattern(string fr, string en, string de) => Language switch { "en" => en, "de" => de, _ => fr };
}

/// <summary>The same as pages are written: no line breaks inside a duration or an hour. What is typed, sent or compared has plain spaces.</summary>
public sealed class SayOnPages(string language) : Say(language)
{
    private protected override char Space => '\u00a0';
}
