namespace Ptce.Workspace;

/// <summary>Pays what commands owe: woken by each commit that owes something, and by the clock for what must be tried again.</summary>
/// <remarks>Each channel has a lane of its own, so that one which hangs or fails holds up no other.</remarks>
public sealed class Dispatcher : BackgroundService
{
    public const int MostAttempts = 8;
    private const int MostAtOnce = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <param name="Payer">Null for the lane of what nobody pays: it fails there, and is shown once it is parked.</param>
    private sealed record Lane(IPayDeliveries? Payer, SemaphoreSlim Woken);

    private readonly Db _db;
    private readonly Deliveries _deliveries;
    private readonly TimeProvider _clock;
    private readonly ILogger<Dispatcher> _log;
    private readonly List<string> _known;
    private readonly List<Lane> _lanes;

    public Dispatcher(Db db, Deliveries deliveries, IEnumerable<IPayDeliveries> channels, TimeProvider clock, ILogger<Dispatcher> log)
    {
        (_db, _deliveries, _clock, _log) = (db, deliveries, clock, log);
        _lanes = [.. channels.Append(null).Select(c => new Lane(c, new(0)))];
        _known = [.. _lanes.Select(l => l.Payer?.Channel).OfType<string>()];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _db.Owed += Wake;
        try { await Task.WhenAll(_lanes.Select(lane => Attend(lane, stoppingToken))); }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        finally { _db.Owed -= Wake; }
    }

    private void Wake()
    {
        foreach (var lane in _lanes) lane.Woken.Release();
    }

    private async Task Attend(Lane lane, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            while (lane.Woken.Wait(0, CancellationToken.None)) { } // many commits, one look
            await Pay(lane, stop);
            using var tick = CancellationTokenSource.CreateLinkedTokenSource(stop);
            await Task.WhenAny(lane.Woken.WaitAsync(tick.Token), Task.Delay(Tick, _clock, tick.Token));
            await tick.CancelAsync();
        }
    }

    /// <summary>Pays everything that is due now; what fails waits for its own next try and holds nobody up.</summary>
    public Task PayWhatIsDue(CancellationToken stop) => Task.WhenAll(_lanes.Select(lane => Pay(lane, stop)));

    private async Task Pay(Lane lane, CancellationToken stop)
    {
        try
        {
            foreach (var channel in lane.Payer is { } payer ? [payer.Channel] : (await _deliveries.Due()).Except(_known))
            {
                var until = _clock.GetUtcNow() + Lease;
                while (await _deliveries.Lease(channel, until, MostAtOnce) is { Count: > 0 } due)
                {
                    foreach (var owed in due) await Pay(lane.Payer, owed, until, stop);
                    until = _clock.GetUtcNow() + Lease;
                }
            }
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            _log.LogError(e, "The store did not answer the dispatcher; it asks again in {Seconds} s", Tick.TotalSeconds);
        }
    }

    private async Task Pay(IPayDeliveries? payer, Delivery owed, DateTimeOffset leasedUntil, CancellationToken stop)
    {
        // Those before it in the turn took long: the lease must outlast this one, or another node would pay it too.
        var now = _clock.GetUtcNow();
        if (leasedUntil - now < Lease / 2 && !await _deliveries.Prolong(owed, now + Lease)) return;
        try
        {
            if (payer is null) throw new InvalidOperationException($"Nobody pays the channel {owed.Channel}.");
            using var over = new CancellationTokenSource(Lease / 2, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stop);
            _db.Step("dispatch.before");
            await payer.Pay(owed, either.Token);
            _db.Step("dispatch.paid");
            await _deliveries.Paid(owed);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            _log.LogWarning("Delivery {Id} ({Channel}, {Topic}) failed at try {Attempt}: {Cause}", owed.Id, owed.Channel, owed.Topic, owed.Attempts, e.Message);
            await _deliveries.Failed(owed, e.Message);
        }
    }
}
