using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Chiffres de la période: what the reports need and the ledger does not hold, field by field, with who wrote it and when.</summary>
public sealed class DeclaredPage(Digests digests, DeclaredFigures declared, Members members, Actor actor, Say say) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Home => Packs.Home(Actor, Id);
    public string Here => Home + "/chiffres";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Digest Digest { get; private set; } = null!;
    public Members.Names Names { get; private set; } = null!;
    public IReadOnlyDictionary<string, DeclaredFigure> Standing { get; private set; } = new Dictionary<string, DeclaredFigure>();

    /// <summary>By what they are for: the words of the group, and its figures.</summary>
    public static readonly IReadOnlyList<(string Group, IReadOnlyList<string> Names)> Groups =
        [("forecasts", DeclaredFigures.Forecasts), ("resources", DeclaredFigures.Resources), ("cell", [DeclaredFigures.Cell, .. DeclaredFigures.Funding]),
         ("jobs", DeclaredFigures.Jobs), ("survey", DeclaredFigures.Survey), ("interreg", [DeclaredFigures.Cash])];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        Digest = await digests.One(Actor, Id);
        var typed = Request.Form;
        await declared.Declare(Actor, Digest.FromDay, Digest.ToDay, DeclaredFigures.All.Where(typed.ContainsKey).ToDictionary(name => name, name => Field.NumberIfAny(typed[name], name)));
        TempData["Notice"] = say["packs.declared_kept"];
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        Actor.Must(Act.SetPacks);
        Digest = await digests.One(Actor, Id);
        Names = await members.AllNames(Actor.PoleId);
        Standing = await declared.Of(Actor.PoleId, Digest.FromDay, Digest.ToDay);
    }

    /// <summary>What the field shows: as typed while it is refused, else as it stands.</summary>
    public string Value(string name) => Request.HasFormContentType && Request.Form.ContainsKey(name) ? Request.Form[name].ToString()
        : Standing.TryGetValue(name, out var figure) ? figure.Number?.ToString("0.##", say.Culture) ?? "" : "";

    /// <summary>"864, personnel bénévole", "Ressources marchandes".</summary>
    public static string Label(Say t, string name) => name.Split('.') is ["cerfa", _, var row] ? $"{row}, {t["packs.cerfa.row." + row]}" : t["packs." + name];
}
