using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>A series: what it is, and its meetings of a year.</summary>
public sealed partial class SeriesPage(Workshops workshops, Members members, Site site, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/ateliers";
    public string Here => $"{Home}/series/{Id}";
    public DateOnly Today { get; } = actor.Today(clock);

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int? Annee { get; set; }

    public MeetingSeries Series { get; private set; } = null!;
    public int Year => Annee is >= 2000 and <= Holidays.LastYear ? Annee.Value : Today.Year;
    public IReadOnlyList<Occurrence> Meetings { get; private set; } = [];

    private IReadOnlyList<Occurrence> _coming = [];

    /// <summary>The next meeting someone of the rota leads.</summary>
    public Occurrence? NextLedBy(RotaPlace place) => _coming.FirstOrDefault(m => m.State == Occurrence.Planned && m.Facilitator?.Key == place.Facilitator.Key);

    public long MeetingsHeld { get; private set; }
    public IReadOnlyList<OrganisationPresence> Presences { get; private set; } = [];

    public string? FeedAddress { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostMakeFeed()
    {
        await workshops.MakeFeed(Actor, Id);
        return new SeeOther(Here + "#calendar");
    }

    public async Task<IActionResult> OnPostRevokeFeed()
    {
        await workshops.RevokeFeed(Actor, Id);
        return new SeeOther(Here + "#calendar");
    }

    public async Task<IActionResult> OnPostEnd(string? ends)
    {
        await workshops.End(Actor, Id, string.IsNullOrWhiteSpace(ends) ? null : Field.Day(ends, "ends"));
        return new SeeOther(Here);
    }

    public IReadOnlyList<TemplateItem> Template { get; private set; } = [];
    public IReadOnlyList<AgendaItem> Reserve { get; private set; } = [];

    /// <summary>The template as it is typed: the person's own lines again after a refusal.</summary>
    public string TemplateText { get; private set; } = "";

    public async Task<IActionResult> OnPostTemplate(string? template)
    {
        TemplateText = template ?? "";
        await workshops.SetTemplate(Actor, Id, template);
        return new SeeOther(Here + "#template-title");
    }

    public async Task<IActionResult> OnPostPropose(string? title, [FromForm(Name = "point_minutes")] string? minutes, string? aim)
    {
        await workshops.Propose(Actor, Id, reserve: true, title, Field.WholeIfAny(minutes, "point_minutes") ?? 0, aim ?? "");
        return new SeeOther(Here + "#reserve");
    }

    public async Task<IActionResult> OnPostWithdraw(string item)
    {
        await workshops.Withdraw(Actor, item);
        return new SeeOther(Here + "#reserve");
    }

    public async Task Load()
    {
        (MeetingsHeld, Presences) = await workshops.PresenceOf(Actor, Id, new(Year, 1, 1), new(Year, 12, 31));
        Template = await workshops.Template(Actor, Id);
        if (TemplateText == "") TemplateText = string.Join('\n', Template.Select(t => t.Written));
        Reserve = await workshops.Reserve(Actor, Id);
        Series = await workshops.OneSeries(Actor, Id);
        await LoadGroup();
        FeedAddress = await workshops.MyFeed(Actor, Id) is { } feed ? site.Link(feed.Path) : null;
        if (Series.Rota.Count > 0) _coming = await workshops.Between(Actor, Today, Today.AddDays(Workshops.HorizonDays), Id);
        Meetings = await workshops.Between(Actor, new(Year, 1, 1), new(Year, 12, 31), Id);
    }
}
