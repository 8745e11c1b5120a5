using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>The no in a correction: which value is set against which.</summary>
internal static partial class CorrectionReading
{
    private static readonly FrozenSet<string> Done = "fait passe travaille bosse mis ete dure".Split(' ').ToFrozenSet();

    /// <summary>Whether the sentence sets one value against another: "not 3", "au lieu de 3h", "sondern".</summary>
    internal static bool Negates(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i < s.Count; i++)
        {
            var before = s.Has(i, Sense.InsteadOf, out var mark) || Not(s, i, out mark);
            if (!before || SaysNo(s, i, mark) || i > 0 && s.Is(i, "make", "turn")) continue;
            var at = i + mark.Length;
            if (s.Has(at, Sense.Article) || s.Has(at, Sense.ClockPrep) || s.Is(at, "le", "with") || s.Is(at, "avec", "mit")) at++;
            if (s.Is(i, "keine", "kein") || Numerals.Try(s, at, out var n) && !n.Article || h.Mentions.Any(m => m.Start == at || m.Start == at - 1 && at > i + mark.Length)) return true;
        }
        return false;
    }

    /// <summary>"scrap that, it was 4 of us", "vergiss das, es waren drei Stunden", "oublie ça, c'était mardi": nothing is named before the comma, all that holds after it.</summary>
    internal static bool SaysAnew(Hearing h)
    {
        var s = h.Sentence;
        if (!h.HeardEarly("cancel", 2)) return false;
        var sign = Array.FindIndex(s.Tokens, h.Cues["cancel"].At, t => t.Kind == TokenKind.Sign);
        return sign > 0 && sign + 2 < s.Count && h.Mentions.All(m => m.Start > sign) && h.Mentions.Any()
            && (s[sign + 1].Norm is "it" or "there" or "we" && s[sign + 2].Norm is "was" or "were" or "s" || s[sign + 1].Norm is "es" or "wir" or "das" && s[sign + 2].Norm is "war" or "waren"
                || s.Is(sign + 1, "c", "on") && s[sign + 2].Norm is "etait" || s.Is(sign + 1, "nous") && s.Is(sign + 2, "etions"));
    }

    /// <summary>"pas fait 2h mais 3h": the second holds.</summary>
    internal static bool DeniesDeed(Sentence s, int i) =>
        s.Is(i, "pas") && i + 2 < s.Count && Done.Contains(s[i + 1].Norm) && s[i + 2].IsDigits && s.Tokens.Skip(i + 3).Any(t => t.Norm == "mais");

    // "not", "pas"; "it wasn't Monday", "there weren't three of us"
    private static bool Not(Sentence s, int i, out Mark mark)
    {
        if (s.Has(i, Sense.Not, out mark))
        {
            // "j'ai pas fait 2h mais 3h": the deed stands between the no and the old value
            if (DeniesDeed(s, i)) mark = mark with { Length = 2 };
            return !LengthRules.NotEven(s, i + 1);
        }
        // "45 Minuten, keine Stunde"
        if (i > 0 && s.Is(i, "keine", "kein") && s[i - 1].Kind == TokenKind.Sign && s.Has(i + 1, Sense.Unit)) { mark = new(Sense.Not, "", 1, Tongue.German); return true; }
        mark = new(Sense.Not, "", 1, Tongue.English);
        return s.Is(i, "t") && i > 1 && s[i - 1].Norm is "wasn" or "weren" or "isn" && s[i - 2].Norm is "it" or "that" or "this" or "there" or "which";
    }

    // The old value: it stands after "pas", "not", "au lieu de", "statt".
    private static bool Denied(Sentence s, int start)
    {
        var admitted = Admits(s);
        if (admitted is { } owned && start < owned) return true;
        for (var back = 1; back <= 5 && start - back >= 0; back++)
        {
            var i = start - back;
            if (s.Has(i, Sense.InsteadOf, out var mark) && i + mark.Length >= start - 2 && Near(s, i + mark.Length, start)) return admitted is null;
            // "plutôt le CAUE que le CBE"
            if (s.Is(i, "que", "qu") && Near(s, i + 1, start) && s.Tokens.Take(i).Any(t => t.Norm == "plutot")) return true;
            if (Not(s, i, out mark) && !SaysNo(s, i, mark) && Near(s, i + mark.Length, start)) return true;
        }
        return false;
    }

    /// <summary>Where "au lieu de" stands in "j'ai noté 2h au lieu de 3h": what was noted is wrong, what follows is meant.</summary>
    internal static int? Admits(Sentence s)
    {
        if (s.Spoken != Tongue.French || !s.Tokens.Take(4).Any(t => t.Norm is "mis" or "note" or "saisi" or "dit" or "ecrit" or "tape" or "marque" or "compte") || !s.Tokens.Take(3).Any(t => t.Norm is "ai" or "jai" or "avons" or "a")) return null;
        for (var i = 2; i < s.Count; i++) if (s.Has(i, Sense.InsteadOf, out var mark) && mark.Length > 2) return i;
        return null;
    }

    // "non 3h", "2h enfin non 3h": no to what was said before, three hours it is
    private static bool SaysNo(Sentence s, int i, Mark mark) => mark.Length == 1 && (i == 0 && SmallTalkReading.Leading(s) == SmallTalks.No || i > 0 && s.Is(i, "non", "nan") && s[i - 1].Norm is "enfin" or "pardon" or "oups");

    private static bool Near(Sentence s, int from, int start)
    {
        for (var i = from; i < start; i++)
            if (!(s.Has(i, Sense.Article) || s[i].Norm is "avec" or "with" or "mit" or "de" or "le" or "on" or "am" or "a" or "au" or "en" or "in" or "for")) return false;
        return from <= start;
    }
}
