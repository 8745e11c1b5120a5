namespace Ptce.Workspace;

/// <summary>
/// Days with bare numbers, the hours named once: "hours for last week: Mon 2, Tue 3, Thu 1.5", "Mo 2, Di 3 und Do 1,5 Std", "lundi 2, mardi 3, jeudi 1h30".
/// Two rows or more make a sheet; each number in it counts hours.
/// </summary>
internal static class Timesheets
{
    private const int MostHours = 24, HeadWithin = 6;

    /// <param name="Number">where the number stands</param>
    /// <param name="End">one past the number and its unit</param>
    /// <param name="Unit">the hours are named in this row</param>
    private readonly record struct Row(int Day, int Number, int End, bool Unit);

    /// <summary>Whether the number at this place counts the hours of the day before it.</summary>
    internal static bool Counts(Sentence s, int number)
    {
        for (var i = 0; i < number; i++)
        {
            if (At(s, i) is not { } first) continue;
            var rows = new List<Row> { first };
            while (Next(s, rows[^1].End) is { } next) rows.Add(next);
            if (rows[^1].End <= number) { i = rows[^1].End - 1; continue; }
            return rows.Count > 1 && rows.Exists(r => r.Number == number) && (rows.Exists(r => r.Unit) || Headed(s, first.Day));
        }
        return false;
    }

    private static Row? Next(Sentence s, int end) =>
        At(s, end) ?? (s.Is(end, ",", ";") || s.Is(end, "/", "+") || s.Has(end, Sense.And) || s.Is(end, ".") ? At(s, end + 1) : null);

    // "Mon 2", "Mo.: 2,5", "on Tuesday 3h", "mardi matin 1"
    private static Row? At(Sentence s, int i)
    {
        var day = s.Is(i, "on", "am") ? i + 1 : i;
        if (!s.Has(day, Sense.Weekday, out var name) && !s.Has(day, Sense.RelDay, out name)) return null;
        var at = day + name.Length;
        if (s.Has(at, Sense.Part, out var part)) at += part.Length;
        if (s.Is(at, ".") && s[at].Glued) at++;
        if (s.Is(at, ":", "=") || s.Is(at, "-")) at++;
        if (at < s.Count && s[at].Glued && s[at - 1].IsDigits || !Numerals.Try(s, at, out var n) || n.Article || n.Value is <= 0 or > MostHours) return null;
        var end = n.End;
        if (s.Has(end, Sense.Unit, out var unit)) return unit.Value == "60" ? new(i, at, Minutes(s, end + unit.Length), true) : null;
        return Closes(s, end) ? new(i, at, end, false) : null;
    }

    // the "30" of "1h30"
    private static int Minutes(Sentence s, int i) => i < s.Count && s[i] is { IsDigits: true, Glued: true, Norm.Length: 2 } ? i + 1 : i;

    private static bool Closes(Sentence s, int i) =>
        i >= s.Count || s.Is(i, ",", ";") || s.Is(i, "+") || s.Is(i, ".") && i + 1 == s.Count || s.Has(i, Sense.And) || s.Has(i, Sense.Weekday) || s.Has(i, Sense.RelDay);

    // "hours last week: …", "meine Stunden: …", "mes heures de la semaine : …"; not "2 hours on Monday …"
    private static bool Headed(Sentence s, int first)
    {
        for (var i = 0; i < Math.Min(first, HeadWithin); i++)
            if (s.Has(i, Sense.Unit, out var unit) && unit.Value == "60" && s[i].Norm.Length > 2 && !(i > 0
                && (s[i - 1].IsDigits || s.Has(i - 1, Sense.Number) || s.Has(i - 1, Sense.One)))) return true;
        return false;
    }
}
