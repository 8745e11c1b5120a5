namespace Ptce.Workspace;

public sealed partial class Workshops
{
    /// <summary>In the place of a host: whoever's turn it is.</summary>
    public const string InTurn = "turn";

    // A meeting of a series as those who take turns at it see it.
    private sealed record Turn
    {
        public required string Id { get; init; }
        public long Number { get; init; }
        public DateOnly Computed { get; init; }
        public DateOnly Day { get; init; }
        public required string State { get; init; }
        public string? HostId { get; init; }
        public bool HostChosen { get; init; }
        public bool Elsewhere { get; init; }
        public string? OrganisationId { get; init; }
        public string? PersonId { get; init; }
        public bool LeadChosen { get; init; }
    }

    /// <summary>
    /// Gives each meeting to come the host who has waited longest, and then its facilitator, whose turn may depend on who hosts. A cancelled meeting and one
    /// called outside the rhythm take no turn; who was chosen for one meeting stays, and so does who hosts it at a place of its own.
    /// </summary>
    /// <param name="planned">The number of the first meeting that was planned just now.</param>
    private async Task TakeTurns(Tx tx, MeetingSeries series, long planned = long.MaxValue)
    {
        var today = Zones.Day(tx.Now, series.Zone);
        var hosts = new Rota([.. series.Hosts.Select(h => new RotaPlace { SeriesId = series.Id, OrganisationId = h.Id, FromDay = series.Anchor, Serves = true })]);
        var leaders = new Rota(series.Rota);
        foreach (var one in await tx.Read<Turn>("""
            select id, number, computed, coalesce(day, computed) as day, state, host_id, host_chosen, case when place is null then 0 else 1 end as elsewhere,
                facilitator_organisation_id as organisation_id, facilitator_person_id as person_id, facilitator_chosen as lead_chosen
            from occurrences
            where series_id = @Id and (@places > 0 or host_id is not null or facilitator_organisation_id is not null or facilitator_person_id is not null) order by computed, number
            """, new { series.Id, places = (long)(series.Hosts.Count + series.Rota.Count) }))
        {
            var hosted = await TurnToHost(tx, one, hosts, today, isNew: one.Number >= planned);
            await TurnToLead(tx, hosted, leaders, today);
        }
    }

    private static async Task<Turn> TurnToHost(Tx tx, Turn one, Rota rota, DateOnly today, bool isNew)
    {
        var host = one.HostId;
        if (one is { State: Occurrence.Planned, HostChosen: false, Elsewhere: false, Number: >= 0 } && (isNew || one.Day >= today))
        {
            host = rota.Next(one.Computed, null)?.OrganisationId;
            if (host != one.HostId)
                await tx.Execute("update occurrences set host_id = @host, revision = revision + @later, revised_at = @Now where id = @Id", new { one.Id, host, later = isNew ? 0L : 1L, tx.Now });
        }
        if (one.State != Occurrence.Cancelled && host is not null) rota.Took(host, null, one.Computed);
        return one with { HostId = host };
    }

    private async Task TurnToLead(Tx tx, Turn one, Rota rota, DateOnly today)
    {
        var (organisation, person) = (one.OrganisationId, one.PersonId);
        if (one is { State: Occurrence.Planned, LeadChosen: false } && one.Day >= today)
        {
            var next = one.Number < 0 ? null : rota.Next(one.Computed, one.HostId);
            (organisation, person) = (next?.OrganisationId, next?.PersonId);
            if ((organisation, person) != (one.OrganisationId, one.PersonId))
            {
                var before = (await Occurrences(tx.Read<Occurrence>, "o.id = @Id", new { one.Id }))[0];
                await tx.Execute("update occurrences set facilitator_organisation_id = @organisation, facilitator_person_id = @person where id = @Id", new { one.Id, organisation, person });
                await TellNewLead(tx, before, organisation, person);
            }
        }
        if (one.State != Occurrence.Cancelled && (organisation ?? person) is not null) rota.Took(organisation, person, one.Computed);
    }
}
