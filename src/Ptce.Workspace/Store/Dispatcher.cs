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
    private readonly Channels _channels;
    private readonly TimeProvider _clock;
    private readonly ILogger<Dispatcher> _log;
    private readonly List<string> _known;
    private readonly List<Lane> _lanes;

    public Dispatcher(Db db, Deliveries deliveries, IEnumerable<IPayDeliveries> channels, TimeProvider clock, ILogger<Dispatcher> log)
    {
        (_db, _deliveries, _channels, _clock, _log) = (db, deliveries, new Channels(db), clock, log);
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
                await Pay(lane, channel, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            _log.LogError(e, "The store did not answer the dispatcher; it asks again in {Seconds} s", Tick.TotalSeconds);
        }
    }

    /// <summary>A paused channel is probed with one delivery at a time; the first that passes opens it for all.</summary>
    private async Task Pay(Lane lane, string channel, CancellationToken stop)
    {
        var pause = await _channels.PauseOf(channel);
        if (pause?.ProbeAt > _clock.GetUtcNow()) return;
        var until = _clock.GetUtcNow() + Lease;
        while (await _deliveries.Lease(channel, until, pause is null ? MostAtOnce : 1) is { Count: > 0 } due)
        {
            for (var i = 0; i < due.Count; i++)
            {
                var came = await Pay(lane.Payer, due[i], until, stop);
                if (came == Came.Down)
                {
                    foreach (var spared in due.Skip(i + 1)) await _deliveries.PutOff(spared, _clock.GetUtcNow());
                    return;
                }
                if (came != Came.Through || pause is null) continue;
                await _channels.Back(channel);
                pause = null;
            }
            until = _clock.GetUtcNow() + Lease;
        }
    }

    /// <summary>What a try says about the channel: its provider answered (whatever it said), nobody asked it, or it is away.</summary>
    private enum Came { Through, Unasked, Down }

    private async Task<Came> Pay(IPayDeliveries? payer, Delivery owed, DateTimeOffset leasedUntil, CancellationToken stop)
    {
        // Those before it in the turn took long: the lease must outlast this one, or another node would pay it too.
        var now = _clock.GetUtcNow();
        if (leasedUntil - now < Lease / 2 && !await _deliveries.Prolong(owed, now + Lease)) return Came.Unasked;
        try
        {
            if (payer is null) throw new InvalidOperationException($"Nobody pays the channel {owed.Channel}.");
            using var over = new CancellationTokenSource(Lease / 2, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stop);
            _db.Step("dispatch.before");
            await payer.Pay(owed, either.Token);
            _db.Step("dispatch.paid");
            await _deliveries.Paid(owed);
            return Came.Through;
        }
        catch (NotYet wait)
        {
            await _deliveries.PutOff(owed, wait.Until);
            return Came.Unasked;
        }
        catch (ChannelDown down)
        {
            // Put off to the probe, behind the others: if this very one should be the reason, they still get through.
            var probe = await _channels.Failed(owed.Channel, down.Cause);
            _log.LogWarning("The channel {Channel} pauses until {Probe:u}: {Cause}", owed.Channel, probe, Masked.Text(down.Message));
            await _deliveries.PutOff(owed, probe);
            return Came.Down;
        }
        catch (CannotReach never)
        {
            _log.LogWarning("Delivery {Id} ({Channel}, {Topic}) is given up: {Cause}", owed.Id, owed.Channel, owed.Topic, Masked.Text(never.Message));
            await _deliveries.GiveUp(owed, never.Message);
            return Came.Through;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            _log.LogWarning("Delivery {Id} ({Channel}, {Topic}) failed at try {Attempt}: {Cause}", owed.Id, owed.Channel, owed.Topic, owed.Attempts, Masked.Text(e.Message));
            await _deliveries.Failed(owed, e.Message);
            return Came.Through;
        }
    }
}
