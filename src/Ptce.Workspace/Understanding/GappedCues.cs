using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Turns of phrase with other words in the middle: "kann … nicht", "ne peux … pas", "bieten … an".</summary>
internal static class GappedCues
{
    private const int WidestGap = 12;

    private static readonly FrozenDictionary<string, (string Cue, string[] First, string[] Last)[]> Lines = Load();

    internal static void Find(Sentence s, Dictionary<string, (int At, int Length)> cues)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!Lines.TryGetValue(s[i].Norm, out var lines)) continue;
            foreach (var (cue, first, last) in lines)
            {
                if (!Follow(s, i, first)) continue;
                for (var k = i + first.Length; k <= Math.Min(i + first.Length + WidestGap, s.Count - 1); k++)
                {
                    if (s[k].Norm is ";" or "?" or "!" || s[k].Norm == "," && s.Has(k + 1, Sense.And) && s.Has(k + 2, Sense.FirstName)) break;
                    if (!Follow(s, k, last) || cue == "need" && (Doubts.TheirNeed(s, k) || Invites(s, i))) continue;
                    if (!cues.TryGetValue(cue, out var old) || old.Length < 2) cues[cue] = (i, first.Length + last.Length);
                    break;
                }
            }
        }
    }

    // "möchte jemand unser Zelt ausleihen", "would anyone like to borrow our tent": others are asked whether they need it
    internal static bool Invites(Sentence s, int i) => s[i].Norm is "mochte" or "moechte" or "will" && s.Is(i + 1, "jemand", "wer") || i > 0 && s[i].Norm is "like" or "want" or "wants" && s[i - 1].Norm is "anyone" or "anybody" or "someone" or "somebody";

    private static bool Follow(Sentence s, int i, string[] words)
    {
        if (i + words.Length > s.Count) return false;
        for (var k = 0; k < words.Length; k++) if (s[i + k].Norm != words[k]) return false;
        return true;
    }

    private static FrozenDictionary<string, (string Cue, string[] First, string[] Last)[]> Load()
    {
        var lines = new List<(string Cue, string[] First, string[] Last)>();
        foreach (var (cue, phrases) in new[] { "gaps", "en.gaps", "de.gaps" }.SelectMany(WordList.Read))
            foreach (var written in phrases.SelectMany(Spellings))
            {
                var halves = written.Split('…');
                foreach (var first in halves[0].Split('|'))
                    foreach (var last in halves[1].Split('|'))
                        lines.Add((cue, Cut(first), Cut(last)));
            }
        return lines.GroupBy(l => l.First[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    private static IEnumerable<string> Spellings(string phrase)
    {
        yield return phrase;
        if (phrase.Contains('\'', StringComparison.Ordinal)) yield return phrase.Replace("'", "", StringComparison.Ordinal);
        if (phrase.Contains('ü', StringComparison.Ordinal) || phrase.Contains('ä', StringComparison.Ordinal))
            yield return phrase.Replace("ü", "ue", StringComparison.Ordinal).Replace("ä", "ae", StringComparison.Ordinal);
    }

    private static string[] Cut(string words) => [.. Tokenizer.Cut(words).Select(t => t.Norm)];
}
