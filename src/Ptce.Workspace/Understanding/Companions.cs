namespace Ptce.Workspace;

/// <summary>One person who comes along with the speaker: "with my colleague", "bringing one friend", "bringe meinen Mann mit".</summary>
internal static class Companions
{
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
