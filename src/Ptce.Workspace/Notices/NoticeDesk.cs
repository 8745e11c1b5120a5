namespace Ptce.Workspace;

/// <summary>Where the payers of channels get a notice's words: the writer of its topic, at the hour the person wants, with the rights they have then.</summary>
public sealed class NoticeDesk(IEnumerable<IWriteNotices> writers, Notices notices, Actors actors, Poles poles)
{
    private readonly Dictionary<string, IWriteNotices> _writers = writers.ToDictionary(w => w.Topic);

    /// <summary>A notice, and who reads it.</summary>
    public sealed record Written(Notice Notice, Actor Reader);

    public bool Knows(string topic) => _writers.ContainsKey(topic);

    /// <returns>Null when there is nothing left to say, nobody left to say it to, or it is wanted no more.</returns>
    /// <exception cref="NotYet">The person is in their quiet hours.</exception>
    public async Task<Written?> Write(Delivery owed)
    {
        if (!_writers.TryGetValue(owed.Topic, out var writer)) throw new InvalidOperationException($"Nobody writes notices about {owed.Topic}.");
        if (owed.RecipientId is not { } person || owed.PoleId is not { } poleId || await poles.ById(poleId) is not { } pole) return null;
        if (await actors.Find(person, pole.Slug) is not { } reader || !await notices.Wants(person, owed.Topic)) return null;
        await notices.MustNotDisturb(person, pole.Zone);
        return await writer.Write(owed, reader) is { } notice ? new(notice, reader) : null;
    }
}
