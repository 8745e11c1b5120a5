namespace Ptce.Workspace;

public sealed partial class Members
{
    public const int FormerPerPage = 40;

    /// <summary>Memberships that ended or have not begun. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
    public sealed record FormerOrganisations(IReadOnlyList<Belonging> Belongings, string? Next);

    /// <summary>Mandates that ended or have not begun. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
    public sealed record FormerPeople(IReadOnlyList<Mandate> Mandates, string? Next);

    private const string Latest = "coalesce(m.to_day, m.from_day), m.id";

    /// <summary>Memberships not in force today, latest first.</summary>
    /// <param name="words">Of the organisation's name.</param>
    public async Task<FormerOrganisations> NotBelonging(Actor actor, string? words = null, string? after = null, int most = FormerPerPage)
    {
        actor.Must(Act.ReadPole);
        most = Math.Clamp(most, 1, 200);
        var args = new Dapper.DynamicParameters(new { actor.PoleId, today = actor.Today(clock), after, limit = most + 1 });
        var found = await db.Read<Belonging>($"""
            select m.id, o.id as organisation_id, o.name, o.type, m.circle, m.from_day, m.to_day from memberships m join organisations o on o.id = m.organisation_id
            where m.pole_id = @PoleId and not ({InForce}) {And(HeldWords.In(args, words, "o.name"))} {After("memberships", after)}
            order by coalesce(m.to_day, m.from_day) desc, m.id desc limit @limit
            """, args);
        var (rows, next) = Paged.Cut(found, most, r => r.Id);
        return new(rows, next);
    }

    /// <summary>Mandates not in force today, latest first.</summary>
    /// <param name="words">Of the name of the person or of the organisation they act for.</param>
    public async Task<FormerPeople> NotActing(Actor actor, string? words = null, string? after = null, int most = FormerPerPage)
    {
        actor.Must(Act.ReadPole);
        most = Math.Clamp(most, 1, 200);
        var args = new Dapper.DynamicParameters(new { actor.PoleId, today = actor.Today(clock), after, limit = most + 1 });
        var found = await db.Read<Mandate>($"""
            select {MandateColumns} from {MandateTables}
            where m.pole_id = @PoleId and not ({InForce}) {And(HeldWords.In(args, words, InName))} {After("mandates", after)}
            order by coalesce(m.to_day, m.from_day) desc, m.id desc limit @limit
            """, args);
        var (rows, next) = Paged.Cut(found, most, r => r.Id);
        return new(rows, next);
    }

    private static string And(string? condition) => condition is null ? "" : $"and {condition}";

    private static string After(string table, string? after) => after is null ? "" : $"and ({Latest}) < (select {Latest} from {table} m where m.id = @after and m.pole_id = @PoleId)";
}
