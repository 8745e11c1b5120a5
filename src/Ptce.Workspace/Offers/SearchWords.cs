using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Words as the search compares them: without accents, capitals, plural or the small words of a language.</summary>
public static class SearchWords
{
    public const int Longest = 40; // letters kept of a word

    private static readonly HashSet<string> Small = [.. """
        le la les un une des de du au aux et ou en sur sous dans par pour avec sans chez que qui quoi dont ce cet cette ces son sa ses leur leurs nos notre vos votre est sont
        the an of to in on at for with without and or by from is are our your their
        der die das den dem ein eine einen einer eines und oder im in zu zum zur mit ohne von vom bei fur auf ist sind
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The folded words of a text, each once. A compound gives its parts and the whole: "éco-matériaux" is eco, materiau and ecomateriau.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var words = new List<string>();
        foreach (var piece in Fold(text ?? "").Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = piece.Split('-', StringSplitOptions.RemoveEmptyEntries);
            words.AddRange(parts);
            if (parts.Length > 1) words.Add(string.Concat(parts));
        }
        return [.. words.Where(w => w.Length > 1 && !Small.Contains(w)).Select(Singular).Select(w => w.Length > Longest ? w[..Longest] : w).Distinct()];
    }

    /// <summary>The pieces of three letters of a word, its beginning marked: " " stands before the first letter, twice.</summary>
    public static IReadOnlyList<string> Trigrams(string word) =>
        [.. Enumerable.Range(0, word.Length).Select(i => ("  " + word).Substring(i, 3)).Distinct()];

    /// <summary>Whether a word of the store is what was typed: it begins so, holds it, or differs by as many slips as its length forgives.</summary>
    public static bool Meant(string typed, string word) =>
        word.StartsWith(typed, StringComparison.Ordinal)
        || (typed.Length >= 4 && word.Contains(typed, StringComparison.Ordinal))
        || (word.Length >= 4 && typed.Length >= word.Length && typed.Contains(word, StringComparison.Ordinal) && typed.Length - word.Length <= 2)
        || (Forgiven(typed) is > 0 and var slips && Slips(typed, word) <= slips);

    /// <summary>Slips forgiven: none up to three letters, one up to seven, then two.</summary>
    public static int Forgiven(string typed) => typed.Length switch { <= 3 => 0, <= 7 => 1, _ => 2 };

    /// <summary>Letters added, left out, changed or swapped between what was typed and the nearest beginning of the word.</summary>
    public static int Slips(string typed, string word)
    {
        var (before, last) = (new int[word.Length + 1], new int[word.Length + 1]);
        for (var j = 0; j <= word.Length; j++) last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            var now = new int[word.Length + 1];
            now[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            (before, last) = (last, now);
        }
        return last.Min();
    }

    /// <summary>Small letters without accents; whatever is neither letter, digit nor hyphen parts words.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Replace("œ", "oe").Replace("æ", "ae").Replace("ß", "ss").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(char.IsLetterOrDigit(c) ? c : c is '-' or '\u2011' ? '-' : ' ');
        }
        return folded.ToString();
    }

    private static string Singular(string word) => word.Length > 3 && word[^1] is ('s' or 'x') ? word[..^1] : word;
}
