namespace Ptce.Workspace;

/// <summary>What a series may be, and how it is stored.</summary>
public sealed partial class Workshops
{
    private sealed record Ready(NewSeries Series, string Name, string Every, string Countries, string Closed, string? Place, string? Link, IReadOnlyList<string> Hosts, IReadOnlyList<NewRotaPlace> Rota);

    private static object Columns(Actor actor, string id, Ready ready, DateTimeOffset now) => new
    {
        id,
        actor.PoleId,
        actor.PersonId,
        actor.Zone,
        Now = now,
        ready.Name,
        ready.Series.Kind,
        ready.Series.Audience,
        ready.Series.Anchor,
        starts = ready.Series.Starts.Stored(),
        ready.Series.Minutes,
        ready.Every,
        ready.Countries,
        bridges = ready.Series.AvoidBridges ? 1L : 0L,
        ready.Closed,
        ready.Place,
        ready.Link,
        ready.Series.Capacity,
        ready.Series.ParentId,
    };

    private static async Task SetHosts(Tx tx, Actor actor, string id, IReadOnlyList<string> hosts)
    {
        await tx.Execute("delete from series_hosts where series_id = @id", new { id });
        foreach (var (host, position) in hosts.Select((h, i) => (h, (long)i)))
        {
            Refused.If(await tx.One<long>("select count(*) from memberships where pole_id = @PoleId and organisation_id = @host", new { actor.PoleId, host }) == 0, "hosts", "workshops.refused.host");
            await tx.Execute("insert into series_hosts (series_id, position, organisation_id) values (@id, @position, @host)", new { id, position, host });
        }
    }

    /// <summary>A group reports to a series that is no group itself; only groups report.</summary>
    private async Task CheckParent(Tx tx, Actor actor, NewSeries series, string id)
    {
        if (series.ParentId is not { } parent) return;
        Refused.If(series.Audience != Audiences.Group, "parent", "workshops.refused.parent_of_group");
        var above = await StandSeries(tx, actor, parent);
        Refused.If(above.Id == id || above.Audience == Audiences.Group, "parent", "workshops.refused.parent");
    }

    /// <param name="known">The series stands already: its anchor may be as old as it is.</param>
    private Ready Check(Actor actor, NewSeries series, bool known = false)
    {
        var name = Text(series.Name, "name", LongestName) ?? throw new Refused("name", "workshops.refused.name");
        Refused.If(!MeetingKinds.All.Contains(series.Kind), "kind", "workshops.refused.kind");
        Refused.If(!Audiences.All.Contains(series.Audience), "audience", "workshops.refused.audience");
        Refused.If(series.Minutes is < LeastMinutes or > MostMinutes, "minutes", "workshops.refused.minutes");
        Refused.If(series.Capacity is < 1 or > MostSeats, "capacity", "workshops.refused.capacity", MostSeats);
        var today = actor.Today(clock);
        Refused.If(!known && (series.Anchor < today.AddYears(-OldestYears) || series.Anchor > today.AddDays(HorizonDays)), "anchor", "workshops.refused.anchor", OldestYears);
        Refused.If(series.Countries.Count == 0, "countries", "workshops.refused.countries");
        var countries = string.Join(',', series.Countries.Select(c => Holidays.Place(c, "countries")).Distinct());
        var closed = series.Closed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var period in closed) ClosedPeriod.Read(period);
        var link = Text(series.Link, "link");
        Refused.If(link is not null && !IsWebAddress(link), "link", "workshops.refused.link");
        return new(series, name, Every.Read(series.Every).ToString(), countries, string.Join('\n', closed), Text(series.Place, "place"), link, [.. (series.HostIds ?? []).Distinct()], series.Facilitators ?? []);
    }

    private static Cadence Cadence(Ready ready, string zone) => new(ready.Series.Anchor, ready.Series.Starts, Every.Read(ready.Every), zone,
        new WorkingDays(ready.Countries.Split(','), [.. ready.Closed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ClosedPeriod.Read)], ready.Series.AvoidBridges));

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
