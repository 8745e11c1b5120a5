namespace Ptce.Workspace.Tests;

/// <summary>Which act guards which command of the bookings: rows of <see cref="RightsTable"/>.</summary>
public static class BookingRights
{
    private static async Task<string> Room(Stage s, string organisation) =>
        (await s.Get<Bookings>().Open(s.Entitled, new("locaux", s.Name("Salle"), 10, OrganisationId: s.Cast.Organisation(organisation)))).Id;

    private static async Task<string> Held(Stage s) =>
        (await s.Get<Bookings>().Book(s.Entitled with { OrganisationId = s.Cast.Organisation("Re-Sources") }, await Room(s, "Elips"), new(s.Today, "10:00", "11:00"))).Id;

    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadPole, "SavedSearches.Save", (s, a) => s.Get<SavedSearches>().Save(a, new(Search: s.Name("salle"))), NoForeignId: true),
        new(Act.ReadPole, "SavedSearches.Mine", (s, a) => s.Get<SavedSearches>().Mine(a), NoForeignId: true),
        new(Act.ReadPole, "SavedSearches.Forget", (s, a) => s.Get<SavedSearches>().Forget(a, "none"), NoForeignId: true),
        new(Act.ReadPole, "Bookings.List", (s, a) => s.Get<Bookings>().List(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Bookings.Ours", (s, a) => s.Get<Bookings>().Ours(a), NoForeignId: true),
        new(Act.ReadPole, "Bookings.One", async (s, a) => await s.Get<Bookings>().One(a, await Room(s, "Elips"))),
        new(Act.ReadPole, "Bookings.Calendar", async (s, a) => await s.Get<Bookings>().Calendar(a, await Room(s, "Elips"), s.Today, s.Today)),
        new(Act.OpenBooking, "Bookings.Open", (s, a) => s.Get<Bookings>().Open(a, new("locaux", s.Name("Salle"), 10)), NoForeignId: true),
        new(Act.OpenBooking, "Bookings.Close", async (s, a) => await s.Get<Bookings>().Close(a, await Room(s, "Re-Sources"))),
        new(Act.ManageBookings, "Bookings.Open", (s, a) => s.Get<Bookings>().Open(a, new("locaux", s.Name("Salle"), 10, OrganisationId: s.Cast.Organisation("Elips")))),
        new(Act.ManageBookings, "Bookings.Close", async (s, a) => await s.Get<Bookings>().Close(a, await Room(s, "Elips"))),
        new(Act.Book, "Bookings.Book", async (s, a) => await s.Get<Bookings>().Book(a, await Room(s, "Elips"), new(s.Today, "10:00", "11:00"))),
        new(Act.Book, "Bookings.Cancel", async (s, a) => await s.Get<Bookings>().Cancel(a, await Held(s))),
    ];
}
