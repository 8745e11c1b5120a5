namespace Ptce.Workspace;

/// <summary>Why a meeting is not on its computed day, or why a nearer day was passed over.</summary>
/// <param name="Code">One of the constants below: what a program reads.</param>
/// <param name="Day">The day the reason speaks of.</param>
public sealed record MoveReason(string Code, DateOnly Day)
{
    /// <summary>A public holiday (jour férié), a bridge day (pont), a weekend, a closed period (fermeture).</summary>
    public const string Holiday = "holiday", Bridge = "bridge", Weekend = "weekend", Closed = "closed";

    /// <summary>The series meets that day already; no day is free and people must be asked; the clock change skips the hour.</summary>
    public const string Taken = "taken", Ask = "ask", Clock = "clock";

    /// <summary>The feasts of the day, or for a bridge those of the day beside it.</summary>
    public IReadOnlyList<Feast> Feasts { get; init; } = [];
    public ClosedPeriod? Period { get; init; }

    /// <summary>For <see cref="Clock"/>: the hour asked for and the hour the wall shows.</summary>
    public TimeOnly? Skipped { get; init; }
    public TimeOnly? Instead { get; init; }

    /// <summary>What makes two reasons the same news: a fortnight's closing is told once, not once a day.</summary>
    public string Cause => Code switch
    {
        Closed => $"{Code} {Period!.From:O} {Period.To:O}",
        Weekend or Ask => Code,
        _ => $"{Code} {Day:O} {string.Join(',', Feasts.Select(f => f.Code))}",
    };

    /// <summary>The sentence a person reads: "Le jeudi 14 mai 2026 est férié : Ascension (France, Belgique)."</summary>
    public string Sentence(string language)
    {
        var say = new Say(language);
        return Code switch
        {
            Closed => say["calendar.reason.closed", say.Day(Day), say.Period(Period!.From, Period.To)],
            Clock => say["calendar.reason.clock", say.Day(Day), Skipped, Instead],
            _ => say["calendar.reason." + Code, say.Day(Day), Told(language), Cadence.Reach],
        };
    }

    private string Told(string language) =>
        string.Join(", ", Feasts.Select(f => $"{Holidays.Name(language, [f.Code])} ({Holidays.PlaceNames(language, f.Places)})"));
}
