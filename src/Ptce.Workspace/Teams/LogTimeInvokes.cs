using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>"Log as time" on a message: the message is read as a sentence of whoever asks, shown, asked about, and saved on their yes.</summary>
/// <remarks>
/// A dialogue of its own beside the chat's (the same engine, the same rules): nothing is saved that was not shown, and closing the window leaves nothing
/// behind. A button carries {says, card}: a property called "key" stops Microsoft's own renderer. What the message's author meant is nobody's line: the line is that of the person who reads and says yes.
/// </remarks>
public sealed partial class LogTimeInvokes(Conversations conversations, Site site) : IAnswerInvokes
{
    /// <summary>The dialogue's place among a person's conversations; the lines it logs come from Teams.</summary>
    public const string Channel = "teams:message";
    private const int Width = 480, Height = 420; // pixels
    private const int ButtonsInRow = 6;

    public IReadOnlyCollection<string> Names { get; } = ["composeExtension/fetchTask", "composeExtension/submitAction", "task/fetch", "task/submit"];

    public async Task<InvokeAnswer?> Answer(Actor? actor, Activity activity, Say say, CancellationToken stop)
    {
        if (actor is null) return Shown(null, new(say["teams.extension.link_first", site.Link("/moi")]), "", say, site.Link("/moi"));
        var typed = "";
        try
        {
            if (activity.Name is "composeExtension/fetchTask" or "task/fetch")
            {
                typed = Plain(activity.Value.Text("messagePayload", "body", "content") ?? activity.Value.Text("data", "text") ?? "");
                // Whatever was left unanswered in this window is over.
                if (await conversations.Waiting(actor, Channel) is not null) await conversations.Hear(actor, Channel, say["conversation.no"], say);
                return typed is "" ? Shown(null, new(say["teams.extension.say"]), "", say) : Shown(typed, await conversations.Hear(actor, Channel, typed, say), typed, say);
            }
            var data = activity.Value.At("data");
            var (says, key) = (data.Text("says"), data.Text("card"));
            typed = Plain(data.Text("sentence") ?? "");
            if (says is null && typed is "") return Shown(null, new(say["conversation.say_something"]), "", say);
            var reply = await conversations.Hear(actor, Channel, says ?? typed, say, says is null ? null : key);
            // Saved, or dropped: what became of it, and the window closes.
            return await conversations.Waiting(actor, Channel) is null && reply.Card is null ? Task(new { type = "message", value = reply.Text }) : Shown(null, reply, says is null ? typed : "", say);
        }
        catch (Refused refused)
        {
            return Shown(null, new(refused.In(say.Language)), typed, say);
        }
    }

    private static InvokeAnswer Shown(string? message, BotReply reply, string typed, Say say, string? link = null)
    {
        var body = new JsonArray();
        if (message is not null) body.Add(Text($"« {message} »", subtle: true));
        body.Add(Text(reply.Text));
        if (reply.Card is { Key: not null } card)
        {
            foreach (var fact in TeamsCard.Facts(card.Facts.Take(20))) body.Add(fact);
            if (card.Note is { Length: > 0 } note) body.Add(Text(note, subtle: true));
        }
        var actions = new JsonArray();
        if (link is not null) actions.Add(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = say["teams.extension.open"], ["url"] = link });
        else
        {
            // Understood: a word more changes it. Not understood: the message can be put better.
            body.Add(new JsonObject { ["type"] = "Input.Text", ["id"] = "sentence", ["label"] = say["teams.extension.sentence"], ["placeholder"] = say["conversation.example_1"], ["maxLength"] = Conversations.LongestText, ["value"] = reply.Card is { Key: not null } ? "" : typed });
            foreach (var choice in reply.Card is { Key: not null } ? reply.Card.Choices.Take(ButtonsInRow - 1) : [])
            {
                var button = new JsonObject { ["type"] = "Action.Submit", ["title"] = TeamsCard.Cut(choice.Label, 60), ["associatedInputs"] = "none", ["data"] = new JsonObject { ["says"] = choice.Says, ["card"] = reply.Card!.Key } };
                if (choice.Primary) button["style"] = "positive";
                actions.Add(button);
            }
            actions.Add(new JsonObject { ["type"] = "Action.Submit", ["title"] = say["teams.extension.read"], ["data"] = new JsonObject { ["card"] = reply.Card?.Key } });
        }
        var content = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = say.Language,
            ["fallbackText"] = TeamsCard.Cut(reply.Text, 300),
            ["body"] = body,
            ["actions"] = actions,
        };
        return Task(new { type = "continue", value = new { title = say["teams.extension.log"], width = Width, height = Height, card = new { contentType = Attachment.AdaptiveCard, content } } });
    }

    private static InvokeAnswer Task(object task) => InvokeAnswer.Ok(new { task });

    private static JsonObject Text(string text, bool subtle = false) => new() { ["type"] = "TextBlock", ["text"] = TeamsCard.Plain(TeamsCard.Cut(text, 1200)), ["wrap"] = true, ["isSubtle"] = subtle };

    /// <summary>The words of a message without its HTML, in one line, as many as a sentence may have.</summary>
    internal static string Plain(string html)
    {
        if (html.Length > 20_000) html = html[..20_000];
        var text = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();
        return TeamsCard.Cut(text, Conversations.LongestText - 1);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
