namespace Ptce.Workspace;

public sealed partial class Offers
{
    private const int MostWords = 6;       // of a search; the rest says little
    private const int MostMeanings = 80;   // words of the store that one typed word may stand for

    /// <summary>A subquery (offer_id, score) of the rows that hold every typed word or one like it; null where a word is like none.</summary>
    /// <remarks>Each typed word is first looked up among the words the pole has used, by its pieces of three letters; only those words are looked for in the rows. Both steps are index searches.</remarks>
    private async Task<string?> Found(string poleId, string text, Dapper.DynamicParameters args)
    {
        var typed = SearchWords.Of(text).Take(MostWords).ToList();
        if (typed.Count == 0) return null;
        var each = new List<string>();
        foreach (var (word, i) in typed.Select((w, i) => (w, i)))
        {
            var meant = await Meanings(poleId, word);
            if (meant.Count == 0)
            {
                // Typed apart, written as one: "eco materiaux" for "écomatériaux", where the parts alone are unknown.
                if (typed.Count > 1 && await Found(poleId, string.Concat(typed), args) is { } joined) return joined;
                return null;
            }
            args.Add($"typed{i}", word);
            args.Add($"begin{i}", meant.Where(m => m.StartsWith(word, StringComparison.Ordinal)).ToArray());
            args.Add($"meant{i}", meant.ToArray());
            each.Add($"""
                select w.offer_id, max((case when w.word = @typed{i} then 4 when w.word in @begin{i} then 3 else 1 end) * (1 + w.in_title)) as best
                from offer_words w where w.pole_id = @poleId and w.word in @meant{i} group by w.offer_id
                """);
        }
        args.Add("words", (long)each.Count);
        return $"select s.offer_id, cast(sum(s.best) as bigint) as score from ({string.Join("\nunion all\n", each)}) s group by s.offer_id having count(*) = @words";
    }

    internal const string MeaningsSql = """
        select word from offer_trigrams
        where pole_id = @poleId and trigram in @trigrams
        group by word having count(*) >= @least order by count(*) desc, word limit @most
        """;

    /// <summary>The words this pole has used that the typed one may stand for, the likest first.</summary>
    private async Task<IReadOnlyList<string>> Meanings(string poleId, string typed)
    {
        var trigrams = SearchWords.Trigrams(typed);
        // A slip spoils at most four pieces (two neighbours swapped).
        var least = Math.Max(1, trigrams.Count - 4 * SearchWords.Forgiven(typed));
        var near = await db.Read<string>(MeaningsSql, new { poleId, trigrams = trigrams.ToArray(), least, most = MostMeanings * 4 });
        return [.. near.Where(w => SearchWords.Meant(typed, w)).Take(MostMeanings)];
    }

    /// <summary>Makes rows findable, many at once where a file brings them.</summary>
    private static async Task Index(Tx tx, string poleId, IReadOnlyList<(string Id, Ready Ready)> offers)
    {
        var (words, known, trigrams) = (new List<(string, string, long?)>(), new HashSet<string>(), new List<(string, string, long?)>());
        foreach (var (id, ready) in offers)
        {
            var inTitle = SearchWords.Of(ready.Title).ToHashSet();
            foreach (var word in inTitle.Concat(SearchWords.Of(ready.Searched)).Distinct())
            {
                words.Add((word, id, inTitle.Contains(word) ? 1 : 0));
                if (known.Add(word)) trigrams.AddRange(SearchWords.Trigrams(word).Select(t => (t, word, (long?)null)));
            }
        }
        await Rows(tx, "offer_words (pole_id, word, offer_id, in_title)", poleId, words);
        await Rows(tx, "offer_trigrams (pole_id, trigram, word)", poleId, trigrams);
    }

    /// <summary>Several rows in one statement: the pole, two texts, and a number where the table has one.</summary>
    private static async Task Rows(Tx tx, string into, string poleId, List<(string First, string Second, long? Number)> rows)
    {
        foreach (var some in rows.Chunk(200))
        {
            var args = new Dapper.DynamicParameters(new { poleId });
            var values = some.Select((r, i) =>
            {
                args.Add($"a{i}", r.First);
                args.Add($"b{i}", r.Second);
                return r.Number is { } number ? $"(@poleId, @a{i}, @b{i}, {number})" : $"(@poleId, @a{i}, @b{i})";
            });
            await tx.Execute($"insert into {into} values {string.Join(", ", values)} on conflict do nothing", args);
        }
    }
}
