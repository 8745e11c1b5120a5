namespace Ptce.Workspace;

/// <summary>Gives what was acknowledged and not answered another turn: after a crash, after the channel had no time for us.</summary>
public sealed class BotAgain(Acknowledged acknowledged, BotQueue queue, Db db, TimeProvider clock, ILogger<BotAgain> log) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A file of ours alone: what is unfinished at the start is left from a program that died.
        if (db is SqliteDb) await acknowledged.Release();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try { await Take(); }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested) { log.LogError(e, "What waits for a turn could not be read"); }
                await Task.Delay(Tick, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    /// <summary>Queues what is due.</summary>
    public async Task Take()
    {
        foreach (var activity in await acknowledged.Due(MostAtOnce))
            if (queue.Reserve()) queue.Add(activity); // no place: it is due again in a while
    }
}
