namespace Ptce.Workspace;

/// <summary>Lengths without a number of their own: "zweistündig", "half of Tuesday", "la journée d'hier", "another hour".</summary>
internal static partial class LengthGrammar
{
    // "zweistündig", "90-minütige", "halbtägig"
    private static bool Adjectival(Sentence s, int i, ReadingSettings settings, out PlainLength length)
    {
        length = default;
        if (!GermanLengthAdjectives.Try(s, i, out var value, out var unit, out var end)) return false;
        var minutes = unit == "D" && value == 0.5m ? settings.HalfDayMinutes : value * MinutesOf(unit, settings);
        length = new(minutes, end, MinutesOf(unit, settings), false, DaysOf(unit, value), null, false, false);
        return true;
    }

    // "demi-journée lundi", "trois quarts d'heure", "half a day", "la journée d'hier"
    private static bool Uncounted(Sentence s, int i, ReadingSettings settings, out PlainLength length)
    {
        length = default;
        if (s.Has(i, Sense.Unit, out var unit) && unit.Value is "15" or "30" or "45" or "HD")
        {
            length = new(MinutesOf(unit.Value, settings), i + unit.Length, MinutesOf(unit.Value, settings), false, DaysOf(unit.Value, 1), null, false, false);
            return true;
        }
        if (s.Has(i, Sense.Half, out var half) && s.Has(s.Past(i + half.Length, Sense.Article), Sense.Unit, out unit) && unit.Value is "60" or "D" or "W")
        {
            var at = s.Past(i + half.Length, Sense.Article) + unit.Length;
            var minutes = unit.Value == "D" ? settings.HalfDayMinutes : MinutesOf(unit.Value, settings) / 2;
            length = new(minutes, at, minutes, false, unit.Value == "D" ? 0.5m : null, null, false, false);
            return true;
        }
        // "half of Tuesday", "den halben Dienstag": the day itself stays to be read
        if (s.Has(i, Sense.Half, out half) && !s.Is(i, "halb") && (s.Is(i + half.Length, "of") ? i + half.Length + 1 : i + half.Length) is var named && (s.Has(named, Sense.Weekday) || s.Has(named, Sense.RelDay, out var rel) && !rel.Value.Contains(' ', StringComparison.Ordinal)) && !s.Has(named + 1, Sense.Part))
        {
            length = new(settings.HalfDayMinutes, named, settings.HalfDayMinutes, false, 0.5m, null, false, false);
            return true;
        }
        // "the usual hour", "die übliche Stunde"
        if (s.Is(i, "usual", "ubliche") && s.Has(i + 1, Sense.Unit, out var usual) && usual.Value == "60" && !s.Is(i + 1, "hours", "stunden")) { length = new(60, i + 1 + usual.Length, 60, false, null, null, false, false); return true; }
        // "another hour"
        if (s.Is(i, "another") && s.Has(i + 1, Sense.Unit, out var again) && again.Value is "60" or "HD")
        {
            length = new(MinutesOf(again.Value, settings), i + 1 + again.Length, MinutesOf(again.Value, settings), false, DaysOf(again.Value, 1), null, false, false);
            return true;
        }
        // "hour off for lunch"
        if (s.Is(i, "hour") && s.Is(i + 1, "off", "for") && !s.Has(i - 1, Sense.One) && !s.Has(i - 1, Sense.Number) && s.Spoken == Tongue.English && Pauses.Named(s, i + 1))
        {
            length = new(60, i + 1, 60, false, null, null, false, false);
            return true;
        }
        // "du 24 au 26, journées complètes": so many full days
        if (s.Is(i, "journees") && s.Has(i + 1, Sense.Adjective, out var pleine) && pleine.Value == "=")
        {
            length = new(settings.DayMinutes, i + 2, settings.DayMinutes, false, null, null, false, false);
            return true;
        }
        var word = s.Is(i, "la", "ma") ? i + 1 : i;
        // "journée" alone opens a sentence; "journée complète" says it anywhere
        var full = s.Has(word + 1, Sense.Adjective, out var all) && all.Value == "=" && word == i;
        if (!s.Is(word, "journee") || s.Has(word, Sense.PerDay) || (word == i && i > 0 && !full)) return false;
        if (word > i && (s.Is(i - 1, "dans", "pendant") || s.Is(i - 1, "pour", "sur") || s.Is(i - 1, "de", "durant") || s.Is(i - 1, "a", "par"))) return false;
        if (s.Is(word + 1, "d", "de") && !s.Has(word + 2, Sense.RelDay) && !s.Has(word + 2, Sense.Weekday)) return false;
        length = new(settings.DayMinutes, full ? word + 2 : word + 1, settings.DayMinutes, false, 1, null, false, false);
        return true;
    }
}
