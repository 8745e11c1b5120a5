using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One bookable thing: two weeks of its calendar, and the form that books it.</summary>
public sealed class BookablePage(Bookings bookings, Feed feed, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int DaysShown = 14;

    [FromRoute] public string Id { get; set; } = "";

    /// <summary>The first day shown; today when it says nothing.</summary>
    [FromQuery(Name = "jour")] public string? Asked { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public Bookable Thing { get; private set; } = null!;
    public DateOnly First { get; private set; }

    /// <summary>Two weeks later at most; sooner where much is held.</summary>
    public DateOnly Last { get; private set; }
    public IReadOnlyList<Booking> Held { get; private set; } = [];
    public IReadOnlyList<Happening> Happened { get; private set; } = [];
    public string Key { get; } = Ids.New();
    public bool MayBook => Actor.May(Act.Book) && Actor.OrganisationId is not null && Thing.ClosedAt is null;
    public bool MayManage => Bookings.MayManage(Actor, Thing);
    public string Home => $"/p/{Actor.PoleSlug}/echanges/reservations";
    public IEnumerable<(DateOnly Day, IEnumerable<Booking> Held)> Days => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays).Select(d => (d, Held.Where(b => b.Day == d)));

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostBook(string? day, string? from, string? to, string? seats, string? note, string? key)
    {
        var booking = await bookings.Book(Actor, Id, new(Field.Day(day, "day"), from ?? "", to ?? "",
            long.TryParse(seats, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0, note), key);
        return Done("bookings.booked_now", booking.Day);
    }

    public async Task<IActionResult> OnPostCancel(string booking)
    {
        await bookings.Cancel(Actor, booking);
        return Done("bookings.cancelled_now", null);
    }

    public async Task<IActionResult> OnPostClose()
    {
        await bookings.Close(Actor, Id);
        return Done("bookings.closed_now", null);
    }

    public async Task Load()
    {
        Thing = await bookings.One(Actor, Id);
        First = Field.Iso(Asked) is { Year: > 2000 and < 2200 } day ? day : Today;
        (Held, Last) = await bookings.Calendar(Actor, Id, First, First.AddDays(DaysShown - 1));
        Happened = await feed.Of(Actor, Id, t);
    }

    public bool MayCancel(Booking booking) => Actor.May(Act.Book) && booking.Day >= Today && (booking.OrganisationId == Actor.OrganisationId || MayManage);

    public string Earlier => From(First.AddDays(-DaysShown));
    public string Later => From(Last.AddDays(1));

    private string From(DateOnly day) => $"{Home}/{Id}?jour={day.Iso()}";

    /// <summary>"14 h – 16 h 30".</summary>
    public string Hours(long starts, long ends) => $"{DayMinutes.Say(t, starts)} – {DayMinutes.Say(t, ends)}";

    public string? Written(string field) => Request.HasFormContentType ? (string?)Request.Form[field] : null;

    private SeeOther Done(string notice, DateOnly? day)
    {
        TempData["Notice"] = t[notice];
        return new SeeOther(bookings.Page(Actor, Id) + (day is { } d ? $"?jour={d.Iso()}" : ""));
    }
}
