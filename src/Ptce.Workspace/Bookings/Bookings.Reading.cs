namespace Ptce.Workspace;

/// <summary>Some of what can be booked, by title. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record BookableList(IReadOnlyList<Bookable> Bookables, string? Next);

public sealed partial class Bookings
{
    public const int PageSize = 30;

    private const string Columns = "b.id, b.pole_id, b.organisation_id, o.name as organisation_name, b.kind, b.title, b.place, b.conditions, b.seats, b.opens, b.closes, b.closed_at";
    private const string Tables = "bookables b join organisations o on o.id = b.organisation_id";
    private const string HeldSql = """
        select k.id, k.bookable_id, k.organisation_id, o.name as organisation_name, k.person_id, p.name as person_name, k.day, k.starts, k.ends, k.seats, k.note
        from bookings k join organisations o on o.id = k.organisation_id join people p on p.id = k.person_id
        """;

    /// <summary>What can be booked in the pole, newest first; the closed ones left out.</summary>
    public async Task<BookableList> List(Actor actor, string? after = null, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        most = Math.Clamp(most, 1, 200);
        var found = await db.Read<Bookable>($"select {Columns} from {Tables} where b.pole_id = @PoleId and b.closed_at is null {(after is null ? "" : "and b.id < @after")} order by b.id desc limit @limit",
            new { actor.PoleId, after, limit = most + 1 });
        return found.Count > most ? new([.. found.Take(most)], found[most - 1].Id) : new(found, null);
    }

    /// <exception cref="NotHere">Nothing of that id in the actor's pole.</exception>
    public async Task<Bookable> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<Bookable>($"select {Columns} from {Tables} where b.id = @id and b.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();
    }

    /// <summary>Who holds it between two days, both included, in the order of the hours.</summary>
    public async Task<IReadOnlyList<Booking>> Calendar(Actor actor, string id, DateOnly from, DateOnly to)
    {
        var thing = await One(actor, id);
        return await db.Read<Booking>($"{HeldSql} where k.bookable_id = @Id and k.cancelled_at is null and k.day >= @from and k.day <= @to order by k.day, k.starts, k.id limit 500", new { thing.Id, from, to });
    }

    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0 || !actor.May(Act.ReadPole)) return new Dictionary<string, string>();
        var titles = await db.Read<(string Id, string Title)>("select id, title from bookables where pole_id = @PoleId and id in @ids", new { actor.PoleId, ids = ids.ToArray() });
        return titles.ToDictionary(b => b.Id, b => say["offers.quoted", b.Title]);
    }

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/echanges/reservations/{id}";

    private static async Task<Bookable> Stand(Tx tx, string poleId, string id) =>
        await tx.MaybeOne<Bookable>($"select {Columns} from {Tables} where b.id = @id and b.pole_id = @poleId", new { id, poleId }) ?? throw new NotHere();

    private static async Task<Booking> Held(Tx tx, string id) => (await tx.Read<Booking>($"{HeldSql} where k.id = @id", new { id }))[0];
}
