using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>
/// The word lists of the three languages, indexed by first word. Built once.
/// A phrase marked "!" belongs to its language only: "on", "am", "die" mean other things next door.
/// </summary>
internal static class Lexicon
{
    private sealed record Phrase(string[] Words, Sense Sense, string Value, Tongue Tongue, bool Strict);

    private static readonly FrozenDictionary<string, Phrase[]> ByFirstWord;
    private static readonly FrozenSet<string> Vocabulary;
    private static readonly string[][] NumberWords;

    /// <summary>Single words that a typo may stand for, by first letter, each with the most edits allowed. Numbers are left out: "neuen" is not nine.</summary>
    internal static FrozenDictionary<char, (string Word, int Most)[]> Correctable { get; }

    static Lexicon()
    {
        var phrases = new Dictionary<string, List<Phrase>>();
        foreach (var (code, tongue) in new[] { ("fr", Tongue.French), ("en", Tongue.English), ("de", Tongue.German) })
            foreach (var facet in new[] { "time", "acts", "cues", "talk", "errands" }) Load($"{code}.{facet}", tongue, phrases);
        for (var n = 2; n <= 9; n++)
            for (var tens = 2; tens <= 9; tens++)
                AddGermanNumber(phrases, n, tens);
        for (var n = 1; n <= 9; n++) AddGermanParts(phrases, n);
        ByFirstWord = phrases.ToFrozenDictionary(p => p.Key, p => p.Value.OrderByDescending(x => x.Words.Length).ToArray());
        Vocabulary = phrases.Values.SelectMany(list => list).SelectMany(p => p.Words).ToFrozenSet();
        NumberWords = [.. Enum.GetValues<Tongue>().Select(t => phrases.Values.SelectMany(list => list)
            .Where(p => p.Sense == Sense.Number && p.Tongue == t && p.Words is [{ Length: >= 3 }] && p.Words[0].All(char.IsLetter)).Select(p => p.Words[0]).Distinct().ToArray())];
        Correctable = phrases.Values.SelectMany(list => list)
            .Where(p => p.Words is [{ Length: >= 4 }] && p.Sense is Sense.Weekday or Sense.Month or Sense.RelDay or Sense.Part or Sense.Activity or Sense.Unit or Sense.Meeting || p.Sense is Sense.Thing or Sense.Cue or Sense.TimeKind && p.Words[0].Length >= 7)
            .Where(p => p.Words is [{ Length: >= 4 }] && p.Words[0].All(char.IsLetter))
            .GroupBy(p => p.Words[0]).Select(g => (Word: g.Key, Most: g.All(p => p.Sense is Sense.Cue or Sense.Thing or Sense.TimeKind) ? 1 : Typos.Allowed(g.Key.Length)))
            .GroupBy(w => w.Word[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The numbers of a language that are one word of three letters or more.</summary>
    internal static IEnumerable<string> Numbers(Tongue tongue) => NumberWords[(int)tongue];

    internal static bool Knows(string norm) => Vocabulary.Contains(norm);

    /// <summary>Every sense that starts at this token, longest first.</summary>
    internal static void Match(IReadOnlyList<SentenceToken> tokens, int at, Tongue spoken, List<Mark> into, string? readAs = null)
    {
        if (!ByFirstWord.TryGetValue(readAs ?? tokens[at].Norm, out var phrases)) return;
        foreach (var phrase in phrases)
        {
            if (phrase.Strict && phrase.Tongue != spoken) continue;
            if (readAs is not null && phrase.Words.Length > 1) continue;
            if (Follows(tokens, at, phrase.Words)) into.Add(new(phrase.Sense, phrase.Value, phrase.Words.Length, phrase.Tongue, readAs is not null));
        }
    }

    private static bool Follows(IReadOnlyList<SentenceToken> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count) return false;
        for (var k = 1; k < words.Length; k++)
            if (tokens[at + k].Norm != words[k]) return false;
        return true;
    }

    private static void Load(string list, Tongue tongue, Dictionary<string, List<Phrase>> phrases)
    {
        foreach (var (entry, written) in WordList.Read(list))
        {
            var head = entry.Split(' ', 2);
            var sense = Enum.Parse<Sense>(head[0], ignoreCase: true);
            var value = head.Length > 1 ? head[1] : "";
            foreach (var phrase in written)
            {
                var strict = phrase.StartsWith('!') || phrase.EndsWith('!');
                foreach (var spelling in Spellings(phrase.Trim('!'), tongue)) Add(phrases, spelling, sense, value, tongue, strict);
            }
        }
    }

    private static void Add(Dictionary<string, List<Phrase>> phrases, string spelling, Sense sense, string value, Tongue tongue, bool strict)
    {
        var words = Tokenizer.Cut(spelling).Select(t => t.Norm).ToArray();
        if (words.Length == 0) return;
        if (!phrases.TryGetValue(words[0], out var list)) phrases[words[0]] = list = [];
        if (!list.Exists(p => p.Sense == sense && p.Value == value && p.Tongue == tongue && p.Words.AsSpan().SequenceEqual(words)))
            list.Add(new(words, sense, value, tongue, strict));
    }

    /// <summary>As written; with apostrophes left out ("jai"); in French as spoken, without "ne" and with "j" for "je" ("jpeux pas"); with ae, oe, ue for German umlauts.</summary>
    private static IEnumerable<string> Spellings(string written, Tongue tongue)
    {
        yield return written;
        if (written.Contains('\'', StringComparison.Ordinal)) yield return written.Replace("'", "", StringComparison.Ordinal);
        if (tongue == Tongue.French && written.StartsWith("je ", StringComparison.Ordinal))
        {
            var spoken = written.Replace("je ne ", "je ", StringComparison.Ordinal);
            yield return spoken;
            yield return "j" + spoken[3..];
        }
        if (tongue == Tongue.German && written.Any(c => c is 'ä' or 'ö' or 'ü' or 'Ä' or 'Ö' or 'Ü'))
            yield return written.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
    }

    private static readonly string[] GermanUnits = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
    private static readonly string[] GermanTens = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

    // "zweieinhalb", "eindreiviertel", "dreiundeinviertel"
    private static void AddGermanParts(Dictionary<string, List<Phrase>> phrases, int unit)
    {
        foreach (var (part, hundredths) in new[] { ("einviertel", 25), ("einhalb", 50), ("dreiviertel", 75) })
            foreach (var joint in new[] { "", "und" })
                foreach (var spelling in Spellings(GermanUnits[unit] + joint + part, Tongue.German))
                    Add(phrases, spelling, Sense.Number, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{unit}.{hundredths}"), Tongue.German, false);
    }

    private static void AddGermanNumber(Dictionary<string, List<Phrase>> phrases, int unit, int tens)
    {
        foreach (var n in unit == 2 ? [1, 2] : new[] { unit })
            foreach (var spelling in Spellings(GermanUnits[n] + "und" + GermanTens[tens], Tongue.German))
                Add(phrases, spelling, Sense.Number, (tens * 10 + n).ToString(System.Globalization.CultureInfo.InvariantCulture), Tongue.German, false);
    }
}
