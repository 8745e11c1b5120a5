namespace Ptce.Workspace;

/// <summary>A week, month, quarter, half-year, year or weekend, counted from the present one.</summary>
internal sealed record PeriodPhrase(string Unit, int Offset) : DatePhrase
{
    internal override bool Fixed => true;

    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return Unit switch
        {
            "week" => Span(Monday(today).AddDays(7 * Offset), d => d.AddDays(7)),
            "month" => Span(month.AddMonths(Offset), d => d.AddMonths(1)),
            "quarter" => Span(month.AddMonths(3 * Offset - (today.Month - 1) % 3), d => d.AddMonths(3)),
            "semester" => Span(month.AddMonths(6 * Offset - (today.Month - 1) % 6), d => d.AddMonths(6)),
            "year" => Span(new DateOnly(today.Year + Offset, 1, 1), d => d.AddYears(1)),
            "weekend" => Weekend(today, look),
            _ => null,
        };
    }

    private static DateSpan Span(DateOnly from, Func<DateOnly, DateOnly> next) => new(from, next(from).AddDays(-1), Period: true);

    private DateSpan Weekend(DateOnly today, Look look)
    {
        var saturday = Monday(today).AddDays(5);
        var inside = Dow(today) >= 6;
        if (Offset == -1 || (Offset == 0 && look == Look.Past && !inside)) saturday = saturday.AddDays(-7);
        if (Offset == 1 && inside) saturday = saturday.AddDays(7);
        return new(saturday, saturday.AddDays(1), Period: true);
    }
}

/// <summary>A month by name, whole or its beginning, middle or end.</summary>
internal sealed record MonthPhrase(int Month, string? Edge = null, int? Year = null, int Which = 0) : DatePhrase
{
    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        var first = new DateOnly(Year ?? today.Year, Month, 1);
        if (Year is null)
        {
            if (Which == -1 || (Which == 0 && look == Look.Past)) { if (first > today || (Which == -1 && first.Month == today.Month)) first = first.AddYears(-1); }
            else if (first.AddMonths(1) <= today) first = first.AddYears(1);
        }
        return EdgeOf(first, Edge);
    }

    internal static DateSpan EdgeOf(DateOnly first, string? edge)
    {
        var last = first.AddMonths(1).AddDays(-1);
        return edge switch
        {
            "start" => new(first, first.AddDays(9), Period: true),
            "mid" => new(first.AddDays(9), first.AddDays(19), Period: true),
            "end" => new(first.AddDays(20), last, Period: true),
            _ => new(first, last, Period: true),
        };
    }
}

internal sealed record YearPhrase(int Year) : DatePhrase
{
    internal override bool Fixed => true;
    internal override DateSpan? Resolve(DateOnly today, Look look) => new(new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31), Period: true);
}

/// <summary>"la semaine du 15 mars": Monday to Sunday around that day.</summary>
internal sealed record WeekOfPhrase(DatePhrase Within) : DatePhrase
{
    internal override DateSpan? Resolve(DateOnly today, Look look) =>
        Within.Resolve(today, look) is { } day ? new(Monday(day.From), Monday(day.From).AddDays(6), Period: true, Doubtful: day.Doubtful) : null;
}

/// <summary>"fin du mois dernier", "early last month"</summary>
internal sealed record EdgePhrase(string Edge, int Months) : DatePhrase
{
    internal override bool Fixed => true;
    internal override DateSpan? Resolve(DateOnly today, Look look) => MonthPhrase.EdgeOf(new DateOnly(today.Year, today.Month, 1).AddMonths(Months), Edge);
}

/// <summary>"fin du mois", "year end", "Monatsende"</summary>
internal sealed record EndOfPhrase(string Unit) : DatePhrase
{
    internal override bool Fixed => true;

    internal override DateSpan? Resolve(DateOnly today, Look look) => Unit switch
    {
        "yearend" => new(new DateOnly(today.Year, 12, 20), new DateOnly(today.Year, 12, 31), Period: true),
        "weekend" => new(Monday(today).AddDays(3), Monday(today).AddDays(4), Period: true),
        _ => MonthPhrase.EdgeOf(new DateOnly(today.Year, today.Month, 1), "end"),
    };
}

/// <summary>A feast: "12-25" or days from Easter.</summary>
internal sealed record FeastPhrase(string Code) : DatePhrase
{
    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        var day = On(today.Year);
        if (look == Look.Past && day > today) day = On(today.Year - 1);
        if (look == Look.Future && day < today) day = On(today.Year + 1);
        return DateSpan.Day(day);
    }

    private DateOnly On(int year)
    {
        if (!Code.StartsWith("easter", StringComparison.Ordinal))
            return new(year, int.Parse(Code.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture), int.Parse(Code.AsSpan(3, 2), System.Globalization.CultureInfo.InvariantCulture));
        var later = Code.Length > 6 ? int.Parse(Code.AsSpan(7), System.Globalization.CultureInfo.InvariantCulture) : 0;
        return Easter(year).AddDays(later);
    }

    /// <summary>Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        return new(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }
}

/// <summary>From one day to another, both included.</summary>
internal sealed record DateRangePhrase(DatePhrase First, DatePhrase Last) : DatePhrase
{
    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        if (First is DayOfMonthPhrase first && Last is DayMonthPhrase lastDay)
        {
            if (lastDay.Resolve(today, look) is not { } end) return null;
            var month = new DateOnly(end.To.Year, end.To.Month, 1);
            if (first.Day > end.To.Day) month = month.AddMonths(-1);
            return first.Day > DateTime.DaysInMonth(month.Year, month.Month) ? null : new(month.AddDays(first.Day - 1), end.To, Doubtful: end.Doubtful);
        }
        if (First is DayOfWeekPhrase { Fixed: false } startDay && Last is DayOfWeekPhrase { Fixed: false } endDay && look == Look.Past)
        {
            var last = endDay.Resolve(today, look)!.From;
            return new(last.AddDays(-((endDay.Day - startDay.Day + 7) % 7)), last);
        }
        if (First is DayOfWeekPhrase { Fixed: false } bare && Last is DayOfWeekPhrase { Fixed: true } fixedDay && fixedDay.Resolve(today, look) is { } known)
            return new(known.To.AddDays(-((fixedDay.Day - bare.Day + 7) % 7)), known.To);
        if (First.Resolve(today, look) is not { } from) return null;
        // the end is the first such day from the start on
        if ((Last is DayOfWeekPhrase { Fixed: false } ? Last.Resolve(from.From.AddDays(-1), Look.Future) : Last.Fixed ? Last.Resolve(today, look) : Last.Resolve(from.From, Look.Future)) is not { } to) return null;
        // "entre hier et avant-hier": said the other way round
        if (First is DayOffset && Last is DayOffset && to.To < from.From) (from, to) = (to, from);
        if (to.To < from.From) return null;
        return new(from.From, to.To, Doubtful: from.Doubtful || to.Doubtful);
    }
}

internal sealed record DateListPhrase(IReadOnlyList<DatePhrase> Days) : DatePhrase
{
    /// <summary>Each day as it would be said alone: "les 3 et 5 novembre", "Monday and Tuesday of last week": the month or week said last holds for the days before it.</summary>
    internal IEnumerable<DatePhrase> Each
    {
        get
        {
            var month = Days[^1] as DayMonthPhrase;
            var week = (Days[^1] as DayOfWeekPhrase)?.Week;
            return Days.Select(day => day switch
            {
                DayOfMonthPhrase bare when month is not null => new DayMonthPhrase(bare.Day, month.Month, month.Year),
                DayOfWeekPhrase { Fixed: false } bare when week is not null => bare with { Week = week },
                _ => day,
            });
        }
    }

    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        var days = new List<DateOnly>();
        var doubtful = false;
        foreach (var said in Each)
        {
            if (said.Resolve(today, look) is not { } span) return null;
            doubtful |= span.Doubtful;
            days.Add(span.From);
        }
        var ordered = days.Distinct().Order().ToList();
        return new(ordered[0], ordered[^1], Listed: ordered, Doubtful: doubtful);
    }
}

/// <summary>One day or another: a stretch in which the day is still to be said.</summary>
internal sealed record EitherPhrase(DatePhrase One, DatePhrase Other) : DatePhrase
{
    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        if (One.Resolve(today, look) is not { } one || Other.Resolve(today, look) is not { } other) return null;
        return new(one.From < other.From ? one.From : other.From, one.To > other.To ? one.To : other.To, Period: true, Doubtful: true);
    }
}

/// <summary>The night from one day to the next: the later day when the hour is after midnight, else the earlier.</summary>
internal sealed record NightPhrase(DatePhrase Evening, DatePhrase Morning) : DatePhrase
{
    internal override DateSpan? Resolve(DateOnly today, Look look) => new DateRangePhrase(Evening, Morning).Resolve(today, look);
}

/// <summary>A day that does not exist.</summary>
internal sealed record NoSuchDay : DatePhrase
{
    internal override DateSpan? Resolve(DateOnly today, Look look) => null;
}
