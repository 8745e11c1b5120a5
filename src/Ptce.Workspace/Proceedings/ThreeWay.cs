using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>A paragraph after a merge.</summary>
/// <param name="From">The paragraph of theirs that it continues; null for a new one.</param>
/// <param name="Touched">I wrote in it.</param>
public sealed record MergedParagraph(string Text, int? From, bool Touched);

/// <summary>Two versions of the same lines that no rule can put together: both stand in the text, theirs before mine.</summary>
/// <param name="From">The first paragraph of theirs that it is about.</param>
public sealed record MergeClash(string Theirs, string Mine, int From);

public sealed record Merge(IReadOnlyList<MergedParagraph> Paragraphs, IReadOnlyList<MergeClash> Clashes)
{
    public string Text => string.Join('\n', Paragraphs.Select(p => p.Text));
}

/// <summary>
/// Puts two people's writing together, paragraph by paragraph; where both touched the same paragraph, word by word;
/// and where both changed the same words, keeps both versions. Whatever either of them added is in the result.
/// </summary>
public static partial class ThreeWay
{
    /// <param name="known">What I began from.</param>
    /// <param name="theirs">What stands now.</param>
    /// <param name="mine">What I wrote.</param>
    public static Merge Of(string known, string theirs, string mine)
    {
        string[] b = known.Split('\n'), t = theirs.Split('\n'), m = mine.Split('\n');
        var paragraphs = new List<MergedParagraph>();
        var clashes = new List<MergeClash>();
        int at = 0, from = 0; // how far, in what I began from and in theirs
        foreach (var group in Edits.Groups(Edits.Between(b, t, mine: false), Edits.Between(b, m, mine: true)))
        {
            int start = group[0].Start, end = group.Max(e => e.End);
            Keep(start - at);
            var hers = Edits.Apply(b, start, end, group.Where(e => !e.Mine));
            var ours = Edits.Apply(b, start, end, group.Where(e => e.Mine));
            if (group.All(e => !e.Mine)) Keep(hers.Count);
            else if (group.All(e => e.Mine)) Write(ours, end - start);
            else Together(b[start..end], hers, ours);
            at = end;
        }
        Keep(t.Length - from);
        return new(paragraphs, clashes);

        void Keep(int count)
        {
            for (; count > 0; count--, from++) paragraphs.Add(new(t[from], from, Touched: false));
        }

        void Write(List<string> ours, int replaced)
        {
            for (var i = 0; i < ours.Count; i++) paragraphs.Add(new(ours[i], i < replaced ? from + i : null, Touched: true));
            from += replaced;
        }

        void Together(string[] before, List<string> hers, List<string> ours)
        {
            if (hers.SequenceEqual(ours) || ours.All(string.IsNullOrWhiteSpace)) Keep(hers.Count); // a deletion yields to a change
            else if (hers.All(string.IsNullOrWhiteSpace)) Write(ours, hers.Count);
            else if (before.All(string.IsNullOrWhiteSpace))
            {
                Keep(hers.Count);
                Write(ours, 0);
            }
            else if (Words(string.Join('\n', before), string.Join('\n', hers), string.Join('\n', ours)) is { } merged) Write([.. merged.Split('\n')], hers.Count);
            else
            {
                clashes.Add(new(string.Join('\n', hers), string.Join('\n', ours), from));
                Keep(hers.Count);
                Write(ours, 0);
            }
        }
    }

    /// <summary>The same, word by word; null where both changed the same words.</summary>
    private static string? Words(string known, string theirs, string mine)
    {
        var b = Tokens(known);
        var after = new List<string>();
        var at = 0;
        foreach (var group in Edits.Groups(Edits.Between(b, Tokens(theirs), mine: false), Edits.Between(b, Tokens(mine), mine: true)))
        {
            int start = group[0].Start, end = group.Max(e => e.End);
            after.AddRange(b[at..start]);
            var hers = Edits.Apply(b, start, end, group.Where(e => !e.Mine));
            var ours = Edits.Apply(b, start, end, group.Where(e => e.Mine));
            if (group.All(e => e.Mine)) after.AddRange(ours);
            else if (group.All(e => !e.Mine) || hers.SequenceEqual(ours)) after.AddRange(hers);
            else return null;
            at = end;
        }
        after.AddRange(b[at..]);
        return string.Concat(after);
    }

    private static string[] Tokens(string text) => [.. Token().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\w+|\s|[^\w\s]")]
    private static partial Regex Token();
}
