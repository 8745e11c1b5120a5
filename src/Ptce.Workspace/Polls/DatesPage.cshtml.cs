using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Sondage de date d'une séance: asked by the cell, answered by each, counted per organisation.</summary>
public sealed class DatesPage(DatePolls polls, Workshops workshops, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int Rows = 5;

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Meeting => $"/p/{Actor.PoleSlug}/ateliers/{Id}";
    public string Here => Meeting + "/dates";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Occurrence One { get; private set; } = null!;
    public DatePoll? Poll { get; private set; }
    public bool TakesPart { get; private set; }
    public bool IsOpen => Poll?.State == DatePoll.Open;
    public bool MayAsk => Actor.May(Act.PlanMeetings) && One.State == Occurrence.Planned;
    public bool MayAnswer => IsOpen && One.State == Occurrence.Planned && TakesPart && Actor.May(Act.AnswerInvitation);

    /// <summary>The days of the form: those that stand, and room for more.</summary>
    public IReadOnlyList<(string Day, string Starts)> Fields =>
        [.. (IsOpen ? Poll!.Options : []).Select(o => (o.Day.Iso(), o.Starts)),
         .. Enumerable.Repeat(("", One.Starts), IsOpen ? 2 : Rows)];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostAsk(string[] day, string[] starts, string? note)
    {
        var days = day.Select((d, n) => (Day: d, Starts: n < starts.Length ? starts[n] : "")).Where(d => !string.IsNullOrWhiteSpace(d.Day))
            .Select(d => (Field.Day(d.Day, "days"), Field.Clock(d.Starts, "days"))).ToList();
        await polls.Ask(Actor, Id, days, note);
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostAnswer()
    {
        await polls.Answer(Actor, Id, Request.Form.Where(f => f.Key.StartsWith("option-", StringComparison.Ordinal) && f.Value != "").ToDictionary(f => f.Key["option-".Length..], f => f.Value.ToString()));
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostChoose(string option)
    {
        await polls.Choose(Actor, option, t["polls.reason"]);
        return new SeeOther(Meeting);
    }

    public async Task<IActionResult> OnPostDrop()
    {
        await polls.Drop(Actor, Id);
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        One = await workshops.One(Actor, Id);
        TakesPart = await workshops.TakesPart(Actor, One);
        Poll = await polls.Of(Actor, Id);
    }
}
