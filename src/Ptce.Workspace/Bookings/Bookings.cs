namespace Ptce.Workspace;

/// <summary>Réservations: what can be booked, and who holds it when. Never more is held than there is.</summary>
public sealed partial class Bookings(Db db, Poles poles, Notices notices, TimeProvider clock) : INameSubjects
{
    public const int LongestTitle = 120, LongestText = 500; // characters
    public const long MostSeats = 1000;
    public const int FurthestDays = 366;                     // ahead

    /// <summary>The kinds that can be booked.</summary>
    public static readonly IReadOnlyList<string> BookableKinds = [Kinds.Locaux, "materiel", "vehicule"];

    /// <summary>Opens a place or a piece of equipment for booking.</summary>
    /// <exception cref="Refused">An unknown kind, no title, seats or hours out of range, no organisation to speak for.</exception>
    public Task<Bookable> Open(Actor actor, NewBookable asked)
    {
        actor.Must(Act.OpenBooking);
        Refused.If(!BookableKinds.Contains(asked.Kind), "kind", "offers.unknown_kind", asked.Kind, string.Join(", ", BookableKinds));
        var title = Text(asked.Title, "title", LongestTitle) ?? throw new Refused("title", "offers.title_length", LongestTitle);
        Refused.If(asked.Seats is < 1 or > MostSeats, "seats", "bookings.seats_range", MostSeats);
        var (opens, closes) = (DayMinutes.Read(asked.Opens, "opens"), DayMinutes.Read(asked.Closes, "closes"));
        Refused.If(opens >= closes, "closes", "bookings.ends_before_it_begins");
        var organisation = asked.OrganisationId ?? actor.OrganisationId ?? throw new Refused("organisation", "offers.no_organisation");
        if (organisation != actor.OrganisationId) actor.Must(Act.ManageBookings);
        return db.Write(actor.PoleId, async tx =>
        {
            if (await tx.MaybeOne<string>("select id from memberships where pole_id = @PoleId and organisation_id = @organisation limit 1", new { actor.PoleId, organisation }) is null) throw new NotHere();
            var id = Ids.New();
            await tx.Execute("""
                insert into bookables (id, pole_id, organisation_id, kind, title, place, conditions, seats, opens, closes, opened_by, opened_at)
                values (@id, @PoleId, @organisation, @Kind, @title, @place, @conditions, @Seats, @opens, @closes, @PersonId, @Now)
                """, new
            {
                id,
                actor.PoleId,
                organisation,
                asked.Kind,
                title,
                place = Text(asked.Place, "place", LongestTitle),
                conditions = Text(asked.Conditions, "conditions", LongestText),
                asked.Seats,
                opens,
                closes,
                actor.PersonId,
                tx.Now,
            });
            await tx.Announce(actor, new BookableOpened(actor.PoleId, id));
            return await Stand(tx, actor.PoleId, id);
        });
    }

    /// <summary>Nobody books it any more; what is booked stays. Twice is once.</summary>
    public Task Close(Actor actor, string id)
    {
        actor.Must(Act.OpenBooking);
        return db.Write(actor.PoleId, async tx =>
        {
            if (!MayManage(actor, await Stand(tx, actor.PoleId, id))) throw new NotAllowed();
            if (await tx.Execute("update bookables set closed_at = @Now where id = @id and closed_at is null", new { tx.Now, id }) == 1)
                await tx.Announce(actor, new BookableClosed(actor.PoleId, id));
        });
    }

    /// <summary>Books it for the actor's organisation. What is free decides at the moment it is taken: of many who want the last seat, one gets it.</summary>
    /// <param name="requestKey">The door's own key: the same request twice is one booking.</param>
    /// <exception cref="Refused">Outside its hours, in the past, too far ahead, or not that many are free then.</exception>
    public Task<Booking> Book(Actor actor, string id, NewBooking asked, string? requestKey = null)
    {
        actor.Must(Act.Book);
        var (from, to) = (DayMinutes.Read(asked.From, "from"), DayMinutes.Read(asked.To, "to"));
        Refused.If(from >= to, "to", "bookings.ends_before_it_begins");
        var today = actor.Today(clock);
        Refused.If(asked.Day < today, "day", "bookings.in_the_past");
        Refused.If(asked.Day > today.AddDays(FurthestDays), "day", "bookings.too_far");
        Refused.If(asked.Seats is < 1 or > MostSeats, "seats", "bookings.seats_range", MostSeats);
        var note = Text(asked.Note, "note", LongestText);
        var own = actor.OrganisationId ?? throw new Refused("organisation", "offers.no_organisation");
        var key = actor.Own(requestKey);
        return db.Write(actor.PoleId, async tx =>
        {
            if (key is not null && await tx.MaybeOne<string>("select id from bookings where request_key = @key", new { key }) is { } before) return await Held(tx, before);
            var thing = await Stand(tx, actor.PoleId, id);
            Refused.If(thing.ClosedAt is not null, "", "bookings.is_closed", thing.Title);
            Refused.If(from < thing.Opens || to > thing.Closes, "from", "bookings.outside_hours", DayMinutes.Write(thing.Opens), DayMinutes.Write(thing.Closes));
            Refused.If(await MostHeld(tx, id, asked.Day, from, to) + asked.Seats > thing.Seats, "seats", "bookings.taken");
            var booking = Ids.New();
            await tx.Execute("""
                insert into bookings (id, pole_id, bookable_id, organisation_id, person_id, day, starts, ends, seats, note, booked_at, request_key)
                values (@booking, @PoleId, @id, @own, @PersonId, @Day, @from, @to, @Seats, @note, @Now, @key)
                """, new { booking, actor.PoleId, id, own, actor.PersonId, asked.Day, from, to, asked.Seats, note, tx.Now, key });
            await tx.Announce(actor, new Booked(actor.PoleId, id, booking, asked.Day, asked.Seats));
            return await Held(tx, booking);
        });
    }

    /// <summary>Gives a booking back: whoever booked, their organisation, whoever lends, or the cell. Twice is once.</summary>
    /// <exception cref="Refused">It took place: the line that came of it is confirmed or taken back among the contributions.</exception>
    public Task Cancel(Actor actor, string bookingId)
    {
        actor.Must(Act.Book);
        return db.Write(actor.PoleId, async tx =>
        {
            var found = await tx.MaybeOne<(string Thing, string Organisation, DateTimeOffset? Ended)?>("select bookable_id, organisation_id, ended_at from bookings where id = @bookingId and pole_id = @PoleId", new { bookingId, actor.PoleId }) ?? throw new NotHere();
            var thing = await Stand(tx, actor.PoleId, found.Thing);
            if (actor.OrganisationId != found.Organisation && !MayManage(actor, thing)) throw new NotAllowed();
            Refused.If(found.Ended is not null, "", "bookings.took_place");
            if (await tx.Execute("update bookings set cancelled_at = @Now, cancelled_by = @PersonId where id = @bookingId and cancelled_at is null", new { tx.Now, actor.PersonId, bookingId }) == 1)
                await tx.Announce(actor, new BookingCancelled(actor.PoleId, thing.Id, bookingId));
        });
    }

    public static bool MayManage(Actor actor, Bookable thing) => actor.May(Act.ManageBookings) || (actor.May(Act.OpenBooking) && actor.OrganisationId == thing.OrganisationId);

    /// <summary>The most that is held at any moment between two hours: it can only rise where a booking starts.</summary>
    private static async Task<long> MostHeld(Tx tx, string id, DateOnly day, long from, long to)
    {
        var held = await tx.Read<(long Starts, long Ends, long Seats)>(
            "select starts, ends, seats from bookings where bookable_id = @id and day = @day and cancelled_at is null and starts < @to and ends > @from", new { id, day, from, to });
        return held.Select(h => Math.Max(h.Starts, from)).Append(from).Max(at => held.Where(h => h.Starts <= at && h.Ends > at).Sum(h => h.Seats));
    }

    private static string? Text(string? text, string field, int longest)
    {
        text = text?.Trim();
        Refused.If(text?.Length > longest, field, "offers.too_long", longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
