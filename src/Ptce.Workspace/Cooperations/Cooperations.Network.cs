namespace Ptce.Workspace;

/// <summary>An organisation in the picture. <paramref name="Number"/>: its place in the order of names, which is what the picture writes.</summary>
public sealed record NetworkNode(int Number, string OrganisationId, string Name, int Cooperations);

/// <summary>Two organisations and what they did together: they are in this many cooperations, of which some are between these two alone.</summary>
public sealed record NetworkTie(NetworkNode A, NetworkNode B, int Cooperations, int Alone);

/// <summary>Réseau : who cooperated with whom between two days.</summary>
/// <param name="Nodes">Members of the pole in those days, by name.</param>
/// <param name="Ties">Each pair once, in the order of the names: nobody is ranked.</param>
public sealed record Network(DateOnly From, DateOnly To, IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkTie> Ties)
{
    public IReadOnlyList<NetworkNode> Apart => [.. Nodes.Where(n => n.Cooperations == 0)];

    public IEnumerable<NetworkTie> Of(string organisationId) => Ties.Where(t => t.A.OrganisationId == organisationId || t.B.OrganisationId == organisationId);
}

public sealed partial class Cooperations
{
    private const string Between = "c.pole_id = @PoleId and c.state <> 'withdrawn' and c.from_day <= @to and (c.to_day is null or c.to_day >= @from)";

    /// <summary>The network between two days, both included.</summary>
    public Task<Network> Network(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        return db.Snapshot(async tx =>
        {
            var given = new { actor.PoleId, from, to };
            var takers = await tx.Read<Taker>($"""
                select m.cooperation_id, o.id as organisation_id, o.name
                from cooperations c join cooperation_members m on m.cooperation_id = c.id join organisations o on o.id = m.organisation_id
                where {Between}
                """, given);
            var belonging = await tx.Read<(string Id, string Name)>("""
                select distinct o.id, o.name from memberships m join organisations o on o.id = m.organisation_id
                where m.pole_id = @PoleId and m.from_day <= @to and (m.to_day is null or m.to_day >= @from)
                """, given);
            var counts = takers.CountBy(t => t.OrganisationId).ToDictionary();
            var nodes = belonging.Concat(takers.Select(t => (Id: t.OrganisationId, t.Name))).Distinct()
                .OrderBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(o => o.Id, StringComparer.Ordinal)
                .Select((o, i) => new NetworkNode(i + 1, o.Id, o.Name, counts.GetValueOrDefault(o.Id))).ToList();
            return new Network(from, to, nodes, Ties(takers, nodes.ToDictionary(n => n.OrganisationId)));
        });
    }

    /// <summary>The organisations that one has ever cooperated with, by name.</summary>
    public Task<IReadOnlyList<Organisation>> PartnersOf(Actor actor, string organisationId)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Organisation>("""
            select distinct o.id, o.name, o.type
            from cooperation_members mine join cooperations c on c.id = mine.cooperation_id join cooperation_members m on m.cooperation_id = c.id join organisations o on o.id = m.organisation_id
            where mine.organisation_id = @organisationId and c.pole_id = @PoleId and c.state <> 'withdrawn' and o.id <> @organisationId order by o.name, o.id
            """, new { actor.PoleId, organisationId });
    }

    /// <summary>The first day that any cooperation of the pole began; null where there is none.</summary>
    public async Task<DateOnly?> FirstDay(Actor actor)
    {
        actor.Must(Act.ReadPole);
        var first = await db.Read<DateOnly>("select from_day from cooperations where pole_id = @PoleId and state <> 'withdrawn' order by from_day limit 1", new { actor.PoleId });
        return first.Count == 0 ? null : first[0];
    }

    private static List<NetworkTie> Ties(IEnumerable<Taker> takers, Dictionary<string, NetworkNode> nodes)
    {
        var ties = new Dictionary<(int, int), (int All, int Alone)>();
        foreach (var together in takers.GroupBy(t => t.CooperationId))
        {
            var numbers = together.Select(t => nodes[t.OrganisationId].Number).Order().ToList();
            for (var i = 0; i < numbers.Count; i++)
                for (var j = i + 1; j < numbers.Count; j++)
                {
                    var (all, alone) = ties.GetValueOrDefault((numbers[i], numbers[j]));
                    ties[(numbers[i], numbers[j])] = (all + 1, alone + (numbers.Count == 2 ? 1 : 0));
                }
        }
        var byNumber = nodes.Values.ToDictionary(n => n.Number);
        return [.. ties.OrderBy(t => t.Key).Select(t => new NetworkTie(byNumber[t.Key.Item1], byNumber[t.Key.Item2], t.Value.All, t.Value.Alone))];
    }
}
