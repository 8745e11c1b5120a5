using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Members from a file: taken whole or not at all, with each line that cannot be taken and why.</summary>
public sealed class ImportMembersPage(Members members, Actor actor, Say t) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/pole";

    /// <summary>Lines that cannot be taken.</summary>
    public IReadOnlyList<BadRow> Bad { get; private set; } = [];

    public void OnGet() => Actor.Must(Act.ManageMembers);

    public async Task<IActionResult> OnPost(IFormFile? file)
    {
        Refused.If(file is null, "file", "members.import_nothing");
        Refused.If(file!.Length > 4L * Members.MostFileCharacters, "file", "members.import_large");
        var text = await CsvFile.TextOf(file.OpenReadStream(), file.FileName);
        try
        {
            var done = await members.Import(Actor, text);
            TempData["Notice"] = done.In(t);
            return new SeeOther(Home);
        }
        catch (BadFile e)
        {
            Bad = e.Rows;
            throw;
        }
    }

    public Task Load() => Task.CompletedTask;
}
