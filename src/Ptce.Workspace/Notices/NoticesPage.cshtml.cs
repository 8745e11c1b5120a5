using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Mes avis : what I am told, where, and when I want peace.</summary>
[Authorize, InLastPole]
public sealed class NoticesPage(Notices notices, Say t) : PageModel, IShowsAgain
{
    public NoticeChoices Choices { get; private set; } = null!;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string? zone, string? starts, string? ends)
    {
        await NoticeChoices.Keep(notices, Me.Id, Request.Form, zone, starts, ends);
        TempData["Notice"] = t["identity.saved"];
        return new SeeOther("/moi/avis");
    }

    public async Task Load() => Choices = await NoticeChoices.Of(notices, Me.Id);

    private Person Me => HttpContext.Features.Get<Person>()!;
}

/// <summary>The same choices from the link of a mail, without signing in: the address proves whose they are.</summary>
[IgnoreAntiforgeryToken]
public sealed class NoticesBySign(Notices notices, Taps taps, TimeProvider clock, Say t) : PageModel, IShowsAgain
{
    public const string ThePurpose = "preferences";

    [FromRoute]
    public string Signed { get; set; } = "";

    public NoticeChoices? Choices { get; private set; }

    public bool Saved { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string? zone, string? starts, string? ends)
    {
        if (Whose() is not { } person) throw new Refused("", "notices.link_unknown");
        await NoticeChoices.Keep(notices, person, Request.Form, zone, starts, ends);
        await Load();
        Saved = true;
        return Page();
    }

    public async Task Load()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (Whose() is { } person) Choices = await NoticeChoices.Of(notices, person);
        else ModelState.AddModelError("", t["notices.link_over", Taps.Days]);
    }

    private string? Whose() => taps.Read(Signed) is { Tap.Purpose: ThePurpose } read && !read.IsOver(clock.GetUtcNow()) ? read.PersonId : null;
}

/// <summary>What the form of the choices shows.</summary>
public sealed record NoticeChoices(IReadOnlyList<(string Theme, string Channels)> Themes, QuietHours Quiet)
{
    public static async Task<NoticeChoices> Of(Notices notices, string personId) => new(await notices.Preferences(personId), await notices.QuietOf(personId));

    public static async Task Keep(Notices notices, string personId, IFormCollection form, string? zone, string? starts, string? ends)
    {
        await notices.SetQuiet(personId, zone, starts, ends);
        foreach (var (theme, before) in await notices.Preferences(personId))
            if (form[$"theme-{theme}"].ToString() is { Length: > 0 } channels && channels != before) await notices.Prefer(personId, theme, channels);
    }
}
