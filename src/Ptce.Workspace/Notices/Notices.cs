namespace Ptce.Workspace;

/// <summary>Whom to tell what, and on which channel. Slices owe a notice inside their command; the channel's payer asks for its words when it is due.</summary>
public sealed partial class Notices(Db db, IEnumerable<IReachPeople> reach, TimeProvider clock) : IBringElsewhere
{
    /// <summary>How long a change is given to be the last one.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Owes one message to one person, on the channels they chose and can be reached on. Nobody is told what they did not want.</summary>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    /// <param name="subjectId">The object the writer reads again.</param>
    /// <param name="dedupe">A second debt to this person, of this topic, under the same key is the same debt.</param>
    /// <returns>False when it was owed before, or is not wanted.</returns>
    public Task<bool> Owe(Tx tx, string personId, string topic, string subjectId, string poleId, string? dedupe = null) => Owe(tx, personId, topic, subjectId, poleId, dedupe ?? Ids.New(), default);

    /// <summary>The same once and for all, on the channels chosen now: whoever changes them afterwards is not told again elsewhere.</summary>
    /// <returns>False when it was owed before, or is not wanted.</returns>
    internal async Task<bool> OweOnce(Tx tx, string personId, string topic, string subjectId, string poleId) =>
        !await Deliveries.WasOwed(tx, topic, subjectId, personId) && await Owe(tx, personId, topic, subjectId, poleId, subjectId);

    /// <summary>The same after a pause, in the place of what was not sent yet of this topic about this object: of several quick changes, one message tells the last.</summary>
    internal async Task OweLatest(Tx tx, string personId, string topic, string subjectId, string poleId, string dedupe)
    {
        await Deliveries.Supersede(tx, topic, subjectId, personId);
        await Owe(tx, personId, topic, subjectId, poleId, dedupe, Pause);
    }

    private async Task<bool> Owe(Tx tx, string personId, string topic, string subjectId, string poleId, string dedupe, TimeSpan after)
    {
        var owed = false;
        foreach (var channel in await ChannelsOf(tx, personId, topic))
            owed |= await tx.Owe(channel, topic, subjectId, poleId, personId, $"{channel}/{topic}/{personId}/{dedupe}", after);
        return owed;
    }

    /// <summary>Owes it in the person's chat alone; nothing where they have none, or want no chat: another message, later, tells them there.</summary>
    internal async Task OweInChat(Tx tx, string personId, string topic, string subjectId, string poleId, string dedupe)
    {
        foreach (var channel in await ChannelsOf(tx, personId, topic))
            if (reach.Any(r => r.Chats && r.Channel == channel)) await tx.Owe(channel, topic, subjectId, poleId, personId, $"{channel}/{topic}/{personId}/{dedupe}");
    }

    /// <summary>The channels a notice of this topic takes to this person now: theirs where it reaches them, else the other one.</summary>
    internal async Task<IReadOnlyList<string>> ChannelsOf(Tx tx, string personId, string topic)
    {
        var wanted = await Wanted(tx, personId, Topics.Theme[topic]);
        if (wanted == Preference.None) return [];
        var (known, sound) = (new List<string>(), new List<string>());
        foreach (var one in reach)
        {
            if (!await one.Reaches(tx, personId)) continue;
            known.Add(one.Channel);
            if (one.Learns || !await Deliveries.Stuck(tx, personId, one.Channel)) sound.Add(one.Channel);
        }
        // Where every channel is stuck, the chosen one is tried all the same: it is shown again among what could not be sent.
        var ways = sound.Count > 0 ? sound : known;
        var chosen = ways.Where(w => wanted == Preference.Both || w == wanted).ToList();
        return chosen.Count > 0 ? chosen : [.. ways.Take(1)];
    }

    /// <summary>What could not be brought on one channel goes by the other, once.</summary>
    async Task IBringElsewhere.GivenUp(Tx tx, Delivery owed, string? dedupe)
    {
        if (!Topics.Knows(owed.Topic) || owed.RecipientId is not { } person || dedupe?.Split('/', 2) is not [_, var key]) return;
        foreach (var other in reach.Where(r => r.Channel != owed.Channel))
            if (await other.Reaches(tx, person))
                await tx.Owe(other.Channel, owed.Topic, owed.SubjectId, owed.PoleId, person, $"{other.Channel}/{key}");
    }
}

/// <summary>Whom mail reaches: who has an address.</summary>
public sealed class MailReach : IReachPeople
{
    public string Channel => "mail";

    public async Task<bool> Reaches(Tx tx, string personId) =>
        await tx.MaybeOne<string>("select email from people where id = @personId", new { personId }) is not null;
}
