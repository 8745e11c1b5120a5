using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Taux: the grid in force today, what was decided and by whom, the SMIC with its sources, and the form that records a decision.</summary>
public sealed class RatesPage(Rates rates, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    /// <summary>A decision as typed: texts, so that what was refused is shown again as it was.</summary>
    public sealed record Form
    {
        public string Kind { get; init; } = "benevolat_usager";
        public string Method { get; init; } = RateGrid.BySmic;
        public string Coefficient { get; init; } = "";
        public string Charge { get; init; } = "";
        public string Euros { get; init; } = "";
        public string Level { get; init; } = "";
        public string Accounts { get; init; } = "";
        public string From { get; init; } = "";
        public string Source { get; init; } = "";
        public string AdoptedBy { get; init; } = "";
        public string AdoptedOn { get; init; } = "";
        public string Minutes { get; init; } = "";
    }

    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/taux";
    public DateOnly Today { get; } = actor.Today(clock);
    public bool MayAdopt => Actor.May(Act.AdoptRates);
    public RateGrid Grid { get; private set; } = null!;
    public IReadOnlyList<AdoptedRate> History { get; private set; } = [];
    public Form Typed { get; private set; } = new();

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(
        string? kind, string? method, string? coefficient, string? charge, string? euros, string? level, string? accounts, string? from, string? source,
        [FromForm(Name = "adopted_by")] string? adoptedBy, [FromForm(Name = "adopted_on")] string? adoptedOn, string? minutes)
    {
        Typed = new()
        {
            Kind = kind ?? "",
            Method = method ?? "",
            Coefficient = coefficient ?? "",
            Charge = charge ?? "",
            Euros = euros ?? "",
            Level = level ?? "",
            Accounts = accounts ?? "",
            From = from ?? "",
            Source = source ?? "",
            AdoptedBy = adoptedBy ?? "",
            AdoptedOn = adoptedOn ?? "",
            Minutes = minutes ?? "",
        };
        await rates.Adopt(Actor, new(
            Typed.Kind, Typed.Method,
            Typed.Coefficient.Trim() is { Length: > 0 } c ? RateWords.Number("coefficient", c) : 1,
            Typed.Charge.Trim() is { Length: > 0 } t ? RateWords.Number("charge", t) / 100 : 0, // typed in percent
            Typed.Euros.Trim() is { Length: > 0 } e ? RateWords.Number("euros", e) : null,
            Typed.Level, Typed.Accounts,
            RateWords.Day("from", Typed.From), Typed.Source, Typed.AdoptedBy, RateWords.Day("adopted_on", Typed.AdoptedOn), Typed.Minutes));
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        History = await rates.History(Actor);
        Grid = await rates.Grid(Actor.PoleId);
    }
}
