namespace Ptce.Workspace;

public sealed record MandateGiven(string PoleId, string PersonId, string Role) : Event(PoleId, PersonId);

public sealed record MandateEnded(string PoleId, string PersonId, string Role, DateOnly LastDay) : Event(PoleId, PersonId);

public sealed record AddressGiven(string PoleId, string PersonId) : Event(PoleId, PersonId);

public sealed partial class Members
{
    /// <summary>A mandate to give: who, for whom, as what, from when.</summary>
    /// <param name="Email">Decides who it is: a known address is that person, under the name already known. Empty for someone without one.</param>
    /// <param name="Role">As people write it: "coordinator", "copil".</param>
    /// <param name="Engagement">"salarie" or "benevole".</param>
    /// <param name="PersonId">Someone of the pole; name and address are then theirs.</param>
    public sealed record Appointment(string Name, string? Email, string OrganisationId, string Role, string Engagement, DateOnly? From, string? PersonId = null);

    /// <summary>Gives a person a mandate in the pole for one of its organisations; makes the person known if need be.</summary>
    /// <returns>The person's id.</returns>
    /// <exception cref="Refused">«name», «email», «role», «engagement» or «from» cannot be; «organisation» is not in the pole then; the mandate stands already («role»).</exception>
    /// <exception cref="NotHere">The organisation, or the person named by id, is none of the pole's.</exception>
    /// <exception cref="NotAllowed">An administrator is named by administrators only.</exception>
    public async Task<string> AddPerson(Actor actor, Appointment asked)
    {
        actor.Must(Act.ManageMembers);
        var name = asked.Name.Trim();
        var email = asked.Email?.Trim().ToLowerInvariant() is { Length: > 0 } written ? written : null;
        Refused.If(name is "" or { Length: > LongestName }, "name", "members.person_length", LongestName);
        Refused.If(email is not null && !IsAddress(email), "email", "members.bad_email", email);
        var role = RoleNames.Read(asked.Role) ?? throw new Refused("role", "members.unknown_role", asked.Role, RoleNames.InWords);
        Refused.If(asked.Engagement is not ("salarie" or "benevole"), "engagement", "members.unknown_engagement", asked.Engagement);
        var day = Possible(actor, "from", asked.From);
        if (role is Roles.Administrator) actor.Must(Act.AppointAdministrator);

        return await db.Write(actor.PoleId, async tx =>
        {
            var member = await tx.MaybeOne<string>("select id from memberships where pole_id = @PoleId and organisation_id = @OrganisationId limit 1", new { actor.PoleId, asked.OrganisationId });
            if (member is null) throw new NotHere();
            Refused.If(await tx.MaybeOne<string>("""
                select id from memberships
                where pole_id = @PoleId and organisation_id = @OrganisationId and from_day <= @day and (to_day is null or to_day >= @day)
                """, new { actor.PoleId, asked.OrganisationId, day }) is null, "organisation", "members.not_member_then");

            var language = await tx.One<string>("select language from poles where id = @PoleId", new { actor.PoleId });
            var person = asked.PersonId is not null ? await OfThePole(tx, actor, asked.PersonId)
                : email is null ? await Unnamed(tx, actor.PoleId, asked.OrganisationId, name) : null;
            person ??= await Person(tx, name, email, language);
            Refused.If(await tx.MaybeOne<string>("""
                select id from mandates
                where person_id = @person and pole_id = @PoleId and organisation_id = @OrganisationId and role = @role and (to_day is null or to_day >= @day)
                """, new { person, actor.PoleId, asked.OrganisationId, role = role.Name(), day }) is not null, "role", "members.already_mandated", name);
            await tx.Execute("""
                insert into mandates (id, person_id, pole_id, organisation_id, role, engagement, from_day)
                values (@id, @person, @PoleId, @OrganisationId, @role, @Engagement, @day)
                """, new { id = Ids.New(), person, actor.PoleId, asked.OrganisationId, role = role.Name(), asked.Engagement, day });
            await tx.Announce(actor, new MandateGiven(actor.PoleId, person, role.Name()));
            return person;
        });
    }

    /// <summary>Ends a mandate after a last day. What was done under it stays.</summary>
    /// <exception cref="Refused">«lastDay» is before the first day; it has ended already; nobody could manage the members any more.</exception>
    /// <exception cref="NotHere">No such mandate in the actor's pole.</exception>
    /// <exception cref="NotAllowed">An administrator's mandate is ended by administrators only.</exception>
    public async Task EndMandate(Actor actor, string mandateId, DateOnly? lastDay)
    {
        actor.Must(Act.ManageMembers);
        var day = Possible(actor, "lastDay", lastDay);
        await db.Write(actor.PoleId, async tx =>
        {
            var mandate = await tx.MaybeOne<Dated>("""
                select m.id as Id, m.person_id as Subject, m.role as Word, m.from_day as FromDay, m.to_day as ToDay
                from mandates m where m.id = @mandateId and m.pole_id = @PoleId
                """, new { mandateId, actor.PoleId }) ?? throw new NotHere();
            mandate.MustEnd(actor, clock, day);
            await End(tx, actor, mandate, day);
            await SomeoneManages(tx, actor, day);
        });
    }

    /// <summary>Records the address of a person who has none, so that they can sign in.</summary>
    /// <remarks>An address that stands is not changed here, and nobody's who acts in another pole too: whoever reads that mail would enter there as well.</remarks>
    /// <exception cref="Refused">«email» is no address, or someone's; the person has one, or acts elsewhere.</exception>
    /// <exception cref="NotHere">Nobody of the actor's pole.</exception>
    public async Task GiveAddress(Actor actor, string personId, string email)
    {
        actor.Must(Act.ManageMembers);
        email = email.Trim().ToLowerInvariant();
        Refused.If(!IsAddress(email), "email", "members.bad_email", email);
        await db.Write(actor.PoleId, async tx =>
        {
            var name = await tx.MaybeOne<string>("""
                select p.name from people p where p.id = @personId and exists (select 1 from mandates m where m.person_id = p.id and m.pole_id = @PoleId)
                """, new { personId, actor.PoleId }) ?? throw new NotHere();
            Refused.If(await tx.MaybeOne<string>("select id from mandates where person_id = @personId and (pole_id is null or pole_id <> @PoleId)", new { personId, actor.PoleId }) is not null,
                "email", "members.known_elsewhere", name);
            Refused.If(await tx.MaybeOne<string>("select id from people where email = @email", new { email }) is not null, "email", "members.address_taken");
            var given = await tx.Execute("update people set email = @email where id = @personId and email is null", new { email, personId });
            Refused.If(given == 0, "email", "members.has_address", name);
            await tx.Announce(actor, new AddressGiven(actor.PoleId, personId));
        });
    }

    private static async Task<string> OfThePole(Tx tx, Actor actor, string personId) =>
        await tx.MaybeOne<string>("select person_id from mandates where person_id = @personId and pole_id = @PoleId limit 1", new { personId, actor.PoleId }) ?? throw new NotHere();

    private static async Task End(Tx tx, Actor actor, Dated mandate, DateOnly day)
    {
        if (mandate.Word == Roles.Administrator.Name()) actor.Must(Act.AppointAdministrator);
        await tx.Execute("update mandates set to_day = @day where id = @Id", new { mandate.Id, day });
        await tx.Announce(actor, new MandateEnded(actor.PoleId, mandate.Subject, mandate.Word, day));
    }

    /// <summary>A pole that nobody can manage any more would be stuck: the last one who can hands over first.</summary>
    private async Task SomeoneManages(Tx tx, Actor actor, DateOnly lastDay)
    {
        var next = (lastDay > actor.Today(clock) ? lastDay : actor.Today(clock)).AddDays(1);
        var managers = Enum.GetValues<Roles>().Where(r => r != Roles.None && (Rights.Of(Act.ManageMembers) & r) != 0).Select(r => r.Name()).ToArray();
        var stays = await tx.Read<string>("""
            select role from mandates where (pole_id = @PoleId or pole_id is null) and from_day <= @next and (to_day is null or to_day >= @next)
            """, new { actor.PoleId, next });
        Refused.If(!stays.Any(managers.Contains), "lastDay", "members.last_manager");
    }
}
