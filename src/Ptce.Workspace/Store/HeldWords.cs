using Dapper;

namespace Ptce.Workspace;

/// <summary>Typed words that a row's texts must all hold, in any order; accents and capitals do not count.</summary>
/// <remarks>For lists of a pole, some thousand rows that other conditions have narrowed. <c>folded</c> is a function of both stores: <see cref="SqliteDb"/>, migration 0117.</remarks>
internal static class HeldWords
{
    private const int Most = 5; // the rest says little

    /// <summary>The condition, its words added to the arguments; null where nothing was typed.</summary>
    /// <param name="texts">SQL of the texts looked through, such as <c>c.title || ' ' || coalesce(c.text, '')</c>.</param>
    internal static string? In(DynamicParameters args, string? typed, string texts) => In(args, typed, like => $"folded({texts}) {like}");

    /// <summary>The same where a word may stand in several places.</summary>
    /// <param name="holds">The condition of one word, from what follows the folded text: <c>like @held0 escape '!'</c>.</param>
    internal static string? In(DynamicParameters args, string? typed, Func<string, string> holds)
    {
        var words = Plain(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Most).ToList();
        if (words.Count == 0) return null;
        for (var i = 0; i < words.Count; i++) args.Add($"held{i}", $"%{words[i].Replace("!", "!!").Replace("%", "!%").Replace("_", "!_")}%");
        return string.Join(" and ", words.Select((_, i) => holds($"like @held{i} escape '!'")));
    }

    // A control character parts words: PostgreSQL takes no null in a text.
    private static string Plain(string? typed) => string.Concat(Folding.Fold(typed ?? "").Select(c => char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c));
}
