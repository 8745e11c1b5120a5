using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>What the speaker saw, read or was told: "j'ai vu que le copil durait 2h", "Karim m'a dit que l'AG avait duré 4h". The time in it is nobody's deed to note, unless the clause speaks of the speaker.</summary>
internal static class Reports
{
    private const int WidestGap = 5;

    private static readonly FrozenSet<string> Learning = ("vu vois lu lis su appris apprends entendu compris comprends decouvert remarque constate constat repere dit dite disent ecrit annonce signale indique explique "
        + "raconte confirme parait semble").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Speakers = "j je jai on nous m moi mes".Split(' ').ToFrozenSet();

    internal static bool Only(Hearing h)
    {
        var s = h.Sentence;
        if (s.Spoken != Tongue.French || h.Heard("log_verb")) return false;
        for (var verb = 0; verb < s.Count; verb++)
            if (Learning.Contains(s[verb].Norm) && That(s, verb) is { } that && !Speakers.Contains(s[that + 1].Norm)
                && Measures(h).All(m => m.Start > that)) return true;
        return false;
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
