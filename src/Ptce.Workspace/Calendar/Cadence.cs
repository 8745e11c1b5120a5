namespace Ptce.Workspace;

/// <summary>One meeting of a series: the day the rule gives and, apart, the day it is held.</summary>
/// <param name="Number">0 for the anchor.</param>
/// <param name="Computed">The day by the rule alone; the next meeting counts from the anchor, never from a moved day.</param>
/// <param name="Date">The day to meet; null when no day near is free and people must be asked.</param>
/// <param name="Time">What the wall shows in the series' zone.</param>
/// <param name="Utc">The instant; null with <paramref name="Date"/>.</param>
/// <param name="Reasons">Empty when the meeting stays where the rule puts it.</param>
public sealed record PlannedDate(int Number, DateOnly Computed, DateOnly? Date, TimeOnly Time, DateTimeOffset? Utc, IReadOnlyList<MoveReason> Reasons);

/// <summary>The rhythm of a series of meetings (cadence): an anchor, a beat, a zone and the days it keeps clear of.</summary>
/// <param name="anchor">First day of the series.</param>
/// <param name="time">Wall-clock time, the same in summer and winter.</param>
/// <param name="zone">IANA name, such as Europe/Paris.</param>
/// <remarks>A series anchored on a Saturday or Sunday whose beat keeps the weekday means it: the weekend does not block it.</remarks>
public sealed class Cadence(DateOnly anchor, TimeOnly time, Every every, string zone, WorkingDays workingDays)
{
    private readonly DateOnly anchor = anchor.Year is >= Holidays.FirstYear and <= Holidays.LastYear ? anchor
        : throw new Refused("anchor", "calendar.refused.anchor_year", anchor.Year, Holidays.FirstYear, Holidays.LastYear);

    /// <summary>How far a meeting may move, in days.</summary>
    public const int Reach = 7;

    private static readonly int[] Steps = [.. Enumerable.Range(1, Reach).SelectMany(n => new[] { n, -n })];

    private readonly TimeZoneInfo zone = WallClock.Zone(zone);
    private readonly bool weekendsBlock = !(every.KeepsWeekday && WorkingDays.IsWeekend(anchor));

    /// <summary>The series from its anchor on: without end where it repeats, take as many as needed.</summary>
    /// <remarks>
    /// A blocked day moves to the nearest free working day, trying +1, −1, +2, −2 … up to 7. A day on which the series meets
    /// anyway is not free: a weekly meeting is never moved onto its neighbour.
    /// </remarks>
    public IEnumerable<PlannedDate> Dates()
    {
        var given = new HashSet<DateOnly>();
        for (var n = 0; n == 0 || every.Repeats; n++)
        {
            var planned = Plan(n, given);
            if (planned.Date is { } day) given.Add(day);
            yield return planned;
        }
    }

    private PlannedDate Plan(int n, HashSet<DateOnly> given)
    {
        var computed = every.Nth(anchor, n);
        var reasons = workingDays.Against(computed, weekendsBlock);
        if (reasons.Count == 0) return Held(n, computed, computed, []);

        List<MoveReason> passedOver = [];
        foreach (var day in Steps.Select(computed.AddDays))
        {
            var against = workingDays.Against(day);
            if (against.Count == 0 && (given.Contains(day) || MeetsNext(day, n))) against = [new MoveReason(MoveReason.Taken, day)];
            if (against.Count == 0) return Held(n, computed, day, [.. reasons, .. passedOver]);
            passedOver.AddRange(against.Where(r => !WorkingDays.IsWeekend(day)));
        }
        return new PlannedDate(n, computed, null, time, null, Told([.. reasons, .. passedOver, new MoveReason(MoveReason.Ask, computed)]));
    }

    /// <summary>Whether one of the next meetings stays on this day by the rule.</summary>
    private bool MeetsNext(DateOnly day, int n)
    {
        for (var next = n + 1; every.Repeats && every.Nth(anchor, next) is var computed && computed <= day; next++)
            if (computed == day) return true;
        return false;
    }

    private PlannedDate Held(int n, DateOnly computed, DateOnly day, IReadOnlyList<MoveReason> reasons)
    {
        var utc = WallClock.Utc(zone, day, time);
        var shown = TimeOnly.FromDateTime(WallClock.At(zone, utc));
        if (shown != time) reasons = [.. reasons, new MoveReason(MoveReason.Clock, day) { Skipped = time, Instead = shown }];
        return new PlannedDate(n, computed, day, shown, utc, Told(reasons));
    }

    private static IReadOnlyList<MoveReason> Told(IReadOnlyList<MoveReason> reasons) => [.. reasons.DistinctBy(r => r.Cause)];
}
