namespace Ptce.Workspace;

/// <summary>Which way a date without a year or a weekday without a week is looked for.</summary>
internal enum Look { Past, Future }

/// <summary>The days a phrase means.</summary>
/// <param name="Period">a stretch without a day in it: "last week", "in October"</param>
/// <param name="Listed">several days named one by one</param>
/// <param name="Doubtful">the day was guessed over a gap and must be asked</param>
internal sealed record DateSpan(DateOnly From, DateOnly To, bool Period = false, IReadOnlyList<DateOnly>? Listed = null, bool Doubtful = false)
{
    internal bool One => From == To && !Period;
    internal static DateSpan Day(DateOnly day, bool doubtful = false) => new(day, day, Doubtful: doubtful);
}

/// <summary>A date as said, before one knows whether the sentence looks back or ahead.</summary>
internal abstract record DatePhrase
{
    /// <summary>The days meant, or null when there is no such day ("31 novembre").</summary>
    internal abstract DateSpan? Resolve(DateOnly today, Look look);

    /// <summary>Said so that looking back or ahead makes no difference.</summary>
    internal virtual bool Fixed => false;

    protected static int Dow(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    protected static DateOnly Monday(DateOnly day) => day.AddDays(1 - Dow(day));
}

internal sealed record DayOffset(int Days) : DatePhrase
{
    internal override bool Fixed => true;
    internal override DateSpan? Resolve(DateOnly today, Look look) => DateSpan.Day(today.AddDays(Days));
}

/// <param name="Which">-1 last, 0 bare, 1 next, 2 this</param>
/// <param name="Later">days added: "en huit" 7, "en quinze" 14</param>
/// <param name="Week">the week named with it, counted from this week</param>
/// <param name="Within">the week named with it by one of its days</param>
internal sealed record DayOfWeekPhrase(int Day, int Which = 0, int Later = 0, int? Week = null, WeekOfPhrase? Within = null) : DatePhrase
{
    internal override bool Fixed => Which is -2 or -1 or 1 || Later > 0 || Week is not null || Within is not null;

    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        if (Week is { } week) return DateSpan.Day(Monday(today).AddDays(7 * week + Day - 1));
        if (Within is not null) return Within.Resolve(today, look) is { } around ? DateSpan.Day(around.From.AddDays(Day - 1), around.Doubtful) : null;
        var back = (Dow(today) - Day + 6) % 7 + 1;
        var ahead = (Day - Dow(today) + 6) % 7 + 1;
        if (Which == 2 && Day == Dow(today)) return DateSpan.Day(today);
        if (Which == -2) back += 7;
        var past = Which < 0 || (Which is 0 or 2 && look == Look.Past && Later == 0);
        return DateSpan.Day(past ? today.AddDays(-back) : today.AddDays(ahead + Later));
    }
}

/// <summary>"le 3": the latest third not after today, or the first not before it; a month without that day makes it doubtful.</summary>
internal sealed record DayOfMonthPhrase(int Day, int? Weekday = null) : DatePhrase
{
    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        // "samedi 21" said on the 19th: the weekday tells that the one to come is meant
        if (look == Look.Past && Weekday is { } named && Nearest(today, Look.Past) is { } gone && Dow(gone.From) != named && Nearest(today, Look.Future) is { Doubtful: false } coming && Dow(coming.From) == named) return coming;
        return Nearest(today, look);
    }

    private DateSpan? Nearest(DateOnly today, Look look)
    {
        var doubtful = false;
        var month = new DateOnly(today.Year, today.Month, 1);
        for (var k = 0; k < 4; k++, month = month.AddMonths(look == Look.Past ? -1 : 1))
        {
            if (Day > DateTime.DaysInMonth(month.Year, month.Month)) { doubtful |= k > 0 || look == Look.Future; continue; }
            var day = month.AddDays(Day - 1);
            if (look == Look.Past ? day <= today : day >= today) return DateSpan.Day(day, doubtful || Weekday is { } weekday && Dow(day) != weekday);
        }
        return null;
    }
}

/// <summary>Day and month, with or without a year. Without one: the latest, or the first; but a log never jumps back more than half a year.</summary>
internal sealed record DayMonthPhrase(int Day, int Month, int? Year = null, int? Weekday = null) : DatePhrase
{
    internal override bool Fixed => Year is not null;

    internal override DateSpan? Resolve(DateOnly today, Look look)
    {
        if (Month is < 1 or > 12 || Day < 1) return null;
        if (Year is { } year) return On(year) is { } exact ? DateSpan.Day(exact, Wrong(exact)) : null;
        if (On(today.Year) is not { } near) return Leap(today, look);
        if (look == Look.Past && near > today && near.DayNumber - today.DayNumber > 183) near = On(today.Year - 1) ?? near;
        if (look == Look.Future && near < today) near = On(today.Year + 1) ?? near;
        return DateSpan.Day(near, Wrong(near));
    }

    private bool Wrong(DateOnly day) => Weekday is { } weekday && Dow(day) != weekday;

    private DateOnly? On(int year) => year is < 1900 or > 2200 || Day > DateTime.DaysInMonth(year, Month) ? null : new DateOnly(year, Month, Day);

    private DateSpan? Leap(DateOnly today, Look look)
    {
        if (Month != 2 || Day != 29) return null;
        for (var k = 1; k <= 8; k++)
            if (On(today.Year + (look == Look.Past ? -k : k)) is { } day) return DateSpan.Day(day, true);
        return null;
    }
}
