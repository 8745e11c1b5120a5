namespace Ptce.Workspace;

/// <summary>The dialogue: the same for the line on every page, the conversation page and Teams. Doors hand over what was said.</summary>
/// <remarks>Nothing is saved that was not shown: what is saved always comes from a card the person said yes to.</remarks>
public sealed partial class Conversations(Db db, IEnumerable<Matter> all, Members members, Poles poles, Diagnostics diagnostics, TimeProvider clock)
{
    public const int LongestText = 500; // characters; more is no sentence
    private const int MostShown = 60;   // turns of the transcript

    private readonly Dictionary<string, Matter> matters = all.ToDictionary(m => m.Code);
    private readonly Floor floor = new();

    /// <summary>How a sentence would be understood, while it is typed. Writes nothing.</summary>
    /// <returns>Null when there is nothing to show yet.</returns>
    public async Task<Card?> Preview(Actor actor, string text, Say say)
    {
        actor.Must(Act.LogContribution);
        if (text.Trim().Length < 2) return null;
        var talk = await Heard(actor, Web, Cut(text).Trim(), say) with { Showed = (await Standing(actor, Web)).Showed };
        if (talk.Heard.Intent == Intents.Refuse && talk.Heard.Errand is null) return new(say["conversation.not_for_others"], [], []);
        if (Opened(talk.Heard) is not { } matter) return null;
        var (reply, _) = await matter.Open(talk, Pending.Of(talk.Text, talk.Heard));
        return (reply.Card ?? new("", [], [])) with { Title = reply.Text };
    }

    /// <summary>One turn: hears a sentence, answers, and keeps both.</summary>
    /// <param name="key">The card, or the row of a card, that a button belonged to; null for what was typed.</param>
    /// <param name="turn">Names what is answered, where it may come again after a crash: heard twice, it is answered the same and done once.</param>
    /// <param name="seen">Which version of the card was looked at (<see cref="Card.Version"/>): an older one is answered with the card as it stands.</param>
    /// <exception cref="Refused">«text» is empty.</exception>
    public async Task<BotReply> Hear(Actor actor, string channel, string text, Say say, string? key = null, string? turn = null, string? seen = null)
    {
        actor.Must(Act.LogContribution);
        text = Cut(text).Trim();
        Refused.If(text == "", "text", "conversation.say_something");

        using var mine = await floor.Take($"{actor.PoleId} {actor.PersonId} {channel}");
        if (turn is not null && await Transcript.Answer(db, actor, channel, turn) is { } given) return given;
        while (true)
            if (await Once(actor, channel, text, say, key, turn, seen) is { } reply) return reply;
    }

    /// <returns>Null when another node heard something on this channel meanwhile, and nothing was done yet: the turn is taken again.</returns>
    private async Task<BotReply?> Once(Actor actor, string channel, string text, Say say, string? key, string? turn, string? seen)
    {
        var standing = await Standing(actor, channel);
        var (before, showed) = (standing.Waits, standing.Showed);
        var talk = await Heard(actor, channel, text, say) with { Showed = showed, Lapsed = standing.Lapsed };
        if (key is null && before is not null && showed.Meant(talk) is null && Chosen.Of(before, talk, Of(before).AsksDay(talk, before)) is { } says)
            talk = await Heard(actor, channel, says, say) with { Showed = showed };
        var turned = key is not null && before?.Key == key && SubjectKey.Read(key) is null && IsOlder(seen, before) ? Of(before).Shown(talk, before) : await Turn(talk, before, key);
        // Whoever leaves something new waiting has done nothing yet.
        var isOnlyThought = turned.Waits is not null && turned.Waits != before;
        (turned, var shows) = Finished(talk, turned, before, showed.After(turned, before, waits: turned.Waits is { } its && turned.Reply.Card?.Key == its.Key));
        var (reply, next) = turned;
        var kept = await db.Write(actor.PoleId, async tx =>
        {
            var transcript = await Transcript.Open(tx, actor, channel);
            // A question answered in between leaves on the card what was said about what waits.
            var waits = next is null || reply.Then is not null || (next == before && reply.Card?.Key != next.Key) ? next : next with { Reply = reply };
            if (!await transcript.Stands(waits, shows, standing) && isOnlyThought) return false;
            await transcript.Heard(text);
            await transcript.Answered(reply, turn);
            if (reply.Then is { } then) await transcript.Answered(then, null);
            if (channel == Web) tx.Whisper(actor.PersonId, Room.Talk);
            return true;
        });
        if (!kept) return null;
        return before is null || next?.Key == before.Key || reply.Card?.Key == before.Key ? reply : reply with { Settles = before.Key };
    }

    /// <summary>What was said on this channel, oldest first, the last turns only.</summary>
    public async Task<IReadOnlyList<Said>> History(Actor actor, string channel)
    {
        var rows = await db.Read<(string Id, DateTimeOffset At, long Mine, string Text, string? Card)>("""
            select m.id, m.at, m.mine, m.text, m.card
            from messages m join conversations c on c.id = m.conversation_id
            where c.pole_id = @PoleId and c.person_id = @PersonId and c.channel = @channel
            order by m.at desc, m.mine, m.id desc limit @MostShown
            """, new { actor.PoleId, actor.PersonId, channel, MostShown });
        return [.. rows.Reverse().Select(r => new Said(r.Id, r.At, r.Mine == 1, r.Text, Transcript.Read(r.Card)))];
    }

    /// <summary>Forgets what was said some days ago, and readings that wait no longer: they hold sentences as they were typed.</summary>
    /// <returns>How many messages.</returns>
    public async Task<long> Forget(int days)
    {
        const int Portion = 2000;
        for (long forgotten = 0; ;)
        {
            var gone = await db.Write(null, async tx =>
            {
                await tx.Execute("update conversations set pending = null, shown = null, pending_until = null where pending_until < @Now", new { tx.Now });
                return await tx.Execute("delete from messages where id in (select id from messages where at < @before order by id limit @Portion)", new { before = tx.Now.AddDays(-days), Portion });
            });
            forgotten += gone;
            if (gone < Portion) return forgotten;
        }
    }

    /// <summary>What waits for this person's answer on this channel.</summary>
    public async Task<Pending?> Waiting(Actor actor, string channel) => (await Standing(actor, channel)).Waits;

    private async Task<WhereItStands> Standing(Actor actor, string channel)
    {
        var standing = await Transcript.Now(db, actor, channel, clock.GetUtcNow());
        return standing.Waits is { } waits && !matters.ContainsKey(waits.Code) ? standing with { Waits = null } : standing;
    }

    /// <summary>Whether the answer to this sentence is for everybody's eyes: the rest is the person's own.</summary>
    public async Task<bool> MayBeSaidAmongOthers(Actor actor, string text)
    {
        actor.Must(Act.LogContribution);
        if (Diagnostics.IsAsked(text)) return false;
        var heard = (await Heard(actor, Web, Cut(text), new Say(actor.Language))).Heard;
        return heard.Errand is Errands.Search || (heard.Errand is null && heard.Intent is Intents.None or Intents.QueryNextEvent);
    }

    private async Task<Talk> Heard(Actor actor, string channel, string text, Say say)
    {
        var pole = (await poles.BySlug(actor.PoleSlug))!;
        var (known, today) = (new Acquaintances(actor.Name, actor.OrganisationId, await members.Known(actor)), actor.Today(clock));
        var reading = Understanding.Read(text, today, actor.Language, known,
            new ReadingSettings((int)pole.HalfDayMinutes, (int)pole.DayMinutes, (int)pole.DayMinutes * 5, pole.Zone));
        return new(actor, channel, known, say, today, text, reading, pole.DayMinutes);
    }

    private static bool IsOlder(string? seen, Pending pending) => seen is not null && pending.Reply?.Card is { } now && now.Version() != seen;

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
