using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>A year of cooperations in numbers: the same as <c>cooperations summary</c>, each figure with its list.</summary>
public sealed class CooperationYearPage(Cooperations cooperations, Actor actor, Say t, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "annee")] public string? Asked { get; set; }

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/echanges/cooperations";
    public int Year { get; private set; }
    public CooperationYear Told { get; private set; } = null!;
    public IEnumerable<int> Years => Enumerable.Range(0, 6).Select(n => Actor.Today(clock).Year - n);

    public async Task OnGet()
    {
        Year = int.TryParse(Asked, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200 ? year : Actor.Today(clock).Year;
        Told = await cooperations.Year(Actor, Year);
    }

    public IReadOnlyList<Figure> Figures =>
    [
        new(t["cooperations.count"], t.Number(Told.Cooperations), Href: List()),
        new(t["cooperations.per_member"], t.Number(Told.PerMember), Note: t["cooperations.per_member_note", Told.Members]),
        new(t["cooperations.commercial_share"], Share(Told.Commercial), Href: List("nature=commerciale"), Note: t.Number(Told.Commercial)),
        new(t["cooperations.strategic_share"], Share(Told.Strategic), Href: List("nature=strategique"), Note: t.Number(Told.Strategic)),
        new(t["cooperations.bilateral"], t.Number(Told.Bilateral)),
        new(t["cooperations.collective"], t.Number(Told.Collective)),
        new(t["cooperations.amount_sum"], (Told.AmountCents / 100m).ToString("N0", t.Culture), "€", Href: List(), Note: t["cooperations.amount_sum_note"]),
    ];

    public Bars Levels => new(Finding, t["cooperations.level"], t["cooperations.count"],
        [.. Told.ByLevel.Where(l => l.Value > 0 || l.Key != "unsaid").Select(l => new Bar(CooperationWords.Level(t, l.Key == "unsaid" ? null : l.Key), l.Value, t.Number(l.Value), l.Key == "unsaid" ? null : List($"niveau={l.Key}")))]);

    private string Finding => Told.ByLevel.Where(l => l.Key != "unsaid").MaxBy(l => l.Value) is { Value: > 0 } most
        ? t["cooperations.most_at_level", CooperationWords.Level(t, most.Key), most.Value, Told.Cooperations]
        : t["cooperations.no_level_said"];

    private string Share(int part) => CooperationWords.Percent(t, Told.Cooperations == 0 ? 0 : (long)Math.Round(100m * part / Told.Cooperations, MidpointRounding.AwayFromZero) * 100);

    public string List(string? narrow = null) => $"{Home}?annee={Year}{(narrow is null ? "" : "&" + narrow)}";
}
