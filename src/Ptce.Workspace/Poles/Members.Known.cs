using System.Collections.Concurrent;

namespace Ptce.Workspace;

public sealed partial class Members
{
    private const int MostPolesKept = 100;

    /// <summary>What the names of a pole depend on: none comes, goes or changes without an event, a row more, or another day.</summary>
    private sealed record Stand(long Seq, long Mandates, long Memberships, DateOnly Today);

    private readonly ConcurrentDictionary<string, (Stand Stand, KnownNames Names)> _known = [];

    /// <summary>The names that people of the pole may mean: one instance for all, as long as they are the same, so that what is built on it is built once.</summary>
    internal async Task<KnownNames> Known(Actor actor)
    {
        actor.Must(Act.ReadPole);
        var (seq, mandates, memberships) = await db.One<(long, long, long)>("""
            select seq, (select count(*) from mandates where pole_id = @PoleId), (select count(*) from memberships where pole_id = @PoleId)
            from poles where id = @PoleId
            """, new { actor.PoleId });
        var stand = new Stand(seq, mandates, memberships, actor.Today(clock));
        var kept = _known.GetValueOrDefault(actor.PoleId);
        if (kept.Stand == stand) return kept.Names;

        var names = new KnownNames(
            [.. (await Organisations(actor)).Select(o => new KnownOrganisation(o.Id, o.Name))],
            [.. (await People(actor)).Select(p => new KnownPerson(p.PersonId, p.Name, p.OrganisationId))]);
        if (kept.Names is { } before && before.Organisations.SequenceEqual(names.Organisations) && before.People.SequenceEqual(names.People)) names = before;
        if (_known.Count >= MostPolesKept) _known.Clear();
        _known[actor.PoleId] = (stand, names);
        return names;
    }
}
