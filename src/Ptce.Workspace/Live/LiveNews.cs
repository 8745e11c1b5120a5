using Microsoft.AspNetCore.SignalR;

namespace Ptce.Workspace;

/// <summary>Commit → "look again" to every open page of the pole. Says nothing twice when the other nodes echo it.</summary>
public sealed class LiveNews(Db db, IHubContext<LiveHub, ILivePage> hub, ILogger<LiveNews> log) : IHostedService
{
    private readonly Dictionary<string, long> _told = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        db.News += Tell;
        db.Whispered += Tell;
        (db as PostgresDb)?.Listen();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        db.News -= Tell;
        db.Whispered -= Tell;
        return Task.CompletedTask;
    }

    private void Tell(PoleNews news)
    {
        lock (_told)
        {
            if (_told.GetValueOrDefault(news.PoleId) >= news.Seq) return;
            _told[news.PoleId] = news.Seq;
        }
        _ = Send(news);
    }

    private void Tell(Whisper whisper) => _ = Send(whisper);

    private async Task Send(Whisper whisper)
    {
        try { await hub.Clients.Group(LiveHub.GroupOf(whisper.Id)).LookHere(whisper.What); }
        catch (Exception e) { log.LogWarning("A page could not be told to look at {What}: {Cause}. It catches up when it reconnects", whisper.What, e.Message); }
    }

    private async Task Send(PoleNews news)
    {
        try { await hub.Clients.Group(news.PoleId).LookAgain(news.Seq); }
        catch (Exception e) { log.LogWarning("A page could not be told of event {Seq}: {Cause}. It catches up when it reconnects", news.Seq, e.Message); }
    }
}
