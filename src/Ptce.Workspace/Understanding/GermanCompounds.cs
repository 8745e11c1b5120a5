using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Where a long unknown word may be cut so that its head is a word of the tables.</summary>
internal static class GermanCompounds
{
    private static readonly FrozenSet<string> Tails = new[]
    {
        "sitzung", "sitzungen", "treffen", "termin", "gruppe", "runde", "tag", "besprechung", "vorbereitung", "nachbereitung", "planung", "protokoll",
        "morgen", "vormittag", "nachmittag", "abend", "mittag", "nacht", "fruh", "frueh", "moderation", "leitung", "organisation", "teilnahme",
    }.ToFrozenSet();

    /// <summary>The part of the day that ends the word, when the head is a weekday: "dienstagabend" gives "abend".</summary>
    internal static string? Tail(string norm, int head) => Tails.Contains(norm[head..]) ? norm[head..] : null;

    internal static IEnumerable<int> Heads(string norm)
    {
        for (var length = norm.Length - 3; length >= 5; length--)
        {
            var tail = norm[length..];
            if (!Tails.Contains(tail)) continue;
            if (Lexicon.Knows(norm[..length])) yield return length;
            else if (norm[length - 1] == 's' && Lexicon.Knows(norm[..(length - 1)])) yield return length - 1;
        }
    }
}
