namespace Ptce.Workspace;

/// <summary>What the digest does not hold and a committee wants to see beside it, as it stands when the pack is read: meetings, needs, indicators.</summary>
public sealed partial class Packs
{
    private async Task<IEnumerable<Table>> Attendance(Source s)
    {
        if (!s.Actor.May(Act.ReadPole)) return [];
        var rows = new List<TableRow>();
        foreach (var series in await workshops.Series(s.Actor))
        {
            var (meetings, present) = await workshops.PresenceOf(s.Actor, series.Id, s.Digest.FromDay, s.Digest.ToDay);
            if (meetings > 0) rows.Add(new([series.Name, meetings, present.Sum(p => p.People), (long)present.Count], $"/p/{s.Actor.PoleSlug}/ateliers/series/{series.Id}"));
        }
        return rows.Count == 0 ? [] : [new("presence", s.Say["packs.steering.attendance"],
            [new(s.Say["packs.column.series"]), new(s.Say["packs.column.meetings"], Shape.Count, Summed: true), new(s.Say["packs.column.present"], Shape.Count, Summed: true), new(s.Say["packs.column.organisations"], Shape.Count)],
            [new(rows, s.Say["packs.total"])])];
    }

    /// <summary>Cooperations that ran in the period, those with most time logged first.</summary>
    private async Task<IEnumerable<Table>> Together(Source s)
    {
        if (!s.Actor.May(Act.ReadPole)) return [];
        var running = new List<Cooperation>();
        for (var year = s.Digest.FromDay.Year; year <= s.Digest.ToDay.Year; year++)
            running.AddRange((await cooperations.List(s.Actor, new(Year: year), null, MostCooperations)).Cooperations.Where(c => c.FromDay <= s.Digest.ToDay && !(c.ToDay < s.Digest.FromDay)));
        var rows = new List<(Cooperation One, long Minutes)>();
        foreach (var one in running.DistinctBy(c => c.Id)) rows.Add((one, (await cooperations.Given(s.Actor, one.Id)).Minutes));
        return rows.Count == 0 ? [] : [new("cooperations", s.Say["packs.steering.cooperations"],
            [new(s.Say["packs.column.cooperation"]), new(s.Say["packs.column.who"]), new(s.Say["packs.column.level"]), new(s.Say["packs.column.since"], Shape.Day), new(s.Say["packs.column.time_logged"], Shape.Time)],
            [new([.. rows.OrderByDescending(r => r.Minutes).ThenByDescending(r => r.One.FromDay).ThenBy(r => r.One.Id, StringComparer.Ordinal).Take(MostShown)
                .Select(r => new TableRow([r.One.Title, r.One.Who(s.Say, 2), CooperationWords.Level(s.Say, r.One.Level), r.One.FromDay, r.Minutes], cooperations.Page(s.Actor, r.One.Id)))])],
            s.Say["packs.steering.cooperations_lede"])];
    }

    private async Task<IEnumerable<Table>> Needs(Source s)
    {
        if (!s.Actor.May(Act.ReadPole)) return [];
        var open = await offers.List(s.Actor, new(Side: Sides.Need, State: Stages.Open), null, MostNeeds);
        return open.Offers.Count == 0 ? [] : [new("besoins", s.Say["packs.steering.needs"],
            [new(s.Say["packs.column.need"]), new(s.Say["packs.column.organisation"]), new(s.Say["packs.column.kind"]), new(s.Say["packs.column.since"], Shape.Day)],
            [new([.. open.Offers.Select(o => new TableRow([o.Title, o.OrganisationName, s.Say.Kind(o.Kind), Zones.Day(o.PostedAt, s.Actor.Zone)], offers.Page(s.Actor, o.Id)))])],
            s.Say[open.Next is null ? "packs.steering.needs_lede" : "packs.steering.needs_some", s.Say.LongDay(s.Actor.Today(clock))])];
    }

    private async Task<Table> Indicators(Source s, Digest? before)
    {
        var (now, then) = (await Measures(s.Digest, s.Sums), before is null ? null : await Measures(before, await digests.Sums(before)));
        return new("indicateurs", s.Say["packs.steering.indicators"],
            [new(s.Say["packs.column.indicator"]), new(s.Say["packs.column.this_period"], Shape.Count), new(s.Say["packs.column.last_period"], Shape.Count)],
            [new([.. now.Select((m, i) => new TableRow([s.Say["packs.indicator." + m.Name], m.Value, then?[i].Value], m.Name is "exchanges" or "mutual" ? "#table-flux" : m.Name == "people" ? s.Lines() : "#table-organisations"))])],
            before is null ? s.Say["packs.steering.indicators_first"] : s.Say["packs.steering.indicators_lede", s.Say.Period(before.FromDay, before.ToDay)]);
    }

    private async Task<IReadOnlyList<(string Name, long Value)>> Measures(Digest digest, IReadOnlyList<DigestSum> sums)
    {
        var (givers, receivers) = (sums.Select(x => x.OrganisationId).ToHashSet(), sums.Select(x => x.BeneficiaryId).OfType<string>().ToHashSet());
        var pairs = sums.Where(x => x.BeneficiaryId is not null && x.BeneficiaryId != x.OrganisationId).Select(x => (x.OrganisationId, BeneficiaryId: x.BeneficiaryId!)).ToHashSet();
        return
        [
            ("givers", givers.Count), ("receivers", receivers.Count), ("both", givers.Intersect(receivers).Count()),
            ("exchanges", pairs.Count), ("mutual", pairs.Count(p => pairs.Contains((p.BeneficiaryId, p.OrganisationId))) / 2), ("people", await digests.People(digest)),
        ];
    }
}
