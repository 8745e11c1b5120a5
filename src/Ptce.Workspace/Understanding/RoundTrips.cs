namespace Ptce.Workspace;

/// <summary>A length said once for two ways: "40 minutes each way", "hin und zurück je 20 Minuten", "eine Stunde pro Strecke".</summary>
internal static class RoundTrips
{
    /// <summary>One past the words that double a length ending here.</summary>
    internal static int? After(Sentence s, int end)
    {
        if (s.Is(end, "each") && s.Is(end + 1, "way", "direction")) return end + 2;
        return s.Is(end, "je", "pro") && end + 1 < s.Count && s[end + 1].Norm is "strecke" or "weg" or "richtung" or "fahrt" ? end + 2 : null;
    }

    /// <summary>"hin und zurück je", "there and back" before a length that is said of each.</summary>
    internal static bool Before(Sentence s, int start, bool each) =>
        each && (s.Is(start - 1, "zuruck", "zurueck") && s.Is(start - 2, "und") && s.Is(start - 3, "hin") || s.Is(start - 1, "back") && s.Is(start - 2, "and") && s.Is(start - 3, "there"));
}
