using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"on a prêté notre déshydrateur à Elips": a noun that no table knows, held by its article or its owner.</summary>
internal static class UnknownThing
{
    private static readonly FrozenSet<string> Holders =
        "notre nos un une le la l les des son sa ses leur leurs our their its a an the some unseren unser unsere unserem einen eine ein den die das ihren ihre ihr seinen seine sein".Split(' ').ToFrozenSet();

    // "prêté main forte", "gave a hand", money: nothing that comes back
    private static readonly FrozenSet<string> Turns = "main mains attention oreille argent hand ear money geld euro euros sous somme fois temps time zeit heure heures week semaine".Split(' ').ToFrozenSet();

    internal static bool Lent(Hearing h)
    {
        var s = h.Sentence;
        if (h.All<AmountMention>().Any() || s.Tokens.Any(t => Turns.Contains(t.Norm))) return false;
        for (var i = 1; i < s.Count; i++)
            if (Holders.Contains(s[i - 1].Norm) && s[i].IsLetters && s[i].Norm.Length > 3 && !h.Covered(i) && (!Lexicon.Knows(s[i].Norm) || s[i].Norm.Length > 5 && s.At(i).Count == 0)) return true;
        return false;
    }
}
