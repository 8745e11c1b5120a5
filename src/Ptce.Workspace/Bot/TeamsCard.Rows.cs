using System.Text.Json.Nodes;

namespace Ptce.Workspace;

public static partial class TeamsCard
{
    /// <summary>Things found, one under the other: what each is, its page, and its own buttons.</summary>
    private static IEnumerable<JsonObject> Rows(Card card, int most, Say say, string? site)
    {
        foreach (var row in card.Rows.Take(most))
        {
            var items = new JsonArray { Text(row.Title, LongestFact, bold: true) };
            if (row.Detail is { Length: > 0 } detail) items.Add(Text(detail, LongestFact, subtle: true));
            var buttons = (row.Choices ?? []).Take(ButtonsInRow - 1).Select((choice, n) => row.Key is null ? Button(card, choice, n) : OfRow(card with { Key = row.Key }, choice, n)).ToList();
            if (site is not null && row.Href is { } page) buttons.Add(Leads(say["teams.open"], site + page));
            if (buttons.Count > 0) items.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. buttons]) });
            yield return new() { ["type"] = "Container", ["separator"] = true, ["spacing"] = "Medium", ["items"] = items };
        }
        if (card.Rows.Count > most) yield return Text(say["teams.more_on_page", card.Rows.Count - most], LongestFact, subtle: true);
    }

    // The card stays when one of its rows is answered.
    private static JsonObject OfRow(Card about, Choice choice, int number)
    {
        var button = Button(about, choice, number);
        button["data"]!["row"] = true;
        if (button["fallback"] is JsonObject fallback) fallback["data"]!["row"] = true;
        return button;
    }

    private static JsonObject Leads(string title, string url) => new() { ["type"] = "Action.OpenUrl", ["title"] = Cut(title, LongestLabel), ["url"] = url };
}
