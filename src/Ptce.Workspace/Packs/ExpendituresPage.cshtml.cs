using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Dépenses of a digest's period: what was paid, and the form that records one more.</summary>
public sealed class ExpendituresPage(Digests digests, Expenditures expenditures, Actor actor, Say t) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Home => Packs.Home(Actor, Id);
    public string Here => Home + "/depenses";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Digest Digest { get; private set; } = null!;
    public IReadOnlyList<Expenditure> Paid { get; private set; } = [];

    /// <summary>Rows of a file that cannot be taken.</summary>
    public IReadOnlyList<BadRow> Bad { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string? category, string? voucher, string? paid, string? payee, string? description, string? total, string? vat, string? eligible, string? wp)
    {
        await expenditures.Record(Actor, new(category ?? "", Field.Day(voucher, "voucher"), Field.Day(paid, "paid"), payee ?? "", description ?? "",
            Field.Number(total, "total"), Field.NumberIfAny(vat, "vat") ?? 0, Field.Number(eligible, "eligible"), wp ?? ""));
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostImport(IFormFile? file)
    {
        Refused.If(file is null, "file", "packs.expenditures_nothing");
        Refused.If(file!.Length > 4L * Expenditures.MostFileCharacters, "file", "packs.expenditures_large");
        var text = await CsvFile.TextOf(file.OpenReadStream(), file.FileName);
        try
        {
            TempData["Notice"] = (await expenditures.Import(Actor, ExpenditureRow.Read(text))).In(t);
            return new SeeOther(Here);
        }
        catch (BadFile e)
        {
            Bad = e.Rows;
            throw;
        }
    }

    public async Task<IActionResult> OnPostStrike(string? expenditure)
    {
        await expenditures.Strike(Actor, expenditure ?? "");
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        Actor.Must(Act.SetPacks);
        Digest = await digests.One(Actor, Id);
        Paid = await expenditures.Paid(Actor, Digest.FromDay, Digest.ToDay);
    }

    /// <summary>What a refused form shows again.</summary>
    public string? Typed(string name) => Request.HasFormContentType ? Request.Form[name].ToString() : null;

    /// <summary>The fields of a row in the order they are read off a voucher: name, and what it holds.</summary>
    public static readonly IReadOnlyList<(string Name, string Type)> Fields =
        [("voucher", "date"), ("paid", "date"), ("payee", "text"), ("description", "text"), ("total", "decimal"), ("vat", "decimal"), ("eligible", "decimal"), ("wp", "text")];
}
