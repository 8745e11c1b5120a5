namespace Ptce.Workspace;

/// <summary>One length without range or multiplication: "2h30", "une bonne heure", "half a day", "anderthalb Stunden".</summary>
/// <param name="Else">the minutes it may mean as well</param>
internal readonly record struct PlainLength(decimal Minutes, int End, decimal Unit, bool Approximate, decimal? Days, int? Clock, bool Bare, bool Short, long? Else = null);

/// <summary>The grammar of plain lengths, shared by the three languages.</summary>
internal static partial class LengthGrammar
{
    internal static bool Try(Sentence s, int i, ReadingSettings settings, out PlainLength length) =>
        Whole(s, i, settings, out length) || Colon(s, i, out length) || Counted(s, i, settings, out length) || Adjectival(s, i, settings, out length)
        || Owned(s, i, settings, out length) || Uncounted(s, i, settings, out length);

    private static decimal MinutesOf(string unit, ReadingSettings settings) => unit switch
    {
        "D" => settings.DayMinutes,
        "HD" => settings.HalfDayMinutes,
        "W" => settings.WeekMinutes,
        "FN" => settings.WeekMinutes * 2,
        _ => int.Parse(unit, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static decimal? DaysOf(string unit, decimal n) => unit switch { "D" => n, "HD" => n / 2, _ => null };

    // "toute la journée", "all of yesterday", "den ganzen Tag"
    private static bool Whole(Sentence s, int i, ReadingSettings settings, out PlainLength length)
    {
        length = default;
        if (!s.Has(i, Sense.Whole, out var whole)) return false;
        var at = i + whole.Length;
        if (s.Has(at, Sense.Unit, out var unit) && unit.Value is "D" or "W" or "HD" && !(unit.Value == "W" && s.Has(at, Sense.Period)))
        {
            length = new(MinutesOf(unit.Value, settings), at + unit.Length, MinutesOf(unit.Value, settings), false, DaysOf(unit.Value, 1), null, false, false);
            return true;
        }
        // "toute la semaine dernière", "die ganze letzte Woche": a week long, and the period stays to be read
        foreach (var start in new[] { at, at - 1 })
            if (start > i && s.Has(start, Sense.Period, out var period) && period.Value.StartsWith("week ", StringComparison.Ordinal)) { length = new(settings.WeekMinutes, start, settings.WeekMinutes, false, null, null, false, false); return true; }
        var day = s.Past(at, Sense.Article);
        if (!(s.Has(day, Sense.RelDay, out var rel) && !rel.Value.Contains(' ', StringComparison.Ordinal)) && !s.Has(day, Sense.Weekday)) return false;
        if (s.Has(day + 1, Sense.Part)) return false;
        length = new(settings.DayMinutes, at, settings.DayMinutes, false, 1, null, false, false);
        return true;
    }

    // "2:30 h", and "1:30" alone as a weaker reading
    private static bool Colon(Sentence s, int i, out PlainLength length)
    {
        length = default;
        if (i + 2 >= s.Count || !s[i].IsDigits || !s.Is(i + 1, ":") || !s[i + 1].Glued || s[i + 2] is not { IsDigits: true, Glued: true, Norm.Length: 2 }) return false;
        if (!Numerals.TrySmall(s, i, 0, 99, out var hours) || !Numerals.TrySmall(s, i + 2, 0, 59, out var minutes)) return false;
        var total = hours.Value * 60 + minutes.Value;
        if (s.Has(i + 3, Sense.Unit, out var unit) && unit.Value == "60") { length = new(total, i + 3 + unit.Length, 60, false, null, null, false, false); return true; }
        if (hours.Value > 8 || s.Has(i + 3, Sense.OClock) || s.Has(i + 3, Sense.Meridian)) return false;
        length = new(total, i + 3, 60, false, null, (int)total, true, false);
        return true;
    }

    private static bool Counted(Sentence s, int i, ReadingSettings settings, out PlainLength length)
    {
        length = default;
        if (!Numerals.Try(s, i, out var n)) return false;
        var at = n.End;
        var value = n.Value;
        var approximate = Roughly(s, i, n.End);
        while (s.Has(at, Sense.Adjective, out var adjective) && !UnitAhead(s, at)) { approximate |= adjective.Value == "~"; at += adjective.Length; }
        if (s.Has(at, Sense.HalfAfter, out var half) && s.Has(at + half.Length, Sense.Unit)) { value += 0.5m; at += half.Length; }
        // "two and three quarter hours"
        else if (s.Has(at, Sense.And, out var more) && s.Is(at + more.Length, "three", "3") && s.Is(at + more.Length + 1, "quarter", "quarters") && s.Has(at + more.Length + 2, Sense.Unit)) { value += 0.75m; at += more.Length + 2; }
        if (s.Is(at, "-") && s[at].Glued && at + 1 < s.Count && s[at + 1].Glued && s[at + 1].Norm.Length > 2) at++; // "2-hour"
        if (!s.Has(at, Sense.Unit, out var unit)) return false;
        if (unit.Value == "45" && value != 1) return false;
        if (unit.Value == "1" && s.Is(at, "m") && s.Is(at + 1, "2")) return false;
        // "5 j'étais": the pronoun, not five days
        if (s.Is(at, "j") && (!n.Digits || (s[at].End < s.Text.Length && s.Text[s[at].End] is '\'' or '’') || s.Is(at + 1, "ai"))) return false;
        var shortUnit = unit.Length == 1 && s[at].Norm.Length == 1;
        at += unit.Length;
        var minutes = value * MinutesOf(unit.Value, settings);
        if (minutes > 10_000_000) minutes = 10_000_000;
        int? clock = n is { Digits: true, Whole: true } && unit.Value == "60" && value < 25 ? (int)minutes : null;
        var days = DaysOf(unit.Value, value);
        // "1.30h", "1,45 h": an hour and thirty minutes, or a decimal? Asked, unless it is a quarter or a half
        if (unit.Value == "60" && n.Decimal && Sixtieths(s, i, n) is { } sixtieths) { length = new(minutes, at, 60, approximate, null, null, false, shortUnit, (long)sixtieths); return true; }
        if (unit.Value == "60") { var more = Tail(s, ref at); minutes += more; clock += (int)more; }
        else if (unit.Value is "D" or "W" && s.Has(at, Sense.HalfAfter, out var rest)) { minutes += MinutesOf(unit.Value, settings) / 2; if (days is not null) days += 0.5m; at += rest.Length; }
        length = new(minutes, at, MinutesOf(unit.Value, settings), approximate, days, clock, false, shortUnit);
        return true;
    }

    private static decimal? Sixtieths(Sentence s, int i, Numeral n)
    {
        var part = n.End == i + 3 ? s[i + 2].Norm : "";
        return part.Length == 2 && int.TryParse(part, out var minutes) && minutes is > 0 and < 60 && minutes % 25 != 0 && minutes % 5 == 0 && part[1] is '0' or '5' ? decimal.Truncate(n.Value) * 60 + minutes : null;
    }

    // "une vingtaine de minutes"
    private static bool Roughly(Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++) if (s[i].Norm is "dizaine" or "quinzaine" or "vingtaine" or "trentaine" or "quarantaine" or "cinquantaine") return true;
        return false;
    }

    private static bool UnitAhead(Sentence s, int at) => s.Has(at, Sense.Unit);

    /// <summary>What follows the hours: "30", "et demie", "und 20 Minuten", "moins le quart".</summary>
    private static decimal Tail(Sentence s, ref int at)
    {
        if (s.Has(at, Sense.HalfAfter, out var half)) { at += half.Length; return 30; }
        if (s.Is(at, "moins") && s.Has(s.Past(at + 1, Sense.Article), Sense.Quarter)) { at = s.Past(at + 1, Sense.Article) + 1; return -15; }
        if (s.Is(at, "moins") && Numerals.TrySmall(s, at + 1, 5, 25, out var less) && !s.Has(less.End, Sense.PeopleAfter)) { at = s.Has(less.End, Sense.Unit) ? less.End + 1 : less.End; return -less.Value; }
        var joined = s.Has(at, Sense.And) ? at + 1 : at;
        if ((joined > at || !s.Is(joined + 2, "d")) && (s.Is(joined, "trois", "three") || s.Is(joined, "drei", "3")) && (s.Is(joined + 1, "quarts", "quarters") || s.Is(joined + 1, "quart", "viertel"))) { at = joined + 2; return 45; }
        if (s.Has(at, Sense.Quarter, out var quarter) && (quarter.Length > 1 || s.Is(at, "quart")) && !s.Has(at, Sense.Unit)) { at += quarter.Length; return 15; }
        if (s.Has(joined, Sense.Unit, out var piece) && piece.Value is "15" or "30" or "45" && joined > at) { at = joined + piece.Length; return piece.Number; }
        if (Article(s, joined) is var bare && bare > joined && s.Has(bare, Sense.Unit, out var part) && part.Value is "15" or "30" or "45") { at = bare + part.Length; return part.Number; }
        if (at < s.Count && s[at].IsDigits && Numerals.Try(s, at, out var ratio) && ratio is { Decimal: true, Value: < 1 }) { at = ratio.End; return ratio.Value * 60; }
        if (Numerals.TrySmall(s, joined, 0, 59, out var minutes) && !minutes.Article)
        {
            if (s.Has(minutes.End, Sense.Unit, out var unit) && unit.Value == "1" && !s.Is(minutes.End, "m", "a")) { at = minutes.End + unit.Length; return minutes.Value; }
            // "an hour and 10"
            if (joined > at && minutes is { Digits: true, Value: >= 5 } && s[joined].Norm.Length == 2 && StandsAlone(s, joined, minutes) && !s.Has(minutes.End, Sense.Weekday) && !s.Is(minutes.End, "on", "am") && !s.Has(minutes.End, Sense.RelDay)) { at = minutes.End; return minutes.Value; }
            if (joined == at && (StandsAlone(s, at, minutes) || Trails(s, at, minutes))) { at = minutes.End; return minutes.Value; }
        }
        return 0;
    }

    // "1 heure 5": after the hour in full a lone digit is minutes, where nothing is counted by it
    private static bool Trails(Sentence s, int at, Numeral minutes) =>
        minutes is { Digits: true, Value: >= 5 } && s[at - 1].Norm.Length > 3 && s[at].Norm.Length == 1
        && (minutes.End >= s.Count || s[minutes.End].Norm is "de" or "d" or "sur" or "au" or "a" or "avec" or "pour" or "with" or "on" or "at" or "of" or "for" or "mit" or "an" or "am" or "bei" || s.Is(minutes.End, ".") && minutes.End + 1 == s.Count || s.Has(minutes.End, Sense.RelDay));

    private static int Article(Sentence s, int i) => s.Has(i, Sense.One, out var one) ? i + one.Length : i;

    private static bool StandsAlone(Sentence s, int at, Numeral minutes)
    {
        if (s[at].Glued && s[at].IsDigits) return true;
        if (minutes.Digits && s[at].Norm.Length != 2) return false;
        if (!minutes.Digits && minutes.Value < 5) return false;
        var end = minutes.End;
        return !s.Has(end, Sense.Unit) && !s.Has(end, Sense.Month) && !s.Has(end, Sense.PeopleAfter) && !s.Is(end, "/", ".") && !s.Is(end, "€", "%") && !s.Has(end, Sense.Times);
    }
}
