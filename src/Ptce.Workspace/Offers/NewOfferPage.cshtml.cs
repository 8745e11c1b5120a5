using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The form that posts an offer or a need, or changes one.</summary>
public sealed class NewOfferPage(Offers offers, Yields yields, Actor actor, Say t) : PageModel, IShowsAgain
{
    /// <summary>The one to change; none: a new one.</summary>
    [FromRoute] public string? Id { get; set; }
    [FromQuery(Name = "sens")] public string? Asked { get; set; }

    /// <summary>The kind chosen already.</summary>
    [FromQuery(Name = "nature")] public string? Wanted { get; set; }

    /// <summary>The meeting it comes of.</summary>
    [FromQuery(Name = "seance")] public string? Meeting { get; set; }

    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Quantity { get; set; }
    [BindProperty] public string? Unit { get; set; }
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? To { get; set; }

    /// <summary>"", "monthly", "weekly", or "weekly-2" for each Tuesday.</summary>
    [BindProperty] public string? Rhythm { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Conditions { get; set; }
    [BindProperty] public string? Price { get; set; }

    /// <summary>The form's own key, so that a second press posts nothing twice.</summary>
    [BindProperty] public string? Key { get; set; }

    public Actor Actor { get; } = actor;
    public string Side { get; private set; } = Sides.Offer;
    public string Heading => t[Id is null ? $"offers.new_{Side}" : "offers.change"];
    public string Verb => t[Id is null ? $"offers.post_{Side}" : "offers.keep"];
    public string Back => Id is null ? $"/p/{Actor.PoleSlug}/echanges" : offers.Page(Actor, Id);

    public async Task OnGet()
    {
        Actor.Must(Act.PostOffer);
        Key = Ids.New();
        Kind = Pooled.Kinds.FirstOrDefault(k => k == Wanted);
        await Load();
        if (Id is null) return;
        var o = await offers.One(Actor, Id);
        if (!Offers.MayChange(Actor, o)) throw new NotAllowed();
        (Kind, Title, Text, Unit, Place, Conditions) = (o.Kind, o.Title, o.Text, o.Unit, o.Place, o.Conditions);
        (Quantity, Price) = (o.Quantity is { } q ? t.Number(q) : null, o.PriceCents == 0 ? null : t.Number(o.PriceCents / 100m));
        (From, To) = (o.FromDay?.Iso(), o.ToDay?.Iso());
        Rhythm = o.Weekday is { } day ? $"weekly-{day}" : o.Recurrence;
    }

    public async Task<IActionResult> OnPost()
    {
        var given = new NewOffer(Kind ?? "", Title ?? "", Text, Field.NumberIfAny(Quantity, "quantity"), Unit, Field.DayIfAny(From, "from"), Field.DayIfAny(To, "to"),
            Rhythm?.Split('-')[0], Rhythm?.Split('-') is [_, var day] && long.TryParse(day, out var n) ? n : null, Place, Conditions, Field.NumberIfAny(Price, "price"));
        var done = Id is not null ? await offers.Change(Actor, Id, given)
            : Asked == "besoin" ? await offers.PostNeed(Actor, given, "web", Key)
            : await offers.Post(Actor, given, "web", Key);
        if (Id is null && !string.IsNullOrEmpty(Meeting)) await yields.Note(Actor, Meeting, done.Id, cooperation: false);
        TempData["Notice"] = t[Id is null ? $"offers.posted_{done.Side}" : "offers.changed"];
        return new SeeOther(offers.Page(Actor, done.Id));
    }

    public async Task Load() => Side = Id is not null ? (await offers.One(Actor, Id)).Side : Asked == "besoin" ? Sides.Need : Sides.Offer;

    public IEnumerable<(string Value, string Words)> Rhythms =>
    [
        ("", t["offers.once"]), ("weekly", t["offers.weekly"]),
        .. Enumerable.Range(1, 7).Select(d => ($"weekly-{d}", t["offers.each", t.Culture.DateTimeFormat.GetDayName((DayOfWeek)(d % 7))])),
        ("monthly", t["offers.monthly"]),
    ];
}
