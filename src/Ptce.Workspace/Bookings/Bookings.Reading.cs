namespace Ptce.Workspace;

/// <summary>Which of what can be booked: every part is optional and narrows.</summary>
/// <param name="Search">Words that its title, place or conditions hold; accents and capitals do not count.</param>
/// <param name="FreeOn">At least one is free that day, from <paramref name="From"/> to <paramref name="To"/> ("14:00", on the pole's wall clock); its whole day where they say nothing.</param>
public sealed record BookableFilter(string? Search = null, string? Kind = null, string? OrganisationId = null, DateOnly? FreeOn = null, string? From = null, string? To = null);

/// <summary>Some bookings, soonest first. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record BookingList(IReadOnlyList<OwnBooking> Bookings, string? Next);

/// <summary>Who holds something, up to <paramref name="Until"/>, which is whole.</summary>
public sealed record BookingCalendar(IReadOnlyList<Booking> Held, DateOnly Until);

/// <summary>A booking with the title of what is booked.</summary>
public sealed record OwnBooking(string Id, string BookableId, string Title, string PersonName, DateOnly Day, long Starts, long Ends, long Seats);

/// <summary>Some of what can be booked, newest first. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record BookableList(IReadOnlyList<Bookable> Bookables, string? Next);

public sealed partial class Bookings
{
    public const int PageSize = 30, MostOnCalendar = 300;

    private const string Columns = "b.id, b.pole_id, b.organisation_id, o.name as organisation_name, b.kind, b.title, b.place, b.conditions, b.seats, b.opens, b.closes, b.closed_at";
    private const string Tables = "bookables b join organisations o on o.id = b.organisation_id";
    private const string HeldSql = """
        select k.id, k.bookable_id, k.organisation_id, o.name as organisation_name, k.person_id, p.name as person_name, k.day, k.starts, k.ends, k.seats, k.note
        from bookings k join organisations o on o.id = k.organisation_id join people p on p.id = k.person_id
        """;

    /// <summary>What can be booked in the pole and fits the filter, newest first; the closed ones left out.</summary>
    /// <exception cref="Refused">An hour that is none.</exception>
    public async Task<BookableList> List(Actor actor, BookableFilter filter, string? after = null, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        most = Math.Clamp(most, 1, 200);
        var args = new Dapper.DynamicParameters(new
        {
            actor.PoleId,
            filter.Kind,
            filter.OrganisationId,
            filter.FreeOn,
            from = string.IsNullOrWhiteSpace(filter.From) ? (long?)null : DayMinutes.Read(filter.From, "from"),
            to = string.IsNullOrWhiteSpace(filter.To) ? (long?)null : DayMinutes.Read(filter.To, "to"),
            after,
            limit = most + 1,
        });
        var where = string.Join(" and ", ((string?[])
        [
            "b.pole_id = @PoleId and b.closed_at is null",
            filter.Kind is null ? null : "b.kind = @Kind",
            filter.OrganisationId is null ? null : "b.organisation_id = @OrganisationId",
            filter.FreeOn is null ? null : Free(string.IsNullOrWhiteSpace(filter.From) ? "b.opens" : "@from", string.IsNullOrWhiteSpace(filter.To) ? "b.closes" : "@to"),
            HeldWords.In(args, filter.Search, "b.title || ' ' || coalesce(b.place, '') || ' ' || coalesce(b.conditions, '')"),
            after is null ? null : "b.id < @after",
        ]).OfType<string>());
        var found = await db.Read<Bookable>($"select {Columns} from {Tables} where {where} order by b.id desc limit @limit", args);
        var (rows, next) = Paged.Cut(found, most, r => r.Id);
        return new(rows, next);
    }

    /// <summary>It is open between the two, and at no moment is all of it held: what is held can only rise where a booking starts.</summary>
    private static string Free(string from, string to) => $"""
        b.opens <= {from} and b.closes >= {to} and not exists (
            select 1 from (select {from} as at
                           union all
                           select p.starts from bookings p
                           where p.bookable_id = b.id and p.day = @FreeOn and p.cancelled_at is null and p.starts > {from} and p.starts < {to}) moment
            where (select coalesce(sum(h.seats), 0) from bookings h
                   where h.bookable_id = b.id and h.day = @FreeOn and h.cancelled_at is null and h.starts <= moment.at and h.ends > moment.at) >= b.seats)
        """;

    /// <summary>What the actor's organisation holds from today on, soonest first.</summary>
    public async Task<BookingList> Ours(Actor actor, string? after = null, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        if (actor.OrganisationId is null) return new([], null);
        var found = await db.Read<OwnBooking>($"""
            select k.id, k.bookable_id, b.title, p.name as person_name, k.day, k.starts, k.ends, k.seats
            from bookings k join bookables b on b.id = k.bookable_id join people p on p.id = k.person_id
            where k.organisation_id = @OrganisationId and k.pole_id = @PoleId and k.day >= @today and k.cancelled_at is null
              {(after is null ? "" : "and (k.day, k.starts, k.id) > (select x.day, x.starts, x.id from bookings x where x.id = @after and x.pole_id = @PoleId)")}
            order by k.day, k.starts, k.id limit @limit
            """, new { actor.PoleId, actor.OrganisationId, today = actor.Today(clock), after, limit = most + 1 });
        var (rows, next) = Paged.Cut(found, most, r => r.Id);
        return new(rows, next);
    }

    /// <exception cref="NotHere">Nothing of that id in the actor's pole.</exception>
    public async Task<Bookable> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<Bookable>($"select {Columns} from {Tables} where b.id = @id and b.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();
    }

    /// <summary>Who holds it between two days, both included, in the order of the hours. Where that is more than a page, it ends with an earlier day, which is whole.</summary>
    public async Task<BookingCalendar> Calendar(Actor actor, string id, DateOnly from, DateOnly to, int most = MostOnCalendar)
    {
        var thing = await One(actor, id);
        var held = await db.Read<Booking>($"{HeldSql} {Days} order by k.day, k.starts, k.id limit @limit", new { thing.Id, from, to, limit = most + 1 });
        if (held.Count <= most) return new(held, to);
        var cut = held[most].Day;
        return cut > from ? new([.. held.Where(b => b.Day < cut)], cut.AddDays(-1)) : new(await db.Read<Booking>($"{HeldSql} {Days} order by k.starts, k.id", new { thing.Id, from, to = from }), from);
    }

    private const string Days = "where k.bookable_id = @Id and k.cancelled_at is null and k.day >= @from and k.day <= @to";

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
