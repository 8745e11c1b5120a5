namespace Ptce.Workspace;

/// <summary>Lengths as people say them: plain, from–to, so many times, about, each day, each person.</summary>
internal static class LengthRules
{
    internal static void Find(Sentence s, int i, ReadingSettings settings, List<Mention> found)
    {
        if (NotEven(s, i)) return;
        var start = i;
        bool perDay = false, perPerson = false, approximate = false;
        while (true)
        {
            if (s.Has(i, Sense.PerDay, out var daily) && !s.Has(i, Sense.One)) { perDay = true; i += daily.Length; }
            else if (s.Has(i, Sense.PerPerson, out var each)) { perPerson = true; i += each.Length; }
            else if (s.Has(i, Sense.Approx, out var about) && (!s.Has(i, Sense.One) || about.Length > 1 && (s.Has(i + about.Length, Sense.Number) || i + about.Length < s.Count && s[i + about.Length].IsDigits))) { approximate = true; i += about.Length; }
            else if (s.Is(i, "~")) { approximate = true; i++; }
            else break;
        }
        var found0 = found.Count;
        Times(s, i, settings, found);
        Range(s, i, settings, found);
        if (LengthGrammar.Try(s, i, settings, out var plain))
        {
            found.Add(Make(i, plain.End, plain.Bare ? "length.colon" : plain.Days is not null ? "length.days" : "length", plain.Bare ? 2 : 5, plain));
            TimesAfter(s, i, plain, found);
        }
        if (found.Count == found0) ImpliedLengths.Find(s, i, found);
        for (var k = found0; k < found.Count; k++)
        {
            var length = (LengthMention)found[k] with { Start = start, PerDay = perDay, PerPerson = perPerson };
            if (length.Days is null && (s.Is(length.Start, "journees") || s.Is(length.Start + 1, "journees") && length.End == length.Start + 2)) length = length with { PerDay = true };
            length = Suffix(s, length with { Approximate = length.Approximate || approximate });
            found[k] = RoundTrips.Before(s, start, length.PerDay || length.PerPerson) ? length with { Minutes = length.Minutes * 2, PerDay = false, PerPerson = false, Times = 2 } : length;
        }
    }

    /// <summary>"pas une minute de pause", "sans une heure de répit": none of it, so no length.</summary>
    internal static bool NotEven(Sentence s, int i) =>
        s.Is(i - 1, "pas", "sans") && s.Is(i, "une", "un") && s.Has(i + 1, Sense.Unit) && s.Is(i + 2, "de", "d");

    private static LengthMention Make(int start, int end, string rule, int bonus, PlainLength plain) =>
        plain.Else is { } other ? new(start, end, "length.decimal_or_minutes", bonus, null, Math.Min(other, Round(plain.Minutes)), Math.Max(other, Round(plain.Minutes)))
            : new(start, end, rule, bonus, Round(plain.Minutes), Approximate: plain.Approximate, Days: plain.Days, Bare: plain.Bare, Halves: plain.Days * 2 * plain.Unit == plain.Minutes && plain.Days is > 0);

    private static long Round(decimal minutes) => (long)Math.Round(minutes, MidpointRounding.AwayFromZero);

    // "2 x 3h", "drei mal 20 Minuten", "2 séances de 3h", "twice an hour and a half"
    private static void Times(Sentence s, int i, ReadingSettings settings, List<Mention> found)
    {
        int count, at;
        if (s.Has(i, Sense.Times, out var fixedTimes) && int.TryParse(fixedTimes.Value, out count)) at = i + fixedTimes.Length;
        else if (Numerals.TrySmall(s, i, 2, 99, out var n) && s.Has(n.End, Sense.Times, out var times)) { count = n.Int; at = n.End + times.Length; }
        else if (n.Value >= 2 && LengthGrammar.Try(s, n.End, settings, out var each) && each.End < s.Count && s[each.End].Norm is "sessions" or "meetings" or "workshops" or "calls" or "slots" or "blocks" or "visits") { count = n.Int; at = n.End; }
        else return;
        at = s.Has(at, Sense.Approx, out var about) && !s.Has(at, Sense.One) ? at + about.Length : at;
        if (!LengthGrammar.Try(s, at, settings, out var plain)) return;
        found.Add(Make(i, plain.End, "length.times", 9, plain) with { Minutes = Round(plain.Minutes * count), Times = count, Days = plain.Days * count });
    }

    // "3h x 2", "2 heures deux fois"
    private static void TimesAfter(Sentence s, int i, PlainLength plain, List<Mention> found)
    {
        int count, at;
        if (s.Has(plain.End, Sense.Times, out var times) && int.TryParse(times.Value, out count)) at = plain.End + times.Length;
        else if (s.Has(plain.End, Sense.Times, out times) && times.Value == "" && Numerals.TrySmall(s, plain.End + times.Length, 2, 99, out var n) && !s.Has(n.End, Sense.Unit) && !s.Has(n.End, Sense.PeopleAfter)) { count = n.Int; at = n.End; }
        else if (Numerals.TrySmall(s, plain.End, 2, 99, out n) && s.Has(n.End, Sense.Times, out times) && times.Value == "" && !LengthFollows(s, n.End + times.Length)) { count = n.Int; at = n.End + times.Length; }
        else return;
        found.Add(Make(i, at, "length.times", 9, plain) with { Minutes = Round(plain.Minutes * count), Times = count, Days = plain.Days * count });
    }

    private static bool LengthFollows(Sentence s, int i) => Numerals.Try(s, i, out var n) && s.Has(n.End, Sense.Unit);

    // "2-3h", "zwei bis drei Stunden", "entre 1h et 2h", "une heure ou deux"
    private static void Range(Sentence s, int i, ReadingSettings settings, List<Mention> found)
    {
        var between = s.Is(i, "entre", "between") || s.Is(i, "zwischen");
        var opened = !between && (s.Is(i - 1, "de", "from") || s.Is(i - 1, "von"));
        var at = between ? i + 1 : i;
        if (LengthGrammar.Try(s, at, settings, out var first) && !first.Bare)
        {
            if (Joint(s, first.End, between) is not { } second) return;
            if (LengthGrammar.Try(s, second, settings, out var last) && last.Minutes > first.Minutes)
            {
                if (first.Clock is not null && last.Clock is not null && (opened || first.Minutes >= 7 * 60 || last.Minutes > 8 * 60)) return;
                AddRange(found, i, last.End, Round(first.Minutes), Round(last.Minutes), first.Approximate || last.Approximate);
            }
            else if (s.Has(first.End, Sense.Or) && Numerals.Try(s, second, out var n) && !n.Article && n.Value * first.Unit > first.Minutes)
                AddRange(found, i, n.End, Round(first.Minutes), Round(n.Value * first.Unit), first.Approximate);
            return;
        }
        if (!Numerals.Try(s, at, out var low) || (low.Article && !between && !s.Has(low.End, Sense.To) && !s.Has(low.End, Sense.Or) && !(s.Is(low.End, ",") && s.Has(i, Sense.One, out var one) && one.Tongue == s.Spoken))) return;
        if ((Joint(s, low.End, between) ?? Neighbour(s, i, low)) is not { } next || !LengthGrammar.Try(s, next, settings, out var high)) return;
        var least = low.Value * high.Unit;
        if (high.Unit is 15 or 30 or 45 || least >= high.Minutes) return;
        if (high.Clock is not null && ((opened && high.Short) || high.Minutes > 8 * 60)) return;
        AddRange(found, i, high.End, Round(least), Round(high.Minutes), high.Approximate);
    }

    // "zwei, drei Stunden", "two three hours": the next number up, in words, is a doubt
    private static int? Neighbour(Sentence s, int i, Numeral low)
    {
        if (low.Digits || !low.Whole) return null;
        var next = s.Is(low.End, ",") ? low.End + 1 : low.End;
        return s.Has(i - 1, Sense.Weekday) || !Numerals.Try(s, next, out var high) || high.Digits || high.Value != low.Value + 1 ? null : next;
    }

    private static int? Joint(Sentence s, int i, bool between)
    {
        if (between) return s.Has(i, Sense.And, out var and) ? i + and.Length : null;
        if (s.Is(i, "-")) return i + 1;
        if (s.Has(i, Sense.Or, out var or)) return i + or.Length;
        return s.Has(i, Sense.To, out var to) ? i + to.Length : null;
    }

    private static void AddRange(List<Mention> found, int start, int end, long least, long most, bool approximate) =>
        found.Add(new LengthMention(start, end, "length.range", 20, null, least, most, approximate));

    // "2h environ", "two hours or so"; "3 hours over the weekend" is exact
    private static bool Behind(string norm) =>
        norm is "environ" or "max" or "env" or "or" or "ish" or "give" or "et" or "a" or "approximativement" or "grosso" or "roughly" or "approx" or "approximately" or "more" or "circa" or "ca" or "ungefahr" or "ungefaehr" or "etwa" or "zirka";

    private static LengthMention Suffix(Sentence s, LengthMention length)
    {
        while (true)
        {
            var at = length.End;
            if (s.Has(at, Sense.One) && s.Has(at + 2, Sense.AgoAfter)) return length;
            if (RoundTrips.After(s, at) is { } ways) return length with { Minutes = length.Minutes * 2, Times = 2, End = ways };
            if (s.Is(at, "each") && s.Is(at + 1, "for")) { length = length with { PerPerson = true, End = at + 2 }; continue; }
            if (s.Has(at, Sense.PerDay, out var mark) && !s.Has(at, Sense.Unit)) length = length with { PerDay = true };
            else if (s.Has(at, Sense.PerPerson, out mark)) length = length with { PerPerson = true };
            else if (s.Has(at, Sense.PerWeek, out mark)) length = length with { PerWeek = true };
            else if (s.Has(at, Sense.PerMonth, out mark)) length = length with { PerMonth = true };
            else if (s.Has(at, Sense.Approx, out mark) && !LengthFollows(s, at + mark.Length) && Behind(s[at].Norm) && !s.Is(at + 1, "than", "als")) length = length with { Approximate = true };
            else return length;
            length = length with { End = at + mark.Length };
        }
    }
}
