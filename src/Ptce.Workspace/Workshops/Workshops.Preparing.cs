namespace Ptce.Workspace;

public sealed partial class Workshops
{
    /// <summary>An agenda is laid a day before the invitations that show it leave.</summary>
    public const int PrepareDays = InviteDays + 1, PrepareDaysOfNearOnes = InviteDaysOfNearOnes + 1;

    /// <summary>Each working morning: where nobody has prepared the agenda of a meeting that comes near, the series' template is laid before the points already proposed, and the cell is asked once to look at it.</summary>
    public async Task PrepareAhead(JobAccount account)
    {
        foreach (var (poleId, zone) in await db.Read<(string Id, string Zone)>("select id, zone from poles order by id"))
        {
            var (now, today) = (clock.GetUtcNow(), Zones.Day(clock.GetUtcNow(), zone));
            if (today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue; // so do the invitations
            var near = await db.Read<string>("""
                select o.id from occurrences o
                where o.pole_id = @poleId and o.state = 'planned' and o.agenda_at is null and o.starts_at > @now and o.day <= @last
                  and (o.day <= @soon or not exists (
                    select 1 from occurrences e where e.series_id = o.series_id and e.state = 'planned' and e.starts_at > @now and e.starts_at < o.starts_at))
                order by o.day, o.id
                """, new { poleId, now, last = today.AddDays(PrepareDays), soon = today.AddDays(PrepareDaysOfNearOnes) });
            long prepared = 0;
            foreach (var id in near)
                prepared += await db.Write(poleId, async tx => await Occurrences(tx.Read<Occurrence>, "o.id = @id", new { id }) is [{ State: Occurrence.Planned } one] ? await PrepareAhead(tx, one, today) : 0);
            if (prepared > 0) account.DidFor(poleId, "workshops.did.prepared", prepared);
        }
    }

    /// <returns>1 where the agenda was laid now, 0 where it stood.</returns>
    private async Task<long> PrepareAhead(Tx tx, Occurrence one, DateOnly today)
    {
        if (!await Prepare(tx, null, one)) return 0;
        foreach (var person in await tx.Read<string>("""
            select distinct person_id from mandates
            where pole_id = @PoleId and role = 'coordinator' and from_day <= @today and (to_day is null or to_day >= @today) order by person_id
            """, new { one.PoleId, today }))
            await notices.Owe(tx, person, PreparationNotice.TheTopic, one.Id, one.PoleId, one.Id);
        return 1;
    }
}
