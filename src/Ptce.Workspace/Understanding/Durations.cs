using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Lengths of time in words that <see cref="Understanding"/> reads back to the same minutes.</summary>
public static class Durations
{
    /// <summary>"45 min", "2 h", "2 h 30", "14 heures" (fr), "2 h 30 min" (en), "2 Std. 30 Min." (de).</summary>
    public static string Print(long minutes, string language)
    {
        var german = SpokenLanguage.Hinted(language) == Tongue.German;
        var english = SpokenLanguage.Hinted(language) == Tongue.English;
        var hour = german ? "Std." : "h";
        var minute = german ? "Min." : "min";
        var (h, m) = (minutes / 60, minutes % 60);
        if (h == 0) return string.Create(CultureInfo.InvariantCulture, $"{m} {minute}");
        if (m == 0 && h >= 9) return string.Create(CultureInfo.InvariantCulture, $"{h} {(german ? "Stunden" : english ? "hours" : "heures")}");
        if (m == 0) return string.Create(CultureInfo.InvariantCulture, $"{h} {hour}");
        return english || german || h >= 9 // "9 h 30" alone could be a time of day
            ? string.Create(CultureInfo.InvariantCulture, $"{h} {hour} {m} {minute}")
            : string.Create(CultureInfo.InvariantCulture, $"{h} {hour} {m:00}");
    }
}
