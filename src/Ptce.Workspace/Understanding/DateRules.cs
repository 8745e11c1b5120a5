namespace Ptce.Workspace;

/// <summary>Dates in a sentence: one day, from–to, several, a night, and the role a preposition gives them.</summary>
internal static class DateRules
{
    internal static void Find(Sentence s, int i, List<Mention> found)
    {
        Night(s, i, found);
        NextDays.Find(s, i, found);
        Range(s, i, found);
        YearParts.Find(s, i, found);
        List(s, i, found);
        Either(s, i, found);
        Role(s, i, found);
        Recurring(s, i, found);
        if (DayGrammar.Try(s, i, false, out var said))
            found.Add(new DateMention(i, said.End, said.Rule, said.Weak ? 1 : 6, said.Date, DateRole.On, said.Part));
        if (s.Has(i, Sense.Part, out var part) && !s.Has(i, Sense.RelDay)) found.Add(new PartMention(i, i + part.Length, "part_of_day", 1, part.Value));
    }

    // "avant le 15", "jusqu'à fin mars", "à partir du 1er décembre", "by Friday", "bis zum 15."
    private static void Role(Sentence s, int i, List<Mention> found)
    {
        foreach (var mark in s.At(i))
        {
            if (mark.Sense is not (Sense.Before or Sense.Until or Sense.Starting) || (s.Has(i, Sense.RelDay, out var whole) && whole.Length > mark.Length)) continue;
            var at = i + mark.Length;
            var last = s[at - 1].Norm;
            // "Ende 30. April" ends then; "Ende April" is the end of a month
            if (mark.Length == 1 && last is "ende" or "end" or "ends" or "start" or "starts" or "beginn" && !(at < s.Count && s[at].IsDigits)) continue;
            var marked = last is "le" or "la" or "au" or "du" or "the" or "zum" or "dem" or "den" or "les" or "vom" or "am";
            if (!marked && s.Has(at, Sense.Article, out var article) && !s.Has(at, Sense.One)) { marked = true; at += article.Length; }
            else if (s.Is(at, "on") || s.Is(at, "am")) at++;
            if (!DayGrammar.Try(s, at, marked, out var said) && !DayGrammar.Try(s, i + mark.Length, marked, out said)) continue;
            var role = mark.Sense switch { Sense.Before => DateRole.Before, Sense.Until => DateRole.Until, _ => DateRole.Starting };
            found.Add(new DateMention(i, said.End, "date." + role.ToString().ToLowerInvariant(), 7, said.Date, role, said.Part));
        }
        // "December 15 at the latest", "vendredi au plus tard"
        if (DayGrammar.Try(s, i, false, out var day) && (s.Is(day.End, "au") && s.Is(day.End + 1, "plus") && s.Is(day.End + 2, "tard") || s.Is(day.End, "at") && s.Is(day.End + 1, "the") && s.Is(day.End + 2, "latest")))
            found.Add(new DateMention(i, day.End + 3, "date.until", 7, day.Date, DateRole.Until, day.Part));
    }

    // "du 3 au 5 novembre", "16-18 Nov", "von Montag bis Mittwoch", "between the 3rd and the 5th", "16-18/11"
    private static void Range(Sentence s, int i, List<Mention> found)
    {
        var between = s.Is(i, "entre", "between") || s.Is(i, "zwischen");
        var opened = s.Has(i, Sense.Open, out var open) ? open.Length : s.Is(i, "le", "les") || s.Is(i, "am", "the") || s.Is(i, "on") ? 1 : 0;
        var at = i + opened;
        if (opened > 0 && s.Has(at, Sense.Article, out var article) && !s.Has(at, Sense.One) && !s.Has(at, Sense.Period)) at += article.Length;
        Months(s, i, at, opened > 0, between, found);
        if (!Loose(s, at, out var first)) return;
        if (Joint(s, first.End, between) is not { } joint) return;
        var next = s.Has(joint.At, Sense.Article, out article) && !s.Has(joint.At, Sense.One) && !s.Has(joint.At, Sense.Period) ? joint.At + article.Length : joint.At;
        var marked = next > joint.At || joint.Marked;
        DaySaid last;
        if (first.Date is DayOfMonthPhrase bare && SlashMonth(s, next, out last)) { }
        else if (!DayGrammar.Try(s, next, marked, out last) && !(opened > 0 && !s.Is(first.End, "a") && first.Date is DayMonthPhrase && Loose(s, next, out last))) return;
        if (first.Date is DayOfMonthPhrase && last.Date is DayOfMonthPhrase && !(opened > 0 && (marked || first.Rule == "date.ordinal"))) return;
        if (first.Date is DayOfMonthPhrase && last.Date is not (DayOfMonthPhrase or DayMonthPhrase)) return;
        if (first.Date is PeriodPhrase || last.Date is PeriodPhrase && first.Date is not (DayOffset or DayMonthPhrase)) return;
        if (first.Date is DayOfWeekPhrase && joint.Hyphen && last.Date is not DayOfWeekPhrase) return;
        // "le jeudi soir jusqu'à fin juin", "on Thursdays until the end of June": each of them, until then
        if (first.Date is DayOfWeekPhrase { Fixed: false } && last.Date is MonthPhrase && s[i].Norm is "le" or "les" or "on") return;
        var end = last.Date is DayMonthPhrase month && first.Date is DayMonthPhrase start && start.Year is null && month.Year is not null
            ? first.Date is DayMonthPhrase f && f.Month <= month.Month ? f with { Year = month.Year } : start with { Year = month.Year - 1 }
            : first.Date;
        found.Add(new DateMention(i, last.End, "date.range", 20, new DateRangePhrase(end, last.Date), DateRole.On, null));
    }

    // "de janvier à mars", "from January to March", "von Januar bis März"
    private static void Months(Sentence s, int i, int at, bool opened, bool between, List<Mention> found)
    {
        if (!s.Has(at, Sense.Month, out var first) || !opened && !s.Has(at + first.Length, Sense.To) && !(at + first.Length < s.Count && (s.Is(at + first.Length, "-") || s[at + first.Length].Hyphen) && s.Spoken == Tongue.French) || Joint(s, at + first.Length, between) is not { } joint || !s.Has(joint.At, Sense.Month, out var last))
        {
            // "in April and May"
            if (s.Has(at, Sense.Month, out first) && s.Has(at + first.Length, Sense.And, out var and) && s.Has(at + first.Length + and.Length, Sense.Month, out last) && last.Number == first.Number % 12 + 1)
                found.Add(new DateMention(at, at + first.Length + and.Length + last.Length, "date.range", 20, new DateRangePhrase(new MonthPhrase(first.Number), new MonthPhrase(last.Number))));
            return;
        }
        found.Add(new DateMention(i, joint.At + last.Length, "date.range", 20, new DateRangePhrase(new MonthPhrase(first.Number), new MonthPhrase(last.Number))));
    }

    // the "18/11" of "16-18/11", or of "du 16 au 18/11"
    private static bool SlashMonth(Sentence s, int i, out DaySaid said) => DayGrammar.Try(s, i, true, out said) && said.Date is DayMonthPhrase;

    // A day that may be a bare number, because a range or a list says that it is a day.
    private static bool Loose(Sentence s, int i, out DaySaid said)
    {
        if (DayGrammar.Try(s, i, false, out said) && !said.Weak) return true;
        if (s.Has(i, Sense.Ordinal, out var word)) { said = new(new DayOfMonthPhrase(word.Number), i + word.Length, "date.ordinal"); return true; }
        if (!Numerals.TrySmall(s, i, 1, 31, out var n) || n.Article) return false;
        var end = n.End;
        var ordinal = false;
        if (end < s.Count && s[end].Glued && (s.Is(end, ".") || s.Is(end, "er", "st") || s.Is(end, "nd", "rd") || s.Is(end, "th"))) { end++; ordinal = true; }
        if (s.Has(end, Sense.Unit) || s.Is(end, "/")) return false;
        said = new(new DayOfMonthPhrase(n.Int), end, ordinal ? "date.ordinal" : "date.bare");
        return true;
    }

    private readonly record struct JointAt(int At, bool Marked, bool Hyphen);

    private static JointAt? Joint(Sentence s, int i, bool between)
    {
        if (i >= s.Count) return null;
        if (between) return s.Has(i, Sense.And, out var and) ? new(i + and.Length, true, false) : s.Is(i, "et") && s.Is(i + 1, "le") ? new(i + 2, true, false) : null;
        if (s.Is(i, "-")) return new(i + 1, false, true);
        if (s[i].Hyphen && (s.Has(i, Sense.Weekday) || s.Has(i, Sense.Month))) return new(i, false, true);
        if (!s.Has(i, Sense.To, out var to) || s.Is(i, "et", "and") || s.Is(i, "und")) return null;
        return new(i + to.Length, s.Is(i + to.Length - 1, "au", "zum") || s.Is(i + to.Length - 1, "bis", "dem"), false);
    }

    // "lundi ou mardi", "hier ou avant-hier": which one is to be asked
    private static void Either(Sentence s, int i, List<Mention> found)
    {
        if (!DayGrammar.Try(s, i, false, out var one) || one.Weak || !s.Has(one.End, Sense.Or, out var or)) return;
        if (!DayGrammar.Try(s, one.End + or.Length, false, out var other) || other.Weak) return;
        found.Add(new DateMention(i, other.End, "date.either", 20, new EitherPhrase(one.Date, other.Date)));
    }

    // "lundi et mardi", "les 3 et 5 novembre", "hier und vorgestern", "le 3, le 4 et le 5"
    private static void List(Sentence s, int i, List<Mention> found)
    {
        var days = new List<DatePhrase>();
        var rule = 0;
        var article = s.Is(i, "le", "les") || s.Is(i, "the") || s.Is(i, "am", "on") || s.Is(i, "den");
        var at = article ? s.Past(i + 1, Sense.Article) : i;
        var comma = false;
        while (at < s.Count && days.Count < 12 && Loose(s, at, out var said))
        {
            // "lundi 2h, mardi 3 et mercredi 1h30": the number led by a weekday opens no list
            if (days.Count == 0 && said.Rule is "date.bare" && !article && s.Has(at - 1, Sense.Weekday)) return;
            if (said.Date is PeriodPhrase or MonthPhrase || said.Rule is "date.bare" && !article && !Lists(s, said.End)) return;
            // "2 hours on Monday and 3 on Tuesday": a bare number beside a weekday counts hours
            if (said.Rule is "date.bare" && (days.Exists(d => d is DayOfWeekPhrase) || days.Count > 0 && (s.Is(said.End, "on", "am") || s.Is(said.End, "le")))) break;
            days.Add(said.Date);
            rule = said.End;
            if (said.Date is DayOfWeekPhrase && Adjacent(s, i, said.End)) { at = said.End; continue; }
            if (s.Has(said.End, Sense.And, out var and) && !s.Is(said.End, "puis", "then")) { at = said.End + and.Length; comma = false; if (days.Count > 1 && !s.Has(at, Sense.Weekday) && !Loose(s, Skip(s, at), out _)) break; }
            else if (s.Is(said.End, ",") && Loose(s, Skip(s, said.End + 1), out _)) { at = said.End + 1; comma = true; }
            else if (said.Date is DayOfWeekPhrase && s.Is(said.End, "+", "/") && s.Has(said.End + 1, Sense.Weekday)) { at = said.End + 1; comma = false; } // "Mo+Di"
            else break;
            at = Skip(s, at);
        }
        if (days.Count < 2 || comma) return;
        if (days.TrueForAll(d => d is DayOfMonthPhrase) && !article && !s.Has(i, Sense.Weekday)) return;
        // "2h hier et demain 3h": a length on either side, each with its day
        if (days.Count == 2 && s.Has(i - 1, Sense.Unit) && Numerals.Try(s, rule, out var pulled) && s.Has(pulled.End, Sense.Unit)) return;
        found.Add(new DateMention(i, rule, "date.list", 4 + 8 * days.Count, new DateListPhrase(days)));
    }

    // "lundi mardi mercredi": three weekdays in a row, or two that no lengths pull apart ("2h lundi mardi 3h").
    private static bool Adjacent(Sentence s, int first, int end)
    {
        if (!s.Has(end, Sense.Weekday, out var next) || s.Has(first - 1, Sense.Weekday)) return false;
        var after = end + next.Length;
        // "lundi mardi et mercredi"
        if (s.Has(after, Sense.And, out var and) && s.Has(after + and.Length, Sense.Weekday, out var third) && !(s.Has(after + and.Length + third.Length, Sense.Number) || after + and.Length + third.Length < s.Count && s[after + and.Length + third.Length].IsDigits)) return true;
        return s.Has(after, Sense.Weekday) || s.Has(first + 1, Sense.Weekday) && s.Has(end - 1, Sense.Weekday) && end - 1 > first
            || !(first > 0 && (s.Has(first - 1, Sense.Unit) || s[first - 1].IsDigits) && after < s.Count && s[after].IsDigits) && !(after < s.Count && s[after].IsDigits && first > 0);
    }

    private static bool Lists(Sentence s, int i) => s.Is(i, ",") || s.Has(i, Sense.And);

    private static int Skip(Sentence s, int i) => s.Is(i, "le", "les") || s.Is(i, "the", "on") || s.Is(i, "am", "den") || s.Is(i, "der") ? s.Past(i + 1, Sense.Article) : i;

    // "dans la nuit du 24 au 25 octobre"
    private static void Night(Sentence s, int i, List<Mention> found)
    {
        if (!s.Has(i, Sense.NightOf, out var night)) return;
        var at = s.Past(i + night.Length, Sense.Article);
        if (!Loose(s, at, out var evening)) return;
        if ((s.Is(evening.End, "auf") ? new JointAt(evening.End + 1, true, false) : Joint(s, evening.End, s.Is(i, "between"))) is not { } joint) { found.Add(new DateMention(i, evening.End, "date.night", 7, evening.Date, DateRole.On, "nuit")); return; }
        var next = s.Has(joint.At, Sense.Article, out var article) && !s.Has(joint.At, Sense.One) ? joint.At + article.Length : joint.At;
        if (DayGrammar.Try(s, next, true, out var morning) || Loose(s, next, out morning))
            found.Add(new DateMention(i, morning.End, "date.night", 22, new NightPhrase(evening.Date, morning.Date), DateRole.On, "nuit"));
    }

    // "tous les mardis", "jeden Dienstag", "on Tuesdays", "un mardi sur deux"
    private static void Recurring(Sentence s, int i, List<Mention> found)
    {
        var at = i;
        var every = s.Has(i, Sense.Every, out var mark);
        if (every) at += mark.Length;
        else if (s.Is(i, "les") || s.Is(i, "le") || s.Is(i, "on") || s.Is(i, "un")) at++;
        if (s.Has(at, Sense.Weekdays, out var day) && (at > i || !DayGrammar.Owns(s, at, out _)) || (every && s.Has(at, Sense.Weekday, out day)))
        {
            var end = at + day.Length;
            if (s.Has(end, Sense.Part, out var part)) end += part.Length;
            found.Add(new RecurrenceMention(i, end, "recurrence.weekday", 8, "weekly", day.Number));
        }
        else if (s.Has(at, Sense.Weekday, out day) && at + 1 < s.Count && s[at + 1].Norm is "mornings" or "afternoons" or "evenings" or "nights")
            found.Add(new RecurrenceMention(i, at + 2, "recurrence.weekday", 8, "weekly", day.Number));
        else if (s.Is(i, "un") && s.Has(at, Sense.Weekday, out day) && (s.Is(at + 1, "par") && s.Is(at + 2, "semaine") || s.Is(at + 1, "sur") && s.Is(at + 2, "deux", "2")))
            found.Add(new RecurrenceMention(i, at + 3, "recurrence.weekday", 9, s.Is(at + 1, "sur") ? "biweekly" : "weekly", day.Number));
        foreach (var m in s.At(i))
            if (m.Sense is Sense.PerWeek or Sense.PerMonth && (!s.Has(i, Sense.One) || Enumerable.Range(0, i).Any(k => s.Has(k, Sense.Unit) || s.Has(k, Sense.Part)) && !s.Has(i + m.Length, Sense.AgoAfter)))
                found.Add(new RecurrenceMention(i, i + m.Length, "recurrence", 6, m.Sense == Sense.PerWeek ? "weekly" : "monthly"));
    }
}
