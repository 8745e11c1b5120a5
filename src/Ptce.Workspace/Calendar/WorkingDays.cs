namespace Ptce.Workspace;

/// <summary>Days on which the pole does not meet (période de fermeture), both ends included.</summary>
public sealed record ClosedPeriod(DateOnly From, DateOnly To)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;

    /// <summary>Reads "2026-08-01..2026-08-15", or one day alone.</summary>
    /// <exception cref="Refused">«closed» is not two days, or its end comes before its start.</exception>
    public static ClosedPeriod Read(string text)
    {
        var ends = text.Trim().Split("..", 2);
        if (Field.Iso(ends[0]) is not { } from || Field.Iso(ends[^1]) is not { } to) throw new Refused("closed", "calendar.refused.closed", text.Trim());
        Refused.If(to < from, "closed", "calendar.refused.closed_backwards", text.Trim());
        return new ClosedPeriod(from, to);
    }
}

/// <summary>Which days a pole can meet on, and what speaks against the others.</summary>
/// <param name="places">Every country or region that takes part: a holiday in one blocks the day for all.</param>
/// <param name="avoidBridges">Whether a bridge day (pont) is blocked too; a setting of the pole.</param>
public sealed class WorkingDays(IEnumerable<string> places, IEnumerable<ClosedPeriod>? closed = null, bool avoidBridges = true)
{
    private readonly IReadOnlyList<string> places = [.. places.Select(p => Holidays.Place(p, "countries")).Distinct()];
    private readonly IReadOnlyList<ClosedPeriod> closed = [.. closed ?? []];

    /// <summary>Everything against meeting on this day; empty when it is free.</summary>
    /// <param name="weekends">False for a series that meets on Saturdays or Sundays on purpose.</param>
    public IReadOnlyList<MoveReason> Against(DateOnly day, bool weekends = true) =>
    [
        .. Holidays.On(day, places).Select(f => new MoveReason(MoveReason.Holiday, day) { Feasts = [f] }),
        .. Bridge(day),
        .. weekends && IsWeekend(day) ? [new MoveReason(MoveReason.Weekend, day)] : Array.Empty<MoveReason>(),
        .. closed.Where(c => c.Holds(day)).Select(c => new MoveReason(MoveReason.Closed, day) { Period = c }),
    ];

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Whether nobody is expected at work that day where the clocks are those of a zone: a weekend, or a holiday kept there. A zone of several countries, or of none we know, has weekends alone.</summary>
    /// <param name="territory">Where in it, as people write it: a department may keep feasts of its own.</param>
    public static bool IsDayOff(DateOnly day, string zone, string? territory = null) => IsWeekend(day)
        || Holidays.OfZone(zone) is { } country && Holidays.On(day, [country, Holidays.OfTerritory(territory) is { } place && place.StartsWith(country, StringComparison.Ordinal) ? place : country]).Count > 0;

    /// <summary>A working day alone between a holiday and a weekend: Friday after a Thursday, Monday before a Tuesday.</summary>
    private IEnumerable<MoveReason> Bridge(DateOnly day)
    {
        var beside = day.DayOfWeek switch { DayOfWeek.Monday => 1, DayOfWeek.Friday => -1, _ => 0 };
        if (!avoidBridges || beside == 0 || Holidays.On(day, places).Count > 0) yield break;
        var feasts = Holidays.On(day.AddDays(beside), places);
        if (feasts.Count > 0) yield return new MoveReason(MoveReason.Bridge, day) { Feasts = feasts };
    }
}
