using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Lines from a file: taken whole or not at all, or the good ones where that is asked; each line that cannot be taken and why.</summary>
public sealed class ImportLinesPage(Contributions contributions, Poles poles, Actor actor, Say t) : PageModel, IShowsAgain
{
    public const int MostShown = 200; // bad rows on the page

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/contributions";

    /// <summary>Lines that cannot be taken.</summary>
    public IReadOnlyList<BadRow> Bad { get; private set; } = [];

    /// <summary>What was taken all the same, where bad rows were left.</summary>
    public string? Done { get; private set; }

    public void OnGet() => Actor.Must(Act.ImportContributions);

    public async Task<IActionResult> OnPost(IFormFile? file, string? format, string? organisation, string? state, bool partial)
    {
        Actor.Must(Act.ImportContributions);
        Refused.If(file is null, "file", "members.import_nothing");
        Refused.If(file!.Length > 4L * ContributionFiles.MostFileCharacters, "file", "contributions.import_large");
        var text = await CsvFile.TextOf(file.OpenReadStream(), file.FileName);
        try
        {
            var rows = ContributionFiles.Parse(text, format ?? "ptce", string.IsNullOrWhiteSpace(organisation) ? null : organisation.Trim());
            var pole = (await poles.BySlug(Actor.PoleSlug))!;
            var done = await contributions.Import(pole, Actor, rows, state ?? States.Submitted, partial);
            var said = t.Many("contributions.imported", done.Lines, t.Duration(done.Minutes), done.Known, pole.Name);
            if (done.Bad.Count > 0)
            {
                (Bad, Done) = (done.Bad, said + " " + t.Many("contributions.import_bad", done.Bad.Count));
                return Page();
            }
            TempData["Notice"] = said;
            return new SeeOther(Home + "?vue=toutes");
        }
        catch (BadFile e)
        {
            Bad = e.Rows;
            throw;
        }
    }

    public Task Load() => Task.CompletedTask;

    /// <summary>What a refused form shows again.</summary>
    public string? Typed(string name) => Request.HasFormContentType ? Request.Form[name].ToString() : null;
}
