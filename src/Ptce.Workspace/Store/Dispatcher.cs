namespace Ptce.Workspace;

/// <summary>Pays what commands owe: woken by each commit that owes something, and by the clock for what must be tried again.</summary>
public sealed class Dispatcher(Db db, Deliveries deliveries, IEnumerable<IPayDeliveries> channels, TimeProvider clock, ILogger<Dispatcher> log) : BackgroundService
{
    public const int MostAttempts = 8;
    private const int MostAtOnce = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IPayDeliveries> _channels = channels.ToDictionary(c => c.Channel);
    private readonly SemaphoreSlim _woken = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        db.Owed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await PayWhatIsDue(stoppingToken);
                using var tick = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(_woken.WaitAsync(tick.Token), Task.Delay(Tick, clock, tick.Token));
                await tick.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        finally { db.Owed -= Wake; }
    }

    private void Wake() => _woken.Release();

    /// <summary>Pays everything that is due now; what fails waits for its own next try and holds nobody up.</summary>
    public async Task PayWhatIsDue(CancellationToken stop)
    {
        try
        {
            while (await deliveries.Lease(Lease, MostAtOnce) is { Count: > 0 } due)
                await Task.WhenAll(due.GroupBy(d => d.Channel).Select(channel => PayInTurn(channel, stop)));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The store did not answer the dispatcher; it asks again in {Seconds} s", Tick.TotalSeconds);
        }
    }

    private async Task PayInTurn(IEnumerable<Delivery> due, CancellationToken stop)
    {
        foreach (var owed in due)
        {
            try
            {
                if (!_channels.TryGetValue(owed.Channel, out var channel)) throw new InvalidOperationException($"Nobody pays the channel {owed.Channel}.");
                Db.Step("dispatch.before");
                await channel.Pay(owed, stop);
                Db.Step("dispatch.paid");
                await deliveries.Paid(owed);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogWarning("Delivery {Id} ({Channel}, {Topic}) failed at try {Attempt}: {Cause}", owed.Id, owed.Channel, owed.Topic, owed.Attempts, e.Message);
                await deliveries.Failed(owed, e.Message);
            }
        }
    }

    public override void Dispose()
    {
        _woken.Dispose();
        base.Dispose();
    }
}
