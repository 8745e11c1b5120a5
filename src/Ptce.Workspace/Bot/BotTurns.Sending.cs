namespace Ptce.Workspace;

public sealed partial class BotTurns
{
    /// <summary>An activity at its turn, and how many answers it has had in it.</summary>
    private sealed class Turned(Activity activity)
    {
        public Activity Activity => activity;
        public long Said { get; set; }
        /// <summary>The answers, where they are wanted in the very response.</summary>
        public List<Activity>? Replies { get; init; }

        /// <summary>The same turn, with this said in it.</summary>
        public Turned Saying(string text) => new(activity with { Text = text, Value = null }) { Replies = Replies };
    }

    private Activity Message(BotReply reply, Say say, string? pole = null, string? viewer = null) => reply.Card is null
        ? new() { Type = "message", Text = pole is null ? reply.Text : $"{reply.Text} ({pole})", TextFormat = "plain", Locale = say.Language }
        : new() { Type = "message", Summary = TeamsCard.Cut(reply.Text, 200), Locale = say.Language, Attachments = [Attachment.Card(TeamsCard.Of(reply, say, pole, viewer, site.Address))] };

    /// <summary>Sends one of the turn's answers, once: below what was said, or to another conversation.</summary>
    /// <returns>False: the channel did not take it, and the turn comes again.</returns>
    private async Task<bool> Send(Turned turn, Activity message, CancellationToken stop, ConversationAddress? elsewhere = null, Card? card = null)
    {
        var activity = turn.Activity;
        if (turn.Replies is { } replies && elsewhere is null)
        {
            replies.Add(connector.Addressed(activity.Address(), message with { ReplyToId = activity.Id }));
            return true;
        }
        var number = ++turn.Said;
        if (!activity.IsInvoke && !await acknowledged.Begin(activity, number)) return true; // a turn before this one, that ended badly, has sent it
        var to = elsewhere ?? activity.Address();
        var answer = elsewhere is null && activity.Id is { } id && !activity.IsInvoke
            ? await connector.Reply(to, id, message, stop)
            : await connector.Send(to, message, stop);
        switch (answer)
        {
            case ConnectorAnswer.Done done:
                if (card is not null && done.Id is { } shown) await cards.Shown(to.ConversationId, shown, card);
                return true;
            case ConnectorAnswer.Later { MayHaveArrived: false } later when !activity.IsInvoke && turn.Replies is null:
                await acknowledged.Later(activity, number, later.After);
                return false;
            case ConnectorAnswer.Unreachable or ConnectorAnswer.Gone:
                await addresses.Block(to.ConversationId);
                return true;
            default:
                // Perhaps it was shown: what was said stands in the conversation, and is asked for again rather than told twice.
                log.LogWarning("An answer was perhaps not shown in {Conversation}: {Answer}", to.ConversationId, answer);
                return true;
        }
    }

    /// <summary>What is said after the answer, in a message of its own.</summary>
    private async Task<bool> SendThen(Turned turn, BotReply reply, Say say, string? pole, CancellationToken stop, ConversationAddress? elsewhere = null) =>
        reply.Then is not { } then || await Send(turn, Message(then, say, pole, elsewhere?.UserId ?? turn.Activity.From?.Id), stop, elsewhere, then.Card);

    /// <summary>The message that showed a card shows what became of it. It matters little when that fails: a late press gets the fresh card.</summary>
    private async Task Close(ConversationAddress where, string key, string became, Say say, string? pole, CancellationToken stop)
    {
        if (await cards.Became(where.ConversationId, key, became) is not { } shown) return;
        await connector.Update(where, shown.ActivityId, Closed(shown.Card, became, say, pole), stop);
    }

    private static Activity Closed(Card? card, string became, Say say, string? pole) => new()
    {
        Type = "message",
        Summary = TeamsCard.Cut(became, 200),
        Locale = say.Language,
        Attachments = [Attachment.Card(TeamsCard.Closed(card, became, say, pole))],
    };
}
