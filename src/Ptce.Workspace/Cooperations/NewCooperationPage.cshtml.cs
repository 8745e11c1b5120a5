using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The form that notes a cooperation, or changes one.</summary>
public sealed class NewCooperationPage(Cooperations cooperations, Yields yields, Members members, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    /// <summary>The one to change; none: a new one.</summary>
    [FromRoute] public string? Id { get; set; }

    /// <summary>A need or an offer that the new one answers.</summary>
    [FromQuery(Name = "repond")] public string? Answers { get; set; }

    /// <summary>The meeting it comes of.</summary>
    [FromQuery(Name = "seance")] public string? Meeting { get; set; }

    [BindProperty] public string? Title { get; set; }
    [BindProperty] public List<string> Members { get; set; } = [];

    /// <summary>One name a line.</summary>
    [BindProperty] public string? Thirds { get; set; }
    [BindProperty] public string? Level { get; set; }
    [BindProperty] public string? Form { get; set; }
    [BindProperty] public bool Commercial { get; set; }
    [BindProperty] public bool Strategic { get; set; }
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? To { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Project { get; set; }
    [BindProperty] public string? Axis { get; set; }
    [BindProperty] public string? Amount { get; set; }
    [BindProperty] public string? Turnover { get; set; }
    [BindProperty] public string? Jobs { get; set; }

    /// <summary>The form's own key, so that a second press notes nothing twice.</summary>
    [BindProperty] public string? Key { get; set; }

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/echanges/cooperations";
    public string Heading => t[Id is null ? "cooperations.log" : "cooperations.change"];
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public async Task OnGet()
    {
        Actor.Must(Act.LogCooperation);
        Key = Ids.New();
        if (Id is null)
        {
            (Members, From) = (Actor.OrganisationId is { } own ? [own] : [], Actor.Today(clock).Iso());
        }
        else
        {
            var c = await cooperations.One(Actor, Id);
            if (!Cooperations.MayChange(Actor, c)) throw new NotAllowed();
            (Title, Text, Level, Form, Project, Axis) = (c.Title, c.Text, c.Level, c.Form, c.Project, c.Axis);
            (Members, Thirds) = ([.. c.Members.Select(m => m.OrganisationId)], string.Join('\n', c.Thirds.Select(x => x.Name)));
            (Commercial, Strategic, From, To) = (c.Commercial == 1, c.Strategic == 1, c.FromDay.Iso(), c.ToDay?.Iso());
            (Amount, Turnover, Jobs) = (Figure(c.AmountCents / 100m), Figure(c.TurnoverShare / 100m), Figure(c.JobsMilli / 1000m));
        }
        await Load();
    }

    public async Task<IActionResult> OnPost()
    {
        var given = new NewCooperation(Title, Members, Field.Day(From, "from"), Field.DayIfAny(To, "to"), Level, Form, Commercial, Strategic,
            Thirds?.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries), Text, Project, Axis,
            Field.NumberIfAny(Amount, "amount"), Field.NumberIfAny(Turnover, "turnover"), Field.NumberIfAny(Jobs, "jobs"), string.IsNullOrEmpty(Answers) ? null : [Answers]);
        var done = Id is null ? await cooperations.Log(Actor, given, "web", Key) : await cooperations.Change(Actor, Id, given);
        if (Id is null && !string.IsNullOrEmpty(Meeting)) await yields.Note(Actor, Meeting, done.Id, cooperation: true);
        TempData["Notice"] = t[Id is null ? "cooperations.logged_now" : "cooperations.changed_now"];
        return new SeeOther(cooperations.Page(Actor, done.Id));
    }

    /// <summary>The pole's organisations of today, and those of the cooperation that have left.</summary>
    public async Task Load()
    {
        var today = await members.Organisations(Actor);
        var gone = Id is null ? [] : (await cooperations.One(Actor, Id)).Members.Where(m => today.All(o => o.Id != m.OrganisationId)).Select(m => new Organisation(m.OrganisationId, m.Name, ""));
        Organisations = [.. today, .. gone];
    }

    private string? Figure(decimal? number) => number is { } n ? n.ToString("0.###", t.Culture) : null;
}
