using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Who comes along with the speaker: "with my colleague", "bringing one friend", "avec mes deux collègues".</summary>
internal static class Companions
{
    private const string Own = "people.companions";

    private static readonly FrozenSet<string> Fellows = "collegues collegue colleagues colleague amis autres kollegen kollegin others friends".Split(' ').ToFrozenSet();

    /// <summary>"avec deux collègues", "accompanied by two friends"; "avec deux collègues on a rangé": they and the speaker.</summary>
    internal static void Find(Sentence s, int i, List<Mention> found)
    {
        if (!(s[i].Norm is "avec" or "with" or "mit" || s.Is(i, "de") && s.Is(i - 1, "accompagne", "accompagnee") || s.Is(i, "by") && s.Is(i - 1, "accompanied"))) return;
        var own = i + 1 < s.Count && s[i + 1].Norm is "mes" or "nos";
        if (!Numerals.TrySmall(s, own ? i + 2 : i + 1, 1, 50, out var n) || n.End >= s.Count || !Fellows.Contains(s[n.End].Norm)) return;
        var end = n.End + 1;
        found.Add(s.Is(i, "avec") && s.Is(end, "on", "nous") ? new PeopleMention(i, end, "people.named", 6, n.Int + 1) : new PeopleMention(i, end, own ? Own : "people.others", 6, n.Int, true));
    }

    /// <summary>"on a rangé avec mes deux collègues": how many "on" are, when the others are the speaker's own; null when they may be more.</summary>
    internal static int? WithSpeaker(Hearing h) => h.All<PeopleMention>().FirstOrDefault(p => p.Rule == Own)?.Count + 1;

    /// <summary>How many come along, where the sentence says so without a number: "with my wife and two kids" are three.</summary>
    internal static int Count(Sentence s)
    {
        for (var i = 0; i + 1 < s.Count; i++)
            if (Along(s, i) && Determined(s, i + 1) is { } noun && (s[noun].Norm is "collegue" or "ami" or "amie" or "stagiaire" or "benevole" or "salarie" or "directrice" or "directeur" or "presidente" or "president" || s.At(noun).Any(m => m is { Sense: Sense.Cue, Value: "role" })))
                return s.Has(noun + 1, Sense.And, out var and) && Numerals.TrySmall(s, noun + 1 + and.Length, 2, 9, out var more) && more.End < s.Count && s[more.End].Norm is "kids" or "children" or "kinder" or "kindern" or "friends" or "colleagues" or "freunde" or "freunden" or "kollegen" ? 1 + more.Int : 1;
        return 0;
    }

    private static bool Along(Sentence s, int i) => s[i].Norm is "avec" or "with" or "mit" or "bring" or "bringing" or "bringe" or "bringen";

    // past "my", "one", "a", "meinen": the noun
    private static int? Determined(Sentence s, int i)
    {
        var noun = s.Has(i, Sense.One, out var one) ? i + one.Length : s[i].Norm is "mon" or "ma" or "my" or "our" or "meiner" or "meinem" or "meinen" or "meine" or "unsere" or "unseren" or "unserer" ? i + 1 : i;
        return noun > i && noun < s.Count ? noun : null;
    }
}
