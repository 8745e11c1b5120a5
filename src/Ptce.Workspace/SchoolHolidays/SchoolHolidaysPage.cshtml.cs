using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Vacances scolaires: what the meetings are warned of, and the calendars they come from.</summary>
public sealed class SchoolHolidaysPage(SchoolHolidays holidays, Actor actor, Say t) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/ateliers/vacances";
    public bool MayImport => Actor.May(Act.PlanMeetings);
    public IReadOnlyList<SchoolBreak> Coming { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostImport(string? area, IFormFile? file)
    {
        Refused.If(file is null, "file", "school.refused.no_calendar");
        Refused.If(file!.Length > SchoolHolidays.MostCharacters, "file", "school.refused.large");
        using var reader = new StreamReader(file.OpenReadStream());
        TempData["Notice"] = t["school.imported", await holidays.Import(Actor, area, await reader.ReadToEndAsync()), area];
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostForget(string area)
    {
        await holidays.Forget(Actor, area);
        return new SeeOther(Here);
    }

    public async Task Load() => Coming = await holidays.Coming(Actor);
}
