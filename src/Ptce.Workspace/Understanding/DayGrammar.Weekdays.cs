namespace Ptce.Workspace;

/// <summary>Weekdays with what stands around them.</summary>
internal static partial class DayGrammar
{
    // "on vend des paniers": the verb, not the Friday of "vend 2h"
    private static bool Sells(Sentence s, int at) => s.Is(at, "vend") && (s.Is(at - 1, "on", "qui") || s[Math.Min(at + 1, s.Count - 1)].Norm is "ensemble" or "des" or "nos" or "une" or "du");

    // "lundi", "lundi dernier", "next Thursday", "mardi en quinze", "Montag letzter Woche", "lundi 16 novembre", "Dienstagabend"
    private static bool WithWeekday(Sentence s, int i, out DaySaid said)
    {
        said = default;
        var at = i;
        var which = 0;
        var later = 0;
        if (s.Has(at, Sense.WeekAfter, out var before) && (s.Is(at + before.Length, "on") || s.Has(at + before.Length, Sense.Weekday))) return false;
        if (WeekFrom(s, ref at)) later = 7;
        if (s.Has(at, Sense.Last, out var mark)) { which = mark.Value == "2" ? -2 : -1; at += mark.Length; }
        else if (s.Has(at, Sense.Next, out mark)) { which = 1; at += mark.Length; }
        else if (s.Has(at, Sense.This, out mark)) { which = 2; at += mark.Length; }
        else if (!s.Has(at, Sense.Weekday) && s.Has(at, Sense.Article, out mark) && s.Has(at + mark.Length, Sense.Weekday)) at += mark.Length;
        if (!s.Has(at, Sense.Weekday, out var day) && !Owns(s, at, out day) || !Abbreviates(s, at) || Sells(s, at) || OtherSense(s, at)) return false;
        var part = Compound(s[at].Norm);
        at += day.Length;
        if (part is null && s.Has(at, Sense.Part, out mark)) { part = mark.Value; at += mark.Length; }
        var rule = "date.weekday";
        int? week = null;
        if (s.Has(at, Sense.WeekAfter, out mark)) { later = mark.Number; at += mark.Length; rule = "date.weekday_later"; }
        else if (s.Has(at, Sense.OfWeek, out mark)) { week = mark.Number; at += mark.Length; rule = "date.weekday_of_week"; }
        else if (which == 0 && s.Has(at, Sense.Last, out mark)) { which = mark.Value == "2" ? -2 : -1; at += mark.Length; }
        else if (which == 0 && s.Has(at, Sense.Next, out mark)) { which = 1; at += mark.Length; }
        if (part is null && s.Has(at, Sense.Part, out mark)) { part = mark.Value; at += mark.Length; }
        var number = s.Is(at, ",") ? at + 1 : at;
        number = s.Past(number, Sense.Article);
        // "lundi et mardi, deux demi-journées": a number in words behind a comma is no day
        if (s.Is(at, ",") && number < s.Count && !s[number].IsDigits && number == at + 1) number = s.Count;
        if (which == 0 && !ImpliedLengths.BetweenDays(s, number) && (Numeric(s, number, out said) || Numbered(s, number, number > at || Bare(s, number), out said)))
        {
            var date = said.Date switch { DayMonthPhrase exact => exact with { Weekday = day.Number }, DayOfMonthPhrase bare => bare with { Weekday = day.Number }, var other => other };
            said = new(date, said.End, "date.weekday_and_day", part ?? said.Part);
            return true;
        }
        said = new(new DayOfWeekPhrase(day.Number, which, later, week), at, rule, part, day.Typo && day.Length == 1 && s[at - 1].Norm.Length < 3);
        return true;
    }

    // "fridays phone call", typed without its apostrophe
    internal static bool Owns(Sentence s, int at, out Mark day) =>
        s.Has(at, Sense.Weekdays, out day) && day.Tongue == Tongue.English && (s.Has(at + day.Length, Sense.Meeting) || s.Has(at + day.Length, Sense.Activity) || at + 1 < s.Count && s[at + 1].IsDigits);

    // "mar 3h", "lun 2h mer 1h": the sea, the month and the game are no days
    private static bool Abbreviates(Sentence s, int at) =>
        s.Is(at, "jeu") ? !(s.Is(at + 1, "de", "d") || s.Is(at - 1, "un", "le") || s.Is(at - 1, "du", "en")) : !s.Is(at, "mar", "mer") || (at + 1 < s.Count && (s[at + 1].IsDigits || s.Is(at + 1, ":") || s.Has(at + 1, Sense.Part)) && !s.Is(at - 1, "la", "en"));

    // "the board sat for two hours", "in the sun": English words that a weekday is cut short to
    private static bool OtherSense(Sentence s, int at) =>
        s.Is(at, "sun") ? s.Is(at - 1, "the") || s.Is(at - 1, "hot", "full") : s.Is(at, "sat") ? Sits(s, at) : s.Is(at, "so") && s.Spoken == Tongue.German && Such(s, at);

    // "im Februar so", "gestern so zwei Stunden": German says it everywhere
    private static bool Such(Sentence s, int at) =>
        !(Alike(s, at) || at == 0 && s.Count > 1 && s[1].IsDigits || s.Is(at - 1, "am", "bis") || s.Is(at - 1, "-", "/") || s.Has(at - 1, Sense.And) || s.Has(at - 1, Sense.Weekday)
            || s.Has(at - 1, Sense.Unit) && (at + 1 == s.Count || s[at + 1].Kind == TokenKind.Sign) || at > 0 && s[at - 1].Kind == TokenKind.Sign && at + 1 < s.Count && s[at + 1].IsDigits);

    // "2 std sa und 1 std so": behind its length as the weekday before it
    private static bool Alike(Sentence s, int at) =>
        s.Has(at - 1, Sense.Unit) && Enumerable.Range(1, Math.Max(0, at - 2)).Any(i => s.Has(i, Sense.Weekday) && s.Has(i - 1, Sense.Unit));

    private static bool Sits(Sentence s, int at)
    {
        var after = s[Math.Min(at + 1, s.Count - 1)];
        if (at + 1 == s.Count || after.Kind != TokenKind.Letters || s.Has(at + 1, Sense.Part) || s.Has(at + 1, Sense.Month) || s.Has(at + 1, Sense.And) && s.Has(at + 2, Sense.Weekday)) return false;
        if (after.Norm is "in" or "through" or "down" or "on" or "around" or "round" or "for" or "next" or "beside" or "together" or "idle" or "there") return true;
        // "sat at the desk on Friday": the day is said later
        if (at == 0) return after.Norm is "at" or "with" && Enumerable.Range(1, s.Count - 1).Any(i => s.Has(i, Sense.Weekday) || s.Has(i, Sense.RelDay));
        var before = s[at - 1];
        return before.Norm is "i" or "we" or "they" or "he" or "she" or "who" or "just" or "had" || s.Has(at - 1, Sense.Activity) || s.Has(at - 1, Sense.FirstName);
    }

    // "lundi 16" is the sixteenth, "lundi 16h" is not, "lundi 2 personnes" is not.
    private static bool Bare(Sentence s, int i)
    {
        if (i >= s.Count || !s[i].IsDigits || !Numerals.TrySmall(s, i, 1, 31, out var n) || ImpliedLengths.AfterDay(s, i) || Timesheets.Counts(s, i)) return false;
        // "lundi 23 2h", "jeudi 16 : une heure": the day, then what was done on it
        if (s.Is(n.End, ":") && !(n.End + 1 < s.Count && s[n.End + 1] is { IsDigits: true, Glued: true }) || Follows(s, n.End - 1) && s[n.End].IsDigits && !s[n.End].Glued) return true;
        return n.End >= s.Count || s.Has(n.End, Sense.Month) || (s.Has(n.End, Sense.To, out var until) && s.Has(s.Past(n.End + until.Length, Sense.Article), Sense.Weekday)) || (s.Has(n.End, Sense.And, out var and) && s.Has(s.Past(n.End + and.Length, Sense.Article), Sense.Weekday) && !Follows(s, n.End + and.Length)) || s.Is(n.End, "er") || s[n.End] is { Glued: true, Norm: "th" or "st" or "nd" or "rd" } || (s.Is(n.End, ",") && !(n.End + 1 < s.Count && s[n.End + 1] is { IsDigits: true, Glued: true }))
            || (s[n.End].IsLetters && !s[n.End].Glued && n.Value > 9 && !s.Has(n.End, Sense.Unit) && !s.Has(n.End, Sense.PeopleAfter) && !s.Has(n.End, Sense.Times) && !s.Has(n.End, Sense.To) && !s.Has(n.End, Sense.OClock));
    }

    // "lundi 2 et mardi 3 heures": the numbers are lengths, not days.
    private static bool Follows(Sentence s, int i)
    {
        var at = s.Past(i, Sense.Article) + 1;
        return Numerals.TrySmall(s, at, 1, 31, out var n) && s.Has(n.End, Sense.Unit);
    }

    private static bool WeekFrom(Sentence s, ref int at)
    {
        if (!(s.Is(at, "a") || s.Is(at, "in")) || !(s.Is(at + 1, "week") || s.Is(at + 2, "week"))) return false;
        var end = s.Is(at + 1, "week") ? at + 2 : at + 3;
        if (!s.Is(end, "on", "from") || !s.Has(end + 1, Sense.Weekday)) return false;
        at = end + 1;
        return true;
    }

    private static string? Compound(string norm)
    {
        foreach (var (tail, part) in Tails) if (norm.Length > tail.Length + 4 && norm.EndsWith(tail, StringComparison.Ordinal) && (norm.Contains("tag", StringComparison.Ordinal)
            || norm.StartsWith("mittwoch", StringComparison.Ordinal))) return part;
        return null;
    }

    private static readonly (string Tail, string Part)[] Tails =
        [("vormittag", "matin"), ("nachmittag", "apres_midi"), ("morgen", "matin"), ("abend", "soir"), ("fruh", "matin"), ("frueh", "matin"), ("nacht", "nuit")];
}
