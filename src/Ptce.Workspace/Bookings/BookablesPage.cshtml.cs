using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Réservations: what can be booked, and the form that opens something for booking.</summary>
public sealed class BookablesPage(Bookings bookings, Actor actor, Say t) : PageModel, IShowsAgain
{
    [FromQuery(Name = "apres")] public string? After { get; set; }

    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Seats { get; set; } = "1";
    [BindProperty] public string? Opens { get; set; } = "08:00";
    [BindProperty] public string? Closes { get; set; } = "20:00";
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Conditions { get; set; }

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/echanges/reservations";
    public BookableList Found { get; private set; } = null!;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var seats = long.TryParse(Seats, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var made = await bookings.Open(Actor, new(Kind ?? "", Title ?? "", seats, Opens ?? "", Closes ?? "", Place, Conditions));
        TempData["Notice"] = t["bookings.opened_now"];
        return new SeeOther(bookings.Page(Actor, made.Id));
    }

    public async Task Load() => Found = await bookings.List(Actor, After);
}
