using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Workspace;

/// <summary>The channel "teams": brings a notice as a card into the person's own chat with the bot.</summary>
/// <remarks>
/// The channel's POST is not idempotent: when its answer is lost, nobody knows whether the person saw the card. So the sending is written down
/// before it begins and again when its message is known. What was begun and not ended is never begun again by itself: it goes by the other
/// channel instead (<see cref="CannotReach"/>), so that nothing is lost and no card shows twice. Only a person who retries a parked delivery sends
/// it anew. A message whose id is known is brought up to date in place.
/// </remarks>
public sealed class TeamsNotices(NoticeDesk desk, TeamsReach reach, TeamsAddresses addresses, TeamsCards cards, Connector connector, BotSettings settings, Taps taps, Site site, Db db, TimeProvider clock) : IPayDeliveries
{
    public string Channel => reach.Channel;

    private sealed record Begun(long Attempt, string ConversationId, string? ActivityId);

    /// <exception cref="CannotReach">The person removed the bot, or nobody knows whether they saw it.</exception>
    /// <exception cref="ChannelDown">Teams does not answer, or does not know us.</exception>
    /// <exception cref="NotYet">Quiet hours, or Teams asks for patience.</exception>
    public async Task Pay(Delivery owed, CancellationToken stop)
    {
        var before = await db.MaybeOne<Begun>("select attempt, conversation_id, activity_id from teams_notices where delivery_id = @Id", new { owed.Id });
        // The count of tries goes back only when a person retries: they have looked, and want it sent.
        if (before is { ActivityId: null } && before.Attempt < owed.Attempts) throw new CannotReach(new("deliveries.cause.teams_unknown"));
        if (await desk.Write(owed) is not var (notice, reader)) return;
        var to = await Chat(reader.PersonId, stop);
        var message = Message(notice, reader, to.UserId);
        if (before is { ActivityId: { } shown } && before.ConversationId == to.ConversationId)
        {
            await connector.Update(to, shown, message, stop); // seen already; whether it could be freshened changes nothing
            return;
        }
        await Begin(owed, to);
        var answer = await connector.Send(to, message, stop);
        await Ended(owed, to, answer);
        if (notice.Card is { } card && answer is ConnectorAnswer.Done { Id: { } id }) await cards.Shown(to.ConversationId, id, card);
    }

    private async Task Ended(Delivery owed, ConversationAddress to, ConnectorAnswer answer)
    {
        if (answer is ConnectorAnswer.Done { Id: var id })
        {
            await db.Write(null, tx => tx.Execute("update teams_notices set activity_id = @message where delivery_id = @Id", new { owed.Id, message = id ?? "" }));
            return;
        }
        if (answer is not ConnectorAnswer.Later { MayHaveArrived: true }) await Forget(owed);
        if (answer is ConnectorAnswer.Unreachable or ConnectorAnswer.Gone) await addresses.Block(to.ConversationId);
        throw Meaning(answer);
    }

    /// <summary>What an answer says of this delivery and of the channel.</summary>
    private Exception Meaning(ConnectorAnswer answer) => answer switch
    {
        ConnectorAnswer.Later { MayHaveArrived: true } => new CannotReach(new("deliveries.cause.teams_unknown")),
        ConnectorAnswer.Later { Code: "pace" or "http_429" or "http_412" } later => new NotYet(clock.GetUtcNow() + later.After),
        ConnectorAnswer.Later { Code: var code } when code.StartsWith("token_", StringComparison.Ordinal) || code is "http_401" => new ChannelDown(new("deliveries.cause.teams_token", code)),
        ConnectorAnswer.Later { Code: var code } => new ChannelDown(new("deliveries.cause.teams_away", code)),
        ConnectorAnswer.Unreachable => new CannotReach(new("deliveries.cause.teams_blocked")),
        ConnectorAnswer.Gone => new CannotReach(new("deliveries.cause.teams_gone")),
        ConnectorAnswer.Declined { Code: var code } => new CannotReach(new("deliveries.cause.teams_refused", code)),
        _ => new CannotReach(new("deliveries.cause.teams_refused", answer.GetType().Name)),
    };

    /// <summary>The person's chat; opened where there never was one, which Teams allows when the app is installed for them.</summary>
    private async Task<ConversationAddress> Chat(string personId, CancellationToken stop)
    {
        if (await addresses.Of(personId) is { } known) return known;
        if (await reach.Unopened(personId) is not var (tenant, account)) throw new CannotReach(new("deliveries.cause.teams_blocked"));
        // Opening twice is opening once: Teams answers with the chat that is there.
        var made = await connector.CreatePersonal(settings.ServiceUrl, tenant, account, stop);
        if (made is not ConnectorAnswer.Done { Id: { Length: > 0 } id } done)
            throw made is ConnectorAnswer.Later later ? Meaning(later with { MayHaveArrived = false }) : Meaning(made);
        var opened = new ConversationAddress(done.ServiceUrl ?? settings.ServiceUrl, id)
        {
            ConversationType = "personal",
            TenantId = tenant,
            UserAadObjectId = account,
            BotId = $"28:{settings.AppId}",
        };
        await addresses.Opened(opened);
        return opened;
    }

    private Task<int> Begin(Delivery owed, ConversationAddress to) => db.Write(null, tx => tx.Execute("""
        insert into teams_notices (delivery_id, attempt, conversation_id, at) values (@Id, @Attempts, @ConversationId, @Now)
        on conflict (delivery_id) do update set attempt = excluded.attempt, conversation_id = excluded.conversation_id, activity_id = null, at = excluded.at
        """, new { owed.Id, owed.Attempts, to.ConversationId, tx.Now }));

    /// <summary>It surely did not arrive: the next try begins afresh.</summary>
    private Task<int> Forget(Delivery owed) => db.Write(null, tx => tx.Execute("delete from teams_notices where delivery_id = @Id", new { owed.Id }));

    private Activity Message(Notice notice, Actor reader, string? viewer) => new()
    {
        Type = "message",
        Summary = TeamsCard.Cut(notice.Title, 200),
        Attachments = [Attachment.Card(notice.Card is { } card ? OfTheDialogue(notice, card, reader, viewer) : Card(notice, reader, new(reader.Language)))],
    };

    private JsonElement OfTheDialogue(Notice notice, Card card, Actor reader, string? viewer) =>
        TeamsCard.Of(new(notice.Paragraphs.Count > 0 ? string.Join(' ', notice.Paragraphs) : notice.Title, card), new(reader.Language), reader.PoleName, viewer, site.Address);

    internal JsonElement Card(Notice notice, Actor reader, Say say)
    {
        var body = new JsonArray(Text(reader.PoleName, 120, "isSubtle"), Text(notice.Title, 300, "bold"));
        foreach (var paragraph in notice.Paragraphs.Take(8)) body.Add(Text(paragraph, 1200, null));
        foreach (var fact in TeamsCard.Facts(notice.Facts.Take(15))) body.Add(fact);
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = say.Language,
            ["fallbackText"] = TeamsCard.Cut(notice.Title, 300),
            ["body"] = body,
            ["actions"] = new JsonArray([
                .. notice.Choices.Take(5).Select(c => Button(c, reader)),
                .. notice.Choices.Any(c => c.Path == notice.Path) ? Array.Empty<JsonObject>() : [Open(say["notices.open"], notice.Path)],
            ]),
        }, WireJson.Options);
    }

    private JsonObject Button(NoticeChoice choice, Actor reader)
    {
        // Said in their stead, in clear view; else the same one-tap page as from the mail; else the page.
        var button = choice.Says is { } says
            ? new JsonObject { ["type"] = "Action.Submit", ["title"] = TeamsCard.Cut(choice.Label, 60), ["data"] = new JsonObject { ["says"] = says } }
            : Open(choice.Label, choice.Tap is { } tap ? taps.Path(reader, tap) : choice.Path ?? "/");
        if (choice.Primary) button["style"] = "positive";
        return button;
    }

    private JsonObject Open(string title, string path) => new() { ["type"] = "Action.OpenUrl", ["title"] = TeamsCard.Cut(title, 60), ["url"] = site.Link(path) };

    private static JsonObject Text(string text, int longest, string? look)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = TeamsCard.Plain(TeamsCard.Cut(text, longest)), ["wrap"] = true };
        if (look is "bold") block["weight"] = "Bolder";
        if (look is "isSubtle") (block["isSubtle"], block["size"]) = (true, "Small");
        return block;
    }
}
