namespace Ptce.Workspace;

/// <summary>A sentence cut into tokens, each with every sense the tables know for the phrases that start there.</summary>
internal sealed class Sentence
{
    private static readonly Mark[] NoMarks = [];
    private readonly Mark[][] marks;

    internal string Text { get; }
    internal SentenceToken[] Tokens { get; }
    internal int Count => Tokens.Length;
    internal Tongue Spoken { get; }
    internal bool Courteous { get; }

    /// <summary>Words that were read as a near word of the tables: token index and the word meant.</summary>
    internal Dictionary<int, string> Corrections { get; } = [];

    internal Sentence(string text, string language, NameIndex names)
    {
        Text = text.Length <= Tokenizer.MaxCharacters ? text : text[..Tokenizer.MaxCharacters];
        var all = Tokenizer.Cut(Text);
        Spoken = SpokenLanguage.Of(all, language);
        Tokens = WithoutCourtesy(all, Spoken);
        Courteous = Tokens.Length < all.Count;
        // "Mon 2h, Tue 3h s'il te plaît": what is said decides the language, not the courtesy around it
        if (Courteous && SpokenLanguage.Of(Tokens, language) is var said && said != Spoken) Tokens = WithoutCourtesy(all, Spoken = said);
        marks = new Mark[Tokens.Length][];
        var found = new List<Mark>(16);
        for (var i = 0; i < Tokens.Length; i++)
        {
            found.Clear();
            Lexicon.Match(Tokens, i, Spoken, found);
            if (found.Count == 0 && Tokens[i].IsLetters && !Lexicon.Knows(Tokens[i].Norm) && !names.Knows(Tokens[i].Norm)) Guess(i, names, found);
            // "de 9h à 10h30 j'ai rangé": the pronoun, not days
            if (Tokens[i].Norm == "j" && Tokens[i].End < Text.Length && Text[Tokens[i].End] is '\'' or '\u2019') found.RemoveAll(m => m.Sense == Sense.Unit);
            // "my turn on the till": the cash desk
            if (Tokens[i].Norm == "till" && i > 0 && Tokens[i - 1].Norm is "the" or "our") found.RemoveAll(m => m.Sense is Sense.To or Sense.Until or Sense.ToClock);
            marks[i] = found.Count == 0 ? NoMarks : [.. found];
        }
    }

    internal SentenceToken this[Index i] => Tokens[i];

    internal bool Is(int i, string norm) => i >= 0 && i < Count && Tokens[i].Norm == norm;

    internal bool Is(int i, string norm, string other) => i >= 0 && i < Count && (Tokens[i].Norm == norm || Tokens[i].Norm == other);

    /// <summary>The longest phrase of this sense that starts here.</summary>
    internal bool Has(int i, Sense sense, out Mark mark)
    {
        if (i >= 0 && i < Count)
            foreach (var m in marks[i])
                if (m.Sense == sense && (sense != Sense.To || m.Length > 0)) { mark = Best(i, sense, m); return true; }
        mark = default;
        return false;
    }

    internal bool Has(int i, Sense sense) => Has(i, sense, out _);

    internal IReadOnlyList<Mark> At(int i) => i >= 0 && i < Count ? marks[i] : NoMarks;

    /// <summary>Skips a phrase of this sense when there is one.</summary>
    internal int Past(int i, Sense sense) => Has(i, sense, out var mark) ? i + mark.Length : i;

    internal string Slice(int from, int to) => to <= from ? "" : Text[Tokens[from].Start..Tokens[to - 1].End];

    /// <summary>The words from one token to another as they were written, with single spaces.</summary>
    internal string Said(int from, int to) => string.Join(' ', Slice(from, to).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Of phrases equally long the spoken language speaks first.
    private Mark Best(int i, Sense sense, Mark first)
    {
        foreach (var m in marks[i])
            if (m.Sense == sense && m.Length == first.Length && m.Tongue == Spoken) return m;
        return first;
    }

    private void Guess(int i, NameIndex names, List<Mark> found)
    {
        if (Elided(i, found) || Compound(i, found) || Inflected(i, found) || Numbered(i, found)) return;
        if (Typos.Correct(Tokens[i].Norm) is not { } meant || names.IsNearer(Tokens[i].Norm, meant)) return;
        Lexicon.Match(Tokens, i, Spoken, found, meant);
        if (found.Count > 0) Corrections[i] = meant;
    }

    /// <summary>"tois heures", "deu heures", "zwie Stunden": before a unit of time a near word is a number, where one number alone is nearest.</summary>
    private bool Numbered(int i, List<Mark> found)
    {
        if (i + 1 >= Tokens.Length) return false;
        Lexicon.Match(Tokens, i + 1, Spoken, found);
        var counts = found.Exists(m => m is { Sense: Sense.Unit, Value: "60" or "1" or "D" or "W" } && m.Tongue == Spoken);
        found.Clear();
        if (!counts || Typos.Number(Tokens[i].Norm, Spoken) is not { } meant) return false;
        Lexicon.Match(Tokens, i, Spoken, found, meant);
        if (found.Count > 0) Corrections[i] = meant;
        return found.Count > 0;
    }

    /// <summary>A plural or a genitive of a word of the tables: "remorques", "Beamers", "projectors".</summary>
    private bool Inflected(int i, List<Mark> found)
    {
        var norm = Tokens[i].Norm;
        for (var cut = 1; cut <= 2 && norm.Length - cut >= 4; cut++)
        {
            if (!(norm[^cut..] is "s" or "x" or "n" or "e" or "es" or "en" or "er") && !(cut == 2 && norm[^3..] == "lle")) continue; // "copille"
            Lexicon.Match(Tokens, i, Spoken, found, norm[..^cut]);
            // "Karims Stunden"
            found.RemoveAll(m => m.Sense is not (Sense.Thing or Sense.Activity or Sense.Meeting) && !(m.Sense == Sense.FirstName && Spoken == Tongue.German && norm[^cut..] == "s"));
            if (found.Count > 0) return true;
        }
        return false;
    }

    /// <summary>An article or pronoun run into the word: "latelier", "lassemblée", "dhier", "davril".</summary>
    private bool Elided(int i, List<Mark> found)
    {
        var norm = Tokens[i].Norm;
        if (Spoken != Tongue.French || norm.Length < 5 || norm[0] is not ('l' or 'd') || norm[1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'h')) return false;
        Lexicon.Match(Tokens, i, Spoken, found, norm[1..]);
        found.RemoveAll(m => m.Sense is not (Sense.Activity or Sense.Meeting or Sense.RelDay or Sense.Month or Sense.Unit or Sense.Thing or Sense.Part) || m.Tongue != Tongue.French);
        return found.Count > 0;
    }

    /// <summary>German joins words: "Lenkungsausschusssitzung", "Montagvormittag", "Workshopvorbereitung".</summary>
    private bool Compound(int i, List<Mark> found)
    {
        var norm = Tokens[i].Norm;
        if (norm.Length < 8) return false;
        foreach (var length in GermanCompounds.Heads(norm))
            Lexicon.Match(Tokens, i, Spoken, found, norm[..length]);
        found.RemoveAll(m => m.Sense is not (Sense.Activity or Sense.Weekday or Sense.Meeting));
        if (found.Exists(m => m.Sense == Sense.Activity)) found.RemoveAll(m => m.Sense != Sense.Activity);
        return found.Count > 0 || Spoken == Tongue.German && Joined(i, norm, found);
    }

    /// <summary>The last part of a joined word says what it is, the first of which kind: "Seminarraum", "Ehrenamtsstunden", "Forschungskooperation".</summary>
    private bool Joined(int i, string norm, List<Mark> found)
    {
        var first = new List<Mark>(4);
        for (var cut = GermanCompounds.Shortest; cut <= norm.Length - GermanCompounds.Shortest; cut++)
        {
            Lexicon.Match(Tokens, i, Spoken, found, norm[cut..]);
            found.RemoveAll(m => !GermanCompounds.Ends(m, norm.Length - cut));
            if (found.Count == 0) continue;
            foreach (var stem in GermanCompounds.Stems(norm[..cut])) Lexicon.Match(Tokens, i, Spoken, first, stem);
            found.AddRange(first.Where(GermanCompounds.Begins));
            return true;
        }
        for (var cut = norm.Length - GermanCompounds.Shortest; cut >= GermanCompounds.LongestTail && found.Count == 0; cut--)
        {
            foreach (var stem in GermanCompounds.Stems(norm[..cut])) Lexicon.Match(Tokens, i, Spoken, found, stem);
            found.RemoveAll(m => m.Sense is not (Sense.Nature or Sense.Form));
        }
        return found.Count > 0;
    }

    private static SentenceToken[] WithoutCourtesy(List<SentenceToken> tokens, Tongue spoken)
    {
        var found = new List<Mark>(8);
        List<SentenceToken>? kept = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            found.Clear();
            Lexicon.Match(tokens, i, spoken, found);
            var polite = 0;
            foreach (var m in found) if (m.Sense == Sense.Polite && m.Length > polite) polite = m.Length;
            // "Hallo" may be courtesy, "halle" is not; a longer phrase with another meaning wins ("guten Tag" over "Tag").
            foreach (var m in found) if (m.Sense is not (Sense.Polite or Sense.Talk or Sense.Plain or Sense.FirstName) && m.Length > polite) polite = 0;
            // "super merci" is one answer: its courtesy stays
            var talk = 0;
            foreach (var m in found) if (m.Sense == Sense.Talk && m.Length > talk) talk = m.Length;
            if (talk > 1 && talk > polite)
            {
                kept?.AddRange(tokens.Skip(i).Take(talk));
                i += talk - 1;
                continue;
            }
            if (polite == 0) { kept?.Add(tokens[i]); continue; }
            kept ??= [.. tokens.Take(i)];
            i += polite - 1;
        }
        while (kept is [{ Kind: TokenKind.Sign, Norm: "," or "." or "!" or ";" }, ..]) kept.RemoveAt(0);
        return kept is { Count: 0 } or null ? [.. tokens] : [.. kept];
    }
}
