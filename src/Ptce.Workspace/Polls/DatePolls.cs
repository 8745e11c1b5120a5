namespace Ptce.Workspace;

/// <summary>Sondages de date: one open at a time for a meeting. Days come and go; no answer is ever lost.</summary>
public sealed class DatePolls(Db db, Workshops workshops, Notices notices, TimeProvider clock)
{
    public const int MostOptions = 12;
    public const int LongestNote = 500; // characters

    private const string Columns = "d.id, d.occurrence_id, d.state, d.note, d.asked_at, p.name as asked_by_name";

    /// <summary>The poll that stands for a meeting, else the last one; null where there was none.</summary>
    public async Task<DatePoll?> Of(Actor actor, string occurrenceId)
    {
        await workshops.One(actor, occurrenceId);
        var poll = await db.MaybeOne<DatePoll>($"""
            select {Columns} from date_polls d join people p on p.id = d.asked_by
            where d.occurrence_id = @occurrenceId order by case when d.state = 'open' then 0 else 1 end, d.id desc limit 1
            """, new { occurrenceId });
        if (poll is null) return null;
        var options = await db.Read<DateOption>("select id, poll_id, day, starts from date_options where poll_id = @Id and withdrawn_at is null order by day, starts", new { poll.Id });
        var answers = (await db.Read<DateAnswer>("""
            select a.option_id, a.person_id, p.name, o.name as organisation_name, a.answer
            from date_answers a join date_options x on x.id = a.option_id join people p on p.id = a.person_id join organisations o on o.id = a.organisation_id
            where x.poll_id = @Id order by o.name, p.name
            """, new { poll.Id })).ToLookup(a => a.OptionId);
        return poll with { Options = [.. options.Select(o => o with { Answers = [.. answers[o.Id]] })] };
    }

    public string Page(Actor actor, string occurrenceId) => $"/p/{actor.PoleSlug}/ateliers/{occurrenceId}/dates";

    /// <summary>Asks which day suits, or changes what is asked: days left out are taken back, their answers stay. The same question twice is one.</summary>
    /// <exception cref="Refused">«days» is under two, too many, or not to come; the meeting is over or cancelled.</exception>
    public Task Ask(Actor actor, string occurrenceId, IReadOnlyList<(DateOnly Day, TimeOnly Starts)> days, string? note = null)
    {
        actor.Must(Act.PlanMeetings);
        var wanted = days.Distinct().ToList();
        Refused.If(wanted.Count is < 2 or > MostOptions, "days", "polls.refused.count", MostOptions);
        Refused.If(wanted.Any(w => w.Day < actor.Today(clock) || w.Day > actor.Today(clock).AddDays(Workshops.HorizonDays)), "days", "polls.refused.past");
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        Refused.If(note is { Length: > LongestNote }, "note", "workshops.refused.too_long", LongestNote);
        return db.Write(actor.PoleId, async tx =>
        {
            var meeting = await Workshops.Standing(tx, actor, occurrenceId);
            Refused.If(meeting.State != Occurrence.Planned, "", "polls.refused.not_planned");
            var open = await tx.MaybeOne<Asked>("select id, note from date_polls where occurrence_id = @occurrenceId and state = 'open'", new { occurrenceId });
            var id = open?.Id ?? Ids.New();
            var asked = (await tx.Read<(DateOnly Day, string Starts)>("select day, starts from date_options where poll_id = @id and withdrawn_at is null", new { id })).ToHashSet();
            if (open is not null && open.Note == note && asked.SetEquals(wanted.Select(w => (w.Day, w.Starts.Stored())))) return;
            if (open is null)
                await tx.Execute("insert into date_polls (id, pole_id, occurrence_id, state, note, asked_at, asked_by) values (@id, @PoleId, @occurrenceId, 'open', @note, @Now, @PersonId)",
                    new { id, actor.PoleId, occurrenceId, note, tx.Now, actor.PersonId });
            else await tx.Execute("update date_polls set note = @note where id = @id", new { id, note });
            await tx.Execute("update date_options set withdrawn_at = @Now where poll_id = @id and withdrawn_at is null", new { id, tx.Now });
            foreach (var (day, starts) in wanted)
                await tx.Execute("""
                    insert into date_options (id, poll_id, day, starts) values (@option, @id, @day, @starts)
                    on conflict (poll_id, day, starts) do update set withdrawn_at = null
                    """, new { option = Ids.New(), id, day, starts = starts.Stored() });
            await tx.Announce(actor, open is null ? new DatesAsked(actor.PoleId, occurrenceId) : new DatesChanged(actor.PoleId, occurrenceId));
            if (wanted.All(w => asked.Contains((w.Day, w.Starts.Stored())))) return; // days taken back are no question
            foreach (var person in await Workshops.PeopleOf(tx, meeting))
                if (person != actor.PersonId) await notices.Owe(tx, person, DateNotices.TheTopic, occurrenceId, actor.PoleId);
        });
    }

    /// <summary>Says which days suit the actor; days not named keep the answer they have. A later word takes the place of an earlier one.</summary>
    /// <exception cref="Refused">The poll is over, or its meeting is past or cancelled; an answer is none of yes, maybe, no.</exception>
    /// <exception cref="NotAllowed">A meeting that is not the actor's.</exception>
    public Task Answer(Actor actor, string occurrenceId, IReadOnlyDictionary<string, string> answers)
    {
        actor.Must(Act.AnswerInvitation);
        Refused.If(answers.Values.Any(a => !Reply.All.Contains(a)), "answer", "workshops.refused.answer");
        return db.Write(actor.PoleId, async tx =>
        {
            Refused.If((await Workshops.Attending(tx, actor, occurrenceId)).State != Occurrence.Planned, "", "polls.refused.not_planned");
            var organisation = actor.OrganisationId ?? throw new Refused("", "workshops.refused.no_organisation");
            var open = await tx.Read<string>("""
                select x.id from date_options x join date_polls d on d.id = x.poll_id where d.occurrence_id = @occurrenceId and d.state = 'open' and x.withdrawn_at is null
                """, new { occurrenceId });
            Refused.If(open.Count == 0, "", "polls.refused.over");
            if (answers.Keys.Except(open).Any()) throw new NotHere();
            var changed = 0;
            foreach (var (option, answer) in answers)
                changed += await tx.Execute("""
                    insert into date_answers (option_id, person_id, organisation_id, answer, answered_at) values (@option, @PersonId, @organisation, @answer, @Now)
                    on conflict (option_id, person_id) do update set answer = excluded.answer, organisation_id = excluded.organisation_id, answered_at = excluded.answered_at
                    where date_answers.answer <> excluded.answer or date_answers.organisation_id <> excluded.organisation_id
                    """, new { option, actor.PersonId, organisation, answer, tx.Now });
            if (changed > 0) await tx.Announce(actor, new DatesAnswered(actor.PoleId, occurrenceId));
        });
    }

    /// <summary>Chooses a day: the meeting moves there, and the poll is over.</summary>
    /// <exception cref="NotHere">No such day stands in an open poll of the pole.</exception>
    /// <exception cref="Refused">As <see cref="Workshops.Move(Actor, string, DateOnly, TimeOnly, string?)"/>.</exception>
    public Task Choose(Actor actor, string optionId, string reason)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            var chosen = await tx.MaybeOne<Chosen>("""
                select d.occurrence_id, x.day, x.starts from date_options x join date_polls d on d.id = x.poll_id
                where x.id = @optionId and d.pole_id = @PoleId and d.state = 'open' and x.withdrawn_at is null
                """, new { optionId, actor.PoleId }) ?? throw new NotHere();
            await workshops.Move(tx, actor, chosen.OccurrenceId, chosen.Day, WallTime.Read(chosen.Starts), reason);
            await End(tx, actor, chosen.OccurrenceId, DatePoll.Chosen);
        });
    }

    /// <summary>Asks no more; the answers stay to be read.</summary>
    public Task Drop(Actor actor, string occurrenceId)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            await Workshops.Standing(tx, actor, occurrenceId);
            await End(tx, actor, occurrenceId, DatePoll.Dropped);
        });
    }

    private sealed record Asked(string Id, string? Note);

    private sealed record Chosen(string OccurrenceId, DateOnly Day, string Starts);

    private static async Task End(Tx tx, Actor actor, string occurrenceId, string state)
    {
        if (await tx.Execute("update date_polls set state = @state, ended_at = @Now where occurrence_id = @occurrenceId and state = 'open'", new { occurrenceId, state, tx.Now }) == 0) return;
        await tx.Announce(actor, state == DatePoll.Chosen ? new DateChosen(actor.PoleId, occurrenceId) : new DatesDropped(actor.PoleId, occurrenceId));
    }
}
