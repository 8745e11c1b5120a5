namespace Ptce.Workspace;

public sealed partial class Conversations
{
    /// <summary>Channel of the line on every page and of the conversation page.</summary>
    public const string Web = "web";

    private async Task<(BotReply, Pending?)> Turn(Actor actor, string channel, Pending? before, string text, string? key, Say say)
    {
        var known = await Known(actor);
        var today = actor.Today(clock);
        if (key is not null && key != before?.Key)
            return before is null
                ? (new(say["conversation.card_is_old"]), null)
                : (Ask(before, known, say, today), before); // an old card's button gets the card of the day

        var said = await Read(actor, text, known);
        if (before is not null)
        {
            if (said.SmallTalk == SmallTalks.Yes) return await Agreed(actor, channel, before, known, say, today);
            if (said.SmallTalk is SmallTalks.No or SmallTalks.Cancel || said.Intent == Intents.CancelLast && before.LineId is null)
                return (new(say["conversation.dropped"]), null);
            if (before.Amended(said, text, today) is { } amended) return (Ask(amended, known, say, today), amended);
        }
        return said.Intent switch
        {
            Intents.LogTime => Understood(Pending.Of(text, said), known, say, today),
            Intents.CorrectLast or Intents.CancelLast => await AboutLast(actor, Pending.Of(text, said), say),
            Intents.QueryTotal => (await Total(actor, said, say), before),
            Intents.Refuse => (new(say["conversation.not_for_others"]), before),
            Intents.None => (Talk(said.SmallTalk, before, known, say, today), before),
            _ => (new(say["conversation.not_yet"], Help(say)), before),
        };
    }

    private static (BotReply, Pending?) Understood(Pending pending, Acquaintances known, Say say, DateOnly today) => (Ask(pending, known, say, today), pending);

    /// <summary>"2h finalement", "annule ma dernière saisie": shows the line it is about before touching it.</summary>
    private async Task<(BotReply, Pending?)> AboutLast(Actor actor, Pending pending, Say say)
    {
        var last = await contributions.LastOf(actor);
        if (last is null) return (new(say["conversation.no_last"]), null);
        var about = pending with { LineId = last.Id };
        return (AboutLine(about, last, say, actor.Today(clock)), about);
    }

    private async Task<(BotReply, Pending?)> Agreed(Actor actor, string channel, Pending pending, Acquaintances known, Say say, DateOnly today)
    {
        try
        {
            switch (pending.Reading.Intent)
            {
                case Intents.CorrectLast:
                    var corrected = await contributions.Correct(actor, pending.LineId!, minutes: pending.Reading.Minutes);
                    return (Saved("conversation.corrected", [corrected], actor, say), null);
                case Intents.CancelLast:
                    await contributions.Cancel(actor, pending.LineId!);
                    return (new(say["conversation.cancelled"]), null);
                default:
                    if (pending.Missing is not null) return (Ask(pending, known, say, today), pending);
                    var lines = await contributions.Log(actor, pending.Lines(), channel == Web ? "chat" : channel, pending.Key);
                    return (Saved(lines.Count == 1 ? "conversation.saved" : "conversation.saved_many", lines, actor, say), null);
            }
        }
        catch (Refused refused)
        {
            // The rule spoke; what was understood stays, so that only what is wrong has to be said again.
            return (Shown(pending, known, say, today) with { Text = refused.In(say.Language) }, pending);
        }
    }

    private async Task<BotReply> Total(Actor actor, Reading said, Say say)
    {
        var today = actor.Today(clock);
        var (from, to) = (said.DateFrom ?? new DateOnly(today.Year, today.Month, 1), said.DateTo ?? today);
        var total = await contributions.MinutesOf(actor, from, to);
        return new(say["conversation.total", say.Period(from, to), say.Duration(total)]);
    }

    private static BotReply Talk(string? talk, Pending? before, Acquaintances known, Say say, DateOnly today) => talk switch
    {
        SmallTalks.Thanks => new(say["conversation.welcome"]),
        SmallTalks.Greeting => new(say["conversation.hello", known.SpeakerName.Split(' ')[0]], Help(say)),
        SmallTalks.Help => new(say["conversation.help"], Help(say)),
        _ when before is not null => Ask(before, known, say, today),
        SmallTalks.Yes or SmallTalks.No => new(say["conversation.nothing_waits"]),
        _ => new(say["conversation.not_understood"], Help(say)),
    };

    private static Card Help(Say say) => new(say["conversation.help_title"], [],
        [.. Enumerable.Range(1, 3).Select(n => say[$"conversation.example_{n}"]).Select(e => new Choice(e, e))]);
}
