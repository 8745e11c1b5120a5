using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Planning a series, with its dates shown before anything is written; and changing one.</summary>
public sealed class SeriesFormPage(Workshops workshops, Members members, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int Previewed = 9;
    private const int MorePlaces = 3; // empty fields of the rota

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/ateliers";
    public DateOnly Today { get; } = actor.Today(clock);

    [BindProperty(SupportsGet = true)]
    public SeriesForm Form { get; set; } = new();

    public MeetingSeries? Known { get; private set; }
    public IReadOnlyList<PlannedTurn> Dates { get; private set; } = [];
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public IReadOnlyList<Members.Colleague> People { get; private set; } = [];

    /// <summary>The rota's fields: those filled, and room for more.</summary>
    public IEnumerable<(Facilitator? Place, string Since)> RotaFields =>
        [.. Form.Facilitators.Select((key, n) => (Named(key), n < Form.Since.Length ? Form.Since[n] : "")).Where(f => f.Item1 is not null), .. Enumerable.Repeat(((Facilitator?)null, ""), MorePlaces)];

    /// <summary>What a working group can report to.</summary>
    public IReadOnlyList<MeetingSeries> Parents { get; private set; } = [];

    public async Task OnGet(string? id)
    {
        Actor.Must(Act.PlanMeetings);
        if (id is not null && !Request.Query.ContainsKey("name")) Form = SeriesForm.Of(await workshops.OneSeries(Actor, id));
        if (id is null && Form.Countries.Length == 0) Form.Countries = ["FR"];
        await Load();
        if (!Request.Query.ContainsKey("name")) return;
        try
        {
            // A name is not needed to see dates.
            Dates = await workshops.Preview(Actor, Form.Read(Known) with { Name = string.IsNullOrWhiteSpace(Form.Name) ? "…" : Form.Name }, Previewed);
        }
        catch (Refused e) { ModelState.AddModelError(e.Field, e.In(Actor.Language)); }
    }

    public async Task<IActionResult> OnPost(string? id)
    {
        var series = id is null ? await workshops.Plan(Actor, Form.Read()) : await workshops.Change(Actor, id, Form.Read(await workshops.OneSeries(Actor, id)));
        return new SeeOther($"{Home}/series/{series.Id}");
    }

    public async Task Load()
    {
        if (RouteData.Values["id"] is string id) Known = await workshops.OneSeries(Actor, id);
        Parents = [.. (await workshops.Series(Actor)).Where(s => !s.IsGroup && s.Id != Known?.Id && s.Ends is null)];
        (Organisations, People) = (await members.Organisations(Actor), await members.People(Actor));
    }

    private Facilitator? Named(string key) => Known?.Rota.FirstOrDefault(p => p.Facilitator.Key == key)?.Facilitator
        ?? (NewRotaPlace.Read(key) is not { } place ? null : new(place.OrganisationId, Organisations.FirstOrDefault(o => o.Id == place.OrganisationId)?.Name, place.PersonId, People.FirstOrDefault(p => p.PersonId == place.PersonId)?.Name));
}
