namespace Ptce.Workspace;

/// <summary>Vacances scolaires of the pole's areas, as imported: a warning beside a meeting, never more.</summary>
public sealed class SchoolHolidays(Db db, TimeProvider clock)
{
    public const int LongestArea = 60;        // characters
    public const int MostCharacters = 500_000; // of a calendar file

    private const int Shown = 100;

    /// <summary>Takes a calendar for an area; what the area had before is replaced.</summary>
    /// <returns>How many runs of days were read.</returns>
    /// <exception cref="Refused">«area» is missing; «file» is too large, no calendar or empty.</exception>
    public Task<int> Import(Actor actor, string? area, string text)
    {
        actor.Must(Act.PlanMeetings);
        area = area?.Trim() ?? "";
        Refused.If(area is "" or { Length: > LongestArea }, "area", "school.refused.area");
        Refused.If(text.Length > MostCharacters, "file", "school.refused.large");
        var breaks = SchoolCalendar.Read(text);
        return db.Write(actor.PoleId, async tx =>
        {
            await tx.Execute("delete from school_holidays where pole_id = @PoleId and area = @area", new { actor.PoleId, area });
            foreach (var (name, from, to) in breaks)
                await tx.Execute("insert into school_holidays (id, pole_id, area, name, from_day, to_day) values (@id, @PoleId, @area, @name, @from, @to)", new { id = Ids.New(), actor.PoleId, area, name, from, to });
            await tx.Announce(actor, new SchoolHolidaysImported(actor.PoleId));
            return breaks.Count;
        });
    }

    /// <summary>Takes an area away.</summary>
    public Task Forget(Actor actor, string area)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            if (await tx.Execute("delete from school_holidays where pole_id = @PoleId and area = @area", new { actor.PoleId, area }) > 0) await tx.Announce(actor, new SchoolHolidaysImported(actor.PoleId));
        });
    }

    /// <summary>What is still to come, soonest first.</summary>
    public async Task<IReadOnlyList<SchoolBreak>> Coming(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<SchoolBreak>("select area, name, from_day, to_day from school_holidays where pole_id = @PoleId and to_day >= @today order by from_day, area, name limit @Shown",
            new { actor.PoleId, today = actor.Today(clock), Shown });
    }

    /// <summary>The holidays that a day falls into.</summary>
    public async Task<IReadOnlyList<SchoolBreak>> On(Actor actor, DateOnly day)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<SchoolBreak>("select area, name, from_day, to_day from school_holidays where pole_id = @PoleId and to_day >= @day and from_day <= @day order by area, name", new { actor.PoleId, day });
    }
}
