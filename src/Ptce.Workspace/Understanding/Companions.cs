namespace Ptce.Workspace;

/// <summary>One person who comes along with the speaker: "with my colleague", "bringing one friend", "bringe meinen Mann mit".</summary>
internal static class Companions
{
    internal static bool One(Sentence s)
    {
        for (var i = 0; i + 1 < s.Count; i++)
            if (Along(s, i) && Determined(s, i + 1) is { } noun && (s[noun].Norm is "collegue" or "ami" or "amie" or "stagiaire" or "benevole" or "salarie" or "directrice" or "directeur" or "presidente" or "president" || s.At(noun).Any(m => m is { Sense: Sense.Cue, Value: "role" }))) return true;
        return false;
    }

    private static bool Along(Sentence s, int i) => s[i].Norm is "avec" or "with" or "mit" or "bring" or "bringing" or "bringe" or "bringen";

    // past "my", "one", "a", "meinen": the noun
    private static int? Determined(Sentence s, int i)
    {
        var noun = s.Has(i, Sense.One, out var one) ? i + one.Length : s[i].Norm is "mon" or "ma" or "my" or "our" or "meiner" or "meinem" or "meinen" or "meine" or "unsere" or "unseren" or "unserer" ? i + 1 : i;
        return noun > i && noun < s.Count ? noun : null;
    }
}
