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

    internal const int Shortest = 3;

    /// <summary>A first part shorter than this tells nothing alone.</summary>
    internal const int LongestTail = 6;

    /// <summary>Whether a word of this meaning may end a longer one and keep its meaning.</summary>
    internal static bool Ends(Mark last, int length) => last.Tongue == Tongue.German && last.Sense switch
    {
        Sense.Thing => last.Value is "locaux" or "vehicule" or "materiel" or "personnel" or "competence" && length >= 4,
        Sense.Activity or Sense.Meeting => length >= 5,
        Sense.Unit => last.Value == "60" && length >= 6,
        Sense.Nature or Sense.Form => length >= 6,
        Sense.Cue => last.Value == "coop" && length >= 10 || last.Value is "third" or "bid" && length >= 6,
        _ => false,
    };

    /// <summary>Whether a word of this meaning tells the kind when it begins a longer one.</summary>
    internal static bool Begins(Mark first) => first.Sense is Sense.TimeKind or Sense.Activity or Sense.Nature or Sense.Form;

    /// <summary>A first part as it may stand alone: "ehrenamts" is "ehrenamt", "forschungs" is "forschung".</summary>
    internal static IEnumerable<string> Stems(string part)
    {
        yield return part;
        if (part.Length > Shortest && part[^1] is 's' or 'n' or 'e') yield return part[..^1];
        if (part.Length > Shortest + 1 && part.EndsWith("en", StringComparison.Ordinal)) yield return part[..^2];
    }

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
