namespace Ptce.Workspace;

public sealed partial class Conversations
{
    /// <summary>Channel of the line on every page and of the conversation page.</summary>
    public const string Web = "web";

    private async Task<Turned> Turn(Talk talk, Pending? before, string? key)
    {
        if (before is null && Diagnostics.IsAsked(talk.Text) && talk.Actor.May(Act.ReadDiagnostic)) return new(new(talk.Say.Told(await diagnostics.Of(talk.Actor))));
        if (key is not null && key != before?.Key)
        {
            if (SubjectKey.Read(key) is { } subject) return await Pressed(talk, before, subject);
            if (talk.Showed.Done is { } done && done.Key == key) return new(new(talk.Say["conversation.done_before", done.Told]), before);
            return before is null
                ? new(new(talk.Lapsed?.Key == key ? Lapsed(talk, talk.Lapsed) : talk.Say["conversation.card_is_old"]))
                : Of(before).Shown(talk, before); // an old card's button gets the card of the day
        }
        if (key is null && !talk.IsAmongOthers && SubjectKey.Read(talk.Showed.Meant(talk)) is { } meant) return await Pressed(talk, before, meant);
        if (key is null && SomeoneMatter.IsAsked(talk)) return await matters[SomeoneMatter.Name].Open(talk, Pending.Of(talk.Text, talk.Heard)) with { Waits = before };
        if (before is { Aside: { } aside } && talk.SaysYes) return TakenUp(talk, aside);
        if (before is not null && await Of(before).Hear(talk, before) is { } heard) return heard;

        if (before is null or { Aside: not null } && talk.SpeaksOnOf(talk.Showed) && talk.Showed.Only() is { } shown && matters.GetValueOrDefault(shown.Matter) is { } its && await its.HearOf(talk, shown) is { } said) return said;

        if (before is { Sentence: not "" } && talk.Heard.Intent is Intents.CorrectLast && !talk.NamesLastEntry) return FitsNothing(talk, before);
        if (talk.Heard.Intent == Intents.Refuse && talk.Heard.Errand is null) return new(new(talk.Say["conversation.not_for_others"]), before);
        if (Opened(talk.Heard) is not { } matter) return new(SmallTalk(talk, before), before);
        var opened = await matter.Open(talk, Pending.Of(talk.Text, talk.Heard));
        return opened.Waits is null ? opened with { Waits = before } : Begins(talk, before, opened); // a question answered leaves what waits waiting
    }

    // A correction is of what waits; where it changes nothing there, it is not taken for the last line without a word.
    private Turned FitsNothing(Talk talk, Pending before)
    {
        var shown = Of(before).Shown(talk, before);
        return shown with { Reply = shown.Reply with { Text = $"{talk.Say["conversation.change_fits_nothing"]} {shown.Reply.Text}" } };
    }

    // The button of a card about one thing: it says itself what it is about, whatever else waits.
    private async Task<Turned> Pressed(Talk talk, Pending? before, SubjectKey key)
    {
        try
        {
            if (matters.GetValueOrDefault(key.Matter) is not { } matter || await matter.Reopen(talk, key) is not { } pending)
                return new(new(talk.Say["conversation.card_is_old"]), before);
            var turned = await matter.Hear(talk, pending) ?? matter.Shown(talk, pending);
            return turned.Waits is null ? turned with { Waits = before } : Begins(talk, before, turned);
        }
        catch (NotHere)
        {
            return new(new(talk.Say["conversation.card_is_old"]), before);
        }
    }

    /// <summary>A card about one thing as it stands now, for whoever looks at it again. Writes nothing.</summary>
    /// <returns>Null when the key names no such thing, or nothing that the actor may read.</returns>
    public async Task<BotReply?> Present(Actor actor, string channel, string key, Say say)
    {
        actor.Must(Act.LogContribution);
        if (SubjectKey.Read(key) is not { } subject || matters.GetValueOrDefault(subject.Matter) is not { } matter) return null;
        var talk = await Heard(actor, channel, "", say);
        try
        {
            return await matter.Reopen(talk, subject) is { } pending && await matter.Hear(talk, pending) is { } turned ? turned.Reply : null;
        }
        catch (NotHere)
        {
            return null;
        }
    }

    private Matter? Opened(Reading heard) => heard.Errand is { } errand ? matters.GetValueOrDefault(errand) : matters.GetValueOrDefault(heard.Intent);

    private Matter Of(Pending pending) => matters[pending.Code];

    private BotReply SmallTalk(Talk talk, Pending? before)
    {
        var say = talk.Say;
        return talk.Heard.SmallTalk switch
        {
            SmallTalks.Thanks => new(say["conversation.welcome"]),
            SmallTalks.Bye => new(say["conversation.bye"]),
            SmallTalks.Greeting => Hello(talk.Actor, say),
            SmallTalks.Help => new(say["conversation.help"], Help(say)),
            _ when before is not null => NotGot(talk, Of(before).Shown(talk, before).Reply),
            _ when talk.Lapsed is { } lapsed && talk.Heard.SmallTalk is SmallTalks.Yes => new(Lapsed(talk, lapsed)),
            SmallTalks.Yes or SmallTalks.No or SmallTalks.Cancel => new(say["conversation.nothing_waits"]),
            _ => new(say["conversation.not_understood"], Help(say, Few)),
        };
    }

    private static string Lapsed(Talk talk, Pending waited) => talk.Say["conversation.lapsed", Quoted(waited)];

    // A question is asked again; what needs no more than a yes is not introduced as if it had just been said.
    private static BotReply NotGot(Talk talk, BotReply waits) =>
        waits with { Text = $"{talk.Say["conversation.not_got"]} {(waits.Text == talk.Say["conversation.understood"] ? talk.Say["conversation.still_waits"] : waits.Text)}" };

    /// <summary>Where a conversation begins.</summary>
    public static BotReply Hello(Actor actor, Say say) => new(say["conversation.hello", actor.Name.Split(' ')[0]], Help(say));

    /// <summary>To whoever reads a pole and acts in nothing there: where to read.</summary>
    public static BotReply ToReader(Actor actor, Say say) => new(say["conversation.reader", actor.Name.Split(' ')[0], actor.PoleName], new("", [], [])
    {
        Links = [new(say["digests.page"], $"/p/{actor.PoleSlug}/bilans"), new(say["observatory.title"], $"/p/{actor.PoleSlug}/observatoire"), new(say["conversation.all_meetings"], $"/p/{actor.PoleSlug}/ateliers")],
    });

    private const int Examples = 8;
    public const int Few = 3;

    /// <summary>Sentences to try, as buttons: what the pole can be told.</summary>
    public static Card Help(Say say, int examples = Examples) => new(say["conversation.help_title"], [],
        [.. Enumerable.Range(1, examples).Select(n => say[$"conversation.example_{n}"]).Select(e => new Choice(e, e))]);
}
