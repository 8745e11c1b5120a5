namespace Ptce.Workspace;

/// <summary>A run of tokens replaced by others: <paramref name="Start"/> to <paramref name="End"/> (not included) of the text before.</summary>
internal sealed record Edit(int Start, int End, IReadOnlyList<string> Put, bool Mine)
{
    public bool IsInsert => Start == End;

    /// <summary>The two touch the same tokens; side by side is no clash.</summary>
    public bool Overlaps(int start, int end) => Start < end && start < End;
}

/// <summary>What turns one list of tokens into another, and the edits of two people in order.</summary>
internal static class Edits
{
    private const long MostCells = 4_000_000; // beyond, the whole middle counts as one edit: 16 MB of table is enough

    public static List<Edit> Between(IReadOnlyList<string> before, IReadOnlyList<string> after, bool mine)
    {
        int head = 0, most = Math.Min(before.Count, after.Count);
        while (head < most && before[head] == after[head]) head++;
        var tail = 0;
        while (tail < most - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;

        int n = before.Count - head - tail, m = after.Count - head - tail;
        if (n == 0 && m == 0) return [];
        if (n == 0 || m == 0 || (long)(n + 1) * (m + 1) > MostCells) return [new(head, head + n, [.. after.Skip(head).Take(m)], mine)];
        return Walk(before, after, head, n, m, Common(before, after, head, n, m), mine);
    }

    /// <summary>Length of the longest common run of tokens from each pair of places on.</summary>
    private static int[,] Common(IReadOnlyList<string> before, IReadOnlyList<string> after, int head, int n, int m)
    {
        var common = new int[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
            for (var j = m - 1; j >= 0; j--)
                common[i, j] = before[head + i] == after[head + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static List<Edit> Walk(IReadOnlyList<string> before, IReadOnlyList<string> after, int head, int n, int m, int[,] common, bool mine)
    {
        var edits = new List<Edit>();
        int i = 0, j = 0;
        while (i < n || j < m)
        {
            if (i < n && j < m && before[head + i] == after[head + j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }
            int start = i, from = j;
            while ((i < n || j < m) && !(i < n && j < m && before[head + i] == after[head + j]))
                if (j >= m || (i < n && common[i + 1, j] >= common[i, j + 1])) i++;
                else j++;
            edits.Add(new(head + start, head + i, [.. after.Skip(head + from).Take(j - from)], mine));
        }
        return edits;
    }

    /// <summary>The edits of both, in the order of the text, those that touch the same tokens together.</summary>
    public static IEnumerable<IReadOnlyList<Edit>> Groups(List<Edit> theirs, List<Edit> mine)
    {
        var all = theirs.Concat(mine).OrderBy(e => e.Start).ThenBy(e => e.IsInsert ? 0 : 1).ThenBy(e => e.Mine).ToList();
        for (var k = 0; k < all.Count;)
        {
            var group = new List<Edit> { all[k] };
            int start = all[k].Start, end = all[k].End;
            for (k++; k < all.Count && all[k].Overlaps(start, end); k++)
            {
                group.Add(all[k]);
                end = Math.Max(end, all[k].End);
            }
            // Both wrote the same thing at the same place: once is enough.
            if (group is [{ IsInsert: true } first] && k < all.Count && all[k] is { IsInsert: true } twin && twin.Start == first.Start && twin.Mine != first.Mine && twin.Put.SequenceEqual(first.Put)) k++;
            yield return group;
        }
    }

    /// <summary>A run of tokens after one person's edits.</summary>
    public static List<string> Apply(IReadOnlyList<string> before, int start, int end, IEnumerable<Edit> edits)
    {
        var after = new List<string>();
        foreach (var edit in edits)
        {
            after.AddRange(before.Skip(start).Take(edit.Start - start));
            after.AddRange(edit.Put);
            start = edit.End;
        }
        after.AddRange(before.Skip(start).Take(end - start));
        return after;
    }
}
