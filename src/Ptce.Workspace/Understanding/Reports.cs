using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>
/// Clauses that tell of time nobody is to note: what the speaker saw, read or was told ("j'ai vu que le copil durait 2h", "Karim m'a dit que l'AG avait duré 4h"),
/// who or what came late ("le bus a eu 2h de retard"), the weather ("il a neigé 2h"). A clause ends where the speaker's own begins: ", mais j'ai fait 3h".
/// </summary>
internal static class Reports
{
    private const int WidestGap = 5;

    private static readonly FrozenSet<string> Learning = ("vu vois lu lis su appris apprends entendu compris comprends decouvert remarque constate constat repere "
        + "dit dite disent ecrit annonce signale indique explique raconte confirme parait semble").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Weather = "pleut plu neige neigeait pleuvait gele gelait".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Speakers = "j je jai on nous m moi mes".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Joints = "et mais alors donc puis car".Split(' ').ToFrozenSet();

    /// <summary>Whether every length of the sentence stands in such a clause, or there is none outside of it.</summary>
    internal static bool Only(Hearing h)
    {
        if (h.Sentence.Spoken != Tongue.French || Spans(h.Sentence).ToList() is not [_, ..] told) return false;
        if (h.Cues.TryGetValue("log_verb", out var asks) && !told.Exists(t => asks.At == t.Verb)) return false;
        return Measures(h).All(m => told.Exists(t => t.From <= m.Start && m.End <= t.To)) && (told[0].Verb < told[0].From || Measures(h).Any());
    }

    /// <summary>Takes what is only told out of the lengths, where others are the speaker's.</summary>
    internal static void Leave(Hearing h, List<Mention> measures)
    {
        if (h.Sentence.Spoken != Tongue.French || measures.Count < 2) return;
        var told = Spans(h.Sentence).ToList();
        if (Latecomers.Span(h.Sentence) is { } late) told.Add((late.From, late.From, late.To));
        if (measures.Exists(m => !Within(m))) measures.RemoveAll(Within);

        bool Within(Mention m) => told.Exists(t => t.From <= m.Start && m.End <= t.To);
    }

    private static IEnumerable<(int Verb, int From, int To)> Spans(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, "il") && i + 2 < s.Count && (Weather.Contains(s[i + 1].Norm) || s.Is(i + 1, "a") && Weather.Contains(s[i + 2].Norm))) yield return (i, i, End(s, i));
            else if (Learned(s, i) && That(s, i) is { } that && !Speakers.Contains(s[that + 1].Norm)) yield return (i, that, End(s, that));
    }

    private static bool Learned(Sentence s, int i) => Learning.Contains(s[i].Norm) || s.Is(i, "note") && s.Is(i - 1, "ai", "avons");

    /// <summary>Where the clause that begins here ends: before a sign or a joint that the speaker follows.</summary>
    internal static int End(Sentence s, int from)
    {
        for (var i = from + 1; i + 1 < s.Count; i++)
            if ((s[i].Kind == TokenKind.Sign || Joints.Contains(s[i].Norm)) && Speakers.Contains(s[i + 1].Norm)) return i;
        return s.Count;
    }

    // "que" behind the verb; "hier" may stand between
    private static int? That(Sentence s, int verb)
    {
        for (var i = verb + 1; i < Math.Min(s.Count - 1, verb + WidestGap) && s[i].Kind != TokenKind.Sign; i++)
            if (s.Is(i, "que", "qu")) return i;
        return null;
    }

    private static IEnumerable<Mention> Measures(Hearing h) => h.Mentions.Where(m => m is LengthMention or ClockRangeMention);
}
