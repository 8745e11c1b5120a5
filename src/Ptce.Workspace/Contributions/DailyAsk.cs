namespace Ptce.Workspace;

/// <summary>The reminder of the day, for those who asked for one: from 17:00 on the wall where they are, on working days, if they have logged nothing that day.</summary>
/// <remarks>The subject of what is owed is the day, "2026-11-19": who is left in peace until the next morning is asked about that day, not about the new one.</remarks>
public sealed class DailyAsk(Db db, Actors actors, Members members, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "daily_log";
    private const string Theme = "daily";
    private const int Hour = 17;

    public string Topic => TheTopic;

    /// <summary>Each hour. Harmless as often as it runs; an hour that was missed is made up for by the next, until midnight.</summary>
    public async Task Ask(JobAccount? account = null)
    {
        foreach (var person in await notices.WhoWants(Theme))
        {
            if (await WhereTheyLog(person) is not { } actor) continue;
            var zone = await ZoneOf(actor);
            var wall = WallClock.At(WallClock.Zone(zone), clock.GetUtcNow());
            var day = DateOnly.FromDateTime(wall);
            if (wall.Hour < Hour || WorkingDays.IsDayOff(day, zone, await TerritoryOf(actor)) || await HasLogged(person, day)) continue;
            if (await db.Write(actor.PoleId, tx => notices.OweOnce(tx, person, TheTopic, day.Iso(), actor.PoleId))) account?.DidFor(actor.PoleId, "jobs.did.told", 1);
        }
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (Field.Iso(owed.SubjectId) is not { } day) return null;
        var today = Zones.Day(clock.GetUtcNow(), await ZoneOf(reader));
        // What could not be brought by the next day is over: another reminder is on its way.
        if (day < today.AddDays(-1) || !reader.May(Act.LogContribution) || await HasLogged(reader.PersonId, day)) return null;
        var say = new Say(reader.Language);
        var (subject, text) = day == today ? (say["contributions.daily.subject"], say["contributions.daily.text"])
            : (say["contributions.daily.subject_before", say.Day(day, today)], say["contributions.daily.text_before", say.Day(day, today)]);
        return new(subject, [text], $"/p/{reader.PoleSlug}") { Choices = [new(say["contributions.daily.act"], Path: $"/p/{reader.PoleSlug}", Primary: true)] };
    }

    /// <summary>The person in the first of their poles where they may log.</summary>
    private async Task<Actor?> WhereTheyLog(string person)
    {
        foreach (var place in await actors.Places(person))
            if (await actors.Find(person, place.Slug) is { } actor && actor.May(Act.LogContribution)) return actor;
        return null;
    }

    private async Task<string?> TerritoryOf(Actor actor) => actor.OrganisationId is { } organisation ? (await members.ProfileOf(actor, organisation)).Territory : null;

    private async Task<string> ZoneOf(Actor actor) => (await notices.QuietOf(actor.PersonId)).Zone ?? actor.Zone;

    private async Task<bool> HasLogged(string person, DateOnly day) => await db.MaybeOne<string>(
        "select id from contributions where person_id = @person and day = @day and state <> 'cancelled' limit 1", new { person, day }) is not null;
}
