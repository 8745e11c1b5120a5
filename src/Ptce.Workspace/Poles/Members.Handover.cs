namespace Ptce.Workspace;

public sealed partial class Members
{
    /// <summary>Passage de relais : what someone does for an organisation goes on under another name, from the day after the last.</summary>
    /// <param name="FromId">Who hands over.</param>
    /// <param name="Name">Who takes over; a known address is that person, under the name already known.</param>
    /// <param name="LastDay">The last day of who hands over.</param>
    public sealed record Relay(string FromId, string OrganisationId, string Name, string? Email, string Engagement, DateOnly? LastDay);

    /// <summary>Hands every mandate of a person for one organisation to another, in one step: each ends, and the same begins the day after.</summary>
    /// <returns>The id of who takes over.</returns>
    /// <exception cref="Refused">A name, address or day that cannot be; nothing to hand over; it is the same person.</exception>
    /// <exception cref="NotHere">Nobody of the pole, or no such organisation there.</exception>
    /// <exception cref="NotAllowed">An administrator's mandate is handed over by administrators only.</exception>
    public async Task<string> HandOver(Actor actor, Relay relay)
    {
        actor.Must(Act.ManageMembers);
        var name = relay.Name.Trim();
        var email = relay.Email?.Trim().ToLowerInvariant() is { Length: > 0 } written ? written : null;
        Refused.If(name is "" or { Length: > LongestName }, "name", "members.person_length", LongestName);
        Refused.If(email is not null && !IsAddress(email), "email", "members.bad_email", email);
        Refused.If(relay.Engagement is not ("salarie" or "benevole"), "engagement", "members.unknown_engagement", relay.Engagement);
        var day = Possible(actor, "lastDay", relay.LastDay);
        return await db.Write(actor.PoleId, async tx =>
        {
            await OfThePole(tx, actor, relay.FromId);
            var mandates = await tx.Read<Dated>("""
                select m.id as Id, m.person_id as Subject, m.role as Word, m.from_day as FromDay, m.to_day as ToDay from mandates m
                where m.person_id = @FromId and m.pole_id = @PoleId and m.organisation_id = @OrganisationId and m.from_day <= @day and (m.to_day is null or m.to_day > @day) order by m.id
                """, new { relay.FromId, actor.PoleId, relay.OrganisationId, day });
            Refused.If(mandates.Count == 0, "from", "members.nothing_to_hand_over");
            var language = await tx.One<string>("select language from poles where id = @PoleId", new { actor.PoleId });
            var next = (email is null ? await Unnamed(tx, actor.PoleId, relay.OrganisationId, name) : null) ?? await Person(tx, name, email, language);
            Refused.If(next == relay.FromId, "name", "members.same_person");
            foreach (var mandate in mandates)
            {
                await End(tx, actor, mandate, day);
                var given = await tx.Execute("""
                    insert into mandates (id, person_id, pole_id, organisation_id, role, engagement, from_day, to_day)
                    select @id, @next, @PoleId, @OrganisationId, @Word, @Engagement, @first, @ToDay
                    where not exists (select 1 from mandates where person_id = @next and pole_id = @PoleId and organisation_id = @OrganisationId and role = @Word and (to_day is null or to_day >= @first))
                    """, new { id = Ids.New(), next, actor.PoleId, relay.OrganisationId, mandate.Word, relay.Engagement, first = day.AddDays(1), mandate.ToDay });
                if (given == 1) await tx.Announce(actor, new MandateGiven(actor.PoleId, next, mandate.Word));
            }
            await SomeoneManages(tx, actor, day);
            return next;
        });
    }

    /// <summary>Columns of <see cref="Export"/>: a file that <c>import members</c> reads, with the days and what organisations say of themselves beside.</summary>
    public static readonly IReadOnlyList<string> ExportColumns = [.. MemberRow.Columns, "engagement", "from", "to", .. ProfileRow.Columns];

    private sealed record Told(string OrganisationId, string? LegalForm, string? Sector, string? Territory, long? FteMilli, DateOnly? CharterSignedOn, string? Website, string? About);

    /// <summary>Every membership and mandate of the pole, past ones included: one row each, by organisation.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<object?>>> Export(Actor actor)
    {
        actor.Must(Act.ManageMembers);
        var belongings = await Belongings(actor);
        var mandates = await Mandates(actor);
        var emails = (await db.Read<(string Id, string? Email)>("select p.id, p.email from people p where p.id in (select m.person_id from mandates m where m.pole_id = @PoleId)", new { actor.PoleId }))
            .ToDictionary(p => p.Id, p => p.Email);
        var profiles = (await db.Read<Told>($"""
            select organisation_id, {ProfileColumns} from organisation_profiles p
            where p.organisation_id in (select m.organisation_id from memberships m where m.pole_id = @PoleId)
            """, new { actor.PoleId })).ToDictionary(p => p.OrganisationId);
        var circle = belongings.GroupBy(b => b.OrganisationId).ToDictionary(g => g.Key, g => g.First());
        return
        [
            .. belongings.Select(b => (IReadOnlyList<object?>)[b.Name, b.Type, b.Circle, null, null, null, null, b.FromDay, b.ToDay, .. Cells(profiles.GetValueOrDefault(b.OrganisationId))]),
            .. mandates.Where(m => m.OrganisationId is not null && circle.ContainsKey(m.OrganisationId)).Select(m =>
                (IReadOnlyList<object?>)[m.OrganisationName, circle[m.OrganisationId!].Type, circle[m.OrganisationId!].Circle, m.Name, emails.GetValueOrDefault(m.PersonId), m.Role, m.Engagement, m.FromDay, m.ToDay, .. Cells(null)]),
        ];
    }

    private static object?[] Cells(Told? told) =>
        told is null ? new object?[ProfileRow.Columns.Length] : [told.LegalForm, told.Sector, told.Territory, told.FteMilli / 1000m, told.CharterSignedOn, told.Website, told.About];
}
