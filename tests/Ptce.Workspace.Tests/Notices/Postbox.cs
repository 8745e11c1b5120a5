using System.Collections.Concurrent;

namespace Ptce.Workspace.Tests;

/// <summary>A channel of the tests: asks for the words of each notice as a real one would, and keeps who was told what.</summary>
public sealed class Postbox(string channel, Func<NoticeDesk> desk) : IPayDeliveries
{
    public ConcurrentQueue<(string Name, string Title)> Told { get; } = new();

    /// <summary>What the provider does instead of taking a message.</summary>
    public Func<Delivery, Exception?> Fails { get; set; } = _ => null;

    public string Channel => channel;

    public async Task Pay(Delivery owed, CancellationToken stop)
    {
        if (await desk().Write(owed) is not { } written) return;
        if (Fails(owed) is { } failure) throw failure;
        Told.Enqueue((written.Reader.Name.Split(' ')[0], written.Notice.Title));
    }
}

/// <summary>Who has Teams in a test.</summary>
public sealed class TeamsOf(HashSet<string> people) : IReachPeople
{
    public string Channel => "teams";

    public Task<bool> Reaches(Tx tx, string personId) => Task.FromResult(people.Contains(personId));
}

/// <summary>Words for any subject: its id is the title.</summary>
public sealed class PlainWriter(string topic) : IWriteNotices
{
    public string Topic => topic;

    public Task<Notice?> Write(Delivery owed, Actor reader) => Task.FromResult<Notice?>(new(owed.SubjectId, ["Une phrase."], $"/p/{reader.PoleSlug}"));
}
