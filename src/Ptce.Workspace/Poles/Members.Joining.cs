namespace Ptce.Workspace;

public sealed record OrganisationJoined(string PoleId, string OrganisationId, string Circle) : Event(PoleId, OrganisationId);

public sealed record OrganisationLeft(string PoleId, string OrganisationId, string Circle, DateOnly LastDay) : Event(PoleId, OrganisationId);

public sealed partial class Members
{
    /// <summary>Brings an organisation into a circle of the pole, from a day on; one the pole knows by that name keeps its identity.</summary>
    /// <param name="type">A word of <see cref="Vocabulary.OrganisationTypes"/>.</param>
    /// <param name="circle">A word of <see cref="Vocabulary.Circles"/>.</param>
    /// <returns>The organisation's id.</returns>
    /// <exception cref="Refused">«name», «type», «circle» or «from» cannot be; or the organisation is in that circle already («circle»).</exception>
    public async Task<string> AddOrganisation(Actor actor, string name, string type, string circle, DateOnly? from)
    {
        actor.Must(Act.ManageMembers);
        name = name.Trim();
        Refused.If(name is "" or { Length: > LongestName }, "name", "members.organisation_length", LongestName);
        var itsType = Vocabulary.Read(Vocabulary.OrganisationTypes, type) ?? throw new Refused("type", "members.unknown_type", type, string.Join(", ", Vocabulary.OrganisationTypes.Keys));
        var itsCircle = Vocabulary.Read(Vocabulary.Circles, circle) ?? throw new Refused("circle", "members.unknown_circle", circle, string.Join(", ", Vocabulary.Circles.Keys));
        var day = Possible(actor, "from", from);

        return await db.Write(actor.PoleId, async tx =>
        {
            var id = await Known(tx, actor.PoleId, name) ?? await Organisation(tx, name, itsType);
            Refused.If(await tx.MaybeOne<string>("""
                select id from memberships
                where pole_id = @PoleId and organisation_id = @id and circle = @itsCircle and (to_day is null or to_day >= @day)
                """, new { actor.PoleId, id, itsCircle, day }) is not null, "circle", "members.already_in_circle", name);
            await tx.Execute("insert into memberships (id, pole_id, organisation_id, circle, from_day) values (@membership, @PoleId, @id, @itsCircle, @day)",
                new { membership = Ids.New(), actor.PoleId, id, itsCircle, day });
            await tx.Announce(actor, new OrganisationJoined(actor.PoleId, id, itsCircle));
            return id;
        });
    }

    /// <summary>
    /// Ends an organisation's place in a circle after a last day. When it leaves its last circle, the mandates held for it end that day too:
    /// nobody speaks for an organisation that is not there.
    /// </summary>
    /// <exception cref="Refused">«lastDay» is before the first day; it has ended already; nobody could manage the members any more.</exception>
    /// <exception cref="NotHere">No such membership in the actor's pole.</exception>
    public async Task EndMembership(Actor actor, string membershipId, DateOnly? lastDay)
    {
        actor.Must(Act.ManageMembers);
        var day = Possible(actor, "lastDay", lastDay);
        await db.Write(actor.PoleId, async tx =>
        {
            var membership = await tx.MaybeOne<Dated>("""
                select m.id as Id, m.organisation_id as Subject, m.circle as Word, m.from_day as FromDay, m.to_day as ToDay
                from memberships m where m.id = @membershipId and m.pole_id = @PoleId
                """, new { membershipId, actor.PoleId }) ?? throw new NotHere();
            membership.MustEnd(actor, clock, day);
            await tx.Execute("update memberships set to_day = @day where id = @membershipId", new { membershipId, day });
            await tx.Announce(actor, new OrganisationLeft(actor.PoleId, membership.Subject, membership.Word, day));

            var stays = await tx.MaybeOne<string>("""
                select id from memberships where pole_id = @PoleId and organisation_id = @Subject and (to_day is null or to_day > @day)
                """, new { actor.PoleId, membership.Subject, day });
            if (stays is not null) return;
            foreach (var mandate in await tx.Read<Dated>("""
                select m.id as Id, m.person_id as Subject, m.role as Word, m.from_day as FromDay, m.to_day as ToDay
                from mandates m where m.pole_id = @PoleId and m.organisation_id = @Subject and (m.to_day is null or m.to_day > @day)
                """, new { actor.PoleId, membership.Subject, day }))
                await End(tx, actor, mandate, day);
            await SomeoneManages(tx, actor, day);
        });
    }

    private static Task<string?> Known(Tx tx, string poleId, string name) => tx.MaybeOne<string>("""
        select o.id from organisations o join memberships m on m.organisation_id = o.id
        where m.pole_id = @poleId and lower(o.name) = lower(@name) order by case when o.name = @name then 0 else 1 end, o.id limit 1
        """, new { poleId, name });

    private static async Task<string> Organisation(Tx tx, string name, string type)
    {
        var id = Ids.New();
        await tx.Execute("insert into organisations (id, name, type, created_at) values (@id, @name, @type, @Now)", new { id, name, type, tx.Now });
        return id;
    }

    /// <summary>A membership or a mandate, as the verbs that end it see it.</summary>
    private sealed record Dated
    {
        public string Id { get; init; } = "";
        public string Subject { get; init; } = "";
        public string Word { get; init; } = "";
        public DateOnly FromDay { get; init; }
        public DateOnly? ToDay { get; init; }

        public void MustEnd(Actor actor, TimeProvider clock, DateOnly lastDay)
        {
            var say = new Say(actor.Language);
            Refused.If(ToDay is { } ended && ended < actor.Today(clock), "lastDay", "members.already_ended", ToDay is { } d ? say.LongDay(d) : "");
            // The day before the first one is a way to say: it never took effect.
            Refused.If(lastDay < FromDay.AddDays(-1), "lastDay", "members.ends_before", say.LongDay(FromDay));
        }
    }

    // Dates typed by hand slip by a century more easily than one thinks.
    private DateOnly Possible(Actor actor, string field, DateOnly? day)
    {
        var (first, last) = (new DateOnly(1980, 1, 1), actor.Today(clock).AddYears(5));
        var say = new Say(actor.Language);
        return day is { } d && d >= first && d <= last ? d : throw new Refused(field, "members.no_day", say.LongDay(first), say.LongDay(last));
    }
}
