namespace Ptce.Workspace;

/// <summary>Nearness of written words: insertions, deletions, replacements and swaps of neighbours, counted up to a limit.</summary>
internal static class Typos
{
    /// <summary>Edits between two folded words, or <paramref name="limit"/> + 1 when there are more.</summary>
    internal static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > 40 || b.Length > 40) return limit + 1;
        Span<int> before = stackalloc int[42], last = stackalloc int[42], now = stackalloc int[42];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                best = Math.Min(best, now[j]);
            }
            if (best > limit) return limit + 1;
            var free = before; before = last; last = now; now = free;
        }
        return last[b.Length];
    }

    /// <summary>How many edits a word of this length may carry and still be itself.</summary>
    internal static int Allowed(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>The one word of the tables that this unknown word is a typo of; null when none or several are as near.</summary>
    internal static string? Correct(string norm)
    {
        if (norm.Length is < 4 or > 30) return null;
        if (Begun(norm) is { } begun) return begun;
        if (!Lexicon.Correctable.TryGetValue(norm[0], out var words)) return null;
        var allowed = Allowed(norm.Length < 6 ? norm.Length : norm.Length + 1);
        string? best = null;
        var bestDistance = allowed + 1;
        foreach (var (word, most) in words)
        {
            var limit = Math.Min(allowed, most);
            var distance = Distance(norm, word, limit);
            if (distance > limit) continue;
            if (Math.Min(norm.Length, word.Length) == 4 && norm.Length == word.Length && !Swapped(norm, word)) continue;
            if (distance < bestDistance) { best = word; bestDistance = distance; }
            else if (distance == bestDistance && (best is null || !Akin(best, word))) best = null;
        }
        return best;
    }

    // "iher", "odpil": the first two letters swapped, all others right
    private static string? Begun(string norm)
    {
        var meant = string.Concat(norm.AsSpan(1, 1), norm.AsSpan(0, 1), norm.AsSpan(2));
        return meant != norm && Lexicon.Correctable.TryGetValue(meant[0], out var words) && words.Any(w => w.Word == meant) ? meant : null;
    }

    /// <summary>The one number that a word stands for; a letter left out, doubled or swapped is likelier than another letter.</summary>
    internal static string? Number(string norm, Tongue tongue)
    {
        if (norm.Length is < 3 or > 12) return null;
        string? best = null;
        var (least, tie) = (3, false);
        foreach (var word in Lexicon.Numbers(tongue))
        {
            if (Distance(norm, word, 1) != 1) continue;
            var cost = norm.Length == word.Length && !Swapped(norm, word) ? 2 : 1;
            if (cost < least) (best, least, tie) = (word, cost, false);
            else if (cost == least) tie = true;
        }
        return tie ? null : best;
    }

    // In four letters one replaced letter makes another word (démo, demi); two swapped letters are a slip of the fingers.
    private static bool Swapped(string a, string b)
    {
        var differing = 0;
        for (var i = 0; i < a.Length; i++) if (a[i] != b[i]) differing++;
        return differing == 2;
    }

    private static bool Akin(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);
}
