namespace Ptce.Workspace;

public sealed partial class Workshops
{
    public const int MostFacilitators = 30; // places in a rota

    /// <summary>Says who leads one meeting, in place of whose turn it is; they come next. Nobody: the rota decides again.</summary>
    /// <exception cref="Refused">«facilitator» is not of the pole; the meeting is over or cancelled.</exception>
    public Task Entrust(Actor actor, string id, string? organisationId, string? personId)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            MustBePlanned(one);
            var chosen = organisationId is not null || personId is not null;
            if (chosen) await CheckFacilitator(tx, actor, organisationId, personId, "facilitator");
            if (await tx.Execute("""
                update occurrences set facilitator_organisation_id = @organisationId, facilitator_person_id = @personId, facilitator_chosen = @chosen
                where id = @id and (facilitator_chosen <> @chosen or (@chosen = 1 and (coalesce(facilitator_organisation_id, '') <> coalesce(@organisationId, '') or coalesce(facilitator_person_id, '') <> coalesce(@personId, ''))))
                """, new { id, organisationId, personId, chosen = chosen ? 1L : 0L }) == 0) return;
            await TakeTurns(tx, await StandSeries(tx, actor, one.SeriesId));
            if (chosen) await TellNewLead(tx, one, organisationId, personId);
            await tx.Announce(actor, new MeetingEntrusted(actor.PoleId, id));
        });
    }

    private static Task<IReadOnlyList<RotaPlace>> Rotas(Reads<RotaPlace> read, string poleId, DateOnly today) => read("""
        select f.series_id, f.organisation_id, o.name as organisation_name, f.person_id, p.name as person_name, f.from_day,
            case when f.person_id is null then (
                select count(*) from memberships m where m.pole_id = s.pole_id and m.organisation_id = f.organisation_id and (m.to_day is null or m.to_day >= @today))
            else (select count(*) from mandates m where m.pole_id = s.pole_id and m.person_id = f.person_id and (m.to_day is null or m.to_day >= @today)) end as serves
        from series_facilitators f join meeting_series s on s.id = f.series_id
        left join organisations o on o.id = f.organisation_id left join people p on p.id = f.person_id
        where s.pole_id = @poleId order by f.series_id, f.position
        """, new { poleId, today });

    /// <summary>Writes the rota of a series; a place that was there before keeps its day.</summary>
    private static async Task SetRota(Tx tx, Actor actor, string id, IReadOnlyList<RotaPlace> before, IReadOnlyList<NewRotaPlace> places, DateOnly today)
    {
        Refused.If(places.Count > MostFacilitators, "facilitators", "workshops.refused.facilitators_many", MostFacilitators);
        await tx.Execute("delete from series_facilitators where series_id = @id", new { id });
        foreach (var (place, position) in places.DistinctBy(p => (p.OrganisationId, p.PersonId)).Select((p, i) => (p, (long)i)))
        {
            await CheckFacilitator(tx, actor, place.OrganisationId, place.PersonId, "facilitators");
            var since = place.From ?? before.FirstOrDefault(b => (b.OrganisationId, b.PersonId) == (place.OrganisationId, place.PersonId))?.FromDay ?? today;
            await tx.Execute("insert into series_facilitators (series_id, position, organisation_id, person_id, from_day) values (@id, @position, @OrganisationId, @PersonId, @since)",
                new { id, position, place.OrganisationId, place.PersonId, since });
        }
    }

    private static async Task CheckFacilitator(Tx tx, Actor actor, string? organisation, string? person, string field)
    {
        Refused.If(organisation is null && person is null, field, "workshops.refused.facilitator");
        Refused.If(organisation is not null && await tx.One<long>("select count(*) from memberships where pole_id = @PoleId and organisation_id = @organisation", new { actor.PoleId, organisation }) == 0, field, "workshops.refused.facilitator");
        Refused.If(person is not null && await tx.One<long>("""
            select count(*) from mandates where pole_id = @PoleId and person_id = @person and (@organisation is null or organisation_id = @organisation)
            """, new { actor.PoleId, person, organisation }) == 0, field, "workshops.refused.facilitator");
    }

    /// <summary>The people who lead a meeting: the one named, or whoever acts for the organisation.</summary>
    internal Task<IReadOnlyList<string>> LeadersOf(Occurrence one) => Leaders(db.Read<string>, one, one.FacilitatorOrganisationId, one.FacilitatorPersonId);

    private static Task<IReadOnlyList<string>> Leaders(Reads<string> read, Occurrence one, string? organisation, string? person) => read("""
        select distinct person_id from mandates
        where pole_id = @PoleId and role <> 'observer' and (to_day is null or to_day >= @day) and (person_id = @person or (@person is null and organisation_id = @organisation)) order by person_id
        """, new { one.PoleId, organisation, person, day = one.Day ?? one.Computed });

    /// <summary>Tells who leads when the agenda is there to be led through.</summary>
    private async Task TellLead(Tx tx, Occurrence one)
    {
        foreach (var leader in await Leaders(tx.Read<string>, one, one.FacilitatorOrganisationId, one.FacilitatorPersonId))
            await notices.Owe(tx, leader, FacilitationNotice.TheTopic, one.Id, one.PoleId, one.Id);
    }

    // Who was told of a turn hears that it is another's; before the agenda is laid nobody has been told anything.
    private async Task TellNewLead(Tx tx, Occurrence before, string? organisation, string? person)
    {
        if (before.AgendaAt is null) return;
        var (old, now) = (await Leaders(tx.Read<string>, before, before.FacilitatorOrganisationId, before.FacilitatorPersonId), await Leaders(tx.Read<string>, before, organisation, person));
        foreach (var leader in old.Union(now)) await notices.OweLatest(tx, leader, FacilitationNotice.TheTopic, before.Id, before.PoleId, Ids.New());
    }

    /// <summary>The dates and turns a series would have, without planning it.</summary>
    /// <exception cref="Refused">As <see cref="Plan"/>.</exception>
    public async Task<IReadOnlyList<PlannedTurn>> Preview(Actor actor, NewSeries series, int count)
    {
        actor.Must(Act.PlanMeetings);
        var ready = Check(actor, series);
        var names = (await db.Read<Organisation>("select id, name, type from organisations o where o.id in (select m.organisation_id from memberships m where m.pole_id = @PoleId)", new { actor.PoleId })).ToDictionary(o => o.Id, o => o.Name);
        var people = (await db.Read<Named>("select id, name from people p where p.id in (select m.person_id from mandates m where m.pole_id = @PoleId)", new { actor.PoleId })).ToDictionary(p => p.Id, p => p.Name);
        var rota = new Rota([.. ready.Rota.Select(p => new RotaPlace
        {
            SeriesId = "",
            OrganisationId = p.OrganisationId,
            OrganisationName = names.GetValueOrDefault(p.OrganisationId ?? ""),
            PersonId = p.PersonId,
            PersonName = people.GetValueOrDefault(p.PersonId ?? ""),
            FromDay = p.From ?? actor.Today(clock),
            Serves = true,
        })]);
        var turns = new List<PlannedTurn>();
        foreach (var date in Cadence(ready, actor.Zone).Dates().Take(count))
        {
            var host = ready.Hosts.Count == 0 ? null : ready.Hosts[date.Number % ready.Hosts.Count];
            var leads = rota.Next(date.Computed, host);
            if (leads is not null) rota.Took(leads.OrganisationId, leads.PersonId, date.Computed);
            turns.Add(new(date, names.GetValueOrDefault(host ?? ""), leads?.Facilitator.Told));
        }
        return turns;
    }
}

/// <summary>A date of a series before it is planned, with who would host and lead.</summary>
public sealed record PlannedTurn(PlannedDate Date, string? HostName, string? FacilitatorName);
