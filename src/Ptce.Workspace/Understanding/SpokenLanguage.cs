using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Which language a sentence is in: its small words decide, the hint breaks ties and wins short sentences.</summary>
internal static class SpokenLanguage
{
    private const int HintWeight = 2;

    private static readonly FrozenSet<string> French = Set("le la les l d j m n s c qu au aux du des de un une et est a en sur avec pour dans je j'ai ai nous avons on mon ma mes ce cette hier demain heure heures jour jours pas ne il elle que qui chez sans par notre nos vous toi moi suis serai viens combien quand avant apres prochain prochaine dernier derniere lundi mardi mercredi jeudi vendredi samedi dimanche");
    private static readonly FrozenSet<string> English = Set("the of and to with for my our on at in we i is was were it if this that yesterday today tomorrow hours hour day days last next from until before by not can need want have had has do does how many much when monday tuesday wednesday thursday friday saturday sunday spent worked");
    private static readonly FrozenSet<string> German = Set("der die das den dem des und mit fur fuer im am zum zur ein eine einen ich wir ist war waren habe haben hat an auf bei von vom bis um nicht kein mein meine unser unseren gestern heute stunde stunden tag tage letzte letzten nachste nachsten wie viele wann zu uns oder bitte kann wenn falls komme kommt montag dienstag mittwoch donnerstag freitag samstag sonntag uhr aus nach");

    internal static Tongue Hinted(string? language) => (language ?? "").Trim() switch
    {
        ['e' or 'E', 'n' or 'N', ..] => Tongue.English,
        ['d' or 'D', 'e' or 'E', ..] => Tongue.German,
        _ => Tongue.French,
    };

    internal static Tongue Of(IReadOnlyList<SentenceToken> tokens, string? language)
    {
        var hint = Hinted(language);
        Span<int> score = stackalloc int[3];
        score[(int)hint] = HintWeight;
        foreach (var token in tokens)
        {
            if (!token.IsLetters) continue;
            if (French.Contains(token.Norm)) score[0]++;
            if (English.Contains(token.Norm)) score[1]++;
            if (German.Contains(token.Norm)) score[2]++;
        }
        var best = hint;
        for (var k = 0; k < 3; k++) if (score[k] > score[(int)best]) best = (Tongue)k;
        return best;
    }

    /// <summary>Whether a small word of that language is there, whatever the hint says.</summary>
    internal static bool Speaks(IReadOnlyList<SentenceToken> tokens, Tongue tongue) =>
        tokens.Any(t => (tongue switch { Tongue.French => French, Tongue.English => English, _ => German }).Contains(t.Norm));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
