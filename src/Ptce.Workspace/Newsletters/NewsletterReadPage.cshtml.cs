using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>A letter that was sent, for anybody who has its address.</summary>
public sealed class NewsletterReadPage(Newsletters newsletters) : PageModel
{
    [FromRoute] public string Id { get; set; } = "";

    public Newsletter Letter { get; private set; } = null!;

    public static string Address(string id) => $"/lettre/{id}";

    public async Task OnGet() => Letter = await newsletters.Public(Id) ?? throw new NotHere();
}
