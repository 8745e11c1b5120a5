namespace Ptce.Workspace;

/// <summary>One day or period as written, with the part of the day said with it.</summary>
internal readonly record struct DaySaid(DatePhrase Date, int End, string Rule, string? Part = null, bool Weak = false);

/// <summary>One day or one period: the grammar shared by the three languages.</summary>
internal static partial class DayGrammar
{
    /// <param name="marked">an article or a preposition before it makes a bare number a day ("avant le" 15)</param>
    internal static bool Try(Sentence s, int i, bool marked, out DaySaid said) =>
        Numeric(s, i, out said) || Spaced(s, i, out said) || Away(s, i, out said) || WeekOf(s, i, out said) || Relative(s, i, out said) || PeriodOrFeast(s, i, out said)
        || Year(s, i, out said) || WithWeekday(s, i, out said) || Numbered(s, i, marked, out said) || MonthFirst(s, i, out said) || MonthAlone(s, i, out said);

    // 3/11, 03/11/2026, 3.11., 3.11.2026, 2026-11-03, 3-11-2026
    private static bool Numeric(Sentence s, int i, out DaySaid said)
    {
        said = default;
        if (i + 2 >= s.Count || !s[i].IsDigits || !s[i + 1].Glued || s[i + 2] is not { IsDigits: true, Glued: true }) return false;
        var sign = s[i + 1].Norm;
        var third = i + 4 < s.Count && s.Is(i + 3, sign) && s[i + 3].Glued && s[i + 4] is { IsDigits: true, Glued: true };
        if (sign == "-")
        {
            if (!third) return false;
            if (s[i].Norm.Length == 4) return Make(s[i + 4], s[i + 2], s[i].Norm, i + 5, out said);
            return s[i + 4].Norm.Length == 4 && Make(s[i], s[i + 2], s[i + 4].Norm, i + 5, out said);
        }
        if (sign is not ("/" or ".") || s[i].Norm.Length > 2 || s[i + 2].Norm.Length > 2) return false;
        if (third && s[i + 4].Norm.Length is 2 or 4) return Make(s[i], s[i + 2], s[i + 4].Norm, i + 5, out said);
        // "1/2 jour", "3/4 heure": a part of it
        if (sign == "/" && (s.Has(i + 3, Sense.Unit) || s.Has(i - 1, Sense.Unit, out var hours) && hours.Value == "60") && Numerals.Try(s, i, out var part) && part.Decimal) return false;
        if (sign == "/") return Make(s[i], s[i + 2], null, i + 3, out said);
        // "3.11." is a date, "3.11" a number unless a preposition says otherwise
        if (s.Is(i + 3, ".") && s[i + 3].Glued) return Make(s[i], s[i + 2], null, i + 4, out said);
        if (HeadsLine(s, i)) return Make(s[i], s[i + 2], null, i + 3, out said);
        return (s.Is(i - 1, "am", "vom") || s.Is(i - 1, "bis", "den") || s.Is(i - 1, "le", "du") || s.Is(i - 1, "dem", "zum") || s.Is(i - 1, "au", "on")) && Make(s[i], s[i + 2], null, i + 3, out said);
    }

    // "16.11 : 2h", "16.11 copil 2h": the day of a line whose length comes later; "1.5 h lundi" is a length
    private static bool HeadsLine(Sentence s, int i)
    {
        if (i > 0 || s.Is(i + 1, "/") || s.Has(i + 3, Sense.Unit) || !Numerals.TrySmall(s, i + 2, 1, 12, out var month) || month.End != i + 3) return false;
        for (var k = i + 3; k < s.Count; k++)
            if (Numerals.Try(s, k, out var n) && !n.Article && s.Has(n.End, Sense.Unit)) return true;
        return false;
    }

    private static bool Make(SentenceToken day, SentenceToken month, string? year, int end, out DaySaid said)
    {
        var ok = int.TryParse(day.Norm, out var d) & int.TryParse(month.Norm, out var m);
        var y = 0;
        if (year is not null) ok &= int.TryParse(year, out y);
        if (year is { Length: 2 }) y += 2000;
        DatePhrase date = m > 12 || d is > 31 or 0 || m == 0 ? new NoSuchDay() : new DayMonthPhrase(d, m, year is null ? null : y);
        said = new(date, end, "date.numeric");
        return ok && (m <= 31 && d <= 31);
    }

    // "03 11 2h", "le 3 11", "03 11 2026": day and month with a space, where nothing else can be counted by them
    private static bool Spaced(Sentence s, int i, out DaySaid said)
    {
        said = default;
        if (i + 1 >= s.Count || !s[i].IsDigits || !s[i + 1].IsDigits || s[i].Norm.Length > 2 || s[i + 1].Norm.Length > 2 || s[i + 1].Glued) return false;
        if (!Numerals.TrySmall(s, i, 1, 31, out var day) || !Numerals.TrySmall(s, i + 1, 1, 12, out _)) return false;
        var end = i + 2;
        var opened = i == 0 || s.Is(i - 1, "le", "du") || s.Is(i - 1, "am", "vom") || s.Is(i - 1, "on", "the");
        var padded = s[i].Norm[0] == '0' || s[i + 1].Norm[0] == '0';
        if (day.End != i + 1 || !opened && !padded || Counts(s, end) || s.Is(end, ",", ".") && end + 1 < s.Count && s[end].Glued && s[end + 1].IsDigits) return false;
        if (s.Has(end, Sense.PeopleAfter) || s.Has(end, Sense.Times) || s.Has(end, Sense.Month) || s.Is(end, "/", ":") || s.Is(end, "€", "%") || s.Is(end, "-")) return false;
        var year = end < s.Count && s[end] is { IsDigits: true, Norm.Length: 4 } written && written.Norm.StartsWith("20", StringComparison.Ordinal) ? written.Norm : null;
        // alone at the beginning, "3 11" must have its length after it
        if (!padded && i == 0 && year is null && !(Numerals.Try(s, end, out var n) && s.Has(n.End, Sense.Unit))) return false;
        return Make(s[i], s[i + 1], year, year is null ? end : end + 1, out said);
    }

    // "en 2026", "im Jahr 2025"
    private static bool Year(Sentence s, int i, out DaySaid said)
    {
        said = default;
        var at = s.Is(i, "en", "in") || s.Is(i, "im", "annee") || s.Is(i, "pour", "for") || s.Is(i, "fur", "fuer") ? i + 1 : Summed(s, i) || Since(s, i) ? i : -1;
        if (s.Is(at, "jahr", "year") || s.Is(at, "annee")) at++;
        if (at < 0 || at >= s.Count || s[at] is not { IsDigits: true, Norm: ['2', '0', _, _] written }) return false;
        said = new(new YearPhrase(int.Parse(written, System.Globalization.CultureInfo.InvariantCulture)), at + 1, "date.year");
        return true;
    }

    // "since 2024", "depuis 2024", "seit 2024"
    private static bool Since(Sentence s, int i) => i > 0 && (s.Has(i - 1, Sense.Starting, out var mark) && mark.Length == 1 || s.Has(i - 2, Sense.Starting, out mark) && mark.Length == 2);

    // "meine Stunden 2026", "total 2026"
    private static bool Summed(Sentence s, int i) => i > 0 && s[i - 1].Norm is "stunden" or "hours" or "heures" or "total" or "gesamt" or "summe" or "bilan" or "bilanz" or "temps" or "time" or "zeit";

    // "il y a trois jours", "vor einer Woche", "3 days ago", "dans quinze jours", "in a fortnight"
    private static bool Away(Sentence s, int i, out DaySaid said)
    {
        said = default;
        var sign = 0;
        var at = i;
        if (s.Has(i, Sense.Ago, out var ago)) { sign = -1; at += ago.Length; }
        else if (s.Has(i, Sense.Ahead, out var ahead)) { sign = 1; at += ahead.Length; }
        if (sign != 0 && s.Has(at, Sense.Approx, out var about) && !s.Has(at, Sense.One)) at += about.Length;
        if (!Numerals.TrySmall(s, at, 1, 99, out var n) || !s.Has(n.End, Sense.Unit, out var unit) || unit.Value is not ("D" or "W" or "FN" or "HD"))
        {
            // "10 minutes ago", "vor zwei Stunden": today
            if (s.Spoken != Tongue.French && n.End > at && s.Has(n.End, Sense.Unit, out var brief) && brief.Value is "1" or "60" && (sign < 0 || s.Is(n.End + brief.Length, "ago")) && !s.Is(i, "since"))
            {
                said = new(new DayOffset(0), n.End + brief.Length + (sign < 0 ? 0 : 1), "date.away");
                return true;
            }
            if (!MonthsAway(s, at, ref sign, out n, out var endMonths)) return false;
            said = new(new DayOffset((int)Math.Round(sign * n.Int * 30.44)), endMonths, "date.away");
            return sign != 0;
        }
        var end = n.End + unit.Length;
        if (sign == 0 && s.Has(end, Sense.AgoAfter, out var after)) { sign = -1; end += after.Length; }
        else if (sign == 0 && s.Has(end, Sense.AheadAfter, out after)) { sign = 1; end += after.Length; }
        if (sign == 0 || unit.Value == "HD") return false;
        var days = unit.Value switch { "W" => n.Int * 7, "FN" => n.Int * 14, _ => Idiom(s, n.Int, unit.Tongue) };
        said = new(new DayOffset(sign * days), end, "date.away");
        return true;
    }

    // French and German count both ends: eight days are a week, fifteen (fourteen) are two.
    private static int Idiom(Sentence s, int days, Tongue unit) => (days, unit == Tongue.English ? Tongue.English : s.Spoken) switch
    {
        (8, Tongue.French or Tongue.German) => 7,
        (15, Tongue.French) => 14,
        _ => days,
    };

    private static bool MonthsAway(Sentence s, int at, ref int sign, out Numeral n, out int end)
    {
        end = 0;
        if (!Numerals.TrySmall(s, at, 1, 36, out n) || !(s.Is(n.End, "mois") || s.Is(n.End, "month", "months") || s.Is(n.End, "monat", "monaten"))) return false;
        end = n.End + 1;
        if (sign == 0 && s.Has(end, Sense.AgoAfter, out var after)) { sign = -1; end += after.Length; }
        return sign != 0;
    }

    // "la semaine du 15 mars", "the week of 15 March", "in der Woche vom 15. März"
    private static bool WeekOf(Sentence s, int i, out DaySaid said)
    {
        said = default;
        var at = s.Past(s.Is(i, "de") ? i + 1 : i, Sense.Article);
        if (s.Has(i - 1, Sense.Unit, out var counted) && counted.Value is "D" or "HD") return false; // "2 Tage die Woche vom 1. Oktober an"
        if (!(s.Is(at, "semaine", "sem") || s.Is(at, "week", "woche")) || !(s.Is(at + 1, "du", "of") || s.Is(at + 1, "vom", "commencing"))) return false;
        if (!Try(s, s.Past(at + 2, Sense.Article), true, out var day) || day.Date is not (DayMonthPhrase or DayOfMonthPhrase)) return false;
        said = new(new WeekOfPhrase(day.Date), day.End, "date.week_of");
        return true;
    }

    // "hier soir", "gestern Abend", "this morning", "avant-hier matin"
    private static bool Relative(Sentence s, int i, out DaySaid said)
    {
        said = default;
        if (!s.Has(i, Sense.RelDay, out var mark) || s.Is(i, "hier") && s.Spoken == Tongue.German && GermanPlace(s)) return false;
        // "la veille de Noël" and "morgen" at a greeting are read elsewhere
        var space = mark.Value.IndexOf(' ', StringComparison.Ordinal);
        var days = int.Parse(space < 0 ? mark.Value : mark.Value[..space], System.Globalization.CultureInfo.InvariantCulture);
        var part = space < 0 ? null : mark.Value[(space + 1)..];
        var end = i + mark.Length;
        if (part is null && s.Has(end, Sense.Part, out var said2)) { part = said2.Value; end += said2.Length; }
        // "heute in acht Tagen", "tomorrow week"
        if (part is null && days >= 0 && s.Spoken != Tongue.French && s.Has(end, Sense.WeekAfter, out var later)) { days += later.Number; end += later.Length; }
        said = new(new DayOffset(days), end, "date.relative", part);
        return true;
    }

    // "hier im Büro", "hier wohnen 30 Leute": a place, unless the rest is French ("2h hier copil" by who speaks German)
    private static bool GermanPlace(Sentence s) =>
        SpokenLanguage.Speaks(s.Tokens, Tongue.German) || Enumerable.Range(0, s.Count).Any(i => !s.Is(i, "hier") && s.At(i).Any(m => m.Tongue == Tongue.German) && !s.At(i).Any(m => m.Tongue == Tongue.French));

    private static bool PeriodOrFeast(Sentence s, int i, out DaySaid said)
    {
        said = default;
        if (s.Has(i, Sense.Period, out var mark))
        {
            var value = mark.Value.Split(' ');
            var end = i + mark.Length;
            var offset = int.Parse(value[1], System.Globalization.CultureInfo.InvariantCulture);
            var weekday = s.Past(s.Is(end, ",", "on") ? end + 1 : end, Sense.Article);
            if (value[0] == "week" && s.Has(weekday, Sense.Weekday, out var day)) { said = new(new DayOfWeekPhrase(day.Number, 0, 0, offset), weekday + day.Length, "date.weekday_of_week"); return true; }
            if (s.Is(end, "scolaire", "civile")) return false;
            // "au mois de novembre" is a month with a name
            if (value[0] == "month" && s.Is(end, "de", "d") && s.Has(end + 1, Sense.Month)) return false;
            if (value[0] is "weekend" or "week" && offset == 0 && s.Has(end, Sense.Last, out var last)) { offset = -1; end += last.Length; }
            else if (value[0] is "weekend" or "week" && offset == 0 && s.Has(end, Sense.Next, out var next)) { offset = 1; end += next.Length; }
            said = new(new PeriodPhrase(value[0], offset), end, "date.period");
            return true;
        }
        var at = s.Past(i, Sense.Article);
        // "le marché de Noël", "l'arbre de Noël": what it is called, not when
        if (s.Is(i - 1, "de") && s.Is(i - 2, "marche", "arbre") || s.Is(i - 1, "de") && s.Is(i - 2, "vacances", "cadeaux")) return false;
        if (s.Has(i, Sense.Feast, out mark)) at = i;
        else if (!s.Has(at, Sense.Feast, out mark)) return false;
        said = new(new FeastPhrase(mark.Value), at + mark.Length, "date.feast");
        return true;
    }
}
