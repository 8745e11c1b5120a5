using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The form that ends a membership or a mandate.</summary>
/// <param name="Handler">"Membership" or "Mandate".</param>
/// <param name="Undo">For what has not begun before today: the day that says it never took effect.</param>
public sealed record Ending(string Handler, string Id, string Name, string Day, string NotBefore, string? Undo, bool Refused);

/// <summary>An organisation or a person of the pole: since when, as what, until when.</summary>
public sealed partial class MemberPage(Members members, Offers offers, Cooperations cooperations, Voting voting, Actor actor, Say say, TimeProvider clock) : PageModel, IShowsAgain
{
    [FromRoute]
    public string Id { get; set; } = "";

    public Actor Actor => actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public bool Manages => actor.May(Act.ManageMembers);
    public string Name { get; private set; } = "";

    /// <summary>What an organisation is; null for a person.</summary>
    public string? Type { get; private set; }
    public string? Email { get; private set; }
    public bool NeedsAddress => Type is null && Email is null && Manages;
    public IReadOnlyList<Members.Belonging> Belongings { get; private set; } = [];
    public IReadOnlyList<Members.Mandate> Mandates { get; private set; } = [];

    public async Task OnGet() => await Load();

    public Task<IActionResult> OnPostMembership(string what, string? lastDay) => Done(members.EndMembership(actor, what, Field.DayIfAny(lastDay, "lastDay")), say["members.ended"]);

    public Task<IActionResult> OnPostMandate(string what, string? lastDay) => Done(members.EndMandate(actor, what, Field.DayIfAny(lastDay, "lastDay")), say["members.ended"]);

    public Task<IActionResult> OnPostAddress(string? email) => Done(members.GiveAddress(actor, Id, email ?? ""), null);

    public async Task Load()
    {
        Belongings = await members.Belongings(actor, Id);
        if (Belongings.Count > 0)
        {
            (Name, Type) = (Belongings[0].Name, Belongings[0].Type);
            Mandates = await members.Mandates(actor, organisationId: Id);
            await LoadDoing();
            return;
        }
        var person = await members.Portray(actor, Id);
        (Name, Email, Mandates) = (person.Name, person.Email, person.Mandates);
    }

    public bool MayEnd(Lasting lasts) => Manages && !(lasts.To < Today);

    public Ending Ending(string handler, string id, string name, Lasting lasts)
    {
        var asked = Request.HasFormContentType && Request.Form["what"] == id;
        return new(handler, id, name, asked ? Written("lastDay") ?? "" : (lasts.From > Today ? lasts.From : Today).Iso(), lasts.From.Iso(),
            lasts.From >= Today ? lasts.From.AddDays(-1).Iso() : null, asked);
    }

    /// <summary>What was typed into a field that was refused.</summary>
    public string? Written(string field) => Request.HasFormContentType ? (string?)Request.Form[field] : null;

    private async Task<IActionResult> Done(Task command, string? notice)
    {
        await command;
        if (notice is not null) TempData["Notice"] = notice;
        return new SeeOther($"/p/{actor.PoleSlug}/pole/{Id}");
    }
}
