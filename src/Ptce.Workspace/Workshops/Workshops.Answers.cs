namespace Ptce.Workspace;

public sealed partial class Workshops
{
    public const long MostTogether = 50; // people behind one answer

    private const string ReplyColumns = """
        a.occurrence_id, a.person_id, p.name, a.organisation_id, o.name as organisation_name, a.answer, a.people, a.late_minutes,
        a.proxy_id, x.name as proxy_name, a.note, a.answered_at, a.answered_by, b.name as answered_by_name
        """;

    private const string ReplyTables = """
        meeting_answers a join people p on p.id = a.person_id join people b on b.id = a.answered_by
        left join organisations o on o.id = a.organisation_id left join people x on x.id = a.proxy_id
        """;

    /// <summary>Who is invited to a meeting, and what they said, by name.</summary>
    public async Task<Turnout> TurnoutOf(Actor actor, string id)
    {
        var one = await One(actor, id);
        return new(await Invited(db.Read<Invitee>, one), await db.Read<Reply>($"select {ReplyColumns} from {ReplyTables} where a.occurrence_id = @id order by p.name, p.id", new { id }));
    }

    /// <summary>What the actor said to these meetings, by meeting.</summary>
    public async Task<IReadOnlyDictionary<string, Reply>> MyReplies(Actor actor, IReadOnlyList<Occurrence> meetings)
    {
        actor.Must(Act.ReadPole);
        if (meetings.Count == 0) return new Dictionary<string, Reply>();
        return (await db.Read<Reply>($"select {ReplyColumns} from {ReplyTables} where a.occurrence_id in @ids and a.person_id = @PersonId",
            new { ids = meetings.Select(m => m.Id).ToArray(), actor.PersonId })).ToDictionary(r => r.OccurrenceId);
    }

    /// <summary>Answers an invitation, or changes the answer; the same answer twice is one.</summary>
    /// <exception cref="Refused">The meeting is over, cancelled or without a day; the person is not invited; no seat is left; the proxy cannot be one.</exception>
    public Task Answer(Actor actor, string id, NewReply reply)
    {
        actor.Must(Act.AnswerInvitation);
        var person = reply.PersonId ?? actor.PersonId;
        if (person != actor.PersonId) actor.Must(Act.PlanMeetings);
        Refused.If(!Reply.All.Contains(reply.Answer), "answer", "workshops.refused.answer");
        Refused.If(reply.People is < 1 or > MostTogether, "people", "workshops.refused.people", MostTogether);
        var note = Text(reply.Note, "note");
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            MustBePlanned(one);
            Refused.If(one.StartsAt is null, "", "workshops.refused.no_day");
            Refused.If(one.EndsAt < tx.Now, "", "workshops.refused.over");
            Refused.If(reply.LateMinutes < 0 || reply.LateMinutes >= one.Minutes, "late", "workshops.refused.late");
            var invited = await Invited(tx.Read<Invitee>, one);
            var invitee = invited.FirstOrDefault(i => i.PersonId == person) ?? throw new Refused("", "workshops.refused.not_invited");
            if (reply.ProxyId is { } proxy) await CheckProxy(tx, one, invited, person, reply.Answer, proxy);
            await HasSeats(tx, one, person, reply);

            var organisation = person == actor.PersonId ? actor.OrganisationId : invitee.OrganisationId;
            var before = await tx.MaybeOne<Reply>($"select {ReplyColumns} from {ReplyTables} where a.occurrence_id = @id and a.person_id = @person", new { id, person });
            if (before is not null && (before.Answer, before.People, before.LateMinutes, before.ProxyId, before.Note, before.OrganisationId)
                == (reply.Answer, reply.People, reply.LateMinutes, reply.ProxyId, note, organisation)) return;
            await tx.Execute("""
                insert into meeting_answers (occurrence_id, person_id, organisation_id, answer, people, late_minutes, proxy_id, note, answered_at, answered_by)
                values (@id, @person, @organisation, @Answer, @People, @LateMinutes, @ProxyId, @note, @Now, @PersonId)
                on conflict (occurrence_id, person_id) do update set organisation_id = excluded.organisation_id, answer = excluded.answer, people = excluded.people,
                    late_minutes = excluded.late_minutes, proxy_id = excluded.proxy_id, note = excluded.note, answered_at = excluded.answered_at, answered_by = excluded.answered_by
                """, new { id, person, organisation, reply.Answer, reply.People, reply.LateMinutes, reply.ProxyId, note, tx.Now, actor.PersonId });
            await tx.Announce(actor, new InvitationAnswered(actor.PoleId, id, person, reply.Answer));
        });
    }

    /// <summary>Whom a meeting is for: everyone who acts for an organisation of the pole on its day, the committee and the cell among them, or a working group.</summary>
    private static async Task<IReadOnlyList<Invitee>> Invited(Reads<Invitee> read, Occurrence one)
    {
        var rows = await read($"""
            select p.id as person_id, p.name, o.id as organisation_id, o.name as organisation_name
            from mandates m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id
            where m.pole_id = @PoleId and m.from_day <= @day and (m.to_day is null or m.to_day >= @day)
              and m.role {(one.Audience == Audiences.Committee ? "in ('committee', 'coordinator', 'administrator')" : "<> 'observer'")} {OnlyTheGroup(one)}
            order by p.name, p.id, m.from_day, m.id
            """, new { one.PoleId, one.SeriesId, day = one.Day ?? one.Computed });
        return [.. rows.DistinctBy(i => i.PersonId)];
    }

    private static async Task CheckProxy(Tx tx, Occurrence one, IReadOnlyList<Invitee> invited, string person, string answer, string proxy)
    {
        Refused.If(answer != Reply.No, "proxy", "workshops.refused.proxy_comes");
        Refused.If(proxy == person || invited.All(i => i.PersonId != proxy), "proxy", "workshops.refused.proxy_who");
        Refused.If(await tx.MaybeOne<string>("select answer from meeting_answers where occurrence_id = @Id and person_id = @proxy", new { one.Id, proxy }) == Reply.No,
            "proxy", "workshops.refused.proxy_absent");
    }

    private static async Task HasSeats(Tx tx, Occurrence one, string person, NewReply reply)
    {
        if (one.Capacity is not { } seats || reply.Answer != Reply.Yes) return;
        var taken = await CountComing(tx, one.Id, person) + await Guests.CountComing(tx, one.Id);
        if (taken + reply.People > seats) throw taken >= seats ? new Refused("people", "workshops.refused.full", seats) : new Refused("people", "workshops.refused.seats_left", seats - taken);
    }

    /// <summary>How many people of the pole say they come, inside a command.</summary>
    /// <param name="except">Someone who is about to say it anew.</param>
    internal static Task<long> CountComing(Tx tx, string id, string? except = null) => tx.One<long>("""
        select cast(coalesce(sum(people), 0) as bigint) from meeting_answers where occurrence_id = @id and answer = 'yes' and (@except is null or person_id <> @except)
        """, new { id, except });
}
