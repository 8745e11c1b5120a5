using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Workspace;

/// <summary>Draws the neutral <see cref="Card"/> as an Adaptive Card 1.5, the newest that Teams shows everywhere; our own pages show the same one.</summary>
/// <remarks>
/// Source: adaptivecards.io schema 1.5 and the limits of Teams (bot-protocol §4): under 25 KB, six buttons in the row, no fixed widths,
/// text without live Markdown. Buttons carry {card, says, v}: which card (its key; a property called "key" stops Microsoft's own renderer), what pressing
/// it says, and which version of the card was looked at.
/// </remarks>
public static partial class TeamsCard
{
    public const int LargestCard = 25 * 1000; // bytes of UTF-8
    public const string Says = "say", Refresh = "refresh"; // verbs
    private const int ButtonsInRow = 6, MostButtons = 24;
    private const int LongestText = 1200, LongestFact = 300, LongestLabel = 60; // characters

    /// <summary>The reply with its card, as it waits for an answer.</summary>
    /// <param name="pole">Named at the top for a person of several poles.</param>
    /// <param name="site">Address of the site, for what leads to a page; empty on a page of the site itself.</param>
    /// <param name="viewer">29:… id of whom the card is for: Teams asks for a fresh one when they look at it again.</param>
    public static JsonElement Of(BotReply reply, Say say, string? pole = null, string? viewer = null, string? site = null)
    {
        var card = reply.Card ?? new Card("", [], []);
        return Drawn(facts => [.. Body(reply.Text, card, facts, pole, say), .. Rows(card, facts / 2, say, site)],
            [.. card.Choices.Select((choice, n) => Button(card, choice, n)), .. card.Links.Where(_ => site is not null).Select(l => Leads(l.Label, site + l.Href))], reply.Text, say, card.Key is null || viewer is null ? null : RefreshOf(card, viewer));
    }

    /// <summary>The card after it was answered: no buttons, and what became of it.</summary>
    public static JsonElement Closed(Card? card, string became, Say say, string? pole = null) =>
        Drawn(facts => Body(became, card ?? new("", [], []), facts, pole, say, closed: true), [], became, say, null);

    // Facts are what may be many, then buttons: as many as fit are shown, the page has the rest.
    private static JsonElement Drawn(Func<int, List<JsonObject>> body, List<JsonObject> buttons, string fallback, Say say, JsonObject? refresh)
    {
        for (var (facts, pressed) = (40, MostButtons); ; (facts, pressed) = facts > 0 ? (facts / 2, pressed) : (0, pressed / 2))
        {
            var shown = body(facts);
            // A card with nothing on it is shown as an error.
            if (shown.Count == 0 && (buttons.Count == 0 || pressed == 0)) shown.Add(Text("…", 1));
            var drawn = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["version"] = "1.5",
                ["lang"] = say.Language,
                ["fallbackText"] = Cut(fallback, LongestText),
                ["body"] = new JsonArray([.. shown]),
            };
            if (buttons.Count > 0 && pressed > 0) drawn["actions"] = new JsonArray([.. buttons.Take(pressed).Select(b => b.DeepClone())]);
            if (refresh is not null) drawn["refresh"] = refresh.DeepClone();
            var element = JsonSerializer.SerializeToElement(drawn, WireJson.Options);
            if (pressed == 0 || JsonSerializer.SerializeToUtf8Bytes(element, WireJson.Options).Length <= LargestCard) return element;
        }
    }

    private static List<JsonObject> Body(string text, Card card, int most, string? pole, Say say, bool closed = false)
    {
        var body = new List<JsonObject>();
        if (pole is not null) body.Add(Text(pole, LongestLabel * 2, subtle: true, small: true));
        if (text is not "") body.Add(Text(text, LongestText, bold: closed));
        if (card.Title is not "") body.Add(Text(card.Title, LongestFact * 2, bold: !closed, separate: text is not ""));
        body.AddRange(Facts(card.Facts.Take(most)));
        if (card.Facts.Count > most) body.Add(Text(say["teams.more_on_page", card.Facts.Count - most], LongestFact, subtle: true));
        if (card.Note is { Length: > 0 } note && !closed) body.Add(Text(note, LongestText / 2, subtle: true, small: true));
        return body;
    }

    private static JsonObject Text(string text, int longest, bool bold = false, bool subtle = false, bool small = false, bool separate = false)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = Plain(Cut(text, longest)), ["wrap"] = true };
        if (bold) block["weight"] = "Bolder";
        if (subtle) block["isSubtle"] = true;
        if (small) block["size"] = "Small";
        if (separate) block["spacing"] = "Medium";
        return block;
    }

    private static JsonObject Button(Card card, Choice choice, int number)
    {
        var title = Cut(choice.Label, LongestLabel);
        var data = new JsonObject { ["says"] = Cut(choice.Says, Conversations.LongestText) };
        // A thing to try belongs to no state: pressing it types it, in clear view.
        if (card.Key is null) return Placed(new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data }, choice, number);
        data["card"] = card.Key;
        data["v"] = card.Version();
        return Placed(new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = Says,
            ["data"] = data,
            ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data.DeepClone() },
        }, choice, number);
    }

    private static JsonObject Placed(JsonObject button, Choice choice, int number)
    {
        if (choice.Primary) button["style"] = "positive";
        if (number >= ButtonsInRow) button["mode"] = "secondary";
        return button;
    }

    private static JsonObject RefreshOf(Card card, string viewer) => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = Refresh, ["data"] = new JsonObject { ["card"] = card.Key, ["v"] = card.Version() } },
        ["userIds"] = new JsonArray(viewer),
    };
}
