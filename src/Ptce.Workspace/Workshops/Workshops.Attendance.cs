namespace Ptce.Workspace;

public sealed partial class Workshops
{
    public const int EarlyMinutes = 60;  // how long before its start people can say they are there
    public const int LateHours = 24;     // how long after its end, while the meeting is not closed
    public const int MostTries = 5;      // wrong codes per person and meeting

    /// <summary>Who was there, by name.</summary>
    public async Task<IReadOnlyList<Attendant>> Attendance(Actor actor, string id)
    {
        await One(actor, id);
        return await db.Read<Attendant>("""
            select a.person_id, p.name, a.organisation_id, o.name as organisation_name, a.how, n.name as noted_by_name, a.contribution_id, c.state as line_state, a.refused
            from attendances a join people p on p.id = a.person_id join organisations o on o.id = a.organisation_id join people n on n.id = a.noted_by
            left join contributions c on c.id = a.contribution_id
            where a.occurrence_id = @id order by p.name, p.id
            """, new { id });
    }

    /// <summary>The person says they are there: with one tap, or with the code at the door where there is one.</summary>
    /// <exception cref="Refused">It is not the time, the code is wrong, or was wrong too often; without a code, the meeting is for others.</exception>
    /// <remarks>Who was there takes part: writes minutes, proposes decisions. So a committee's or a group's meeting takes the word of those it is for; of others, the code on its wall or the cell's.</remarks>
    public async Task Attend(Actor actor, string id, string? code = null)
    {
        actor.Must(Act.AnswerInvitation);
        var wrongTries = await db.Write(actor.PoleId, async tx =>
        {
            var one = await Open(tx, actor, id);
            Refused.If(one.StartsAt is null, "", "workshops.refused.no_day");
            Refused.If(tx.Now < one.StartsAt!.Value.AddMinutes(-EarlyMinutes) || tx.Now > one.EndsAt!.Value.AddHours(LateHours), "code", "workshops.refused.not_now", EarlyMinutes);
            if (one.DoorCode is { } door && DoorCode.Typed(code) != door)
            {
                var tries = await tx.One<long>("""
                    insert into door_tries (occurrence_id, person_id, tries) values (@id, @PersonId, 1)
                    on conflict (occurrence_id, person_id) do update set tries = door_tries.tries + 1 returning tries
                    """, new { id, actor.PersonId });
                return tries;
            }
            Refused.If(one.DoorCode is not null && await Tries(tx, actor, id) >= MostTries, "code", "workshops.refused.code_tries");
            var organisation = actor.OrganisationId ?? throw new Refused("", "workshops.refused.no_organisation");
            Refused.If(one.DoorCode is null && (await Invited(tx.Read<Invitee>, one)).All(i => i.PersonId != actor.PersonId), "", "workshops.refused.not_invited");
            await Note(tx, actor, one, actor.PersonId, organisation, one.DoorCode is null ? "tap" : "code");
            return 0;
        });
        // The try is kept, the attendance is not: so the refusal comes after the writing.
        Refused.If(wrongTries >= MostTries, "code", "workshops.refused.code_tries");
        Refused.If(wrongTries > 0, "code", "workshops.refused.code");
    }

    /// <summary>The cell notes that someone of the pole was there, or takes it back. On a closed meeting the hours follow at once.</summary>
    public async Task NotePresent(Actor actor, string id, string personId, bool present)
    {
        actor.Must(Act.PlanMeetings);
        var roll = await Roll.Read(db, actor.PoleId, actor.Today(clock));
        await db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            Refused.If(one.State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
            Refused.If(one.StartsAt is null || tx.Now < one.StartsAt.Value.AddMinutes(-EarlyMinutes), "", "workshops.refused.not_now", EarlyMinutes);
            if (!present)
            {
                Refused.If(one.State == Occurrence.Held, "", "workshops.refused.held_presence");
                if (await tx.Execute("delete from attendances where occurrence_id = @id and person_id = @personId", new { id, personId }) > 0)
                    await tx.Announce(actor, new AttendanceTakenBack(actor.PoleId, id, personId));
                return;
            }
            var who = (await Invited(tx.Read<Invitee>, one with { Audience = Audiences.Pole })).FirstOrDefault(i => i.PersonId == personId) ?? throw new NotHere();
            if (await Note(tx, actor, one, personId, who.OrganisationId, "cell") && one.State == Occurrence.Held)
                await Credit(tx, roll, one, personId, who.OrganisationId, one.HeldMinutes ?? one.Minutes);
        });
    }

    /// <summary>Puts a code at the door, or takes it away: without one a tap is enough.</summary>
    public Task SetDoor(Actor actor, string id, bool code)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            await Open(tx, actor, id);
            await tx.Execute("update occurrences set door_code = @code where id = @id", new { id, code = code ? DoorCode.New() : null });
            await tx.Announce(actor, new MeetingChanged(actor.PoleId, id));
        });
    }

    /// <summary>Closes a meeting: each person present gets its length as a draft line to confirm, and the points not reached go on.</summary>
    /// <param name="minutes">How long it really took; its planned length unless said.</param>
    /// <exception cref="Refused">It has not begun, or is closed already.</exception>
    public async Task Close(Actor actor, string id, long? minutes = null)
    {
        actor.Must(Act.PlanMeetings);
        Refused.If(minutes is < 1 or > MostMinutes, "held_minutes", "workshops.refused.minutes");
        var roll = await Roll.Read(db, actor.PoleId, actor.Today(clock));
        await db.Write(actor.PoleId, async tx =>
        {
            var one = await Open(tx, actor, id);
            Refused.If(one.StartsAt is null || tx.Now < one.StartsAt, "", "workshops.refused.not_begun");
            var length = minutes ?? one.Minutes;
            await tx.Execute("update occurrences set state = 'held', held_minutes = @length, closed_at = @Now, closed_by = @PersonId, door_code = null where id = @id",
                new { id, length, tx.Now, actor.PersonId });
            await Stop(tx, id);
            var present = await tx.Read<Invitee>("""
                select a.person_id, p.name, a.organisation_id, o.name as organisation_name
                from attendances a join people p on p.id = a.person_id join organisations o on o.id = a.organisation_id where a.occurrence_id = @id order by p.name, p.id
                """, new { id });
            foreach (var person in present) await Credit(tx, roll, one, person.PersonId, person.OrganisationId, length);
            foreach (var item in await tx.Read<AgendaItem>($"select {ItemColumns} from {ItemTables} where i.occurrence_id = @id and i.state = 'open' order by i.position, i.id", new { id }))
                await Carry(tx, one, item);
            await tx.Announce(actor, new MeetingClosed(actor.PoleId, id, present.Count, present.Count * length));
        });
    }

    /// <summary>In how many closed meetings of a series each organisation was, and with how many people in all; by name.</summary>
    public async Task<(long Meetings, IReadOnlyList<OrganisationPresence> Organisations)> PresenceOf(Actor actor, string seriesId, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        var args = new { seriesId, actor.PoleId, from, to };
        return (await db.One<long>("select count(*) from occurrences where series_id = @seriesId and pole_id = @PoleId and state = 'held' and day between @from and @to", args),
            await db.Read<OrganisationPresence>("""
                select g.id as organisation_id, g.name, count(distinct o.id) as meetings, count(*) as people
                from attendances a join occurrences o on o.id = a.occurrence_id join organisations g on g.id = a.organisation_id
                where o.series_id = @seriesId and o.pole_id = @PoleId and o.state = 'held' and o.day between @from and @to
                group by g.id, g.name order by g.name, g.id
                """, args));
    }

    private static async Task<bool> Note(Tx tx, Actor actor, Occurrence one, string personId, string organisationId, string how)
    {
        var noted = await tx.Execute("""
            insert into attendances (occurrence_id, person_id, organisation_id, how, noted_at, noted_by) values (@Id, @personId, @organisationId, @how, @Now, @By)
            on conflict (occurrence_id, person_id) do nothing
            """, new { one.Id, personId, organisationId, how, tx.Now, By = actor.PersonId });
        if (noted == 1) await tx.Announce(actor, new AttendanceNoted(actor.PoleId, one.Id, personId, how));
        return noted == 1;
    }

    private static async Task Credit(Tx tx, Roll roll, Occurrence one, string personId, string organisationId, long minutes)
    {
        string? line = null, refused = null;
        try
        {
            line = await Contributions.Draft(tx, roll, one.PoleId, new(one.Day!.Value, minutes, Kinds.Default, one.Kind == "seminaire" ? "séminaire de coopération" : one.Kind, PersonId: personId, OrganisationId: organisationId,
                Starts: one.Starts, Ends: WallTime.Read(one.Starts).AddMinutes(minutes).Stored(), Note: one.SeriesName));
        }
        catch (Refused e) { refused = e.Key; } // this person's day is full: the others' hours still stand
        await tx.Execute("update attendances set contribution_id = @line, refused = @refused where occurrence_id = @Id and person_id = @personId", new { one.Id, personId, line, refused });
    }

    private static async Task<long> Tries(Tx tx, Actor actor, string id) =>
        await tx.MaybeOne<long>("select tries from door_tries where occurrence_id = @id and person_id = @PersonId", new { id, actor.PersonId });
}
