using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Réservations: what one's organisation holds, what can be booked and is free, and the form that opens something for booking.</summary>
public sealed class BookablesPage(Bookings bookings, Members members, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int MostOurs = 8;

    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "nature")] public string? Wanted { get; set; }
    [FromQuery(Name = "organisation")] public string? Organisation { get; set; }
    [FromQuery(Name = "libre")] public DateOnly? FreeOn { get; set; }
    [FromQuery(Name = "de")] public string? From { get; set; }
    [FromQuery(Name = "a")] public string? To { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }

    /// <summary>Where the next page of one's own bookings begins.</summary>
    [FromQuery(Name = "miennes")] public string? AfterOurs { get; set; }

    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Seats { get; set; } = "1";
    [BindProperty] public string? Opens { get; set; } = "08:00";
    [BindProperty] public string? Closes { get; set; } = "20:00";
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Conditions { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Home => $"/p/{Actor.PoleSlug}/echanges/reservations";
    public BookableList Found { get; private set; } = null!;
    public BookingList Ours { get; private set; } = null!;
    private IReadOnlyList<Organisation> Organisations { get; set; } = [];

    public Narrowing Narrowing => new(Home,
    [
        new("q", t["bookings.search"], Search),
        NarrowBy.Choice("nature", t["offers.kind"], Wanted, t["bookings.any_kind"], Bookings.BookableKinds.Select(k => (k, Kinds.Word(t, k)))),
        NarrowBy.Choice("organisation", t["shared.narrow.organisation"], Organisation, t["shared.narrow.any_organisation"], Organisations.Select(o => (o.Id, o.Name))),
        NarrowBy.Day("libre", t["bookings.free_on"], FreeOn),
        new("de", t["bookings.from"], From, Type: NarrowBy.AnHour),
        new("a", t["bookings.to"], To, Type: NarrowBy.AnHour),
    ]);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var seats = long.TryParse(Seats, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var made = await bookings.Open(Actor, new(Kind ?? "", Title ?? "", seats, Opens ?? "", Closes ?? "", Place, Conditions));
        TempData["Notice"] = t["bookings.opened_now"];
        return new SeeOther(bookings.Page(Actor, made.Id));
    }

    public async Task Load()
    {
        Organisations = await members.Organisations(Actor);
        Found = await bookings.List(Actor, new(Search, Bookings.BookableKinds.FirstOrDefault(k => k == Wanted), string.IsNullOrEmpty(Organisation) ? null : Organisation, FreeOn, Hour(From), Hour(To)), After);
        Ours = await bookings.Ours(Actor, AfterOurs, MostOurs);
    }

    /// <summary>An hour as a browser sends it; what is none narrows nothing.</summary>
    private static string? Hour(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;
}
