using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Turns of phrase with other words in the middle: "kann … nicht", "ne peux … pas", "bieten … an".</summary>
internal static class GappedCues
{
    private const int WidestGap = 12;

    private static readonly FrozenDictionary<string, (string Cue, string[][] Parts)[]> Lines = Load();

    internal static void Find(Sentence s, Dictionary<string, (int At, int Length)> cues)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!Lines.TryGetValue(s[i].Norm, out var lines)) continue;
            foreach (var (cue, parts) in lines)
                if (Follow(s, i, parts[0]) && Rest(s, i, cue, parts) && (!cues.TryGetValue(cue, out var old) || old.Length < 2))
                    cues[cue] = (i, parts.Sum(p => p.Length));
        }
    }

    // each further part within reach of the one before
    private static bool Rest(Sentence s, int start, string cue, string[][] parts)
    {
        var from = start + parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            if (Next(s, start, cue, part, from) is not { } at) return false;
            from = at + part.Length;
        }
        return true;
    }

    private static int? Next(Sentence s, int start, string cue, string[] part, int from)
    {
        for (var k = from; k <= Math.Min(from + WidestGap, s.Count - 1); k++)
        {
            if (s[k].Norm is ";" or "?" or "!" || s[k].Norm == "," && s.Has(k + 1, Sense.And) && s.Has(k + 2, Sense.FirstName)) return null;
            if (Follow(s, k, part) && !(cue == "need" && (Doubts.TheirNeed(s, k) || Invites(s, start)))) return k;
        }
        return null;
    }

    // "möchte jemand unser Zelt ausleihen", "would anyone like to borrow our tent": others are asked whether they need it
    internal static bool Invites(Sentence s, int i) => s[i].Norm is "mochte" or "moechte" or "will" && s.Is(i + 1, "jemand", "wer") || i > 0 && s[i].Norm is "like" or "want" or "wants" && s[i - 1].Norm is "anyone" or "anybody" or "someone" or "somebody";

    private static bool Follow(Sentence s, int i, string[] words)
    {
        if (i + words.Length > s.Count) return false;
        for (var k = 0; k < words.Length; k++) if (s[i + k].Norm != words[k]) return false;
        return true;
    }

    private static FrozenDictionary<string, (string Cue, string[][] Parts)[]> Load()
    {
        var lines = new List<(string Cue, string[][] Parts)>();
        foreach (var (cue, phrases) in new[] { "gaps", "en.gaps", "de.gaps" }.SelectMany(WordList.Read))
            foreach (var written in phrases.SelectMany(Spellings))
                lines.AddRange(Choices(written.Split('…').Select(part => part.Split('|')).ToList()).Select(parts => (cue, parts)));
        return lines.GroupBy(l => l.Parts[0][0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    // every way to say it: one of the words of each part
    private static IEnumerable<string[][]> Choices(List<string[]> parts) =>
        parts.Aggregate<string[], IEnumerable<string[][]>>([[]], (said, part) => said.SelectMany(before => part.Select(words => (string[][])[.. before, Cut(words)])));

    private static IEnumerable<string> Spellings(string phrase)
    {
        yield return phrase;
        if (phrase.Contains('\'', StringComparison.Ordinal)) yield return phrase.Replace("'", "", StringComparison.Ordinal);
        if (phrase.Contains('ü', StringComparison.Ordinal) || phrase.Contains('ä', StringComparison.Ordinal))
            yield return phrase.Replace("ü", "ue", StringComparison.Ordinal).Replace("ä", "ae", StringComparison.Ordinal);
    }

    private static string[] Cut(string words) => [.. Tokenizer.Cut(words).Select(t => t.Norm)];
}
