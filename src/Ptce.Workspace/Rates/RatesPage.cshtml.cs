using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Taux: the grid in force today, what was decided and by whom, the SMIC with its sources, and the form that records a decision.</summary>
public sealed class RatesPage(Rates rates, Digests digests, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
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

        /// <summary>A proposal has no day, no body and no minutes yet.</summary>
        public Form OrUndecided(DateOnly today)
        {
            static string Or(string text, string other) => string.IsNullOrWhiteSpace(text) ? other : text;
            var day = today.Iso();
            return this with { From = Or(From, day), AdoptedOn = Or(AdoptedOn, day), Source = Or(Source, "–"), AdoptedBy = Or(AdoptedBy, "–"), Minutes = Or(Minutes, "–") };
        }
    }

    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/taux";
    public DateOnly Today { get; } = actor.Today(clock);
    public bool MayAdopt => Actor.May(Act.AdoptRates);
    public RateGrid Grid { get; private set; } = null!;
    public IReadOnlyList<AdoptedRate> History { get; private set; } = [];
    public Form Typed { get; private set; } = new();

    /// <summary>What the typed decision would change; null when that was not asked, or there is nothing to compare with.</summary>
    public RateEffect? Effect { get; private set; }
    public bool AskedEffect { get; private set; }

    public Task OnGet() => Load();

    /// <param name="effet">Pressed instead of adopting: only shows what the decision would change.</param>
    public async Task<IActionResult> OnPost(
        string? effet, string? kind, string? method, string? coefficient, string? charge, string? euros, string? level, string? accounts, string? from, string? source,
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
        if (effet is not null)
        {
            Effect = await digests.Effect(Actor, rates, Decision(Typed.OrUndecided(Today)));
            AskedEffect = true;
            await Load();
            // Nothing was done, so there is nowhere to go: the page comes back with what was typed (Turbo shows a page after a POST only with this status).
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await rates.Adopt(Actor, Decision(Typed));
        return new SeeOther(Here);
    }

    private static RateDecision Decision(Form typed) => new(
        typed.Kind, typed.Method,
        Field.NumberIfAny(typed.Coefficient, "coefficient") ?? 1,
        (Field.NumberIfAny(typed.Charge, "charge") ?? 0) / 100, // typed in percent
        Field.NumberIfAny(typed.Euros, "euros"),
        typed.Level, typed.Accounts,
        Field.Day(typed.From, "from"), typed.Source, typed.AdoptedBy, Field.Day(typed.AdoptedOn, "adopted_on"), typed.Minutes);

    public async Task Load()
    {
        History = await rates.History(Actor);
        Grid = await rates.Grid(Actor.PoleId);
    }
}
