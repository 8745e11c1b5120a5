using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

public static partial class TeamsCard
{
    /// <summary>Text of people's making, so that the card's Markdown shows it and never obeys it: no bold, list, link or date function of a stranger's.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        foreach (var c in Say.Unbroken(text.ReplaceLineEndings("\n")))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '~' or '#' or '|') plain.Append('\\');
            // {{DATE(…)}} is a function of the card's own: a space nobody sees parts the braces.
            if (c is '{' && plain.Length > 0 && plain[^1] is '{') plain.Append('\u200b');
            if (c is not '\n' && char.IsControl(c)) continue;
            plain.Append(c);
        }
        return ListMark().Replace(plain.ToString(), "$1\\$2").Replace("\n", "\n\n", StringComparison.Ordinal);
    }

    /// <summary>No longer than that many characters, never through the middle of one.</summary>
    internal static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var ends = StringInfo.ParseCombiningCharacters(text);
        var at = Array.FindLast(ends, e => e < longest);
        return text[..at] + "…";
    }

    // "- ", "+ " and "12. " begin a list at the beginning of a line.
    [GeneratedRegex(@"(?m)^(\s*\d*)([-+.)](?=\s))")]
    private static partial Regex ListMark();
}
