using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Times of day as they are stored (HH:mm), and as people read them.</summary>
public static class WallTime
{
    public static TimeOnly Read(string stored) => TimeOnly.ParseExact(stored, "HH:mm", CultureInfo.InvariantCulture);

    public static string Stored(this TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"14 h", "14 h 30"; "14:30" in English; "14:30 Uhr" in German.</summary>
    public static string Clock(this Say say, TimeOnly time) => say.Language switch
    {
        "en" => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        "de" => time.ToString("H:mm", CultureInfo.InvariantCulture) + " Uhr",
        _ => time.ToString(time.Minute == 0 ? "H' h'" : "H' h 'mm", CultureInfo.InvariantCulture),
    };
}
