namespace Ptce.Workspace;

/// <summary>"passe à 3h", "mets-la à lundi", "passe la durée de 2h à 3h": an order to turn what was just noted into something else.</summary>
/// <param name="Minutes">the new length, if that is what turns</param>
/// <param name="Day">the new day, if that is what turns</param>
internal sealed record ValueChange(long? Minutes, DatePhrase? Day)
{
    private const int LongestSurely = 12 * 60;

    internal static ValueChange? Of(Hearing h)
    {
        var s = h.Sentence;
        if (s.Spoken != Tongue.French || Ordered(s) is not { } verb) return null;
        for (var at = s.Count - 2; at > verb; at--)
        {
            if (!(s[at].Norm is "a" or "au" or "en" or "sur" or "pour") || !Between(h, verb + 1, at)) continue;
            // "passe à 14h": twelve hours or more may as well be a time of day
            if (LengthGrammar.Try(s, at + 1, h.Settings, out var length) && !length.Bare && Closes(s, length.End)) return new(length.Minutes <= LongestSurely ? (long)length.Minutes : null, null);
            if (DayGrammar.Try(s, at + 1, s.Is(at, "au"), out var day) && Closes(s, day.End)) return new(null, day.Date);
        }
        return null;
    }

    // "passé" is told, "passe" is ordered; a yes, a no or "tu peux" may lead
    private static int? Ordered(Sentence s)
    {
        for (var i = 0; i < Math.Min(s.Count, 5); i++)
        {
            if (s[i].Norm is "passe" or "passez" or "passer" or "repasse" or "mets" or "met" or "mettez" or "mettre" or "remets" or "remettez" or "remettre" or "ramene" or "ramenez" or "monte" or "descends" or "baisse" or "change" or "changez" or "changer" or "modifie" or "modifier" or "decale" or "decaler")
                return s[i].Text.EndsWith('é') ? null : i;
            if (s[i].Kind != TokenKind.Sign && !(s[i].Norm is "oui" or "non" or "nan" or "ok" or "plutot" or "finalement" or "oups" or "alors" or "tu" or "peux" or "pourrais" or "vous" or "pouvez" or "pourriez" or "il" or "faut" or "faudrait" or "merci" or "de")) return null;
        }
        return null;
    }

    // what turns: "ça", "la durée", "la ligne d'hier", "ma saisie de 2h"
    private static bool Between(Hearing h, int from, int to)
    {
        var s = h.Sentence;
        var old = from; // "de 2h à 3h": a length may stand here only as the old value
        while (old < to && !s.Is(old, "de", "des")) old++;
        for (var i = from; i < to; i++)
            if (!(s.Has(i, Sense.Article) || i > old && (s.Has(i, Sense.Unit) || s[i].IsDigits) || s.Has(i, Sense.RelDay) || s.Has(i, Sense.Weekday) || s.Has(i, Sense.Month)
                || s[i].Norm is "ca" or "cela" or "le" or "la" or "les" or "l" or "tout" or "plutot" or "de" or "d" or "du" or "duree" or "date" or "jour" or "temps" or "ligne" or "saisie" or "entree" or "derniere" or "dernier" or "celle" or "-")) return false;
        return true;
    }

    private static bool Closes(Sentence s, int end) =>
        end >= s.Count || s[end].Kind == TokenKind.Sign || s.Has(end, Sense.InsteadOf) || s[end].Norm is "pas" or "et" or "plutot" or "finalement" or "pour" || s.Has(end, Sense.RelDay) || s.Has(end, Sense.Weekday);
}
