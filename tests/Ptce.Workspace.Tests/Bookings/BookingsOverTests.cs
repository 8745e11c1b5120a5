namespace Ptce.Workspace.Tests;

public abstract class BookingsOverTests(On on) : CastTest(on)
{
    private Bookings Bookings => Get<Bookings>();
    private Contributions Lines => Get<Contributions>();

    private async Task<string> Night()
    {
        var account = JobAccount.Unkept();
        await Bookings.End(account);
        return string.Join(" · ", account.Notes.Select(n => n.Note.In(new Say("fr")).Plain()));
    }

    [Fact]
    public async Task What_was_lent_is_proposed_to_who_booked_and_confirmed_by_who_lent()
    {
        var room = await Bookings.Open(Cast.Amina, new("locaux", "Grande salle", 40));
        var booked = await Bookings.Book(Cast.Bruno, room.Id, new(Clock.Today, "14:00", "16:30", 40));
        await Bookings.Book(Cast.Gaelle, room.Id, new(Clock.Today, "09:00", "10:00", 40));           // of the lender's own house
        await Bookings.Book(Cast.Elise, room.Id, new(Clock.Today.AddDays(1), "14:00", "16:00", 20)); // still to come
        Assert.Equal("", await Night());

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Réservations passées : 2, lignes proposées : 1", await Night());
        Assert.Equal("", await Night());

        Assert.Equal("bookings.took_place", (await Assert.ThrowsAsync<Refused>(() => Bookings.Cancel(Cast.Bruno, booked.Id))).Key);
        var draft = Assert.Single(await Lines.Drafts(Cast.Bruno));
        Assert.Equal(("draft", "locaux", 2.5m, "heure", "Val Horizon", "Elips"), (draft.State, draft.Kind, draft.Quantity, draft.Unit, draft.OrganisationName, draft.BeneficiaryName));
        Assert.Equal(1, await Lines.CountDrafts(Cast.Bruno));
        Assert.Equal("A-t-il bien été prêté ? Grande salle", (await Get<BookingNotices>().Write(new("d", Cast.Pole.Id, "mail", BookingNotices.TheTopic, Cast.Pole.Id, Cast.Bruno.PersonId, 1), Cast.Bruno with { Language = "fr" }))!.Title.Plain());
        await Assert.ThrowsAsync<Refused>(() => Lines.Submit(Cast.Amina, draft.Id));

        await Lines.Submit(Cast.Bruno, draft.Id);
        await Assert.ThrowsAsync<Refused>(() => Lines.Confirm(Cast.Bruno, draft.Id)); // nobody is their own witness
        Assert.Equal(States.Confirmed, (await Lines.Confirm(Cast.Amina, draft.Id)).State);
        Assert.Null(await Get<BookingNotices>().Write(new("d", Cast.Pole.Id, "mail", BookingNotices.TheTopic, Cast.Pole.Id, Cast.Bruno.PersonId, 1), Cast.Bruno));
    }

    [Fact]
    public async Task Part_of_a_room_counts_as_that_part_and_equipment_by_the_piece()
    {
        var room = await Bookings.Open(Cast.Amina, new("locaux", "Cotravail", 10));
        var saws = await Bookings.Open(Cast.Amina, new("materiel", "Scies", 4));
        await Bookings.Book(Cast.Bruno, room.Id, new(Clock.Today, "09:00", "13:00", 5));
        await Bookings.Book(Cast.Bruno, saws.Id, new(Clock.Today, "09:00", "11:00", 3));
        var cancelled = await Bookings.Book(Cast.Bruno, saws.Id, new(Clock.Today, "14:00", "15:00", 1));
        await Bookings.Cancel(Cast.Bruno, cancelled.Id);

        Clock.Advance(TimeSpan.FromDays(1));
        await Night();

        Assert.Equal([("Cotravail", 2m), ("Scies", 6m)], (await Lines.Drafts(Cast.Bruno)).Select(d => (d.Note!, d.Quantity!.Value)).Order());
        await Lines.Cancel(Cast.Bruno, (await Lines.Drafts(Cast.Bruno))[0].Id); // it did not take place: one tap
        Assert.Single(await Lines.Drafts(Cast.Bruno));
    }

    [Fact]
    public async Task A_booking_from_before_is_ended_and_nobody_is_asked_to_remember_it()
    {
        var van = await Bookings.Open(Cast.Amina, new("vehicule", "Fourgon", 1));
        await Bookings.Book(Cast.Bruno, van.Id, new(Clock.Today, "09:00", "12:00"));
        Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal("Réservations passées : 1, lignes proposées : 0", await Night());
        Assert.Empty(await Lines.Drafts(Cast.Bruno));
    }
}

public sealed class BookingsOverOnSqlite() : BookingsOverTests(On.Sqlite);

public sealed class BookingsOverOnPostgres() : BookingsOverTests(On.Postgres);
