using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The whole conversation with the program, as in Teams.</summary>
public sealed class ConversationPage(Conversations conversations, Actor actor, Say t) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public IReadOnlyList<Said> Said { get; private set; } = [];
    public Pending? Waiting { get; private set; }

    /// <summary>Where nothing was said yet: what can be said.</summary>
    public BotReply? Hello { get; private set; }

    /// <summary>Only the last card has buttons, while what it asks still waits, and the one before it where the last offers again what was set aside; the others are what was said.</summary>
    public bool Waits(Said said) => (said == Said[^1] || (Waiting?.Aside is not null && Said.Count > 1 && said == Said[^2])) && said.Card is { } card
        && (card.Key is null || card.Key == Waiting?.Key || SubjectKey.Read(card.Key) is not null);

    public Task OnGet() => Load();

    /// <param name="key">The card whose button was pressed.</param>
    /// <param name="shown">The card that waits: an empty line says yes to it.</param>
    /// <param name="seen">Which version of it.</param>
    public async Task<IActionResult> OnPost(string? text, string? key, string? shown, string? seen)
    {
        if (string.IsNullOrWhiteSpace(text) && shown is not null) (text, key) = (t["conversation.yes"], shown);
        await conversations.Hear(Actor, Conversations.Web, text ?? "", t, key, seen: seen);
        return new SeeOther($"/p/{Actor.PoleSlug}/conversation");
    }

    public async Task Load()
    {
        Said = await conversations.History(Actor, Conversations.Web);
        if (Said.Count == 0) Hello = Conversations.Hello(Actor, t);
        Waiting = await conversations.Waiting(Actor, Conversations.Web);
    }
}
