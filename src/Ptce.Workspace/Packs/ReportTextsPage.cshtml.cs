using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Textes des rapports: outlook and narrative of a period, field by field, with who wrote them and when.</summary>
public sealed class ReportTextsPage(Digests digests, DeclaredTexts told, Members members, Actor actor, Say say) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Home => Packs.Home(Actor, Id);
    public string Here => Home + "/textes";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Digest Digest { get; private set; } = null!;
    public Members.Names Names { get; private set; } = null!;
    public IReadOnlyDictionary<string, DeclaredText> Standing { get; private set; } = new Dictionary<string, DeclaredText>();

    /// <summary>Those that have a text, and one more.</summary>
    public int WorkPackages { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        Digest = await digests.One(Actor, Id);
        var typed = Request.Form;
        await told.Declare(Actor, Digest.FromDay, Digest.ToDay, DeclaredTexts.All.Where(typed.ContainsKey).ToDictionary(name => name, name => (string?)typed[name].ToString()));
        TempData["Notice"] = say["packs.told_kept"];
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        Actor.Must(Act.ReportProgress);
        Digest = await digests.One(Actor, Id);
        Names = await members.AllNames(Actor.PoleId);
        Standing = await told.Of(Actor.PoleId, Digest.FromDay, Digest.ToDay);
        var last = Enumerable.Range(1, DeclaredTexts.MostWorkPackages).LastOrDefault(n => DeclaredTexts.OfWorkPackage.Any(part => Value(DeclaredTexts.WorkPackage(n, part)) != ""));
        WorkPackages = Math.Min(last + 1, DeclaredTexts.MostWorkPackages);
    }

    /// <summary>What the field shows: as typed while it is refused, else as it stands.</summary>
    public string Value(string name) => Request.HasFormContentType && Request.Form.ContainsKey(name) ? Request.Form[name].ToString() : Standing.GetValueOrDefault(name)?.Text ?? "";
}
