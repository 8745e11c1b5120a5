using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The door of the line on every page: shows how it is understood while typed, hears it when sent, and goes back to the page.</summary>
public sealed class PhrasePage(Conversations conversations, Actor actor, Say t) : PageModel
{
    /// <summary>Left for the page that is shown next: what waits stands open there.</summary>
    public const string JustSaid = "JustSaid";

    public Card? Understood { get; private set; }

    public async Task<IActionResult> OnGet(string? text)
    {
        if (text is null) return Redirect($"/p/{actor.PoleSlug}/conversation");
        Understood = await conversations.Preview(actor, text, t);
        return Page();
    }

    /// <param name="key">The card whose button was pressed.</param>
    /// <param name="shown">The card that stood under the line: sending an empty line says yes to it.</param>
    /// <param name="seen">Which version of it.</param>
    public async Task<IActionResult> OnPost(string? text, string? key, string? shown, string? seen)
    {
        if (string.IsNullOrWhiteSpace(text) && shown is not null) (text, key) = (t["conversation.yes"], shown);
        if (string.IsNullOrWhiteSpace(text))
        {
            TempData["Notice"] = t["conversation.say_something"];
            return Back();
        }
        var reply = await conversations.Hear(actor, Conversations.Web, text, t, key, seen: seen);
        // What waits is shown under the line; an answer with things to look at needs room; a sentence does not.
        var waiting = await conversations.Waiting(actor, Conversations.Web);
        if (waiting is null || reply.Card?.Key != waiting.Key)
        {
            if (reply.Card is { Rows.Count: > 0 } or { Choices.Count: > 0 }) return new SeeOther($"/p/{actor.PoleSlug}/conversation");
            TempData["Notice"] = reply.Text;
            if (reply.Then is not null) TempData[JustSaid] = true;
        }
        else
        {
            TempData[JustSaid] = true;
        }
        return Back();
    }

    private SeeOther Back() => new(SeeOther.Local(From()) ?? $"/p/{actor.PoleSlug}");

    // The page the line was typed on; the browser names it, and only a page of ours is gone back to.
    private string? From() =>
        Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == Request.Host.Value ? from.PathAndQuery : null;
}
