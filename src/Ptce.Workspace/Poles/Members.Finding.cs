namespace Ptce.Workspace;

public sealed partial class Members
{
    public const int PeoplePerPage = 40;

    private const string MandateColumns = "m.id, p.id as person_id, p.name, o.id as organisation_id, o.name as organisation_name, m.role, m.engagement, m.from_day, m.to_day";
    private const string MandateTables = "mandates m join people p on p.id = m.person_id left join organisations o on o.id = m.organisation_id";

    private const string InForce = "m.from_day <= @today and (m.to_day is null or m.to_day >= @today)";

    private static string InName(string like) => $"(folded(p.name) {like} or folded(o.name) {like})";

    /// <summary>A page of the people who act in the pole today, by name, with their mandates in force.</summary>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    public sealed record PeopleFound(IReadOnlyList<Mandate> Mandates, string? Next);

    /// <summary>The people who act in the pole today and whose name, or that of an organisation they act for, holds these words.</summary>
    /// <param name="after">Of <see cref="PeopleFound.Next"/>.</param>
    public async Task<PeopleFound> Acting(Actor actor, string? words = null, string? after = null, int most = PeoplePerPage)
    {
        actor.Must(Act.ReadPole);
        most = Math.Clamp(most, 1, 200);
        var args = new Dapper.DynamicParameters(new { actor.PoleId, today = actor.Today(clock), after, limit = most + 1 });
        var people = await db.Read<string>($"""
            select p.id from {MandateTables}
            where m.pole_id = @PoleId and {InForce} {And(HeldWords.In(args, words, InName))}
              {(after is null ? "" : "and (folded(p.name), p.id) > (select folded(x.name), x.id from people x where x.id = @after)")}
            group by p.id, p.name order by folded(p.name), p.id limit @limit
            """, args);
        var shown = people.Take(most).ToArray();
        var mandates = shown.Length == 0 ? [] : await db.Read<Mandate>($"""
            select {MandateColumns} from {MandateTables} where m.pole_id = @PoleId and p.id in @shown and {InForce} order by folded(p.name), p.id, m.from_day, m.id
            """, new { actor.PoleId, today = actor.Today(clock), shown });
        return new(mandates, people.Count > most ? shown[^1] : null);
    }

    /// <summary>How many people act in the pole today.</summary>
    public Task<long> CountActing(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return db.One<long>($"select count(distinct m.person_id) from mandates m where m.pole_id = @PoleId and {InForce}", new { actor.PoleId, today = actor.Today(clock) });
    }
}
