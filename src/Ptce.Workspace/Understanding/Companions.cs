using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Who comes along with the speaker: "with my colleague", "bringing one friend", "avec mes deux collègues".</summary>
internal static class Companions
{
    private const string Own = "people.companions";

    private static readonly FrozenSet<string> Fellows = Set("collegues collegue colleagues colleague amis autres kollegen kollegin others friends");
    private static readonly FrozenSet<string> Somebody = Set("collegue ami amie stagiaire benevole salarie directrice directeur presidente president");
    private static readonly FrozenSet<string> Several = Set("kids children kinder kindern friends colleagues freunde freunden kollegen");
    private static readonly FrozenSet<string> Together = Set("avec with mit bring bringing bringe bringen");
    private static readonly FrozenSet<string> Mine = Set("mon ma my our meiner meinem meinen meine unsere unseren unserer");

    /// <summary>"avec deux collègues", "accompanied by two friends"; "avec deux collègues on a rangé": they and the speaker.</summary>
    internal static void Find(Sentence s, int i, List<Mention> found)
    {
        if (!(s[i].Norm is "avec" or "with" or "mit" || s.Is(i, "de") && s.Is(i - 1, "accompagne", "accompagnee") || s.Is(i, "by") && s.Is(i - 1, "accompanied"))) return;
        var own = s.Is(i + 1, "mes", "nos");
        if (!Numerals.TrySmall(s, own ? i + 2 : i + 1, 1, 50, out var n) || n.End >= s.Count || !Fellows.Contains(s[n.End].Norm)) return;
        var end = n.End + 1;
        found.Add(s.Is(i, "avec") && s.Is(end, "on", "nous")
            ? new PeopleMention(i, end, "people.named", 6, n.Int + 1)
            : new PeopleMention(i, end, own ? Own : "people.others", 6, n.Int, true));
    }

    /// <summary>"on a rangé avec mes deux collègues": how many "on" are, when the others are the speaker's own; null when they may be more.</summary>
    internal static int? WithSpeaker(Hearing h) => h.All<PeopleMention>().FirstOrDefault(p => p.Rule == Own)?.Count + 1;

    /// <summary>How many come along, where the sentence says so without a number: "with my wife and two kids" are three.</summary>
    internal static int Count(Sentence s)
    {
        for (var i = 0; i + 1 < s.Count; i++)
            if (Together.Contains(s[i].Norm) && Determined(s, i + 1) is { } noun && (Somebody.Contains(s[noun].Norm) || s.At(noun).Any(m => m is { Sense: Sense.Cue, Value: "role" })))
                return 1 + (Beside(s, noun + 1) ?? 0);
        return 0;
    }

    // "and two kids"
    private static int? Beside(Sentence s, int i) =>
        s.Has(i, Sense.And, out var and) && Numerals.TrySmall(s, i + and.Length, 2, 9, out var more) && more.End < s.Count && Several.Contains(s[more.End].Norm) ? more.Int : null;

    // past "my", "one", "a", "meinen": the noun
    private static int? Determined(Sentence s, int i)
    {
        var noun = s.Has(i, Sense.One, out var one) ? i + one.Length : Mine.Contains(s[i].Norm) ? i + 1 : i;
        return noun > i && noun < s.Count ? noun : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
