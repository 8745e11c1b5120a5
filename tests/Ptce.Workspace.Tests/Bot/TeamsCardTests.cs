using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>Every card the bot can draw, against what Adaptive Cards 1.5 and Teams allow.</summary>
public sealed class TeamsCardTests
{
    private const string Hostile = "**gras** _ital_ [clic](https://evil.example) <at>Chloé</at> `x` {{DATE(2026-01-01T00:00:00Z)}} | # \\ ~~non~~\n- puce\n1. un\r\n> cité\u0007 \ud83d\ude00";

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var language in Words.Languages)
                foreach (var card in new[] { "plain", "facts", "choices", "hostile", "huge", "empty", "closed", "refreshed", "rows" }) all.Add(language, card);
            return all;
        }
    }

    private static JsonObject Drawn(string language, string kind)
    {
        var say = new Say(language);
        static Card Of(int facts, int choices, string text, string? key = "k1") => new(text,
            [.. Enumerable.Range(0, facts).Select(n => new Fact($"{n} {text}", text, n % 2 == 0 ? text : null))],
            [.. Enumerable.Range(0, choices).Select(n => new Choice($"{n} {text}", text, n == 0))], key, text);

        var element = kind switch
        {
            "rows" => TeamsCard.Of(new("Trouvé", Of(0, 2, "x") with
            {
                Rows = [.. Enumerable.Range(0, 30).Select(n => new CardRow(Hostile, Hostile, "/p/x/offres/1", $"offer:{n}", [new("Demander", "oui")]))],
                Links = [new("La page", "/p/x")],
            }), say, site: "https://pole.test"),
            "plain" => TeamsCard.Of(new("Bonjour"), say),
            "facts" => TeamsCard.Of(new("Voici", Of(6, 2, "deux heures")), say, "Pôle du Haut-Pays"),
            "choices" => TeamsCard.Of(new("Lequel ?", Of(0, 14, "choix", null)), say),
            "hostile" => TeamsCard.Of(new(Hostile, Of(5, 5, Hostile)), say, Hostile, Hostile),
            "huge" => TeamsCard.Of(new(Long(9000), Of(900, 60, Long(3000))), say, Long(900)),
            "empty" => TeamsCard.Of(new("", new("", [], [])), say),
            "closed" => TeamsCard.Closed(Of(40, 4, Long(400)), Hostile, say),
            _ => TeamsCard.Of(new("Voici", Of(2, 2, "deux heures")), say, viewer: "29:1alice"),
        };
        return JsonNode.Parse(element.GetRawText())!.AsObject();

        static string Long(int length) => string.Concat(Enumerable.Repeat("é😀*", length / 4));
    }

    [Theory, MemberData(nameof(All))]
    public void It_is_a_card_that_Teams_shows(string language, string kind)
    {
        var card = Drawn(language, kind);
        Assert.InRange(TeamsSize(card), 1, TeamsCard.LargestCard);
        Assert.Equal(("AdaptiveCard", "1.5", language), ((string?)card["type"], (string?)card["version"], (string?)card["lang"]));
        Assert.NotEmpty(card["body"]!.AsArray());
        Assert.Subset(new HashSet<string> { "type", "$schema", "version", "lang", "fallbackText", "body", "actions", "refresh" }, card.Select(p => p.Key).ToHashSet());
        foreach (var element in card["body"]!.AsArray().Select(e => e!.AsObject())) Element(element);
        var actions = card["actions"]?.AsArray().Select(a => a!.AsObject()).ToList() ?? [];
        foreach (var action in actions) Action(action);
        Assert.True(actions.Count(a => a["mode"] is null) <= 6, "More than six buttons in the row are not shown on a telephone.");
        if (card["refresh"] is JsonObject refresh)
        {
            Assert.Equal("Action.Execute", (string?)refresh["action"]!["type"]);
            Assert.InRange(refresh["userIds"]!.AsArray().Count, 1, 60);
        }
    }

    // Nothing that is wider than a telephone: no columns, no fixed widths, and every text wraps.
    private static void Element(JsonObject element)
    {
        switch ((string?)element["type"])
        {
            case "TextBlock":
                Assert.Subset(new HashSet<string> { "type", "text", "wrap", "weight", "isSubtle", "size", "spacing" }, element.Select(p => p.Key).ToHashSet());
                Assert.True((bool)element["wrap"]!);
                Assert.NotEqual("", (string)element["text"]!);
                break;
            case "FactSet":
                Assert.NotEmpty(element["facts"]!.AsArray());
                foreach (var fact in element["facts"]!.AsArray()) Assert.Equal(["title", "value"], fact!.AsObject().Select(p => p.Key));
                break;
            case "Container":
                foreach (var item in element["items"]!.AsArray()) Element(item!.AsObject());
                break;
            case "ActionSet":
                foreach (var action in element["actions"]!.AsArray()) Action(action!.AsObject());
                break;
            default:
                Assert.Fail($"An element of 1.5 that we do not draw: {element["type"]}");
                break;
        }
    }

    private static void Action(JsonObject action)
    {
        Assert.InRange(((string)action["title"]!).Length, 1, 61);
        Assert.True(action["style"] is null || (string)action["style"]! is "positive");
        if ((string)action["type"]! is "Action.OpenUrl")
        {
            Assert.StartsWith("https://pole.test/p/", (string)action["url"]!, StringComparison.Ordinal);
            return;
        }
        Assert.NotNull(action["data"]!["says"]);
        if ((string)action["type"]! is "Action.Submit") return;
        Assert.Equal(("Action.Execute", "say"), ((string)action["type"]!, (string)action["verb"]!));
        Assert.Equal("Action.Submit", (string)action["fallback"]!["type"]!);
        Assert.True(JsonNode.DeepEquals(action["data"], action["fallback"]!["data"]));
        Assert.Equal(["card", "says", "v"], action["data"]!.AsObject().Select(p => p.Key).Except(["row"]).Order());
    }

    private static int TeamsSize(JsonObject card) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(card, WireJson.Options).Length;

    [Theory]
    [InlineData("2 h *hier*", "2\u00a0h \\*hier\\*"), InlineData("2 h 30, 14 h", "2\u00a0h\u00a030, 14\u00a0h"), InlineData("le 2 hier", "le 2 hier")]
    [InlineData("[clic](https://x)", @"\[clic\](https://x)")]
    [InlineData("- puce", @"\- puce"), InlineData("1. un", @"1\. un"), InlineData("2-3 h", "2-3\u00a0h"), InlineData("a - b", "a - b")]
    [InlineData("un\ndeux", "un\n\ndeux")]
    [InlineData("<b>", @"\<b\>"), InlineData("{{TIME(x)}}", "{\u200b{TIME(x)}}")]
    public void What_people_wrote_is_shown_and_not_obeyed(string written, string shown) => Assert.Equal(shown, TeamsCard.Plain(written));

    [Fact]
    public void A_cut_goes_through_no_character()
    {
        Assert.Equal("abc", TeamsCard.Cut("abc", 3));
        foreach (var length in Enumerable.Range(1, 12)) Assert.True(TeamsCard.Cut("a😀é👨‍👩‍👧z😀", length).IsNormalized());
    }

    [Fact]
    public void Another_state_of_a_card_is_another_version()
    {
        var card = new Card("2h hier", [new("Durée", "2 h")], [new("Noter 2 h", "oui", true)], "k");
        Assert.Equal(card.Version(), (card with { }).Version());
        Assert.NotEqual(card.Version(), (card with { Facts = [new("Durée", "3 h")] }).Version());
    }
}
