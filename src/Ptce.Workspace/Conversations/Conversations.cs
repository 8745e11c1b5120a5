namespace Ptce.Workspace;

/// <summary>The dialogue: the same for the line on every page, the conversation page and, later, Teams. Doors hand over what was said.</summary>
/// <remarks>Nothing is saved that was not shown: a line always comes from a reading the person answered "oui" to.</remarks>
public sealed partial class Conversations(Db db, Contributions contributions, Members members, Poles poles, TimeProvider clock)
{
    public const int LongestText = 500; // characters; more is no sentence
    private const int MostShown = 60;   // turns of the transcript

    /// <summary>How a sentence would be understood, while it is typed. Writes nothing.</summary>
    /// <returns>Null when there is nothing to show yet.</returns>
    public async Task<Card?> Preview(Actor actor, string text, Say say)
    {
        actor.Must(Act.LogContribution);
        if (text.Trim().Length < 2) return null;
        var known = await Known(actor);
        var reading = await Read(actor, Cut(text), known);
        return reading.Intent == Intents.LogTime ? Shown(Pending.Of(text, reading), known, say, actor.Today(clock)).Card : null;
    }

    /// <summary>One turn: hears a sentence, answers, and keeps both.</summary>
    /// <param name="key">The card a button belonged to; null for what was typed.</param>
    /// <param name="turn">Names what is answered, where it may come again after a crash: heard twice, it is answered the same and done once.</param>
    /// <exception cref="Refused">«text» is empty.</exception>
    public async Task<BotReply> Hear(Actor actor, string channel, string text, Say say, string? key = null, string? turn = null)
    {
        actor.Must(Act.LogContribution);
        text = Cut(text).Trim();
        Refused.If(text == "", "text", "conversation.say_something");

        if (turn is not null && await Transcript.Answer(db, actor, channel, turn) is { } given) return given;
        var before = await Waiting(actor, channel);
        var (reply, next) = await Turn(actor, channel, before, text, key, say);
        await db.Write(actor.PoleId, async tx =>
        {
            var transcript = await Transcript.Open(tx, actor, channel);
            await transcript.Heard(text);
            await transcript.Answered(reply, turn);
            await transcript.Wait(next is null ? null : next with { Reply = reply });
        });
        return reply;
    }

    /// <summary>What was said on this channel, oldest first, the last turns only.</summary>
    public async Task<IReadOnlyList<Said>> History(Actor actor, string channel)
    {
        var rows = await db.Read<(string Id, DateTimeOffset At, long Mine, string Text, string? Card)>("""
            select m.id, m.at, m.mine, m.text, m.card
            from messages m join conversations c on c.id = m.conversation_id
            where c.pole_id = @PoleId and c.person_id = @PersonId and c.channel = @channel
            order by m.id desc limit @MostShown
            """, new { actor.PoleId, actor.PersonId, channel, MostShown });
        return [.. rows.Reverse().Select(r => new Said(r.Id, r.At, r.Mine == 1, r.Text, Transcript.Read(r.Card)))];
    }

    /// <summary>What waits for this person's answer on this channel.</summary>
    public Task<Pending?> Waiting(Actor actor, string channel) => Transcript.Waiting(db, actor, channel, clock.GetUtcNow());

    /// <summary>Whether the answer to this sentence is for everybody's eyes: the rest is the person's own.</summary>
    public async Task<bool> MayBeSaidAmongOthers(Actor actor, string text)
    {
        actor.Must(Act.LogContribution);
        return (await Read(actor, Cut(text), await Known(actor))).Intent is Intents.None or Intents.QueryNextEvent;
    }

    private async Task<Acquaintances> Known(Actor actor)
    {
        var organisations = await members.Organisations(actor);
        var people = await members.People(actor);
        return new(actor.Name, actor.OrganisationId,
            [.. organisations.Select(o => new KnownOrganisation(o.Id, o.Name))],
            [.. people.Select(p => new KnownPerson(p.PersonId, p.Name, p.OrganisationId))]);
    }

    private async Task<Reading> Read(Actor actor, string text, Acquaintances known)
    {
        var pole = (await poles.BySlug(actor.PoleSlug))!;
        return Understanding.Read(text, actor.Today(clock), actor.Language, known,
            new ReadingSettings((int)pole.HalfDayMinutes, (int)pole.DayMinutes, (int)pole.DayMinutes * 5, pole.Zone));
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
