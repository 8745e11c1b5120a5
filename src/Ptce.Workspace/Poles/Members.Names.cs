namespace Ptce.Workspace;

public sealed partial class Members : INameSubjects
{
    /// <summary>Names by id, of everyone and every organisation the pole has or had: for what stores ids alone.</summary>
    public sealed record Names(IReadOnlyDictionary<string, string> Organisations, IReadOnlyDictionary<string, string> People)
    {
        public string? Organisation(string? id) => id is null ? null : Organisations.GetValueOrDefault(id, id);

        public string? Person(string? id) => id is null ? null : People.GetValueOrDefault(id, id);
    }

    private sealed record Named(string Id, string Name);

    public async Task<Names> AllNames(string poleId)
    {
        var organisations = await db.Read<Named>("""
            select o.id, o.name from organisations o
            where o.id in (select m.organisation_id from memberships m where m.pole_id = @poleId)
            """, new { poleId });
        var people = await db.Read<Named>("""
            select p.id, p.name from people p
            where p.id in (select m.person_id from mandates m where m.pole_id = @poleId)
            """, new { poleId });
        return new(organisations.ToDictionary(o => o.Id, o => o.Name), people.ToDictionary(p => p.Id, p => p.Name));
    }

    /// <summary>Who sits on the steering committee.</summary>
    /// <param name="OrganisationId">Null for a person who sits there for no member organisation.</param>
    internal sealed record Seat(string PersonId, string? OrganisationId);

    /// <summary>The steering committee of that day, by mandates in force.</summary>
    internal static Task<IReadOnlyList<Seat>> Committee(Tx tx, string poleId, DateOnly day) => tx.Read<Seat>("""
        select distinct person_id, organisation_id from mandates
        where pole_id = @poleId and role = 'committee' and from_day <= @day and (to_day is null or to_day >= @day)
        """, new { poleId, day });
}
