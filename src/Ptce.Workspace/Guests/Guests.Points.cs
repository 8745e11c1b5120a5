namespace Ptce.Workspace;

/// <summary>A point that a guest proposes.</summary>
public sealed record GuestPoint
{
    public const string Waiting = "waiting", Taken = "taken", Dropped = "dropped";

    public required string Id { get; init; }
    public required string GuestId { get; init; }
    public required string GuestName { get; init; }
    public required string GuestOrganisation { get; init; }
    public required string Title { get; init; }
    public long Minutes { get; init; }

    /// <summary>One of <see cref="Aims"/>.</summary>
    public required string Aim { get; init; }

    /// <summary>"waiting", "taken" (on the agenda) or "dropped".</summary>
    public required string State { get; init; }

    /// <summary>Its meeting, where several are read together.</summary>
    public string? OccurrenceId { get; init; }

    /// <summary>What a guest may ask for: no decision.</summary>
    public static readonly IReadOnlyList<string> Aims = ["inform", "discuss"];

    /// <summary>"Marie Maire (Commune de Saint-Aubin)".</summary>
    public string By => Named(GuestName, GuestOrganisation);

    internal static string Named(string guest, string organisation) => $"{guest} ({organisation})";
}

public sealed partial class Guests
{
    public const int MostPointsWaiting = 3, MostPoints = 10;  // of one guest
    public const long LongestPoint = 60;                      // minutes
    private static readonly TimeSpan BetweenPoints = TimeSpan.FromMinutes(1);

    private const string PointColumns = "x.id, x.guest_id, g.name as guest_name, g.organisation as guest_organisation, x.title, x.minutes, x.aim, x.state";

    private sealed record Proposed(string OccurrenceId, string Title, long Minutes, string Aim, string State, string Name, string Organisation);

    /// <summary>The points of guests that wait for the cell's word, oldest first.</summary>
    public async Task<IReadOnlyList<GuestPoint>> PointsOf(Actor actor, string occurrenceId)
    {
        await workshops.One(actor, occurrenceId);
        return await db.Read<GuestPoint>($"""
            select {PointColumns} from guest_points x join meeting_guests g on g.id = x.guest_id
            where g.occurrence_id = @occurrenceId and x.state = 'waiting' order by x.id
            """, new { occurrenceId });
    }

    /// <summary>What guests propose for meetings to come and the cell has not decided yet, the nearest meeting first; nothing for whom it is not to decide.</summary>
    public async Task<IReadOnlyList<(Occurrence Meeting, GuestPoint Point)>> ToDecide(Actor actor)
    {
        if (!actor.May(Act.PlanMeetings)) return [];
        var points = (await db.Read<GuestPoint>($"""
            select {PointColumns}, g.occurrence_id from guest_points x join meeting_guests g on g.id = x.guest_id
            where x.pole_id = @PoleId and x.state = 'waiting' order by x.id
            """, new { actor.PoleId })).ToLookup(p => p.OccurrenceId!);
        var today = actor.Today(clock);
        var asked = new List<(Occurrence Meeting, GuestPoint Point)>();
        foreach (var of in points)
            if (await workshops.One(actor, of.Key) is { State: Occurrence.Planned } meeting && (meeting.Day ?? meeting.Computed) >= today) asked.AddRange(of.Select(p => (meeting, p)));
        return [.. asked.OrderBy(a => a.Meeting.Day ?? a.Meeting.Computed)];
    }

    /// <summary>The holder of a link proposes a point for their meeting. It waits until the cell takes or drops it; the same title twice is one.</summary>
    /// <param name="minutes">1 to <see cref="LongestPoint"/>.</param>
    /// <param name="aim">One of <see cref="GuestPoint.Aims"/>.</param>
    /// <exception cref="NotHere">The link opens nothing.</exception>
    /// <exception cref="Refused">The meeting is over or cancelled; the guest has proposed too many, or this one too soon; a title, a length or an aim the rules do not take.</exception>
    public async Task Propose(string secret, string? title, long minutes, string aim)
    {
        var view = await Open(secret) ?? throw new NotHere();
        Refused.If(!view.TakesPoints, "", "workshops.refused.over");
        title = title?.Trim() ?? "";
        Refused.If(title is "" or { Length: > Workshops.LongestName }, "title", "guests.refused.point", Workshops.LongestName);
        Refused.If(minutes is < 1 or > LongestPoint, "point_minutes", "workshops.refused.point_minutes", LongestPoint);
        Refused.If(!GuestPoint.Aims.Contains(aim), "aim", "workshops.refused.aim");
        var guest = view.Guest.Id;
        await db.Write(view.Meeting.PoleId, async tx =>
        {
            var before = await tx.Read<(string Title, string State, DateTimeOffset At)>("select title, state, proposed_at from guest_points where guest_id = @guest order by id", new { guest });
            if (before.Any(b => b.State == GuestPoint.Waiting && b.Title == title)) return;
            Refused.If(before.Count(b => b.State == GuestPoint.Waiting) >= MostPointsWaiting, "title", "guests.refused.points_waiting", MostPointsWaiting);
            Refused.If(before.Count >= MostPoints, "title", "guests.refused.points", MostPoints);
            Refused.If(before.Any(b => b.At > tx.Now - BetweenPoints), "title", "guests.refused.points_soon");
            await tx.Execute("""
                insert into guest_points (id, pole_id, guest_id, title, minutes, aim, state, proposed_at) values (@id, @PoleId, @guest, @title, @minutes, @aim, 'waiting', @Now)
                """, new { id = Ids.New(), view.Meeting.PoleId, guest, title, minutes, aim, tx.Now });
            await tx.Announce(null, new GuestProposed(view.Meeting.PoleId, view.Meeting.Id));
        });
    }

    /// <summary>As the buttons say it: "take" or "drop".</summary>
    /// <exception cref="NotHere">Neither.</exception>
    public Task Decide(Actor actor, string pointId, string act) => act switch
    {
        "take" => TakePoint(actor, pointId),
        "drop" => DropPoint(actor, pointId),
        _ => throw new NotHere(),
    };

    /// <summary>Puts a guest's point on the agenda of its meeting, under the guest's name. Twice is once.</summary>
    /// <exception cref="Refused">The meeting is over or cancelled.</exception>
    public Task TakePoint(Actor actor, string pointId)
    {
        actor.Must(Act.PlanMeetings);
        return Decide(actor, pointId, GuestPoint.Taken, (tx, point) =>
            Workshops.TakeIn(tx, actor, point.OccurrenceId, point.Title, point.Minutes, point.Aim, GuestPoint.Named(point.Name, point.Organisation)));
    }

    /// <summary>Does not put a guest's point on the agenda; the guest sees it. Twice is once.</summary>
    public Task DropPoint(Actor actor, string pointId)
    {
        actor.Must(Act.PlanMeetings);
        return Decide(actor, pointId, GuestPoint.Dropped, (_, _) => Task.CompletedTask);
    }

    private Task Decide(Actor actor, string pointId, string state, Func<Tx, Proposed, Task> then) => db.Write(actor.PoleId, async tx =>
    {
        var point = await tx.MaybeOne<Proposed>("""
            select g.occurrence_id, x.title, x.minutes, x.aim, x.state, g.name, g.organisation from guest_points x join meeting_guests g on g.id = x.guest_id
            where x.id = @pointId and x.pole_id = @PoleId
            """, new { pointId, actor.PoleId }) ?? throw new NotHere();
        if (await tx.Execute("update guest_points set state = @state, decided_at = @Now, decided_by = @PersonId where id = @pointId and state = 'waiting'", new { pointId, state, tx.Now, actor.PersonId }) == 0) return;
        await then(tx, point);
        if (state == GuestPoint.Dropped) await tx.Announce(actor, new GuestPointDropped(actor.PoleId, point.OccurrenceId));
    });

    private Task<IReadOnlyList<GuestPoint>> OwnPoints(string guest) => db.Read<GuestPoint>($"""
        select {PointColumns} from guest_points x join meeting_guests g on g.id = x.guest_id where x.guest_id = @guest order by x.id
        """, new { guest });
}

public sealed record GuestProposed(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record GuestPointDropped(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);
