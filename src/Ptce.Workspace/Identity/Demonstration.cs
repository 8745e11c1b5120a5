using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

/// <summary>Development only: signing in by choosing a person. In Production neither this service nor its address exists.</summary>
public sealed class Demonstration(Db db, TimeProvider clock)
{
    public const string Address = "/connexion/demonstration";

    private const int MostPoles = 20; // a page to choose from, not a directory

    public sealed record Someone(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Organisations);

    /// <param name="Slug">Null for the administrators of the whole instance.</param>
    public sealed record Group(string? Slug, string? Name, IReadOnlyList<Someone> People);

    private sealed record Row(string? Slug, string? Pole, string Id, string Name, string Role, string? Organisation);

    /// <summary>Everyone with a mandate today, by pole. It is today in some zone a day around the UTC day.</summary>
    public async Task<IReadOnlyList<Group>> Cast()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rows = await db.Read<Row>("""
            select o.slug, o.name as pole, p.id, p.name, m.role, g.name as organisation
            from mandates m join people p on p.id = m.person_id
            left join poles o on o.id = m.pole_id left join organisations g on g.id = m.organisation_id
            where m.from_day <= @latest and (m.to_day is null or m.to_day >= @earliest)
              and (m.pole_id is null or m.pole_id in (select id from poles order by created_at, id limit @MostPoles))
            order by o.created_at, o.id, p.name, p.id, m.from_day
            """, new { latest = today.AddDays(1), earliest = today.AddDays(-1), MostPoles });
        return [.. rows.GroupBy(r => r.Slug).OrderBy(g => g.Key is null).Select(pole => new Group(pole.Key, pole.First().Pole,
            [.. pole.GroupBy(r => r.Id).Select(p => new Someone(p.Key, p.First().Name,
                [.. p.Select(r => r.Role).Distinct()],
                [.. p.Select(r => r.Organisation).OfType<string>().Distinct()]))]))];
    }

    public static void Map(WebApplication app) => app.MapPost(Address, async (HttpContext http, People people, [FromForm] string person, [FromForm] string? pole, [FromForm] string? retour) =>
    {
        if (await people.WithMandate(person) is null) return (IResult)Results.NotFound();
        await Sessions.Open(http, person);
        return new SeeOther(SeeOther.Local(retour) ?? (string.IsNullOrEmpty(pole) ? "/" : $"/p/{pole}"));
    }).ExcludeFromDescription();
}
