namespace Ptce.Workspace;

/// <summary>"ma semaine": this week in hours, by kind and by day.</summary>
public sealed class WeekMatter(Contributions contributions) : TotalMatter(contributions)
{
    public override string Code => Errands.Week;

    public override Task<Turned> Open(Talk talk, Pending heard)
    {
        var monday = talk.Today.AddDays(-(((int)talk.Today.DayOfWeek + 6) % 7));
        return base.Open(talk, heard with { Reading = new Reading { DateFrom = heard.Reading.DateFrom ?? monday, DateTo = heard.Reading.DateTo ?? monday.AddDays(6) } });
    }
}
