using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Page publique: whether the pole has one, and who and what stands on it.</summary>
public sealed class ShowcasePage(Showcase showcase, Members members, Offers offers, Site site, Actor actor, Say t) : PageModel, IShowsAgain
{
    [BindProperty] public string? Words { get; set; }

    public Actor Actor { get; } = actor;
    public ShowcaseSetting Setting { get; private set; } = ShowcaseSetting.Never;
    public string PublicAddress => site.Link(PublicPolePage.Address(Actor.PoleSlug));

    /// <summary>The pole's organisations, and whether each is on the page.</summary>
    public IReadOnlyList<(Organisation Organisation, bool Shown)> Organisations { get; private set; } = [];

    /// <summary>Titles of what is shown, by id.</summary>
    public IReadOnlyDictionary<string, string> Offers { get; private set; } = new Dictionary<string, string>();

    public async Task OnGet()
    {
        await Load();
        Words = Setting.Words;
    }

    public Task<IActionResult> OnPostOpen(bool indexed) => Done(showcase.Open(Actor, Words, indexed), "showcase.opened_now");

    public Task<IActionResult> OnPostClose() => Done(showcase.Close(Actor), "showcase.closed_now");

    public Task<IActionResult> OnPostHide(string organisation) => Done(showcase.Show(Actor, organisation, shown: false), "showcase.hidden_now");

    public Task<IActionResult> OnPostShow() => Done(showcase.Show(Actor, Actor.OrganisationId ?? "", shown: true), "showcase.shown_now");

    public async Task Load()
    {
        Setting = await showcase.Setting(Actor);
        var shown = await showcase.Shown(Actor);
        Organisations = [.. (await members.Organisations(Actor)).Select(o => (o, shown.Contains(o.Id)))];
        Offers = await offers.Titles(Actor, [.. shown], t);
    }

    private async Task<IActionResult> Done(Task command, string notice)
    {
        await command;
        TempData["Notice"] = t[notice];
        return new SeeOther($"/p/{Actor.PoleSlug}/page-publique");
    }
}
