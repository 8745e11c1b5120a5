using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

/// <summary>The normal form of a written word: lower case, no accents, ligatures opened. "Œuvré" becomes "oeuvre".</summary>
internal static class Folding
{
    internal static string Fold(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[64];
        if (text.Length <= plain.Length && FoldAscii(text, plain)) return new string(plain[..text.Length]);

        var folded = new StringBuilder(text.Length + 4);
        foreach (var c in Decompose(text))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark:
                    continue;
                default:
                    Append(folded, char.ToLowerInvariant(c));
                    break;
            }
        }
        return folded.ToString();
    }

    private static bool FoldAscii(ReadOnlySpan<char> text, Span<char> into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 128) return false;
            into[i] = char.ToLowerInvariant(text[i]);
        }
        return true;
    }

    // Lone surrogates cannot be decomposed; the tokeniser never lets them into a word, this only keeps the promise.
    private static string Decompose(ReadOnlySpan<char> text)
    {
        var value = text.ToString();
        try { return value.Normalize(NormalizationForm.FormD); }
        catch (ArgumentException) { return value; }
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'œ': folded.Append("oe"); break;
            case 'æ': folded.Append("ae"); break;
            case 'ß' or 'ẞ': folded.Append("ss"); break;
            case 'ø': folded.Append('o'); break;
            case 'ł': folded.Append('l'); break;
            case 'ı': folded.Append('i'); break;
            case '²': folded.Append('2'); break;
            case 'º' or '°': folded.Append('o'); break;
            default: folded.Append(c); break;
        }
    }
}
