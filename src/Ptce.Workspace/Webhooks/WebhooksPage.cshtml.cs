using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Webhooks : the addresses that are told what happens in the pole.</summary>
public sealed class WebhooksPage(Webhooks webhooks, Actor actor, Say t) : PageModel, IShowsAgain
{
    private const string Once = "webhook secret";

    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/webhooks";
    public IReadOnlyList<Webhook> All { get; private set; } = [];

    /// <summary>Of the address just added, on the first page after it.</summary>
    public string? Secret { get; private set; }

    public string? Written { get; private set; }

    public Task OnGet()
    {
        Secret = TempData[Once] as string;
        if (Secret is not null) Response.Headers.CacheControl = "no-store";
        return Load();
    }

    /// <summary>The events ticked in the form, shown again when the address was refused.</summary>
    public IReadOnlySet<string>? Ticked { get; private set; }

    public async Task<IActionResult> OnPostAdd(string? url, string[] events)
    {
        (Written, Ticked) = (url, events.ToHashSet());
        TempData[Once] = (await webhooks.Add(Actor, url ?? "", events)).Secret; // protected, and gone once it was shown
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostTest(string id)
    {
        TempData["Notice"] = t["webhooks.tested", await webhooks.Test(Actor, id)];
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostChoose(string id, string[] events)
    {
        await webhooks.Choose(Actor, id, events);
        TempData["Notice"] = t["webhooks.chosen"];
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostRemove(string id)
    {
        await webhooks.Remove(Actor, id);
        TempData["Notice"] = t["webhooks.removed"];
        return new SeeOther(Here);
    }

    public async Task Load() => All = await webhooks.List(Actor);
}
