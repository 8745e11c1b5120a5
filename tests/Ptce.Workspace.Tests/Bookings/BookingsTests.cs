namespace Ptce.Workspace.Tests;

public abstract class BookingsTests(On on) : CastTest(on)
{
    private Bookings Calendar => Get<Bookings>();

    private Task<Bookable> Room(long seats) => Calendar.Open(Cast.Bruno, new("locaux", "Salle des fêtes", seats, "08:00", "22:00"));

    private NewBooking At(string from, string to, long seats = 1) => new(Clock.Today.AddDays(3), from, to, seats);

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAnyAsync<Refused>(act)).Key;

    [Fact]
    public async Task Of_fifty_people_who_want_the_last_seat_at_once_one_gets_it()
    {
        var room = await Room(10);
        await Calendar.Book(Cast.Elise, room.Id, At("09:00", "18:00", 9));
        Actor[] people = [Cast.Amina, Cast.Bruno, Cast.Chloe, Cast.David, Cast.Elise];

        var tried = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            try { return (await Calendar.Book(people[i % 5], room.Id, At("14:00", "15:00"), $"essai {i}")).Id; }
            catch (Refused e) when (e.Key == "bookings.taken") { return null; }
        }));

        var got = Assert.Single(tried.OfType<string>());
        Assert.Contains((await Calendar.Calendar(Cast.Amina, room.Id, Clock.Today, Clock.Today.AddDays(7))).Held, b => b.Id == got);
        Assert.Equal(10, await Db.One<long>("select cast(sum(seats) as bigint) from bookings where cancelled_at is null", null));
        Assert.Equal(2, (await Db.Read<string>("select name from events where name = 'Booked'")).Count);
    }

    [Fact]
    public async Task What_is_held_one_after_the_other_is_not_held_together()
    {
        var room = await Room(2);
        await Calendar.Book(Cast.Amina, room.Id, At("09:00", "11:00"));
        await Calendar.Book(Cast.Amina, room.Id, At("11:00", "13:00"));
        await Calendar.Book(Cast.Elise, room.Id, At("09:00", "13:00")); // never more than two at any moment
        Assert.Equal("bookings.taken", await Refusal(() => Calendar.Book(Cast.David, room.Id, At("10:59", "11:01"))));
        await Calendar.Book(Cast.David, room.Id, At("13:00", "14:00", 2));
    }

    [Fact]
    public async Task A_booking_given_back_is_free_again_and_only_its_parties_give_it_back()
    {
        var van = await Calendar.Open(Cast.Bruno, new("vehicule", "Camion", 1));
        var booking = await Calendar.Book(Cast.Amina, van.Id, At("09:00", "11:00"), "clef");
        Assert.Equal(booking.Id, (await Calendar.Book(Cast.Amina, van.Id, At("09:00", "11:00"), "clef")).Id);
        await Assert.ThrowsAsync<NotAllowed>(() => Calendar.Cancel(Cast.Elise, booking.Id));
        await Assert.ThrowsAsync<NotHere>(() => Calendar.Cancel(Cast.Zora, booking.Id));
        await Calendar.Cancel(Cast.Bruno, booking.Id);
        await Calendar.Cancel(Cast.Amina, booking.Id);
        await Calendar.Book(Cast.Elise, van.Id, At("10:00", "12:00"));

        Assert.Equal("bookings.in_the_past", await Refusal(() => Calendar.Book(Cast.Elise, van.Id, new(Clock.Today.AddDays(-1), "10:00", "11:00"))));
        Assert.Equal("bookings.outside_hours", await Refusal(() => Calendar.Book(Cast.Elise, van.Id, At("07:00", "09:00"))));
        Assert.Equal("bookings.ends_before_it_begins", await Refusal(() => Calendar.Book(Cast.Elise, van.Id, At("11:00", "11:00"))));
        await Calendar.Close(Cast.Bruno, van.Id);
        Assert.Equal("bookings.is_closed", await Refusal(() => Calendar.Book(Cast.Elise, van.Id, At("15:00", "16:00"))));
        Assert.Empty((await Calendar.List(Cast.Elise, new())).Bookables);
    }
}

public sealed class BookingsOnSqlite() : BookingsTests(On.Sqlite);

public sealed class BookingsOnPostgres() : BookingsTests(On.Postgres);

public sealed class BookingPagesTests
{
    [Fact]
    public async Task A_member_opens_a_room_and_another_books_it_on_its_calendar()
    {
        await using var app = await App.Start();
        var home = $"/p/{app.Cast.Pole.Slug}/echanges/reservations";
        using var opened = await app.SignedIn(app.Cast.Amina).Post(home, new() { ["title"] = "Salle <i>claire</i>", ["kind"] = "locaux", ["seats"] = "12", ["opens"] = "08:00", ["closes"] = "20:00" });
        var room = opened.Headers.Location!.OriginalString;
        var elise = app.SignedIn(app.Cast.Elise);
        using var late = await elise.Post($"{room}?handler=Book", new() { ["day"] = "2026-11-23", ["from"] = "21:00", ["to"] = "22:00", ["seats"] = "1" });
        Assert.Contains("08:00", await late.Content.ReadAsStringAsync());
        using var booked = await elise.Post($"{room}?handler=Book", new() { ["day"] = "2026-11-23", ["from"] = "14:00", ["to"] = "16:30", ["seats"] = "5", ["note"] = "Comité" });
        var page = await elise.Page(booked.Headers.Location!.OriginalString);
        Assert.Equal("Salle <i>claire</i>", page.Says("h1"));
        Assert.Contains("14 h – 16 h 30 · Re-Sources · 5 · Comité", page.Says("table"));
    }
}
