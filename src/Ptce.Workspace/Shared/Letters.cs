using System.Text;

namespace Ptce.Workspace;

/// <summary>Letters as Helvetica prints them: their widths (Adobe's metrics), their bytes (Windows-1252), lines that fit.</summary>
internal static class Letters
{
    // Thousandths of the size, from the space (32) to the tilde (126).
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private const int Widest = 1000;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    /// <summary>The text in letters that can be printed, and whether it still says the same: spaces and hyphens of other widths do, letters of other alphabets are written in ours (<see cref="Latin"/>), what cannot be is "?".</summary>
    public static (string Text, bool Same) Plain(string text)
    {
        var (plain, same) = (new StringBuilder(text.Length), true);
        // Letter by letter first: half of a pair becomes a sign of its own, and no longer stops the normalizer.
        foreach (var letter in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var (written, isSame) = letter.Value switch
            {
                '\t' => (" ", true),
                0x202F or 0x2007 or 0x2009 => ("\u00A0", true),
                0x2010 or 0x2011 => ("-", true),
                0x200B or 0x200C or 0x200D or 0xFEFF or 0xFE0F => ("", true), // of no width
                _ when Rune.IsControl(letter) => ("", true),
                _ when IsPrinted(letter.ToString()) => (letter.ToString(), true),
                _ => (Latin.Of(letter, IsPrinted) ?? "?", false),
            };
            plain.Append(written);
            same &= isSame;
        }
        return (plain.ToString(), same);
    }

    private static bool IsPrinted(string letter) => Windows.GetString(Windows.GetBytes(letter)) == letter;

    public static string Hex(string text) => Convert.ToHexString(Windows.GetBytes(text));

    /// <summary>Breaks at spaces; a word wider than the line is broken where it must.</summary>
    /// <param name="size">In points, like <paramref name="width"/>.</param>
    public static IEnumerable<string> Wrap(string text, double size, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line == "" ? word : line + " " + word;
            if (Wide(longer, size) <= width)
            {
                line = longer;
                continue;
            }
            if (line != "") yield return line;
            line = word;
            while (Wide(line, size) > width)
            {
                var most = line.Length - 1;
                while (most > 1 && Wide(line[..most], size) > width) most--;
                yield return line[..most];
                line = line[most..];
            }
        }
        if (line != "") yield return line;
    }

    private static double Wide(string text, double size) => text.Sum(c => Of(c)) * size / 1000;

    private static int Of(char letter)
    {
        if (letter is >= ' ' and <= '~') return Widths[letter - ' '];
        var plain = letter switch { '\u00A0' => ' ', '·' => '.', '’' or '‘' => ',', '–' or '«' or '»' or '€' or '§' => '0', '°' or '•' => '*', 'ß' => 'B', _ => Base(new Rune(letter))[0] };
        return plain is >= ' ' and <= '~' && plain != '?' ? Widths[plain - ' '] : Widest;
    }

    private static string Base(Rune letter)
    {
        if (!Rune.IsLetterOrDigit(letter)) return "?";
        var plain = letter.ToString().Normalize(NormalizationForm.FormD)[0];
        return plain < 0x80 ? plain.ToString() : "?";
    }
}
