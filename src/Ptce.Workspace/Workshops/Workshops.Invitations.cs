namespace Ptce.Workspace;

public sealed partial class Workshops
{
    /// <summary>Invitations leave this long before; where an earlier meeting of the series is still to come, only a week before.</summary>
    public const int InviteDays = 21, InviteDaysOfNearOnes = 7;

    private const int InviteDaysOnRestDays = 3; // what is further away waits for Monday
    private static readonly int[] ReminderDays = [14, 7, 1];
    private static readonly TimeSpan FreshInvitation = TimeSpan.FromDays(3);

    private sealed record Near(string Id, DateOnly Day);

    /// <summary>Each morning: prepares the agenda of what comes near and invites to it, reminds those who have not answered 14, 7 and 1 days before, tells changes not told yet. Harmless as often as it runs.</summary>
    public async Task InviteAndRemind(JobAccount? account = null)
    {
        foreach (var (poleId, zone) in await db.Read<(string Id, string Zone)>("select id, zone from poles order by id"))
        {
            var (now, today) = (clock.GetUtcNow(), Zones.Day(clock.GetUtcNow(), zone));
            var near = await db.Read<Near>("""
                select o.id, o.day from occurrences o
                where o.pole_id = @poleId and o.state = 'planned' and o.starts_at > @now and o.day <= @last
                  and (o.day <= @soon or not exists (
                    select 1 from occurrences e where e.series_id = o.series_id and e.state = 'planned' and e.starts_at > @now and e.starts_at < o.starts_at))
                order by o.day, o.id
                """, new { poleId, now, last = today.AddDays(InviteDays), soon = today.AddDays(InviteDaysOfNearOnes) });
            long told = 0;
            foreach (var one in near) told += await db.Write(poleId, tx => InviteAndRemind(tx, one.Id, one.Day.DayNumber - today.DayNumber));
            told += await db.Write(poleId, tx => TellChanges(tx, poleId));
            if (told > 0) account?.DidFor(poleId, "jobs.did.told", told);
        }
    }

    /// <returns>How many were written to.</returns>
    private async Task<long> InviteAndRemind(Tx tx, string id, int days)
    {
        if (await Occurrences(tx.Read<Occurrence>, "o.id = @id", new { id }) is not [{ State: Occurrence.Planned } one]) return 0;
        long told = 0;
        var silent = (await tx.Read<string>("""
            select i.person_id from meeting_invitations i
            where i.occurrence_id = @id and not exists (select 1 from meeting_answers a where a.occurrence_id = i.occurrence_id and a.person_id = i.person_id)
            """, new { id })).ToHashSet();
        // A day that the program was down is made up for on the next; later the reminder would say a wrong number of days.
        var stage = ReminderDays.FirstOrDefault(d => days == d || days == d - 1);
        var restDay = Zones.Day(tx.Now, one.Zone).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && days > InviteDaysOnRestDays;
        if (!restDay) await PrepareAhead(tx, one, Zones.Day(tx.Now, one.Zone)); // where the morning's preparation has not come by
        foreach (var invitee in await Invited(tx.Read<Invitee>, one))
        {
            var invited = restDay ? 0 : await tx.Execute("""
                insert into meeting_invitations (occurrence_id, person_id, invited_at, told_revision) values (@id, @PersonId, @Now, @Revision) on conflict do nothing
                """, new { id, invitee.PersonId, tx.Now, one.Revision });
            if (invited == 1)
            {
                await notices.Owe(tx, invitee.PersonId, MeetingNotices.Invitation, id, one.PoleId, id);
                told++;
            }
            else if (stage > 0 && silent.Contains(invitee.PersonId) && await tx.Execute("""
                update meeting_invitations set reminded_days = @stage
                where occurrence_id = @id and person_id = @PersonId and (reminded_days is null or reminded_days > @stage) and invited_at <= @before
                """, new { id, invitee.PersonId, stage, before = stage == 1 ? tx.Now.AddHours(-12) : tx.Now - FreshInvitation }) == 1)
            {
                await notices.Owe(tx, invitee.PersonId, MeetingNotices.Reminder, id, one.PoleId, $"{id}/{stage}");
                told++;
            }
        }
        return told + await Guests.Remind(tx, one, days);
    }

    /// <summary>Tells those who were invited what changed since they were last told: a day, a place, that it does not take place.</summary>
    /// <returns>How many were written to.</returns>
    private async Task<long> TellChanges(Tx tx, string poleId)
    {
        var untold = await tx.Read<(string Id, string PersonId, long Revision, long TakesPlace, string? Answer)>("""
            select o.id, i.person_id, o.revision, cast(case when o.state = 'planned' then 1 else 0 end as bigint), a.answer
            from occurrences o join meeting_invitations i on i.occurrence_id = o.id
            left join meeting_answers a on a.occurrence_id = o.id and a.person_id = i.person_id
            where o.pole_id = @poleId and i.told_revision < o.revision and o.state <> 'held' and (o.starts_at is null or o.starts_at > @Now)
            order by o.id, i.person_id
            """, new { poleId, tx.Now });
        foreach (var (id, person, revision, takesPlace, answer) in untold)
        {
            await tx.Execute("update meeting_invitations set told_revision = @revision where occurrence_id = @id and person_id = @person", new { id, person, revision });
            // Who does not come anyway need not hear that nobody does.
            if (takesPlace == 1 || answer != Reply.No) await notices.OweLatest(tx, person, MeetingNotices.Change, id, poleId, $"{id}/{revision}");
        }
        foreach (var (id, revision) in await tx.Read<(string Id, long Revision)>("""
            select id, revision from occurrences where pole_id = @poleId and revision > 0 and state <> 'held' and (starts_at is null or starts_at > @Now) order by id
            """, new { poleId, tx.Now }))
            await Guests.TellChange(tx, poleId, id, revision);
        return untold.Count;
    }
}
