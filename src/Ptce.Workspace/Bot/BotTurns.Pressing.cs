using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>What a button of a card carries. Who pressed it and what they may do is never read from it.</summary>
/// <param name="Key">Null for a thing to try.</param>
/// <param name="Version">Which state of the card was looked at.</param>
/// <param name="Row">The button of one thing among several: the card stays.</param>
internal sealed record Press(string? Key, string? Says, string? Version, bool Row)
{
    public static Press? Read(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } value) return null;
        var press = new Press(Text("card"), Text("says"), Text("v"), value.TryGetProperty("row", out var row) && row.ValueKind is JsonValueKind.True);
        return press is { Key: null, Says: null } ? null : press;

        string? Text(string name) => value.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String && text.GetString() is { Length: > 0 } said ? said : null;
    }
}

public sealed partial class BotTurns
{
    /// <summary>What stands in the place of the card that was pressed.</summary>
    private sealed record InPlace(BotReply Reply, JsonElement Drawn, Say Say, bool Refused = false);

    private async Task<InvokeAnswer?> Invoked(Activity activity, CancellationToken stop)
    {
        var speaker = await Speaker(activity);
        var say = new Say(speaker?.Actor?.Language ?? activity.Language());
        if (activity.Name is "adaptiveCard/action") return await CardAction(activity, speaker, say, stop);
        if (invokes.FirstOrDefault(i => i.Names.Contains(activity.Name)) is { } known) return await known.Answer(speaker?.Actor, activity, say, stop);
        // A thumb up or down: thank you. Teams shows an error for any other body.
        return activity.Name is "message/submitAction" ? InvokeAnswer.Ok(new { }) : null;
    }

    private async Task<InvokeAnswer> CardAction(Activity activity, TeamsAccounts.Speaker? speaker, Say say, CancellationToken stop)
    {
        if (speaker?.Actor is not { } actor) return InvokeAnswer.Say($"{say["teams.stranger"]} {HowToLink(say)}");
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("action", out var action) || action.ValueKind is not JsonValueKind.Object
            || !action.TryGetProperty("data", out var data) || Press.Read(data) is not { } press)
            return InvokeAnswer.Fault(400, "card", say["teams.card_unknown"]);
        var automatic = (value.TryGetProperty("trigger", out var trigger) && trigger.ValueEquals("automatic")) || (action.TryGetProperty("verb", out var verb) && verb.ValueEquals(TeamsCard.Refresh));
        var pole = speaker.Several ? actor.PoleName : null;
        if (automatic || press.Says is null) return InvokeAnswer.Card(await Fresh(activity, actor, press, say, pole));
        if (activity.IsAmongOthers) return await PressedAmongOthers(new(activity), actor, press, say, pole, stop);
        if (press.Row) return InvokeAnswer.Say((await PressedRow(new(activity), actor, press, say, pole, stop)).Text);
        return InvokeAnswer.Card((await InPlaceOf(new(activity), actor, press, say, pole, stop)).Drawn);
    }

    /// <summary>The same press from a client that knows no Action.Execute: a message that carries the button's data.</summary>
    private async Task<bool> Pressed(Turned turn, Press press, CancellationToken stop)
    {
        var speaker = await Speaker(turn.Activity);
        if (speaker?.Actor is not { } actor) return await Stranger(turn, "", stop);
        var say = new Say(actor.Language);
        var pole = speaker.Several ? actor.PoleName : null;
        if (press.Says is null) return true;
        if (press.Key is null) return await Heard(turn.Saying(press.Says), stop);
        if (turn.Activity.IsAmongOthers) return await AnswerAlone(turn, actor, press.Says, press.Key, say, pole, stop);
        if (press.Row)
        {
            var answer = await PressedRow(turn, actor, press, say, pole, stop);
            return answer.Card is not null || await Send(turn, Message(answer, say, pole), stop);
        }
        var place = await InPlaceOf(turn, actor, press, say, pole, stop);
        if (turn.Activity.ReplyToId is { } card) await connector.Update(turn.Activity.Address(), card, new() { Type = "message", Summary = TeamsCard.Cut(place.Reply.Text, 200), Attachments = [Attachment.Card(place.Drawn)] }, stop);
        return true;
    }

    /// <summary>In a team or a group a press answers whoever pressed, in their own view or their own chat. For the others the card stays as it is.</summary>
    private async Task<InvokeAnswer> PressedAmongOthers(Turned turn, Actor actor, Press press, Say say, string? pole, CancellationToken stop)
    {
        var reply = await Hear(actor, Channel, press.Says!, say, press.Key, null);
        if (reply.Card is null || (press.Row && reply.Card.Key == press.Key)) return InvokeAnswer.Say(reply.Text);
        if (reply.Card.Key == press.Key) return InvokeAnswer.Card(TeamsCard.Of(reply, say, pole, site: site.Address));
        if (await addresses.Of(actor.PersonId) is not { } alone) return InvokeAnswer.Say(say["teams.write_to_me_alone"]);
        await Send(turn, Message(reply, say, pole, alone.UserId), stop, alone, reply.Card);
        await SendThen(turn, reply, say, pole, stop, alone);
        return InvokeAnswer.Say(say["teams.answered_alone"]);
    }

    /// <summary>One thing among several was answered: its answer stands below, the others stay to be pressed.</summary>
    private async Task<BotReply> PressedRow(Turned turn, Actor actor, Press press, Say say, string? pole, CancellationToken stop)
    {
        var reply = await Hear(actor, Channel, press.Says!, say, press.Key, turn.Activity.IsInvoke ? null : TurnOf(turn.Activity));
        if (reply.Card is not null) await Send(turn, Message(reply, say, pole, turn.Activity.From?.Id), stop, card: reply.Card);
        await SendThen(turn, reply, say, pole, stop);
        return reply;
    }

    /// <summary>Says what the button says, and draws what then stands in the card's place.</summary>
    private async Task<InPlace> InPlaceOf(Turned turn, Actor actor, Press press, Say say, string? pole, CancellationToken stop)
    {
        var activity = turn.Activity;
        var before = await conversations.Waiting(actor, Channel);
        var shown = press.Key is null ? null : await cards.Find(activity.Conversation!.Id!, press.Key);
        // Somebody looked at an older state of the card: they see the new one before anything is done.
        if (before is not null && before.Key == press.Key && before.Reply?.Card is { } now && press.Version is not null && press.Version != now.Version())
            return new(before.Reply, TeamsCard.Of(before.Reply, say, pole, activity.From?.Id, site.Address), say);
        // Pressed twice: the first time counts, and is told again.
        if (shown?.Became is { } became && before?.Key != press.Key && SubjectKey.Read(press.Key) is null) return new(new(became), TeamsCard.Closed(shown.Card, became, say, pole), say);

        var reply = await Hear(actor, Channel, press.Says!, say, press.Key, activity.IsInvoke ? null : TurnOf(activity));
        var place = await PlaceOf(turn, press, reply, shown, before, say, pole, stop);
        await SendThen(turn, reply, say, pole, stop);
        return place;
    }

    /// <summary>What the answer leaves in the card's place.</summary>
    private async Task<InPlace> PlaceOf(Turned turn, Press press, BotReply reply, ShownCard? shown, Pending? before, Say say, string? pole, CancellationToken stop)
    {
        var (activity, where) = (turn.Activity, turn.Activity.Address());
        if (reply.Card is { Key: { } key } && (key == press.Key || key == before?.Key))
        {
            if (activity.ReplyToId is { } message) await cards.Shown(where.ConversationId, message, reply.Card);
            return new(reply, TeamsCard.Of(reply, say, pole, activity.From?.Id, site.Address), say);
        }
        // What the card asked for is done: what came of it stands in its place.
        if (reply is { Card: { } made, SetAside: null } && reply.Settles == press.Key && SubjectKey.Read(made.Key) is not null && activity.ReplyToId is { } done)
        {
            await cards.Became(where.ConversationId, press.Key!, reply.Text);
            await cards.Shown(where.ConversationId, done, made);
            var drawn = TeamsCard.Of(reply, say, pole, activity.From?.Id, site.Address);
            if (activity.IsInvoke) _ = connector.Update(where, done, new() { Type = "message", Summary = TeamsCard.Cut(reply.Text, 200), Locale = say.Language, Attachments = [Attachment.Card(drawn)] }, CancellationToken.None);
            return new(reply, drawn, say);
        }
        // Something else begins: it has a message of its own, below.
        if (reply.Card is not null) await Send(turn, Message(reply, say, pole, activity.From?.Id), stop, card: reply.Card);
        var closed = TeamsCard.Closed(shown?.Card, reply.Text, say, pole);
        if (press.Key is not null) await cards.Became(where.ConversationId, press.Key, reply.Text);
        // The answer already changes the card for whoever pressed; the message itself follows without keeping them waiting.
        if (activity.IsInvoke && activity.ReplyToId is { } replaced)
            _ = connector.Update(where, replaced, Closed(shown?.Card, reply.Text, say, pole), CancellationToken.None);
        return new(reply, closed, say);
    }

    /// <summary>The card as it stands now. Writes nothing: Teams asks for it whenever somebody scrolls by.</summary>
    private async Task<JsonElement> Fresh(Activity activity, Actor actor, Press press, Say say, string? pole)
    {
        if (await conversations.Waiting(actor, Channel) is { Reply: { Card: not null } reply } waiting && waiting.Key == press.Key) return TeamsCard.Of(reply, say, pole, activity.From?.Id, site.Address);
        if (press.Key is not null && await conversations.Present(actor, Channel, press.Key, say) is { } now) return TeamsCard.Of(now, say, pole, activity.From?.Id, site.Address);
        var shown = press.Key is null ? null : await cards.Find(activity.Conversation!.Id!, press.Key);
        return shown is { Became: null } ? TeamsCard.Of(new("", shown.Card), say, pole, null, site.Address) : TeamsCard.Closed(shown?.Card, shown?.Became ?? say["conversation.card_is_old"], say, pole);
    }
}
