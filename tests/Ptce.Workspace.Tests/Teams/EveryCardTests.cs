using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>Every card that reaches somebody in Teams, in a pole whose names are long and hostile: judged by Microsoft's own parser, and drawn by its own renderer on a telephone.</summary>
public sealed class EveryCardTests : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Hostile = " **<img src=x>** [clic](https://evil.example) {{DATE(1)}} Donaudampfschifffahrtselektrizitätenwerkbau 👩‍🌾 שלום";

    // Each asks for another card: with what is missing, with everything, with what was found.
    private static readonly string[] Sentences =
    [
        "aide", "2h au cotech", "hier", "non", "2h hier au cotech avec Elips", "oui", "3h lundi et 2h mardi au copil", "non", "ma semaine", "combien d'heures ce mois-ci ?", "j'ai prêté le camion à Elips hier", "1 jour", "non",
        "on met Julie à disposition de Valoprest 1 jour par semaine à partir du 1er décembre", "non", "on propose un camion le samedi", "oui", "cherche un camion", "non", "montre les offres", "quels besoins ?",
        "on a répondu avec Elips et Valoprest à l'appel d'offres de la CAVF", "le 12 novembre", "non", "c'est quand le prochain atelier ?", "je viens à l'atelier", "non", "mets le budget à l'ordre du jour de l'atelier", "non",
        "supprime ma dernière saisie", "non", "plutôt 1h pour la dernière", "non", "qu'est-ce que j'ai à confirmer ?", "à approuver",
    ];

    private readonly List<(string From, JsonNode Card)> _drawn = [];
    private TeamsStage _teams = null!;

    private Cast Cast => _teams.Cast;

    public async ValueTask InitializeAsync() => _teams = await TeamsStage.Start();

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Theory, InlineData("fr"), InlineData("en"), InlineData("de")]
    public async Task It_is_understood_by_Microsoft_stands_on_a_telephone_and_falls_back(string language)
    {
        if (!File.Exists(Chromium)) Absent.Skip("Chromium is not installed: apt-get install chromium, or run ./test.sh.");
        await Spoil(language);
        foreach (var person in new[] { Cast.Amina, Cast.Elise, Cast.Chloe }) await _teams.Linked(person);
        await Happens();
        await Typed();
        await Extension();
        foreach (var call in _teams.Connector.Shown)
            foreach (var attachment in call.Body?["attachments"]?.AsArray() ?? []) _drawn.Add(($"{call.Method} {(string?)call.Body!["summary"]}", attachment!["content"]!));
        await LookedAtAgain();

        foreach (var (from, card) in _drawn) Judge(from, card, language);
        var about = _drawn.SelectMany(d => Buttons(d.Card)).Select(b => (string?)b["data"]?["card"]).Select(SubjectKey.Read).OfType<SubjectKey>().Select(k => k.Matter).ToHashSet();
        Assert.Superset(new HashSet<string> { LineCard.Code, MeetingCard.Code, DatesCard.Code, DigestCard.Code, MatchCard.Code, AgreementCard.Code }, about);
        Assert.True(_drawn.Count > 50, $"Only {_drawn.Count} cards were drawn.");

        await using var measure = await Node.Start("Teams/cards", "measure.mjs", Chromium);
        await measure.Say(JsonSerializer.Serialize(_drawn.Select(d => new { name = d.From, card = d.Card })));
        var wrong = JsonSerializer.Deserialize<string[]>(await measure.Line(TimeSpan.FromMinutes(3)))!.Distinct().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static void Judge(string from, JsonNode card, string language)
    {
        var size = JsonSerializer.SerializeToUtf8Bytes(card, WireJson.Options).Length;
        Assert.True(size <= TeamsCard.LargestCard, $"{from}: {size} bytes.");
        Assert.Equal(("AdaptiveCard", "1.5", language), ((string?)card["type"], (string?)card["version"], (string?)card["lang"]));
        Assert.NotEqual("", (string)card["fallbackText"]!);
        Assert.True((card["actions"]?.AsArray() ?? []).Count(b => b!["mode"] is null) <= 6, $"{from}: more than six buttons in the row."); // the others in its menu
        foreach (var button in Buttons(card).Where(b => (string)b["type"]! is "Action.Execute"))
        {
            Assert.Equal(("Action.Submit", (string)button["title"]!), ((string)button["fallback"]!["type"]!, (string)button["fallback"]!["title"]!));
            Assert.True(JsonNode.DeepEquals(button["data"], button["fallback"]!["data"]), $"{from}: the button and its fallback say different things.");
            Assert.NotNull(button["data"]!["v"]);
        }
        // What people wrote is never a link, a tag or a date function of the card's.
        Assert.DoesNotContain("[clic](", Texts(card), StringComparison.Ordinal);
        Assert.DoesNotContain("{{", Texts(card), StringComparison.Ordinal);
    }

    /// <summary>Names as nobody should have them, and readers of that language.</summary>
    private Task Spoil(string language) => _teams.App.Db.Write(null, async tx =>
    {
        foreach (var table in new[] { "organisations", "people", "poles" }) await tx.Execute($"update {table} set name = name || @Hostile", new { Hostile });
        await tx.Execute("update people set language = @language", new { language });
    });

    /// <summary>What the pole asks of people by itself.</summary>
    private async Task Happens()
    {
        var (app, db) = (_teams.App, _teams.App.Db);
        var val = Cast.Organisation("Val Horizon");
        await app.Get<Contributions>().Log(Cast.Bruno, [new(new(2026, 11, 18), 125, Kinds.Default, "cotech", PartyIds: [val], Note: Hostile), new(new(2026, 11, 17), 60, Kinds.Default, "copil", PartyIds: [val])], "web");
        await app.Get<Contributions>().Log(Cast.David, [new(new(2026, 10, 8), 90, Kinds.Default, "copil", Note: Hostile)], "web");
        await db.Write(null, tx => tx.Execute("update contributions set state = 'validated' where day = '2026-10-08'"));

        var agreements = app.Get<Agreements>();
        var offer = await app.Get<Offers>().Post(Cast.Amina, new("competence", "Appui" + Hostile, Hostile, 4, "jours", Place: Hostile, Conditions: Hostile, OrganisationId: val), "web");
        var match = await agreements.Ask(Cast.Elise, offer.Id, null, new(2, "jours", Note: Hostile));
        await Told(TeamsStage.Chat(Cast.Amina), "match");
        await agreements.Accept(Cast.Amina, match.Id);

        await app.Get<Workshops>().Plan(Cast.Chloe, MeetingsFolk.Coming("Atelier" + Hostile) with { Place = Hostile });
        var meeting = (await app.Get<Workshops>().Next(Cast.Chloe, 1))[0].Id;
        await app.Get<Workshops>().InviteAndRemind();
        await app.Get<DatePolls>().Ask(Cast.Chloe, meeting, [(new(2026, 12, 1), new(14, 0)), (new(2026, 12, 2), new(9, 30))], Hostile);

        var digests = app.Get<Digests>();
        var digest = await digests.Compile(await digests.Ask(Cast.Chloe, new(2026, 10, 1), new(2026, 10, 31), byJob: false));
        await digests.OpenReview(Cast.Chloe, digest.Id);
        foreach (var kind in new[] { AgreementCard.Code, DigestCard.Code }) await Told(TeamsStage.Chat(Cast.Elise), kind);
        foreach (var kind in new[] { LineCard.Code, DatesCard.Code }) await Told(TeamsStage.Chat(Cast.Amina), kind);
    }

    private async Task Typed()
    {
        var joins = _teams.Activity(Cast.Amina, "conversationUpdate");
        joins["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TeamsStage.Bot });
        Assert.NotEmpty(await _teams.Answers(joins));
        foreach (var sentence in Sentences) await _teams.Answers(_teams.Message(Cast.Amina, sentence));
        await _teams.Answers(_teams.Message(Cast.Elise, "à approuver"));
    }

    private async Task Extension()
    {
        foreach (var command in new[] { Findings.Offered, Findings.Needed, Findings.Meetings, Findings.People })
            foreach (var found in (await _teams.Invokes(Cast.Amina, "composeExtension/query", new JsonObject { ["commandId"] = command }))["composeExtension"]!["attachments"]?.AsArray() ?? [])
                _drawn.Add((command, found!["content"]!));
        foreach (var message in new[] { "merci !", "2h de cotech avec Elips", "2h hier au cotech" + Hostile })
            _drawn.Add(("logTime", (await _teams.Invokes(Cast.Amina, "composeExtension/fetchTask", new JsonObject { ["commandId"] = "logTime", ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["content"] = message } } }))["task"]!["value"]!["card"]!["content"]!));
    }

    /// <summary>Every card as it stands when somebody scrolls back to it.</summary>
    private async Task LookedAtAgain()
    {
        foreach (var (from, card) in _drawn.Where(d => d.Card["refresh"] is not null).ToList())
        {
            var now = await _teams.Invokes(from.Contains("Élise", StringComparison.Ordinal) ? Cast.Elise : Cast.Amina, "adaptiveCard/action", new JsonObject { ["action"] = card["refresh"]!["action"]!.DeepClone(), ["trigger"] = "automatic" });
            _drawn.Add(($"again {from}", now["value"]!));
        }
    }

    /// <summary>Waits for the card about that in this chat.</summary>
    private Task Told(string chat, string about) => Soon.True(() => Task.FromResult(_teams.Connector.Shown.Any(c => c.Path.Contains(Uri.EscapeDataString(chat), StringComparison.Ordinal)
        && c.Body?["attachments"]?[0]?["content"] is { } card && Buttons(card).Any(b => ((string?)b["data"]?["card"])?.StartsWith(about + ":", StringComparison.Ordinal) is true))), $"No card about a {about} came.");

    /// <summary>The card's own buttons and those of its rows.</summary>
    private static IEnumerable<JsonObject> Buttons(JsonNode node) => node switch
    {
        JsonObject { } o when ((string?)o["type"])?.StartsWith("Action.", StringComparison.Ordinal) is true => [o],
        JsonObject o => o.Where(p => p.Key is "body" or "items" or "actions").SelectMany(p => Buttons(p.Value!)),
        JsonArray a => a.SelectMany(i => Buttons(i!)),
        _ => [],
    };

    /// <summary>Every text that the card's Markdown would obey.</summary>
    private static string Texts(JsonNode? node) => node switch
    {
        JsonObject o => string.Join('\n', o.Where(p => p.Key is "body" or "items" or "text" or "facts" or "value" or "title").Select(p => Texts(p.Value))),
        JsonArray a => string.Join('\n', a.Select(Texts)),
        JsonValue v when v.TryGetValue<string>(out var text) => text,
        _ => "",
    };
}
