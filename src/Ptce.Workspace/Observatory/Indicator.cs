namespace Ptce.Workspace;

/// <summary>How an indicator's value is to be read.</summary>
public enum Measure
{
    Count,

    /// <summary>Whole minutes.</summary>
    Minutes,

    /// <summary>Integer cents.</summary>
    Cents,

    /// <summary>Thousandths of a full-time post.</summary>
    Posts,

    /// <summary>A part of its base, told in percent.</summary>
    Share,

    /// <summary>Hundredths of a percent, added up over as many as its base says.</summary>
    MeanShare,

    /// <summary>A sum over as many as its base says.</summary>
    Mean,

    /// <summary>Hundredths of a percent.</summary>
    Percent,
}

/// <summary>Indicateur : something the observatory measures of a pole over a period. Its words are <c>observatory.of.{Name}</c> and <c>observatory.why.{Name}</c>.</summary>
/// <param name="Survey">What the survey of 2016 found for the year 2015, written as there; null where it asked nothing of the kind.</param>
/// <remarks>Source of the survey's figures: domain, §1.10 (Bernon and Fraisse, École de Paris du management, 2018).</remarks>
public sealed record Indicator(string Name, string Theme, Measure Measure, decimal? Survey = null)
{
    public static readonly IReadOnlyList<string> Themes = ["given", "together", "exchanged", "met", "asked"];

    public static readonly IReadOnlyList<Indicator> All =
    [
        new("minutes", "given", Measure.Minutes),
        new("volunteer", "given", Measure.Minutes),
        new("board", "given", Measure.Minutes),
        new("paid", "given", Measure.Minutes),
        new("value", "given", Measure.Cents),
        new("givers", "given", Measure.Share),
        new("fte", "given", Measure.Share, Survey: 10.4m),
        new("active", "together", Measure.Share),
        new("cooperations", "together", Measure.Count),
        new("commercial", "together", Measure.Share, Survey: 86),
        new("strategic", "together", Measure.Share, Survey: 85),
        new("turnover", "together", Measure.MeanShare),
        new("jobs", "together", Measure.Posts),
        new("offers", "exchanged", Measure.Count),
        new("needs", "exchanged", Measure.Count),
        new("met", "exchanged", Measure.Share),
        new("deliveries", "exchanged", Measure.Count),
        new("saved", "exchanged", Measure.Cents),
        new("meetings", "met", Measure.Count),
        new("presence", "met", Measure.Mean),
        new("present", "met", Measure.Share),

        // What no entry measures: the pole asks its members once a year, and the answers hold until the next ones.
        new("demand", "asked", Measure.Percent, Survey: 68),
        new("quality", "asked", Measure.Percent, Survey: 71),
        new("visibility", "asked", Measure.Percent, Survey: 78),
        new("sector", "asked", Measure.Percent, Survey: 81),
        new("closeness", "asked", Measure.Percent, Survey: 47),
        new("relations", "asked", Measure.Percent, Survey: 59),
        new("activities", "asked", Measure.Percent, Survey: 55),
        new("due", "asked", Measure.Percent, Survey: 8.2m),
    ];
}

/// <summary>A quarter or a year.</summary>
/// <param name="To">Last day included.</param>
public sealed record ObservedPeriod(DateOnly From, DateOnly To)
{
    public bool IsYear => From.AddYears(1).AddDays(-1) == To;

    /// <summary>"2026" or "2026-T3": the same in every language, for addresses and programs.</summary>
    public string Code => IsYear ? $"{From.Year}" : $"{From.Year}-T{(From.Month + 2) / 3}";

    public string In(Say say) => IsYear ? $"{From.Year}" : say["observatory.quarter", (From.Month + 2) / 3, From.Year];

    /// <summary>The one before, of the same length.</summary>
    public ObservedPeriod Before => IsYear ? YearOf(From.AddYears(-1)) : QuarterOf(From.AddMonths(-3));

    public static ObservedPeriod QuarterOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
        return new(first, first.AddMonths(3).AddDays(-1));
    }

    public static ObservedPeriod YearOf(DateOnly day) => new(new(day.Year, 1, 1), new(day.Year, 12, 31));
}

/// <summary>What was measured of one indicator.</summary>
/// <param name="Value">In the unit of <see cref="Indicator.Measure"/>; null: nobody has said.</param>
/// <param name="Base">What it is a share or a mean of; 0 or null: there was nothing to measure.</param>
public sealed record Measured(Indicator Of, long? Value, long? Base)
{
    /// <summary>In percent for shares, per piece for means, else the value; null where there is nothing to tell.</summary>
    public decimal? Told => (Of.Measure, Value, Base) switch
    {
        (_, null, _) => null,
        (Measure.Share or Measure.MeanShare or Measure.Mean, _, null or 0) => null,
        (Measure.Share, { } part, { } whole) => Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero),
        (Measure.MeanShare, { } sum, { } number) => Math.Round(sum / 100m / number, 1, MidpointRounding.AwayFromZero),
        (Measure.Mean, { } sum, { } number) => Math.Round((decimal)sum / number, 1, MidpointRounding.AwayFromZero),
        (Measure.Posts, { } milli, _) => milli / 1000m,
        (Measure.Percent, { } hundredths, _) => hundredths / 100m,
        (_, { } value, _) => value,
    };

    /// <summary>"12 h 30", "10,4 %"; a dash where there is nothing to tell.</summary>
    public string In(Say say) => Told is not { } told ? "–" : Of.Measure switch
    {
        Measure.Minutes => say.Duration((long)told),
        Measure.Cents => say.Money((long)told),
        Measure.Share or Measure.MeanShare or Measure.Percent => say["observatory.percent", say.Number(told)],
        Measure.Count => ((long)told).ToString("N0", say.Culture),
        _ => say.Number(told),
    };
}

/// <summary>A period as the last night saw it.</summary>
public sealed record Observation(ObservedPeriod Period, DateTimeOffset MeasuredAt, IReadOnlyDictionary<string, Measured> Figures)
{
    public Measured this[string name] => Figures[name];
}
