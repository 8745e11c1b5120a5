namespace Ptce.Workspace;

public sealed partial class BotTurns
{
    private static readonly string[] PoleWords = ["pole", "cluster", "verbund"];

    /// <summary>Answers a sentence typed to the bot.</summary>
    private async Task<bool> Heard(Turned turn, CancellationToken stop)
    {
        var activity = turn.Activity;
        var (said, speaker) = (activity.Said, await Speaker(activity));
        if (speaker?.Actor is not { } actor) return await Stranger(turn, said, stop);

        var say = new Say(actor.Language);
        var pole = speaker.Several ? actor.PoleName : null;
        if (said is "") return !activity.IsPersonal || activity.ShowsCard || await Send(turn, Message(new(say["teams.only_text"]), say), stop);
        if (await Switched(activity, speaker, said, say) is { } switched) return await Send(turn, Message(switched, say), stop);
        if (TeamsAccounts.CodeIn(said) is not null && !char.IsAsciiDigit(said[0])) return await Send(turn, Message(new(say["teams.already_linked", actor.Name]), say), stop);
        return activity.IsAmongOthers
            ? await HeardAmongOthers(turn, actor, said, say, pole, stop)
            : await HeardAlone(turn, actor, said, say, pole, stop);
    }

    private async Task<bool> HeardAlone(Turned turn, Actor actor, string said, Say say, string? pole, CancellationToken stop)
    {
        var where = turn.Activity.Address();
        var reply = await Hear(actor, Channel, said, say, null, TurnOf(turn.Activity));
        if (!await Send(turn, Message(reply, say, pole, turn.Activity.From?.Id), stop, card: reply.Card)) return false;
        if (reply.Settles is { } settled) await Close(where, settled, reply.SetAside ?? reply.Text, say, pole, stop);
        return await SendThen(turn, reply, say, pole, stop);
    }

    /// <summary>In a team or a group: what everybody may read is answered in the thread, what is the person's own in their own chat.</summary>
    private async Task<bool> HeardAmongOthers(Turned turn, Actor actor, string said, Say say, string? pole, CancellationToken stop)
    {
        var unnamed = await rooms.Heard(turn.Activity, actor);
        var answered = actor.May(Act.LogContribution) && await conversations.MayBeSaidAmongOthers(actor, said)
            ? await Send(turn, Message(await Hear(actor, Talk.Among(Channel, turn.Activity.Conversation!.Id!), said, say, null, TurnOf(turn.Activity)), say, pole), stop)
            : await AnswerAlone(turn, actor, said, null, say, pole, stop);
        if (unnamed) await names.Learn(turn.Activity, stop);
        return answered;
    }

    private async Task<bool> AnswerAlone(Turned turn, Actor actor, string said, string? key, Say say, string? pole, CancellationToken stop)
    {
        if (await addresses.Of(actor.PersonId) is not { } alone) return await Send(turn, Message(new(say["teams.write_to_me_alone"]), say), stop);
        var reply = await Hear(actor, Channel, said, say, key, TurnOf(turn.Activity));
        return await Send(turn, Message(new(say["teams.answered_alone"]), say), stop)
            && await Send(turn, Message(reply, say, pole, alone.UserId), stop, alone, reply.Card)
            && await SendThen(turn, reply, say, pole, stop, alone);
    }

    /// <summary>Somebody whose account is nobody's here: the way to link it, and nothing else.</summary>
    private async Task<bool> Stranger(Turned turn, string said, CancellationToken stop)
    {
        var activity = turn.Activity;
        var say = new Say(activity.Language());
        if (activity.IsAmongOthers) return await Send(turn, Message(new(say["teams.link_alone"]), say), stop);
        if (TeamsAccounts.CodeIn(said) is not { } code || Account(activity) is not var (tenant, account))
            return await Send(turn, Message(new($"{say["teams.stranger"]}\n\n{HowToLink(say)}"), say), stop);
        try
        {
            var person = await accounts.LinkByCode(tenant, account, code);
            say = new Say(person.Language);
            var speaker = await accounts.SpeakerOf(tenant, account);
            var linked = say["teams.linked", person.Name, speaker?.Actor?.PoleName];
            return await Send(turn, Message(Begins(linked, speaker?.Actor, say), say), stop);
        }
        catch (Refused refused)
        {
            // A turn that died after the linking finds its code used up; the account then is somebody's, and is told so.
            return await Send(turn, Message(new(refused.In(say.Language)), say), stop);
        }
    }

    /// <summary>"pôle des Deux-Rives": from now on the account speaks there.</summary>
    private async Task<BotReply?> Switched(Activity activity, TeamsAccounts.Speaker speaker, string said, Say say)
    {
        if (said.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is not [var first, .. var rest] || !PoleWords.Contains(Folding.Fold(first))) return null;
        var places = await accounts.Places(speaker.PersonId);
        var (tenant, account) = Account(activity)!.Value;
        if (rest is [var name] && (await accounts.Choose(tenant, account, speaker.PersonId, said) ?? await accounts.Choose(tenant, account, speaker.PersonId, name)) is { } chosen)
            return new(say["teams.speaking_in", chosen.Name]);
        if (rest is [_] && places.Count < 2) return null; // "pôle" begins other sentences too
        return new(say["teams.which_pole", speaker.Actor!.PoleName], new(say["teams.your_poles"], [], [.. places.Select(p => new Choice(p.Name, $"{first} {p.Name}"))]));
    }

    private async Task<BotReply> Hear(Actor actor, string channel, string said, Say say, string? key, string? turn)
    {
        try { return await conversations.Hear(actor, channel, said, say, key, turn); }
        catch (NotAllowed) when (!actor.May(Act.LogContribution)) { return Conversations.ToReader(actor, say); }
        catch (Refused refused) { return new(refused.In(say.Language)); }
    }

    private static string? TurnOf(Activity activity) => activity.Id is { } id ? $"{activity.Conversation!.Id} {id}" : null;
}
