namespace Ptce.Workspace;

/// <summary>Days of the month and months.</summary>
internal static partial class DayGrammar
{
    /// <summary>"le 3", "le 1er décembre", "the 3rd of November", "am 3.", "3 nov 2026", "am Dritten".</summary>
    internal static bool Numbered(Sentence s, int i, bool marked, out DaySaid said)
    {
        said = default;
        var at = i;
        if (!marked && Opens(s, i, out var article)) { marked = true; at = article; }
        int day;
        var ordinal = false;
        if (s.Has(at, Sense.Ordinal, out var word)) { day = word.Number; at += word.Length; ordinal = true; if (!marked && !s.Has(at, Sense.Month)) return false; }
        else if (Numerals.TrySmall(s, at, 1, 31, out var n) && !n.Article) { day = n.Int; at = n.End; ordinal = Suffix(s, ref at); }
        else return false;
        if (at < s.Count && s[at] is { IsDigits: true, Glued: true } && s.Is(at - 1, ".")) return false; // "1.10.": the number is the month's
        var month = s.Is(at, "of", "de") || s.Is(at, "d") ? at + 1 : at;
        if (s.Has(month, Sense.Month, out var named))
        {
            at = month + named.Length;
            int? year = null;
            if (at < s.Count && s[at] is { IsDigits: true, Norm.Length: 4 } written && written.Norm.StartsWith("20", StringComparison.Ordinal)) { year = int.Parse(written.Norm, System.Globalization.CultureInfo.InvariantCulture); at++; }
            said = new(new DayMonthPhrase(day, named.Number, year), at, "date.day_month");
            return day <= DateTime.DaysInMonth(2024, named.Number) || Impossible(at, out said);
        }
        // "22nd: 45 minutes on the desk"
        if (ordinal && i == 0 && s.Spoken == Tongue.English && s[at - 1].Glued && (s.Is(at, ":", ",") || s.Is(at, "-"))) { said = new(new DayOfMonthPhrase(day), at, "date.day_of_month"); return true; }
        if (!(marked && Alone(s, i, at, ordinal)) && !(ordinal && s.Spoken == Tongue.English && s[at - 1].Glued && s.Is(i - 1, "on", "the"))) return false;
        said = new(new DayOfMonthPhrase(day), at, "date.day_of_month");
        return true;
    }

    private static bool Impossible(int end, out DaySaid said)
    {
        said = new(new NoSuchDay(), end, "date.no_such_day");
        return true;
    }

    // A number after "le" is a day when nothing counted follows it.
    private static bool Alone(Sentence s, int start, int at, bool ordinal)
    {
        if (at >= s.Count) return true;
        if (Counts(s, at) && !s.Is(at, "j", "he")) return false;
        if (s.Is(at, "/", "%") || s.Is(at, "€", "x") || (s.Is(at, ":") && s[at].Glued && at + 1 < s.Count && s[at + 1].IsDigits && s[at + 1].Glued) || s.Has(at, Sense.PeopleAfter) || s.Has(at, Sense.OClock) || s.Has(at, Sense.Times)) return false;
        if (s.Is(at, ",", ".") && s[at].Glued && at + 1 < s.Count && s[at + 1] is { IsDigits: true, Glued: true }) return false;
        // German and English say the number with a dot or an ending; without one it counts something: "am 3 Leute", "the 3 of us"
        return ordinal || s.Is(start, "le", "du") || s.Is(start - 1, "le", "du") || s.Is(start - 1, "au", "les") || s.Is(start, "les", "au") || s.Spoken == Tongue.French || start == at || s.Is(start - 1, "vom", "bis") || s.Is(start - 1, "dem", "zum");
    }

    // A unit that the number before it counts; "le 3 demi-journée" is the third.
    private static bool Counts(Sentence s, int at) => s.Has(at, Sense.Unit, out var unit) && unit.Value is "60" or "1" or "D" or "W" or "FN";

    private static bool Opens(Sentence s, int i, out int after)
    {
        after = i + 1;
        if (s.Is(i, "le", "du") || s.Is(i, "am") || s.Is(i, "den", "dem") || s.Is(i, "vom", "zum")) return true;
        if (s.Is(i, "on") && s.Is(i + 1, "the")) { after = i + 2; return true; }
        // "es war der 12.": a day; "der 2. Vorsitzende" is none
        if (s.Is(i, "der") && s.Spoken == Tongue.German) return i + 2 < s.Count && s[i + 1].IsDigits && s.Is(i + 2, ".") && s[i + 2].Glued && (i + 3 == s.Count || s[i + 3].Kind == TokenKind.Sign || s.Has(i + 3, Sense.Month) || s[i + 3].Norm is "geht" or "passt" or "klappt" or "ware" or "waere" or "ist");
        return s.Is(i, "the") || (s.Is(i, "on") && s.Spoken == Tongue.English);
    }

    private static bool Suffix(Sentence s, ref int at)
    {
        if (s.Is(at, ".") && s[at].Glued) { at++; return true; }
        if (at < s.Count && s[at].Glued && (s.Is(at, "er", "st") || s.Is(at, "nd", "rd") || s.Is(at, "th", "ten") || s.Is(at, "te", "eme") || s.Is(at, "e"))) { at++; return true; }
        return false;
    }

    // "November 3rd", "Nov 3"
    private static bool MonthFirst(Sentence s, int i, out DaySaid said)
    {
        said = default;
        if (!s.Has(i, Sense.Month, out var month)) return false;
        var at = s.Is(i + month.Length, "the") ? i + month.Length + 1 : i + month.Length;
        if (month.Tongue == Tongue.French && s.Spoken != Tongue.English) return false;
        if (s.Spoken == Tongue.German && at + 1 < s.Count && s[at + 1].IsLetters && !s[at + 1].Glued && !s.Has(at + 1, Sense.Unit)) return false; // "bis Ende Januar 20 Paletten"
        int day;
        if (s.Has(at, Sense.Ordinal, out var word)) { day = word.Number; at += word.Length; }
        else if (Numerals.TrySmall(s, at, 1, 31, out var n) && n.Digits) { day = n.Int; at = n.End; Suffix(s, ref at); }
        else return false;
        if (Counts(s, at) || s.Is(at, "/") || (s.Is(at, ":") && at + 1 < s.Count && s[at + 1] is { IsDigits: true, Glued: true }) || s.Has(at, Sense.Times) || s.Is(at, "x") || s.Has(at, Sense.PeopleAfter)) return false;
        said = new(new DayMonthPhrase(day, month.Number), at, "date.month_day");
        return true;
    }

    // "en octobre", "fin mars", "Anfang März", "mid-June", "octobre dernier", "fin du mois"
    private static bool MonthAlone(Sentence s, int i, out DaySaid said)
    {
        said = default;
        if (s.Has(i, Sense.Edge, out var edge) && edge.Value == "monthend" && s.Has(i + edge.Length, Sense.Last, out var gone)) { said = new(new EdgePhrase("end", -1), i + edge.Length + gone.Length, "date.end_of"); return true; }
        if (edge.Length > 0 && edge.Value is "start" or "mid" or "end" && s.Has(s.Past(i + edge.Length, Sense.Article), Sense.Period, out var period) && period.Value.StartsWith("month", StringComparison.Ordinal))
        {
            said = new(new EdgePhrase(edge.Value, int.Parse(period.Value.AsSpan(6), System.Globalization.CultureInfo.InvariantCulture)), s.Past(i + edge.Length, Sense.Article) + period.Length, "date.month_edge");
            return true;
        }
        if (edge.Length > 0 && edge.Value is "monthend" or "yearend" or "weekend") { said = new(new EndOfPhrase(edge.Value), i + edge.Length, "date.end_of"); return true; }
        var at = i;
        string? side = null;
        if (s.Is(i, "au", "du") && s.Is(i + 1, "mois") && s.Is(i + 2, "de", "d")) at = i + 3;
        else if (edge.Length > 0) { side = edge.Value; at += edge.Length; if (s.Is(at, "de", "d") || s.Is(at, "du", "of")) at++; }
        else if (s.Is(i, "en", "in") || s.Is(i, "im", "de") || s.Is(i, "d", "for") || s.Is(i, "fur", "of")) at++;
        var which = 0;
        if (s.Has(at, Sense.Last, out var mark)) { which = -1; at += mark.Length; }
        else if (s.Has(at, Sense.Next, out mark)) { which = 1; at += mark.Length; }
        if (!s.Has(at, Sense.Month, out var month)) return false;
        var bare = at == i;
        if (bare && month.Length == 1 && s[at].Norm.Length < 4 && !s.Has(i - 1, Sense.Starting) && !s.Has(i - 1, Sense.Until) && !s.Has(i - 1, Sense.Before)) return false;
        at += month.Length;
        if (s.Has(at, Sense.Last, out mark)) { which = -1; at += mark.Length; }
        else if (s.Has(at, Sense.Next, out mark)) { which = 1; at += mark.Length; }
        int? year = null;
        if (at < s.Count && s[at] is { IsDigits: true, Norm.Length: 4 } written && written.Norm.StartsWith("20", StringComparison.Ordinal)) { year = int.Parse(written.Norm, System.Globalization.CultureInfo.InvariantCulture); at++; }
        said = new(new MonthPhrase(month.Number, side, year, which), at, side is null ? "date.month" : "date.month_edge", null, bare);
        return true;
    }
}
