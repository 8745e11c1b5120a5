namespace Ptce.Workspace;

/// <summary>Times and spans of the day in a sentence.</summary>
internal static class ClockRules
{
    internal static void Find(Sentence s, int i, bool night, List<Mention> found)
    {
        Range(s, i, night, found);
        ComingAndGoing.Find(s, i, night, found);
        var prep = s.Has(i, Sense.ClockPrep, out var mark) && !s.Is(i - 1, "lieu") && !(s.Is(i, "a") && s.Spoken == Tongue.English) || By(s, i, ref mark);
        if (prep && Roughly(s, i, i + mark.Length)) prep = false;
        if (prep && ClockGrammar.Try(s, i + mark.Length, BareAfter(s, i), out var clock) && (clock.Marked || BareFits(s, clock)))
        {
            var minute = ClockGrammar.Daytime(clock.Minute, clock.Exact, night);
            found.Add(new ClockMention(i, clock.End, "clock.at", 6, minute, clock.Exact));
            if (s.Has(There(s, clock.End), Sense.InsteadOf, out var instead) && ClockGrammar.Try(s, s.Past(There(s, clock.End) + instead.Length, Sense.ClockPrep), true, out var planned))
                found.Add(new ClockMention(i, planned.End, "clock.instead", 8, minute, true, ClockGrammar.Daytime(planned.Minute, planned.Exact, night)));
        }
        if (!ClockGrammar.Try(s, i, false, out clock) || !prep && Counted(s, i, clock)) return;
        if (s.Is(i - 1, "until", "till") || s.Is(i - 1, "bis") || (s.Is(i - 1, "a") && s.Is(i - 2, "jusqu")))
        {
            found.Add(new ClockMention(i - 1, clock.End, "clock.until", 14, clock.Minute, clock.Exact, Ends: true));
            return;
        }
        var plainMinute = ClockGrammar.Daytime(clock.Minute, clock.Exact, night);
        if (!clock.LengthLike) found.Add(new ClockMention(i, clock.End, "clock", 6, plainMinute, clock.Exact));
        else if (clock.Minute is >= 540 and < 1440 && !(Numerals.TrySmall(s, clock.End, 0, 59, out var rest) && s.Has(rest.End, Sense.Unit)) && (!SpeaksOfLength(s, i, clock.End) || OfEvent(s, i)) && (clock.Minute % 60 != 0 || (clock.Minute >= 780 && BesideDay(s, i, clock.End) && s.Is(i + 1, "h")) || BesideEvent(s, i, clock.End) || OfEvent(s, i)))
            found.Add(new ClockMention(i, clock.End, "clock.beside_event", 7, plainMinute, true, Plain: true));
    }

    // "about 3h", "around 2h": so long; "around 14h" says when
    private static bool Roughly(Sentence s, int i, int at) =>
        s.Spoken == Tongue.English && s.Has(i, Sense.Approx) && ClockGrammar.Try(s, at, false, out var clock) && clock is { LengthLike: true, Minute: < 540 };

    // "1:20 h gestern", "trois heures pile hier": so long, unless a preposition says when
    private static bool Counted(Sentence s, int i, ClockTime clock) =>
        clock.Minute < 540 && (s.Is(i + 1, ":") && (s.Is(clock.End - 1, "h") || Timed(s, i, clock)) || s.Is(clock.End - 1, "pile")) && !s.Has(i - 1, Sense.Open) && !s.Has(i - 1, Sense.To);

    // "02:15 hier", "lundi 1:30 compta": what a timer shows, since French says an hour of the afternoon on twenty-four; "2:30 au copil" may be when it met
    private static bool Timed(Sentence s, int i, ClockTime clock) =>
        s.Spoken == Tongue.French && clock.Minute < 360 && clock.End == i + 3 && !BesideEvent(s, i, clock.End) && !s.Is(clock.End, "-")
        && (s[i].Norm.StartsWith('0') || !Enumerable.Range(0, s.Count).Any(k => s.Has(k, Sense.Activity) || s.Has(k, Sense.Meeting)));

    // "erst um 9:45 da statt um 9"
    private static int There(Sentence s, int i) => s.Is(i, "da", "there") || s.Is(i, "dort", "hier") ? i + 1 : i;

    // "um 10", "at 10" without a unit; "à 10" in French counts people.
    private static bool BareAfter(Sentence s, int i) => s.Is(i, "at", "um") || s.Is(i, "gegen", "by");

    // "by 10 instead of 9"
    private static bool By(Sentence s, int i, ref Mark mark)
    {
        if (!s.Is(i, "by") || !s.Has(i + 2, Sense.InsteadOf)) return false;
        mark = new(Sense.ClockPrep, "", 1, Tongue.English);
        return true;
    }

    private static bool BareFits(Sentence s, ClockTime clock) =>
        clock.Minute > 0 && !s.Has(clock.End, Sense.Activity) && !s.Has(clock.End, Sense.Meeting) && !s.Has(clock.End, Sense.Thing) && !s.Has(clock.End, Sense.Number);

    private static bool SpeaksOfLength(Sentence s, int i, int end) =>
        s.Is(end, "de", "d") || s.Is(end, "of", "von") || s.Is(end, "des", "du") || s.Is(i - 1, "pendant", "durant") || s.Is(i - 1, "for", "lang") || s.Is(i - 1, "passe", "de")
        || s.Is(i - 2, "ai", "avons") || s.Is(i - 1, "spent", "worked") || s.Is(i - 1, "fait", "bosse") || s.Is(i - 1, "travaille", "note") || s.Has(end, Sense.PerDay) || s.Has(end, Sense.PerPerson)
        || s.Has(i - 1, Sense.Approx);

    // "la réunion de 14h": no meeting lasts fourteen hours
    private static bool OfEvent(Sentence s, int i) => (s.Is(i - 1, "de", "des") || s.Is(i - 1, "of")) && BesideEvent(s, i - 1, i - 1);

    private static bool BesideEvent(Sentence s, int i, int end)
    {
        for (var back = Math.Max(0, i - 4); back < i; back++)
            foreach (var mark in s.At(back))
                if (mark.Sense is Sense.Activity or Sense.Meeting && back + mark.Length == i) return true;
        return s.Has(end, Sense.Activity) || s.Has(end, Sense.Meeting);
    }

    private static void Range(Sentence s, int i, bool night, List<Mention> found)
    {
        var opened = s.Has(i, Sense.Open, out var open);
        var between = s.Is(i, "entre", "between") || s.Is(i, "zwischen");
        var at = opened ? i + open.Length : i;
        if (!ClockGrammar.Try(s, at, true, out var from) || !from.Marked && s.Has(at - 1, Sense.Month)) return; // "may 12 - 2h"
        var day = from.Marked && DayGrammar.Try(s, from.End, false, out var said) && said.Date is DayOffset or DayOfWeekPhrase or DayMonthPhrase && !said.Weak
            ? new DateMention(from.End, said.End, said.Rule, 0, said.Date, DateRole.On, said.Part) : null;
        if ((Joint(s, day?.End ?? from.End, between, from.Marked) ?? Pair(s, from)) is not { } next || !ClockGrammar.Try(s, s.Past(next, Sense.ClockPrep), true, out var to)) return;
        if (!Fits(s, from, to, opened && (from.Marked || to.Marked || s.Is(i, "de", "from") || s.Is(i, "von")), between) && !Beside(s, i, from, to) && !Another(s, i, from, to, found)) return;

        var start = from.Minute;
        var startExact = from.Exact;
        if (!from.Exact && to.Afternoon && start < 720 && start + 720 < to.Minute) { start += 720; startExact = true; }
        if (!from.Marked && to.Exact && !to.Afternoon) startExact |= to.Minute < 720;
        start = ClockGrammar.Daytime(start, startExact, night);
        var end = to.Minute;
        // "from 9 to 5", "de 14h à 2h": an end before the start is the same afternoon when it was said on twelve hours, else the next day.
        if (!to.Exact && end < 720 && end <= start % 1440 && end + 720 > start && start < 1080) end += 720;
        // "gestern Abend von sieben bis neun"
        if (!startExact && !to.Exact && start is >= 300 and < 720 && end is > 0 and <= 720 && end > start && Evening(s)) (start, end) = (start + 720, end + 720);
        if (start % 1440 == end % 1440) return; // "2h à 14h": a length and its beginning
        if (day is not null && next <= day.Start) day = null;
        found.Add(new ClockRangeMention(i, to.End, "clock.range", 20, start, end, day));
    }

    private static bool Evening(Sentence s)
    {
        for (var k = 0; k < s.Count; k++)
            foreach (var mark in s.At(k))
                if (mark is { Sense: Sense.Part, Value: "soir" } || mark.Sense == Sense.RelDay && mark.Value.EndsWith("soir", StringComparison.Ordinal)) return true;
        return false;
    }

    // "9h30 12h00", "9h 10h30": two written times side by side
    private static int? Pair(Sentence s, ClockTime from) =>
        from.Marked && from.Minute >= 420 && ClockGrammar.Try(s, from.End, false, out var to) && to.Marked && to.Minute > from.Minute && to.Minute <= 1410
        && (s[from.End].IsDigits || !s[from.End - 1].IsDigits && s.Has(from.End, Sense.Number)) ? from.End : null;

    private static int? Joint(Sentence s, int i, bool between, bool marked)
    {
        if (between && s.Has(i, Sense.And, out var and)) return i + and.Length;
        if (s.Is(i, "-") || (marked && s.Is(i, "/"))) return i + 1;
        return s.Has(i, Sense.To, out var to) ? i + to.Length : null;
    }

    // "hier 9-12": bare hours next to a day, both in the working day
    private static bool Beside(Sentence s, int i, ClockTime from, ClockTime to) =>
        !from.Marked && !to.Marked && (s.Is(from.End, "-") || s.Has(from.End, Sense.To)) && (from.Minute >= 420 || (s.Is(from.End, "till", "until") || s.Is(from.End, "to") && s.Spoken == Tongue.English) && from.Minute >= 60 && to.Minute > from.Minute) && (to.Minute > from.Minute && to.Minute <= 1320 || to.Minute is >= 60 and <= 420)
        && BesideDay(s, i, to.End) && !s.Is(to.End, ".", "/");

    // "8 bis 12 aufgebaut, 13 bis 17 verkauft": bare hours after a span of the same day
    private static bool Another(Sentence s, int i, ClockTime from, ClockTime to, List<Mention> found) =>
        !from.Marked && !to.Marked && from.Minute >= 60 && to.Minute > from.Minute && to.Minute <= 1320 && (s.Is(i - 1, ",", "+") || s.Has(i - 1, Sense.And) || s.Is(i - 1, "again", "nochmal")) && s.Spoken != Tongue.French
        && (to.End >= s.Count || !s.Has(to.End, Sense.Unit) && !s.Has(to.End, Sense.Month) && !s.Has(to.End, Sense.PeopleAfter) && !s.Is(to.End, ".", "/")) && found.Exists(m => m is ClockRangeMention before && before.End < i && before.To <= ClockGrammar.Daytime(from.Minute, from.Exact, false));

    private static bool BesideDay(Sentence s, int i, int end) =>
        Day(s, s.Is(i - 1, ",", ":") ? i - 2 : i - 1) || s.Has(end, Sense.RelDay) || s.Has(end, Sense.Weekday)
        || ((s.Is(end, "on", "am") || s.Is(end, "le")) && s.Has(end + 1, Sense.Weekday));

    private static bool Day(Sentence s, int last) =>
        s.Has(last, Sense.Part) && last > 0 && Day(s, last - 1) || s.Has(last, Sense.RelDay) || s.Has(last, Sense.Weekday) || s.Has(last - 1, Sense.RelDay, out var two) && two.Length == 2 || last > 0 && s[last].Glued && s[last].Norm is "th" or "st" or "nd" or "rd" && s[last - 1].IsDigits;

    private static bool Fits(Sentence s, ClockTime from, ClockTime to, bool opened, bool between)
    {
        if (from.Minute == to.Minute) return false;
        if (!from.Marked && !to.Marked) return opened && !between && !s.Has(to.End, Sense.Thing) && from.Minute >= 60 && to.Minute >= 60 && !s.Is(to.End, "-") && !(s.Is(to.End, ",") && (to.End + 1 == s.Count || s[to.End + 1].IsDigits || s.Has(to.End + 1, Sense.Number)));
        var strict = (!from.LengthLike && from.Marked) || (!to.LengthLike && to.Marked);
        if (strict) return true;
        // only "h" marks it: "2-3h" is a length, "14-17h" is a span of the day
        var late = from.Minute >= 420 || to.Minute > 480;
        return between || !opened ? late : true;
    }
}
