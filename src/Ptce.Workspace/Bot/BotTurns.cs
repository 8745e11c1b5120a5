namespace Ptce.Workspace;

/// <summary>The engine behind the bot's door: who speaks, where, and what is answered. What is said is the <see cref="Conversations"/>' affair.</summary>
public sealed partial class BotTurns(
    Acknowledged acknowledged, TeamsAddresses addresses, TeamsAccounts accounts, TeamsCards cards, TeamsRooms rooms, RoomNames names, Conversations conversations,
    Connector connector, Site site, IEnumerable<IAnswerInvokes> invokes, TimeProvider clock, ILogger<BotTurns> log) : IBotTurns
{
    /// <summary>Channel of the personal chat, in the conversation and on the lines logged there.</summary>
    public const string Channel = "teams";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    public Task<bool> Accept(Activity activity, CancellationToken stop) => acknowledged.Keep(activity);

    public async Task<InvokeAnswer?> Turn(Activity activity, CancellationToken stop)
    {
        if (activity.IsInvoke) return await Invoked(activity, stop);
        if (activity.ExpectsReplies) return await Replied(activity, stop);
        try
        {
            if (await Take(new(activity), stop)) await acknowledged.Taken(activity);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            if (!await acknowledged.Failed(activity, e.Message))
            {
                log.LogError(e, "An activity failed {Times} times and is given up: {Type} in {Conversation}", Acknowledged.MostAttempts, activity.Type, activity.Conversation?.Id);
                if (activity.Type is "message" && IsForUs(activity)) await Send(new Turned(activity), Message(new BotReply(Words.Say(activity.Language(), "wire.turn_failed")), new(activity.Language())), stop);
                await acknowledged.Taken(activity);
            }
            else log.LogWarning(e, "An activity failed and is tried again: {Type} in {Conversation}", activity.Type, activity.Conversation?.Id);
        }
        return null;
    }

    /// <returns>False: the channel had no time for the answer, the turn comes again.</returns>
    private async Task<bool> Take(Turned turn, CancellationToken stop)
    {
        var activity = turn.Activity;
        switch (activity)
        {
            case { BotLeaves: true }:
                await addresses.Block(activity.Conversation!.Id!);
                return true;
            case { BotJoins: true }:
                return await Welcome(turn, stop);
            case { Type: "message" } when IsForUs(activity):
                var answer = activity.Said is "" && Press.Read(activity.Value) is { } press ? Pressed(turn, press, stop) : Heard(turn, stop);
                return turn.Replies is not null ? await answer : await Typing(activity, answer, stop);
            default:
                return true; // edits, deletions, reactions, read receipts, and whatever comes to Teams next
        }
    }

    /// <summary>A turn whose answers go back in the response. It is not taken again by itself: whoever heard nothing sends the activity again.</summary>
    private async Task<InvokeAnswer> Replied(Activity activity, CancellationToken stop)
    {
        await acknowledged.Keep(activity);
        var turn = new Turned(activity) { Replies = [] };
        try { await Take(turn, stop); }
        finally { await acknowledged.Taken(activity); }
        return InvokeAnswer.Replies(turn.Replies);
    }

    /// <summary>In a team or a group only what names the bot, or presses a button of its, is meant for it.</summary>
    private static bool IsForUs(Activity activity) => !activity.IsAmongOthers || activity.MentionsBot || activity.Value is not null;

    /// <summary>One welcome per conversation, whichever and however many of the two arrivals Teams sends.</summary>
    private async Task<bool> Welcome(Turned turn, CancellationToken stop)
    {
        if (!await addresses.Welcome(turn.Activity.Conversation!.Id!, turn.Activity.Id ?? "")) return true;
        var speaker = await Speaker(turn.Activity);
        var say = new Say(speaker?.Actor?.Language ?? turn.Activity.Language());
        if (!turn.Activity.IsPersonal) return await Send(turn, Message(new(say["teams.welcome_group"]), say), stop);
        return speaker?.Actor is { } actor
            ? await Send(turn, Message(Begins(say["teams.welcome", actor.Name.Split(' ')[0], actor.PoleName], actor, say), say), stop)
            : await Send(turn, Message(new($"{say["teams.welcome_stranger"]}\n\n{HowToLink(say)}"), say), stop);
    }

    /// <summary>The first words to somebody, with things to try for whoever may say them.</summary>
    private static BotReply Begins(string words, Actor? actor, Say say) =>
        actor is not null && !actor.May(Act.LogContribution) ? Conversations.ToReader(actor, say) : new(words, Conversations.Help(say, Conversations.Few));

    private string HowToLink(Say say) => say["teams.how_to_link", site.Link("/moi")];

    private async Task<TeamsAccounts.Speaker?> Speaker(Activity activity) =>
        Account(activity) is var (tenant, account) ? await accounts.SpeakerOf(tenant, account) : null;

    /// <summary>By whom it is said: the tenant, and Entra's id of the person (a channel without Entra has only its own).</summary>
    private static (string Tenant, string Account)? Account(Activity activity) =>
        (activity.From?.AadObjectId ?? activity.From?.Id) is { Length: > 0 } account ? (activity.TenantId ?? "", account) : null;

    /// <summary>Shows that somebody is at it when the answer takes its time.</summary>
    private async Task<bool> Typing(Activity activity, Task<bool> answer, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (await Task.WhenAny(answer, Task.Delay(Long, clock, over.Token)) != answer && !stop.IsCancellationRequested)
            await connector.Send(activity.Address(), new Activity { Type = "typing" }, stop);
        await over.CancelAsync();
        return await answer;
    }
}
