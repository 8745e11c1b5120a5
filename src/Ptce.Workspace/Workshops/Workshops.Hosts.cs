namespace Ptce.Workspace;

public sealed partial class Workshops
{
    /// <summary>In the place of a host: whoever's turn it is.</summary>
    public const string InTurn = "turn";

    // A meeting of a series as those who take turns at it see it.
    private abstract record Turn
    {
        public required string Id { get; init; }
        public long Number { get; init; }
        public DateOnly Computed { get; init; }
        public DateOnly Day { get; init; }
        public required string State { get; init; }
        public string? HostId { get; init; }
        public bool Chosen { get; init; }
    }

    private sealed record Hosted : Turn
    {
        public bool Elsewhere { get; init; }
    }

    /// <summary>Gives each meeting to come the host who has waited longest. A cancelled meeting and one called outside the rhythm take no turn; who was chosen for one meeting, or hosts it at a place of its own, stays.</summary>
    private static async Task HostInTurn(Tx tx, MeetingSeries series, long planned)
    {
        var today = Zones.Day(tx.Now, series.Zone);
        var rota = new Rota([.. series.Hosts.Select(h => new RotaPlace { SeriesId = series.Id, OrganisationId = h.Id, FromDay = series.Anchor, Serves = true })]);
        foreach (var one in await tx.Read<Hosted>("""
            select id, number, computed, coalesce(day, computed) as day, state, host_id, host_chosen as chosen, case when place is null then 0 else 1 end as elsewhere
            from occurrences where series_id = @Id and (@hosts > 0 or host_id is not null) order by computed, number
            """, new { series.Id, hosts = (long)series.Hosts.Count }))
        {
            var host = one.HostId;
            var (isNew, isOpen) = (one.Number >= planned, one is { State: Occurrence.Planned, Chosen: false, Elsewhere: false, Number: >= 0 });
            if (isOpen && (isNew || one.Day >= today))
            {
                host = rota.Next(one.Computed, null)?.OrganisationId;
                if (host != one.HostId)
                    await tx.Execute("update occurrences set host_id = @host, revision = revision + @later, revised_at = @Now where id = @Id", new { one.Id, host, later = isNew ? 0L : 1L, tx.Now });
            }
            if (one.State != Occurrence.Cancelled && host is not null) rota.Took(host, null, one.Computed);
        }
    }
}
