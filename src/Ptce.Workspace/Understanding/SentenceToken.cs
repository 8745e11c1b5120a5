namespace Ptce.Workspace;

internal enum TokenKind { Letters, Digits, Sign }

/// <summary>One written word, number or sign.</summary>
/// <param name="Text">as written</param>
/// <param name="Norm">folded: lower case, no accents, one kind of dash</param>
/// <param name="Start">first character in the sentence</param>
/// <param name="End">one past its last character</param>
/// <param name="Glued">nothing stands between it and the token before</param>
/// <param name="Hyphen">only a hyphen stands between it and the word before ("avant-hier")</param>
internal readonly record struct SentenceToken(string Text, string Norm, int Start, int End, TokenKind Kind, bool Glued, bool Hyphen)
{
    internal bool IsLetters => Kind == TokenKind.Letters;
    internal bool IsDigits => Kind == TokenKind.Digits;
    internal bool Is(string norm) => Norm == norm;
}

/// <summary>Cuts a sentence into tokens. Never more than <see cref="MaxTokens"/> from the first <see cref="MaxCharacters"/>: what follows is not read.</summary>
internal static class Tokenizer
{
    internal const int MaxCharacters = 1200;
    internal const int MaxTokens = 160;
    private const string KeptSigns = ",.;:!?/+-&()€$%*x=#~";

    internal static List<SentenceToken> Cut(string text)
    {
        var tokens = new List<SentenceToken>();
        var limit = Math.Min(text.Length, MaxCharacters);
        var last = -1;
        var hyphen = false;
        for (var i = 0; i < limit && tokens.Count < MaxTokens;)
        {
            var c = Plain(text[i]);
            if (IsWord(text, i)) { var end = WordEnd(text, i, limit); AddLetters(tokens, text, i, end, last == i, hyphen); last = i = end; hyphen = false; }
            else if (char.IsAsciiDigit(c)) { var end = i; while (end < limit && char.IsAsciiDigit(text[end])) end++; Add(TokenKind.Digits, text[i..end], i, end); i = end; }
            else if (Fraction(c)) { Add(TokenKind.Digits, c.ToString(), i, i + 1); i++; }
            else if (c is '\'' or '′' && MinuteSign(tokens, text, i)) { Add(TokenKind.Letters, "min", i, i + 1); i++; }
            else if (c is '\'' && i > 0 && i + 1 < limit) { if (last == i) last = i + 1; i++; }
            else if (c is '-' && i > 0 && i + 1 < limit && IsWord(text, i - 1) && IsWord(text, i + 1)) { hyphen = true; i++; }
            else if (c is '.' && Abbreviates(tokens, text, i, limit)) { if (last == i) last = i + 1; i++; }
            else if (Nod(text, i) is { } nod) { var end = i + (char.IsHighSurrogate(c) ? 2 : 1); Add(TokenKind.Sign, nod, i, end); i = end; }
            else if (KeptSigns.Contains(c, StringComparison.Ordinal)) { Add(TokenKind.Sign, c.ToString(), i, i + 1); i++; }
            else i++;
        }
        return tokens;

        void Add(TokenKind kind, string norm, int start, int end)
        {
            tokens.Add(new(text[start..end], norm, start, end, kind, last == start, false));
            last = end;
            hyphen = false;
        }
    }

    /// <summary>C.A. and a.m. are one word: single letters with glued dots are joined to what stands before.</summary>
    private static void AddLetters(List<SentenceToken> tokens, string text, int start, int end, bool glued, bool hyphen)
    {
        var norm = Folding.Fold(text.AsSpan(start, end - start));
        if (end - start == 1 && start >= 2 && text[start - 1] == '.' && tokens is [.., { IsLetters: true } before] && before.End == start - 1
            && before.Norm.Length <= 3 && before.Text.Replace(".", "", StringComparison.Ordinal).Length == before.Norm.Length
            && (before.End - before.Start == 1 || text[before.End - 2] == '.'))
        {
            tokens[^1] = before with { Text = text[before.Start..end], Norm = before.Norm + norm, End = end };
            return;
        }
        if (norm.Length > 0) tokens.Add(new(text[start..end], norm, start, end, TokenKind.Letters, glued, hyphen));
    }

    // "75'", "1h30'": a stroke right after a number that stands for minutes; between a word and the next it is an apostrophe.
    private static bool MinuteSign(List<SentenceToken> tokens, string text, int i) =>
        tokens is [.., { IsDigits: true } before] && before.End == i && (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]));

    // A dot right after a word that is short, or followed by more of the sentence's own line, only abbreviates: "Std.", "Nov. 3".
    private static bool Abbreviates(List<SentenceToken> tokens, string text, int i, int limit) =>
        tokens is [.., { IsLetters: true } before] && before.End == i && (before.Norm.Length <= 4 || i + 1 >= limit);

    private static bool IsWord(string text, int i) =>
        char.IsLetter(text[i]) || text[i] is '²' || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static int WordEnd(string text, int i, int limit)
    {
        while (i < limit && IsWord(text, i)) i++;
        return i;
    }

    private static bool Fraction(char c) => c is '½' or '¼' or '¾';

    private static char Plain(char c) => c switch
    {
        '’' or 'ʼ' or '‘' or '`' or '´' => '\'',
        '→' or '‐' or '‑' or '–' or '—' or '−' => '-',
        '×' => 'x',
        '…' => '.',
        _ => c,
    };

    private static string? Nod(string text, int i) => (text[i], i + 1 < text.Length ? text[i + 1] : ' ') switch
    {
        ('\ud83d', '\udc4d') or ('\ud83d', '\udc4c') or ('\u2705', _) => "\U0001F44D",
        ('\ud83d', '\udc4e') or ('\u274c', _) => "\U0001F44E",
        _ => null,
    };
}
