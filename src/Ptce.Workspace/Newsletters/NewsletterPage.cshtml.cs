using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One letter: to read, and while it is a draft, to write and to send.</summary>
public sealed class NewsletterPage(Newsletters newsletters, Actor actor, Say t) : PageModel, IShowsAgain
{
    [FromRoute] public string Id { get; set; } = "";

    [BindProperty(Name = "title")] public string? TypedTitle { get; set; }
    [BindProperty(Name = "body")] public string? TypedBody { get; set; }

    public Actor Actor { get; } = actor;
    public Newsletter Letter { get; private set; } = null!;
    public bool Writes => Actor.May(Act.WriteNewsletter) && Letter.State == Newsletter.Draft;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostSave()
    {
        await newsletters.Edit(Actor, Id, TypedTitle, TypedBody);
        return Again("newsletters.saved");
    }

    /// <summary>What stands in the form is what goes out.</summary>
    public async Task<IActionResult> OnPostSend()
    {
        await newsletters.Edit(Actor, Id, TypedTitle, TypedBody);
        await newsletters.Send(Actor, Id);
        return Again("newsletters.sent_now");
    }

    public async Task Load()
    {
        Letter = await newsletters.One(Actor, Id);
        (TypedTitle, TypedBody) = (TypedTitle ?? Letter.Title, TypedBody ?? Letter.Body);
    }

    private SeeOther Again(string said)
    {
        TempData["Notice"] = t[said];
        return new(newsletters.Page(Actor, Id));
    }
}
