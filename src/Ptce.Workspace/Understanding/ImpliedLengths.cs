using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Numbers that count hours because hours were counted before: "2h lundi et 3 mardi", "lundi 2h, mardi 3", "drei Stunden, nee, zweieinhalb", "2 hours on Monday and another one on Tuesday".</summary>
internal static class ImpliedLengths
{
    private const int MostHours = 12, NearRetraction = 5, FewestMinutes = 5, MostMinutes = 90;

    private static readonly FrozenSet<string> Retractions = "non nan pardon plutot enfin oups but aber mais no sorry actually rather wait nein nee ne quatsch besser ah aeh".Split(' ').ToFrozenSet();

    // what may stand between the length said and the one it turned out to be: "due to last an hour but went on for two"
    private static readonly FrozenSet<string> Turns = "on am for fur went it took lasted ended up last wurden wurde waren dauern dauerte gedauert es daraus ca a dure durer fait c etait only managed did nur".Split(' ').ToFrozenSet();

    internal static void Find(Sentence s, int i, List<Mention> found)
    {
        if (InMinutes(s, i, found) || Proportions.Find(s, i, found)) return;
        if (Number(s, i) is { Another: false } named
            && (Ahead(s, i, named.End) || Headed(s, i, named.End) || Timesheets.Counts(s, i) || Excepted(s, i, named.End) || Against(s, named.End)))
        {
            found.Add(new LengthMention(i, named.End, "length.implied", 5, (long)Math.Round(named.Value * 60)));
            return;
        }
        if (Number(s, i) is not { } n || !found.OfType<LengthMention>().Any(l => l.End <= i && l.Minutes is not null && Hours(s, l.End - 1))) return;
        if (AfterDay(s, i) || BeforeDay(s, i, n.End) || SaidAgain(s, i, n.End) || (Spenders.Speaker(s, i) || Plans.Turned(s, i)) && Ends(s, n.End) || n.Another && s.Is(i - 1, "auch") || s.Is(i - 1, ",") && s.Is(n.End, "with", "mit"))
            found.Add(new LengthMention(i, n.End, "length.implied", 5, (long)Math.Round(n.Value * 60)));
    }

    // "20 min lundi, 25 mardi": what was counted before was minutes
    private static bool InMinutes(Sentence s, int i, List<Mention> found)
    {
        if (!Numerals.Try(s, i, out var n) || n.Article || !n.Whole || n.Value is < FewestMinutes or > MostMinutes || Day(s, i)) return false;
        if (found.OfType<LengthMention>().LastOrDefault(l => l.End <= i && l.Rule != "length.implied") is not { Minutes: not null } last || !s.Has(last.End - 1, Sense.Unit, out var unit) || unit.Value != "1") return false;
        if (!BeforeDay(s, i, n.End) && !(Day(s, i - 1) && Day(s, last.Start - 1) && Ends(s, n.End))) return false;
        found.Add(new LengthMention(i, n.End, "length.implied", 5, n.Int));
        return true;
    }

    /// <summary>"am Donnerstag 2 Stunden, am Freitag 3": the number stands where the length of the day before stood, so it is no day of the month.</summary>
    internal static bool AfterDay(Sentence s, int i) =>
        Number(s, i) is { Another: false } n && Day(s, s.Is(i - 1, ":") ? i - 2 : i - 1) && Ends(s, n.End) && Enumerable.Range(1, Math.Max(0, i - 2)).Any(k => (Day(s, k - 1) || s.Is(k - 1, ":") && Day(s, k - 2)) && Numerals.Try(s, k, out var first) && Hours(s, first.End));

    /// <summary>"2h lundi, 1 mardi": the number belongs to the day after it, not to the one before.</summary>
    internal static bool BetweenDays(Sentence s, int i) => s.Is(i - 1, ",") && s[Math.Min(i, s.Count - 1)].IsDigits && Day(s, i + 1);

    // "4 statt 3 Stunden", "3 instead of 2 hours": the unit is said with the other of the two
    private static bool Against(Sentence s, int end) =>
        s.Has(end, Sense.InsteadOf, out var against) && Numerals.Try(s, end + against.Length, out var other) && !other.Article && Hours(s, other.End);

    // "no hours this week except 2 on Monday", "keine Stunden außer 2 am Montag"
    private static bool Excepted(Sentence s, int i, int end) =>
        i > 0 && s[i - 1].Norm is "except" or "but" or "ausser" or "sauf" or "bis" or "auf" && (Ends(s, end) || Day(s, end))
        && Enumerable.Range(0, i - 1).Any(k => s[k].Norm is "no" or "keine" or "aucune" or "pas" && (Hours(s, k + 1) || s.Is(k + 1, "d") && Hours(s, k + 2)));

    // "Stunden von gestern: 2,25", "my hours on Monday: 3", "paid hours: 3.5 yesterday": the unit heads the sentence
    private static bool Headed(Sentence s, int i, int end) =>
        s.Is(i - 1, ":") && (end == s.Count || Ends(s, end) || Day(s, end)) && Enumerable.Range(0, Math.Min(3, i - 1)).Any(k => Hours(s, k) && s[k].Norm.Length > 3
            && (k == 0 || !s[k - 1].IsDigits && !s.Has(k - 1, Sense.Number) && !s.Has(k - 1, Sense.One)));

    private static bool BeforeDay(Sentence s, int i, int end)
    {
        if (!s.Has(i - 1, Sense.And) && !s.Is(i - 1, ",", ":")) return false;
        if (s.Is(end, "le")) return end + 1 < s.Count && (s[end + 1].IsDigits || Day(s, end + 1));
        var day = s.Is(end, "on", "am") || s.Is(end, "for", "fur") || s.Is(end, "fuer", "pour") ? end + 1 : end;
        return Day(s, day) || day > end && (s.Has(day, Sense.Ordinal) || s.Has(day, Sense.Article) && (s[Math.Min(day + 1, s.Count - 1)].IsDigits || s.Has(day + 1, Sense.Ordinal)));
    }

    // "vormittags 2 und nachmittags 3 Stunden", "lundi 2 et mardi 3 heures": the unit is said with the last of them
    private static bool Ahead(Sentence s, int i, int end)
    {
        if (!(Day(s, i - 1) || s.Has(i - 1, Sense.Part)) || !(s.Has(end, Sense.And, out var joint) || s.Is(end, ","))) return false;
        for (var k = end + Math.Max(1, joint.Length); k <= end + 4 && k + 1 < s.Count; k++)
            if ((Day(s, k) || s.Has(k, Sense.Part)) && Numerals.Try(s, k + 1, out var last) && !last.Article) return Hours(s, last.End);
        return false;
    }

    private static bool SaidAgain(Sentence s, int i, int end)
    {
        if (i == 0 || !Ends(s, end) || Day(s, end)) return false;
        for (var back = i - 1; back >= Math.Max(1, i - NearRetraction); back--)
            if (s.Is(back, "peut") && s.Is(back + 1, "etre") && back + 2 == i) return Hours(s, Before(s, back));
            else if (Retractions.Contains(s[back].Norm) || s.Has(back, Sense.Or)) return Hours(s, Before(s, back));
        // "eine halbe Stunde weniger, also anderthalb"
        return s[Before(s, s.Is(i - 1, "so") ? i - 1 : i)].Norm is "weniger" or "mehr" or "less" or "more";
    }

    private static int Before(Sentence s, int i)
    {
        while (--i > 0 && (s[i].Kind == TokenKind.Sign || Retractions.Contains(s[i].Norm) || DayCovers(s, i) || Turns.Contains(s[i].Norm))) { }
        return i;
    }

    private readonly record struct Counted(decimal Value, int End, bool Another);

    // "another one", "noch eine", "encore une": one more of the same
    private static Counted? Number(Sentence s, int i)
    {
        if (i >= s.Count || Day(s, i)) return null;
        if (s[i].Norm is "another" or "noch" or "nochmal" && Numerals.Try(s, i + 1, out var further) && !further.Article && further.Value is > 0 and <= MostHours && !s.Has(further.End, Sense.Unit)) return new(further.Value, further.End, false);
        if (s[i].Norm is "another" or "noch" or "nochmal" or "encore" && s.Has(i + 1, Sense.One) && !s.Has(i + 2, Sense.Unit)) return new(1, i + 2, true);
        if (s.Is(i, "une") && s.Is(i + 1, "autre") && !s.Has(i + 2, Sense.Unit)) return new(1, i + 2, true);
        // "am Dienstag auch eine", "ich eine"
        if (s.Has(i, Sense.One, out var single) && Ends(s, i + single.Length) && (s.Is(i - 1, "auch") || Spenders.Speaker(s, i) && i > 0)) return new(1, i + single.Length, s.Is(i - 1, "auch"));
        // "am 9. eine halbe"
        if (s.Has(i, Sense.One, out var one) && s.Is(i + one.Length, "halbe", "halbes") && !s.Has(i + one.Length + 1, Sense.Unit)) return new(0.5m, i + one.Length + 1, false);
        // "am 9. eine ganze"
        if (s.Has(i, Sense.One, out one) && s.Is(i + one.Length, "ganze", "volle") && !s.Has(i + one.Length + 1, Sense.Unit)) return new(1, i + one.Length + 1, false);
        if (!Numerals.Try(s, i, out var n) || n.Article || n.Value is <= 0 or > MostHours) return null;
        var half = s.Has(n.End, Sense.HalfAfter, out var more) && n.Whole;
        return new(half ? n.Value + 0.5m : n.Value, half ? n.End + more.Length : n.End, false);
    }

    // Nothing counted follows the number.
    private static bool Ends(Sentence s, int i) =>
        i >= s.Count || s.Is(i, ",", ";") && !(i + 1 < s.Count && s[i + 1] is { IsDigits: true, Glued: true } && s[i].Glued) || s.Is(i, ".", "!") || s.Is(i, "?") || s.Has(i, Sense.And) || s[i].Norm is "on" or "for" or "with" or "at" or "an" or "am" or "im" or "mit" or "fur" or "bei" or "sur" or "pour" or "avec" or "en" or "de" or "d" or "of";

    private static bool Hours(Sentence s, int i) => s.Has(i, Sense.Unit, out var unit) && unit.Value is "60" or "30" or "45";

    // inside a day said in several words: "the day before yesterday"
    private static bool DayCovers(Sentence s, int i)
    {
        for (var k = i; k >= Math.Max(0, i - 3); k--)
            if (s.Has(k, Sense.RelDay, out var day) && k + day.Length > i || s.Has(k, Sense.Weekday, out day) && k + day.Length > i) return true;
        return false;
    }

    private static bool Day(Sentence s, int i) => s.Has(i, Sense.Weekday) || s.Has(i, Sense.RelDay)
        || i > 0 && (s.Has(i, Sense.Ordinal) && (s[i - 1].Norm is "am" or "den" or "the") || s[Math.Min(i, s.Count - 1)].IsDigits && s.Is(i - 1, "le")) || s.Is(i, "lendemain") || i > 0 && s.Has(i, Sense.Month) && s[i - 1].IsDigits
        || i > 1 && s[Math.Min(i, s.Count - 1)].Glued && (s.Is(i, ".") && s[i - 1].IsDigits && s.Is(i - 2, "am", "den") || s[Math.Min(i, s.Count - 1)].Norm is "th" or "rd" or "nd" or "st" && s.Is(i - 2, "the"));
}
