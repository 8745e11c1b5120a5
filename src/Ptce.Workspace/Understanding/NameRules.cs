namespace Ptce.Workspace;

/// <summary>Organisations and people named in a sentence: the best fit wins, equal fits are all kept so that they can be asked.</summary>
internal static class NameRules
{
    private readonly record struct Fit(NameIndex.OrganisationName Name, int End, double Share, double Telling, int Edits);

    internal static void Find(Sentence s, int i, NameIndex names, string? speakersOwn, List<Mention> found)
    {
        if (!s[i].IsLetters) return;
        var fits = new List<Fit>();
        foreach (var (name, at) in names.Named(s[i].Norm)) Extend(s, i, i + 1, name, at, 0, fits);
        // "valo prest": one name typed with a space
        if (fits.Count == 0 && i + 1 < s.Count && s[i + 1].IsLetters && s[i].Norm.Length > 2 && s[i + 1].Norm.Length > 2 && !Lexicon.Knows(s[i].Norm))
            foreach (var (name, at) in names.Named(s[i].Norm + s[i + 1].Norm)) Extend(s, i, i + 2, name, at, 1, fits);
        if (s.Has(i, Sense.TypeWord, out var type)) Typed(s, i, type, names, speakersOwn, fits, found);
        else if (fits.Count == 0 && s[i].Norm.Length >= 4 && (!Lexicon.Knows(s[i].Norm) || s.Corrections.ContainsKey(i))) Near(s, i, names, fits);
        Keep(s, i, fits, found);
        People(s, i, names, found);
    }

    // Walks the name and the sentence together, over little words on both sides.
    private static void Extend(Sentence s, int i, int next, NameIndex.OrganisationName name, int at, int edits, List<Fit> fits)
    {
        var weight = name.Words[at].Weight;
        var telling = weight >= 1 ? 1 : weight >= 0.5 ? 0.5 : 0;
        var end = next;
        var k = at + 1;
        while (k < name.Words.Length && next < s.Count)
        {
            if (name.Words[k].Weight == 0) { if (s.Is(next, name.Words[k].Norm)) next++; k++; continue; }
            if (s.Is(next, name.Words[k].Norm) || (s[next].Norm.Length >= 5 && name.Words[k].Norm.Length >= 5 && Typos.Distance(s[next].Norm, name.Words[k].Norm, 1) == 1 && ++edits > 0)
                || (s[next].Norm.Length >= 4 && name.Words[k].Norm.StartsWith(s[next].Norm, StringComparison.Ordinal) && ++edits > 0))
            {
                weight += name.Words[k].Weight;
                if (name.Words[k].Weight >= 1) telling = 1;
                else if (name.Words[k].Weight >= 0.5) telling += 0.5;
                next++;
                end = next;
            }
            else if (NameIndex.IsStop(s[next].Norm)) { next++; continue; }
            k++;
        }
        var dotted = name.Acronym ? 0.6 : 1;
        fits.Add(new(name, end, weight / name.Total * dotted, telling, edits));
    }

    // "la mairie de Beckerich", "Universität Lorraine", and "la mairie" alone, which may be several
    private static void Typed(Sentence s, int i, Mark type, NameIndex names, string? speakersOwn, List<Fit> fits, List<Mention> found)
    {
        if (s.Is(i, "commune") && i > 0 && s[i - 1].IsLetters && !s.Has(i - 1, Sense.Article) && !NameIndex.IsStop(s[i - 1].Norm) && !Accompanied(s, i)) return;
        var next = i + type.Length;
        while (next < s.Count && NameIndex.IsStop(s[next].Norm)) next++;
        var specific = false;
        if (next < s.Count)
            foreach (var (name, at) in names.Named(s[next].Norm))
                if (name.Words[0].Type == type.Value && name.Words[at].Weight > 0.3) { Extend(s, i, next + 1, name, at, 0, fits); specific = true; }
        if (specific || fits.Exists(f => f.Share > 0.99)) return;
        fits.Clear();
        var all = names.OfType(type.Value);
        if (all.Count == 0 || (all.Count == 1 && all[0].Organisation.Id == speakersOwn)) return;
        if (type.Value is not ("commune" or "universite" or "cci") && !Accompanied(s, i)) return;
        if (next < s.Count && names.Knows(s[next].Norm) && !s.Has(next, Sense.TypeWord)) return;
        if (s.Is(i + type.Length - 1, "de") && next < s.Count && s[next].IsLetters && !Lexicon.Knows(s[next].Norm)) return;
        if (s.Has(i, Sense.Institution, out var place) && Place(s, i + place.Length)) return;
        found.Add(new OrganisationMention(i, i + type.Length, all.Count > 1 ? "organisation.several" : "organisation.kind", 6, [.. all.Select(n => n.Organisation).DistinctBy(o => o.Id)], true));
    }

    // "mairie de Longwy": a place nobody here is called by
    private static bool Place(Sentence s, int at) => s.Is(at, "de", "d") && at + 1 < s.Count && s[at + 1].IsLetters && !Lexicon.Knows(s[at + 1].Norm);

    private static void Near(Sentence s, int i, NameIndex names, List<Fit> fits)
    {
        var norm = s[i].Norm;
        foreach (var word in names.Words)
        {
            if (word.Length < 4) continue;
            var edits = Typos.Distance(norm, word, Math.Min(Typos.Allowed(norm.Length), Typos.Allowed(word.Length)));
            var near = edits <= Math.Min(Typos.Allowed(norm.Length), Typos.Allowed(word.Length));
            var cut = !near && norm.Length + 2 <= word.Length && word.StartsWith(norm, StringComparison.Ordinal) && Accompanied(s, i);
            if (!near && !cut) continue;
            foreach (var (name, at) in names.Named(word))
                if (name.Words[at].Weight >= 0.5 && !name.Acronym) Extend(s, i, i + 1, name, at, near ? edits : 2, fits);
        }
    }

    private static void Keep(Sentence s, int i, List<Fit> fits, List<Mention> found)
    {
        fits.RemoveAll(f => f.Share < 0.99 && f.Telling < 1);
        fits.RemoveAll(f => f.Name.Acronym && !Accompanied(s, i));
        if (fits.Count == 0) return;
        var end = fits.Max(f => f.End);
        var telling = fits.Where(f => f.End == end).ToList();
        var edits = telling.Min(f => f.Edits);
        telling = [.. telling.Where(f => f.Edits == edits)];
        var share = telling.Max(f => f.Share);
        // A name said in full is clear even when a longer name begins with it.
        if (share > 0.99) telling = [.. telling.Where(f => f.Share > 0.99)];
        else if (telling.Exists(f => !f.Name.Acronym)) telling = [.. telling.Where(f => !f.Name.Acronym)];
        var organisations = telling.Select(f => f.Name.Organisation).DistinctBy(o => o.Id).ToList();
        var rule = organisations.Count > 1 ? "organisation.tie" : edits > 0 ? "organisation.near" : share > 0.99 ? "organisation" : "organisation.part";
        found.Add(new OrganisationMention(i, end, rule, share > 0.99 && edits == 0 ? 9 : 4, organisations, share < 0.99 || edits > 0));
    }

    /// <summary>A word such as "avec" stands before, so a name is expected.</summary>
    internal static bool Accompanied(Sentence s, int i)
    {
        var at = i - 1;
        while (at >= 0 && (NameIndex.IsStop(s[at].Norm) || s[at].Norm is "notre" or "our" or "unserer" or "unser") && !s.Is(at, "a", "de") && !s.Is(at, "and", "et") && !s.Is(at, "und")) at--;
        return at >= 0 && s[at].Norm is "avec" or "with" or "mit" or "chez" or "bei" or "a" or "pour" or "for" or "fur" or "fuer" or "an" or "to" or "et" or "and" or "und" or "au" or "from" or "von" or "de" or "par" or "by" or "aupres" or "at" or "+" or "&";
    }

    // "Thomas bossera pour Re-Sources": a deed to come, no surname
    private static bool WillDo(Sentence s, int i) => s.Spoken == Tongue.French && s[i].Norm is [_, _, .., 'e' or 'i', 'r', 'a'] && i + 1 < s.Count && s[i + 1].Norm is "pour" or "chez" or "a" or "au" or "aux" or "avec";

    private static void People(Sentence s, int i, NameIndex names, List<Mention> found)
    {
        var norm = s[i].Norm;
        var named = names.PeopleNamed(norm);
        if (named.Count == 0 && norm.Length >= 5 && !Lexicon.Knows(norm) && names.PeopleWords.Count > 0)
            foreach (var word in names.PeopleWords)
                if (word.Length >= 5 && Typos.Distance(norm, word, 1) == 1) named = [.. named, .. names.PeopleNamed(word)];
        if (named.Count > 0 && (!Lexicon.Knows(norm) || s.Has(i, Sense.FirstName)))
        {
            var end = i + 1;
            var both = end < s.Count ? named.Where(p => names.PeopleNamed(s[end].Norm).Contains(p)).ToList() : [];
            if (both.Count > 0) { named = both; end++; }
            found.Add(new PersonMention(i, end, named.Count > 1 ? "person.several" : "person", 6, [.. named.DistinctBy(p => p.Id)], s.Said(i, end)));
        }
        else if (s.Has(i, Sense.FirstName, out var first) && !names.Knows(norm))
        {
            var end = i + first.Length;
            if (end < s.Count && s[end].IsLetters && (!Lexicon.Knows(s[end].Norm) || s.Has(end, Sense.FirstName)) && !names.Knows(s[end].Norm) && !NameIndex.IsStop(s[end].Norm) && !WillDo(s, end)) end++;
            found.Add(new PersonMention(i, end, "person.unknown", 3, [], s.Said(i, end)));
        }
    }
}
