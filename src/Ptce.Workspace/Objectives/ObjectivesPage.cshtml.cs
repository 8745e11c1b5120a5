using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Axes et objectifs: how far each is, by axis, and the forms that say so.</summary>
public sealed class ObjectivesPage(Objectives objectives, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/bilans/objectifs";
    public DateOnly Today { get; } = actor.Today(clock);
    public bool MayReport => Actor.May(Act.ReportProgress);
    public IReadOnlyList<Advance> Standing { get; private set; } = [];

    [BindProperty]
    public string? Axis { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var id = await objectives.Set(Actor, Axis ?? "", Title ?? "", Field.Number(Target, "target"), Unit ?? "");
        return new SeeOther($"{Here}#objective-{id}");
    }

    public async Task<IActionResult> OnPostScore(string? objective, string? day, string? done, string? comment, string? evidence)
    {
        await objectives.Score(Actor, objective ?? "", Field.Day(day, "day"), Field.Number(done, "done"), comment, evidence);
        return new SeeOther($"{Here}#objective-{objective}");
    }

    public async Task<IActionResult> OnPostDrop(string? objective)
    {
        await objectives.Drop(Actor, objective ?? "");
        return new SeeOther(Here);
    }

    public async Task Load() => Standing = await objectives.On(Actor, Today);
}
