namespace Ptce.Workspace;

/// <summary>A time of day as written.</summary>
/// <param name="Minute">minutes after midnight, before any reading as afternoon</param>
/// <param name="Marked">something shows it is a time: h, Uhr, pm, a colon, a word such as noon</param>
/// <param name="Exact">morning or afternoon is no question</param>
/// <param name="LengthLike">the same letters may be a length ("2h30")</param>
internal readonly record struct ClockTime(int Minute, int End, bool Marked, bool Exact, bool LengthLike, bool Afternoon = false);

/// <summary>Times of day: "14h30", "2 pm", "halb drei", "quarter past two", "midi et demi", "10 heures du matin".</summary>
internal static class ClockGrammar
{
    internal static bool Try(Sentence s, int i, bool allowBare, out ClockTime clock) =>
        Word(s, i, out clock) || Spoken(s, i, out clock) || Written(s, i, allowBare, out clock);

    private static bool Word(Sentence s, int i, out ClockTime clock)
    {
        clock = default;
        // "half past midnight", "quarter past noon"
        if (s.Is(i, "half", "quarter") && s.Is(i + 1, "past") && s.Has(i + 2, Sense.ClockWord, out var struck))
        {
            clock = new(struck.Number + (s.Is(i, "half") ? 30 : 15), i + 2 + struck.Length, true, true, false);
            return true;
        }
        if (!s.Has(i, Sense.ClockWord, out var word)) return false;
        var end = i + word.Length;
        var minute = word.Number;
        if (s.Has(end, Sense.HalfAfter, out var half)) { minute += 30; end += half.Length; }
        else if (s.Is(end, "et", "a") && s.Has(end, Sense.Quarter, out var quarter)) { minute += 15; end += quarter.Length; }
        else if (s.Is(end, "moins") && s.Has(s.Past(end + 1, Sense.Article), Sense.Quarter)) { minute -= 15; end = s.Past(end + 1, Sense.Article) + 1; }
        else if (s.Is(end, "moins") && Numerals.TrySmall(s, end + 1, 5, 25, out var less)) { minute -= less.Int; end = less.End; }
        clock = new(minute, end, true, true, false);
        return true;
    }

    private static bool Spoken(Sentence s, int i, out ClockTime clock)
    {
        clock = default;
        var at = s.Is(i, "a") ? i + 1 : i;
        if (s.Is(at, "half") && s.Is(at + 1, "past") && Hour(s, at + 2, out var hour)) return After(s, hour, 30, out clock);
        if (s.Is(at, "half") && s.Spoken == Tongue.English && Hour(s, at + 1, out hour) && !s.Has(hour.End, Sense.Unit) && (s.Has(i - 1, Sense.ClockPrep) || s.Is(i - 1, "from") || s.Has(hour.End, Sense.To) || s.Has(i - 1, Sense.To))) return After(s, hour, 30, out clock);
        if (s.Is(at, "quarter") && s.Is(at + 1, "past", "after") && Hour(s, at + 2, out hour)) return After(s, hour, 15, out clock);
        if (s.Is(at, "quarter") && s.Is(at + 1, "to", "before") && Hour(s, at + 2, out hour)) return After(s, hour, -15, out clock);
        if (s.Is(i, "halb") && Hour(s, i + 1, out hour)) return After(s, hour, -30, out clock);
        if (s.Is(i, "viertel") && s.Is(i + 1, "nach") && Hour(s, i + 2, out hour)) return After(s, hour, 15, out clock);
        if (s.Is(i, "viertel") && s.Is(i + 1, "vor") && Hour(s, i + 2, out hour)) return After(s, hour, -15, out clock);
        if (s.Is(i, "dreiviertel") && Hour(s, i + 1, out hour)) return After(s, hour, -15, out clock);
        if (s.Is(i, "drei") && s.Is(i + 1, "viertel") && Hour(s, i + 2, out hour)) return After(s, hour, -15, out clock);
        if (s.Is(i, "viertel") && Hour(s, i + 1, out hour)) return After(s, hour, -45, out clock);
        if (!Numerals.TrySmall(s, i, 1, 29, out var n)) return false;
        var joint = s.Is(n.End, "minutes") || s.Is(n.End, "minuten") ? n.End + 1 : n.End;
        if (s.Is(joint, "past", "nach") && s.Is(joint + 1, "halb") && Hour(s, joint + 2, out hour)) return After(s, hour, -30 + n.Int, out clock);
        if (s.Is(joint, "vor") && s.Is(joint + 1, "halb") && Hour(s, joint + 2, out hour)) return After(s, hour, -30 - n.Int, out clock);
        if (s.Is(joint, "past", "nach") && Hour(s, joint + 1, out hour)) return After(s, hour, n.Int, out clock);
        // "ten to four until half past five"
        if (s.Is(joint, "to") && n.Value is 5 or 10 or 20 or 25 && Hour(s, joint + 1, out hour) && s.Has(hour.End, Sense.To) && !s.Is(hour.End, "to")) return After(s, hour, -n.Int, out clock);
        // "from nine to ten to eleven"
        if (s.Is(joint, "to") && n.Value is 5 or 10 or 20 or 25 && s.Has(i - 1, Sense.To) && Hour(s, joint + 1, out hour)) return After(s, hour, -n.Int, out clock);
        if ((s.Is(joint, "vor") || (s.Is(joint, "to") && s.Is(i - 1, "at"))) && Hour(s, joint + 1, out hour)) return After(s, hour, -n.Int, out clock);
        return false;
    }

    private static bool Hour(Sentence s, int i, out Numeral hour) =>
        Numerals.TrySmall(s, i, 1, 12, out hour) && !s.Has(hour.End, Sense.Unit) && !s.Is(hour.End, "/", ".");

    private static bool After(Sentence s, Numeral hour, int minutes, out ClockTime clock)
    {
        var end = s.Past(hour.End, Sense.OClock);
        clock = Meridian(s, new(hour.Int * 60 + minutes, end, true, false, false));
        return true;
    }

    private static bool Written(Sentence s, int i, bool allowBare, out ClockTime clock)
    {
        clock = default;
        if (!Numerals.TrySmall(s, i, 0, 24, out var hour) || hour.Article) return false;
        var at = hour.End;
        var minute = hour.Int * 60;
        var exact = hour.Value is 0 or >= 13;
        if (hour.Digits && (s.Is(at, ":") || (s.Is(at, ".") && (s.Has(at + 2, Sense.OClock) || s.Has(at + 2, Sense.Meridian) || (allowBare && !s.Has(at + 2, Sense.Unit) && !s.Is(at + 2, "."))))) && s[at].Glued && Two(s, at + 1, true, out var minutes))
        {
            at = s.Past(minutes.End, Sense.OClock);
            if (at == minutes.End && s.Is(at, "h")) at++;
            clock = Meridian(s, new(minute + minutes.Int, at, true, exact || s[i].Norm.Length == 2 && hour.Value < 10, false));
            return true;
        }
        if (s.Has(at, Sense.OClock, out var uhr))
        {
            at += uhr.Length;
            if (Two(s, at, false, out minutes) && !s.Has(minutes.End, Sense.Unit) && !s.Is(minutes.End, ".", "/")) { minute += minutes.Int; at = minutes.End; }
            clock = Meridian(s, new(minute, at, true, exact, false));
            return true;
        }
        if (s.Has(at, Sense.Meridian)) { clock = Meridian(s, new(minute, at, true, exact, false)); return true; }
        if (s.Has(at, Sense.Unit, out var unit) && unit.Value == "60" && unit.Length == 1)
        {
            if (s.Spoken != Tongue.French && s[at].Norm != "h") return false;
            at++;
            minute += Minutes(s, ref at);
            clock = Meridian(s, new(minute, at, true, exact, true));
            return true;
        }
        if (!allowBare || s.Has(at, Sense.Unit) || s.Has(at, Sense.Month) || s.Has(at, Sense.PeopleAfter) || s.Is(at, "/", "x") || s.Is(at, "€", "%") || (s.Is(at, ".") && s[at].Glued && at + 1 < s.Count)) return false;
        clock = new(minute, at, false, exact, false);
        return true;
    }

    // after the hour: "30", "et demie", "et quart", "moins le quart", "moins dix"
    private static int Minutes(Sentence s, ref int at)
    {
        if (s.Has(at, Sense.HalfAfter, out var half)) { at += half.Length; return 30; }
        if (s.Is(at, "moins"))
        {
            var next = s.Past(at + 1, Sense.Article);
            if (s.Has(next, Sense.Quarter)) { at = next + 1; return -15; }
            if (Numerals.TrySmall(s, at + 1, 5, 25, out var less)) { at = less.End; return -less.Int; }
        }
        if (s.Is(at, "et") && s.Has(at, Sense.Quarter, out var quarter)) { at += quarter.Length; return 15; }
        if (s.Is(at, "quart") && !s.Has(at, Sense.Unit)) { at++; return 15; }
        if (!Numerals.TrySmall(s, at, 0, 59, out var minutes) || minutes.Article || s.Has(minutes.End, Sense.Unit) || s.Has(minutes.End, Sense.Month) || s.Is(minutes.End, "/")) return 0;
        if (minutes.Digits && !s[at].Glued && s[at].Norm.Length != 2) return 0;
        if (!minutes.Digits && minutes.Value < 5) return 0;
        at = minutes.End;
        return minutes.Int;
    }

    private static bool Two(Sentence s, int i, bool glued, out Numeral minutes)
    {
        minutes = default;
        return i < s.Count && (!glued || s[i].Glued) && (!s[i].IsDigits || s[i].Norm.Length == 2) && Numerals.TrySmall(s, i, 0, 59, out minutes) && !minutes.Article;
    }

    private static ClockTime Meridian(Sentence s, ClockTime clock)
    {
        if (!s.Has(clock.End, Sense.Meridian, out var mark)) return clock;
        // "9 Uhr morgens" is a time of day; "9h in the morning meeting" still is.
        var minute = clock.Minute;
        if (mark.Value == "pm" && minute < 720) minute += 720;
        if (mark.Value == "am" && minute >= 720 && minute < 780) minute -= 720;
        return clock with { Minute = minute, End = clock.End + mark.Length, Marked = true, Exact = true, LengthLike = false, Afternoon = mark.Value == "pm" };
    }

    /// <summary>People say "three" for 15:00: from one to six without more is the afternoon, unless the sentence is about the night.</summary>
    internal static int Daytime(int minute, bool exact, bool night) => !exact && !night && minute is >= 30 and < 360 ? minute + 720 : minute;
}
