namespace Ptce.Workspace;

/// <summary>The organisations of a sentence: those that are clear, and the words of those that are not.</summary>
internal sealed record NamedBodies(IReadOnlyList<ReadOrganisation> Clear, string? Text, IReadOnlyList<ReadOrganisation> Candidates, bool Ask)
{
    /// <param name="lent">in a loan a commune named alone is who lends or borrows: "le broyeur de Villers-la-Chèvre"</param>
    internal static NamedBodies Of(Hearing h, bool lent = false)
    {
        var partner = lent && h.All<OrganisationMention>().Count() == 1;
        var clear = new List<ReadOrganisation>();
        string? text = null;
        IReadOnlyList<ReadOrganisation> candidates = [];
        var ask = false;
        foreach (var mention in h.All<OrganisationMention>())
        {
            if (mention.Sure is { } sure)
            {
                if (h.IsSelf(sure) || clear.Exists(o => o.Id == sure.Id) || !partner && OnlyAPlace(h, mention, sure)) continue;
                clear.Add(h.Read(sure));
                if (mention.Guessed) h.Guessed.Add("orgs");
            }
            else
            {
                text ??= Bare(h.Sentence, mention.Start, mention.End);
                candidates = [.. mention.Candidates.Select(h.Read)];
                ask = true;
            }
        }
        if (Either(h) is { } either)
        {
            clear.RemoveAll(o => either.Candidates.Any(c => c.Id == o.Id));
            (text, candidates, ask) = (either.Text, either.Candidates, true);
        }
        if (text is null && Unresolved(h) is { } body)
        {
            (text, ask) = (body.Text, ask || body.Ask);
            h.Explain("organisation.unknown", body.From, body.To);
        }
        return new(clear, text, candidates, ask);
    }

    // "avec Elips ou Valoprest": which one is to be asked
    private static (string Text, IReadOnlyList<ReadOrganisation> Candidates)? Either(Hearing h)
    {
        var s = h.Sentence;
        var named = h.All<OrganisationMention>().ToList();
        for (var k = 1; k < named.Count; k++)
            if (s.Has(named[k - 1].End, Sense.Or, out var or) && named[k].Start <= named[k - 1].End + or.Length + 2 && named[k - 1].Sure is { } one && named[k].Sure is { } other)
                return (s.Said(named[k - 1].Start, named[k].End), [h.Read(one), h.Read(other)]);
        return null;
    }

    // "chantier de Villers": the place, not the commune as a partner
    private static bool OnlyAPlace(Hearing h, OrganisationMention mention, KnownOrganisation organisation)
    {
        var s = h.Sentence;
        if (NameIndex.TypeOf(Folding.Fold(organisation.Name.Split(' ')[0])) != "commune" || s.Has(mention.Start, Sense.TypeWord)) return false;
        return s.Is(mention.Start - 1, "de", "in") || s.Is(mention.Start - 1, "a", "of") || s.Is(mention.Start - 1, "at", "von");
    }

    private readonly record struct Body(string Text, int From, int To, bool Ask);

    private static Body? Unresolved(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i < s.Count; i++)
        {
            if (h.Covered(i)) continue;
            if (s.Has(i, Sense.Institution, out var body) || s.Has(i, Sense.TypeWord, out body) && body.Value == "commune")
            {
                if (s.Is(i, "commune") && i > 0 && s[i - 1].IsLetters && !s.Has(i - 1, Sense.Article) && !NameIndex.IsStop(s[i - 1].Norm)) continue;
                var met = Met(s, i);
                if (body.Value != "commune" && !met) continue;
                // "la ville de Beckerich" is the body already named
                if (h.All<OrganisationMention>().Any(o => o.Sure is not null && (o.Start >= i && o.Start <= i + body.Length || o.Start == i + body.Length + 1 && s.Is(i + body.Length, "de", "d")))) continue;
                if (body.Value == "commune" && !met && s.Is(i, "commune")) continue;
                var end = i + body.Length;
                while (end < s.Count && end < i + body.Length + 4 && !h.Covered(end) && s[end].IsLetters && (!Lexicon.Knows(s[end].Norm) || (s.Is(end, "de", "d") && end + 1 < s.Count && s[end + 1].IsLetters && !Lexicon.Knows(s[end + 1].Norm)))) end++;
                return new(Bare(s, i, end), i, end, body.Value == "ask" && end == i + body.Length);
            }
            // a name nobody here goes by: "avec Emmaüs"
            if (With(s, i - 1) && s[i].IsLetters && s[i].Norm.Length > 2 && !Lexicon.Knows(s[i].Norm) && !s.Corrections.ContainsKey(i))
            {
                var end = i + 1;
                while (end < s.Count && end < i + 4 && !h.Covered(end) && s[end].IsLetters && !Lexicon.Knows(s[end].Norm)) end++;
                return new(s.Said(i, end), i, end, false);
            }
        }
        return null;
    }

    private static bool With(Sentence s, int i) => s.Is(i, "avec", "with") || s.Is(i, "mit", "chez") || s.Is(i, "bei");

    private static bool Met(Sentence s, int i)
    {
        var at = i - 1;
        while (at >= 0 && (s.Has(at, Sense.Article) || s.Is(at, "l"))) at--;
        return With(s, at) || s.Has(at, Sense.Meeting) || s.Is(at, "aupres") || (s.Is(at, "a", "au") && at < i - 1) || s.Is(at, "au", "beim") || (s.Is(at, "de", "der") && s.Has(at - 1, Sense.Meeting)) || s.Is(at, "at", "to");
    }

    // As written; but a sentence all in capitals was not meant to shout the name.
    internal static string Bare(Sentence s, int from, int to)
    {
        while (from < to - 1 && (s.Has(from, Sense.Article) || s.Is(from, "l"))) from++;
        var words = s.Said(from, to);
        return s.Text.Any(char.IsLower) ? words : words.ToLowerInvariant();
    }
}
