using Microsoft.AspNetCore.SignalR;

namespace Ptce.Workspace;

/// <summary>Commit → "look again" to every open page of the pole. Says nothing twice when the other nodes echo it.</summary>
/// <remarks>Told beside the writer, never in its turn. What is committed while a thousand pages are being told is told to them at once after, by its last number.</remarks>
public sealed class LiveNews(Db db, IHubContext<LiveHub, ILivePage> hub, ILogger<LiveNews> log) : IHostedService
{
    private sealed class Pole
    {
        public long Last, Told;
        public bool BeingTold;
    }

    private readonly Dictionary<string, Pole> _poles = [];

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
        Pole? pole;
        lock (_poles)
        {
            if (!_poles.TryGetValue(news.PoleId, out pole)) _poles[news.PoleId] = pole = new();
            if (pole.Last >= news.Seq) return;
            pole.Last = news.Seq;
            if (pole.BeingTold) return;
            pole.BeingTold = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(_ => TellLast(news.PoleId, pole), null);
    }

    private void TellLast(string poleId, Pole pole)
    {
        while (true)
        {
            long seq;
            lock (_poles)
            {
                if (pole.Told == pole.Last)
                {
                    pole.BeingTold = false;
                    return;
                }
                seq = pole.Told = pole.Last;
            }
            // By the time it returns it has written to every page that keeps up: those that do not are not waited for.
            _ = Send(poleId, seq);
        }
    }

    private void Tell(Whisper whisper) => _ = Send(whisper);

    private async Task Send(Whisper whisper)
    {
        try { await hub.Clients.Group(LiveHub.GroupOf(whisper.Id)).LookHere(whisper.What); }
        catch (Exception e) { log.LogWarning("A page could not be told to look at {What}: {Cause}. It catches up when it reconnects", whisper.What, e.Message); }
    }

    private async Task Send(string poleId, long seq)
    {
        try { await hub.Clients.Group(poleId).LookAgain(seq); }
        catch (Exception e) { log.LogWarning("A page could not be told of event {Seq}: {Cause}. It catches up when it reconnects", seq, e.Message); }
    }
}
