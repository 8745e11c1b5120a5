namespace Ptce.Workspace;

/// <summary>A length that was no work: "9 to 5 with an hour off for lunch", "von 9 bis 17 Uhr mit 30 Minuten Pause", "moins une heure de pause".</summary>
internal static class Pauses
{
    private const int Nearby = 3;

    /// <summary>Takes the pause out of the measures: off the span of the day it lies in; a length with a pause in it is asked, since it may be said with or without.</summary>
    internal static void Take(Sentence s, List<Mention> measures)
    {
        // "8 bis 12, 12 bis 13 Pause, 13 bis 17"
        if (measures.Count > 1) measures.RemoveAll(m => m is ClockRangeMention && m.End < s.Count && s[m.End].Norm is "pause" or "break" or "mittagspause" or "lunch");
        if (measures.Count < 2 || measures.OfType<LengthMention>().FirstOrDefault(l => l.Minutes is not null && Is(s, l)) is not { Minutes: { } minutes } pause) return;
        measures.Remove(pause);
        if (Counted(s, pause)) return;
        var at = measures.FindLastIndex(m => m.End <= pause.Start);
        if (at < 0) at = 0;
        measures[at] = measures[at] switch
        {
            ClockRangeMention span => span with { Pause = (int)minutes },
            LengthMention { Minutes: { } whole } length when whole > minutes && Deducted(s, pause.Start - 1) => length with { Minutes = whole - minutes },
            LengthMention { Minutes: { } whole } length when whole > minutes => length with { Minutes = null, Least = whole - minutes, Most = whole },
            var other => other,
        };
    }

    // "hier 3h, pause d'une demi-heure comprise": it counts with the rest
    private static bool Counted(Sentence s, LengthMention pause) => s.Is(pause.End, "comprise", "incluse") || s.Is(pause.End, "compris", "inclus");

    internal static bool Is(Sentence s, LengthMention length)
    {
        // "pause d'une heure", "pause déjeuner 45 min"
        for (var i = length.Start - 1; i >= 0 && i >= length.Start - 2; i--) if (s[i].Norm is "pause" or "coupure") return true;
        // "9h-17h sauf une heure à midi", "minus an hour"
        if (s.Is(length.Start - 1, "sauf", "hors") || Deducted(s, length.Start - 1)) return true;
        return Named(s, length.End);
    }

    // "2h30 moins 15 min de pause"
    private static bool Deducted(Sentence s, int i) => i >= 0 && s[i].Norm is "moins" or "minus" or "abzuglich" or "abzueglich" or "less";

    /// <summary>Right after a length: "off for lunch", "Mittagspause".</summary>
    internal static bool Named(Sentence s, int from)
    {
        // "an hour of that was lunch"
        if (s.Is(from, "of") && s.Is(from + 1, "that", "it")) return s.Is(from + 2, "was") && from + 3 < s.Count && s[from + 3].Norm is "lunch" or "a" or "break" or "waiting";
        for (var i = from; i < Math.Min(from + Nearby, s.Count); i++)
        {
            if (s[i].Kind == TokenKind.Sign) break;
            if (s[i].Norm is "break" or "pause" or "off" or "mittagspause" or "mittag" or "coupure" or "dejeuner" || s.Is(i, "for") && s.Is(i + 1, "lunch") || s.Is(i, "pour") && s.Is(i + 1, "manger", "dejeuner")) return true;
        }
        return false;
    }

    /// <summary>"pause d'une heure à midi": the noon of the pause, neither when one came nor when one left.</summary>
    internal static bool Around(Sentence s, int clock)
    {
        for (var i = clock - 1; i >= Math.Max(0, clock - 5) && s[i].Kind != TokenKind.Sign; i--)
            if (s[i].Norm is "pause" or "break" or "off" or "mittagspause" or "coupure" or "lunch" or "dejeuner") return true;
        return false;
    }
}
