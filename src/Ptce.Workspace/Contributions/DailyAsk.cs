namespace Ptce.Workspace;

/// <summary>The reminder of the day, for those who asked for one: at 17:00 on the wall where they are, on working days, if they have logged nothing that day.</summary>
public sealed class DailyAsk(Db db, Actors actors, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "daily_log";
    private const int Hour = 17;

    public string Topic => TheTopic;

    /// <summary>Each hour. Harmless as often as it runs.</summary>
    public async Task Ask(JobAccount? account = null)
    {
        foreach (var person in await notices.WhoWants("daily"))
        {
            if (await actors.Places(person) is not [var place, ..] || await actors.Find(person, place.Slug) is not { } actor || !actor.May(Act.LogContribution)) continue;
            var wall = WallClock.At(WallClock.Zone((await notices.QuietOf(person)).Zone ?? actor.Zone), clock.GetUtcNow());
            if (wall.Hour != Hour || wall.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            var day = DateOnly.FromDateTime(wall);
            if (await HasLogged(person, day)) continue;
            await db.Write(actor.PoleId, tx => notices.Owe(tx, person, TheTopic, person, actor.PoleId, $"{day:yyyy-MM-dd}"));
            account?.DidFor(actor.PoleId, "jobs.did.told", 1);
        }
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.LogContribution) || await HasLogged(reader.PersonId, reader.Today(clock))) return null;
        var say = new Say(reader.Language);
        return new(say["contributions.daily.subject"], [say["contributions.daily.text"]], $"/p/{reader.PoleSlug}") { Choices = [new(say["contributions.daily.act"], Path: $"/p/{reader.PoleSlug}", Primary: true)] };
    }

    private async Task<bool> HasLogged(string person, DateOnly day) => await db.MaybeOne<string>(
        "select id from contributions where person_id = @person and day = @day and state <> 'cancelled' limit 1", new { person, day }) is not null;
}
