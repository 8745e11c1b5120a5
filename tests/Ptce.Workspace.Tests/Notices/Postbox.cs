using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
    /// <summary>Takes the place of Teams; mail is reached as it is.</summary>
    public static void Instead(IServiceCollection services, HashSet<string> people)
    {
        services.RemoveAll<IReachPeople>();
        services.AddSingleton<IReachPeople, MailReach>();
        services.AddSingleton<IReachPeople>(new TeamsOf(people));
    }

    public string Channel => "teams";

    public Task<bool> Reaches(Tx tx, string personId) => Task.FromResult(people.Contains(personId));
}

/// <summary>Words for any subject: its id is the title.</summary>
public sealed class PlainWriter : IWriteNotices
{
    public string Topic => "action_due";

    /// <summary>Takes the place of what the program itself would write about this topic.</summary>
    public static void Instead(IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ImplementationType == typeof(ActionDueNotice)));
        services.AddSingleton<IWriteNotices>(new PlainWriter());
    }

    public Task<Notice?> Write(Delivery owed, Actor reader) => Task.FromResult<Notice?>(new(owed.SubjectId, ["Une phrase."], $"/p/{reader.PoleSlug}"));
}
