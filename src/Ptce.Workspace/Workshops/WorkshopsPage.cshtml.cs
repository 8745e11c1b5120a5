using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Ateliers: what comes next, the rhythm of the year, and the series.</summary>
public sealed partial class WorkshopsPage(Workshops workshops, Contributions contributions, Site site, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int MostNext = 8;

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/ateliers";
    public DateOnly Today { get; } = actor.Today(clock);

    /// <summary>The year of the rhythm picture.</summary>
    [BindProperty(SupportsGet = true, Name = "annee")]
    public int? Annee { get; set; }

    public IReadOnlyList<MeetingSeries> Series { get; private set; } = [];
    public IReadOnlyList<Occurrence> Next { get; private set; } = [];
    /// <summary>The working groups the person is in.</summary>
    public IReadOnlySet<string> Groups { get; private set; } = new HashSet<string>();

    public IReadOnlyList<Occurrence> Unclosed { get; private set; } = [];
    public YearOfMeetings? Year { get; private set; }

    public IReadOnlyDictionary<string, Reply> Replies { get; private set; } = new Dictionary<string, Reply>();
    public CalendarFeed? Feed { get; private set; }
    public string? FeedAddress => Feed is { } feed ? site.Link(feed.Path) : null;

    public async Task<IActionResult> OnPostMakeFeed()
    {
        await workshops.MakeFeed(Actor);
        return new SeeOther(Home + "#calendar");
    }

    public async Task<IActionResult> OnPostRevokeFeed()
    {
        await workshops.RevokeFeed(Actor);
        return new SeeOther(Home + "#calendar");
    }

    /// <summary>The person's hours of meetings that wait for their tap.</summary>
    public IReadOnlyList<Contribution> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnPostSubmit(string id)
    {
        await contributions.Submit(Actor, id);
        return new SeeOther(Home);
    }

    public async Task<IActionResult> OnPostDiscard(string id)
    {
        await contributions.Cancel(Actor, id);
        return new SeeOther(Home);
    }

    public Task OnGet() => Load();

    public async Task Load()
    {
        Drafts = await contributions.Drafts(Actor);
        Series = await workshops.Series(Actor);
        Next = await workshops.Next(Actor, MostNext);
        Groups = await workshops.GroupsOf(Actor);
        Replies = await workshops.MyReplies(Actor, Next);
        Feed = await workshops.MyFeed(Actor);
        if (Actor.May(Act.PlanMeetings)) Unclosed = await workshops.Unclosed(Actor, MostNext);
        var year = Annee is >= 2000 and <= Holidays.LastYear ? Annee.Value : Today.Year;
        if (Series.Count > 0)
            Year = new(year, Today, Home, await workshops.Between(Actor, new(year, 1, 1), new(year, 12, 31)), [.. Series.SelectMany(s => s.Countries.Split(',')).Distinct()]);
    }
}
