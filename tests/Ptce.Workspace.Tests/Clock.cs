namespace Ptce.Workspace.Tests;

/// <summary>A clock that stands still until a test turns it. Waits made with it end when it is turned past them.</summary>
public sealed class Clock : TimeProvider
{
    /// <summary>Thursday 19 November 2026, 10:00 in Paris.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 19, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<Waiting> _timers = [];
    private DateTimeOffset _now = Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    /// <summary>Today in Paris.</summary>
    public DateOnly Today => Zones.Day(GetUtcNow(), "Europe/Paris");

    /// <summary>How many waits are pending: a test turns the clock once what it tests has begun to wait.</summary>
    public int Pending
    {
        get { lock (_gate) return _timers.Count; }
    }

    /// <summary>Turns the clock on; every timer on the way rings at its own instant, in order.</summary>
    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (NextBefore(until) is { } timer) timer.Ring();
    }

    /// <summary>Sets the clock to a later instant.</summary>
    public void AdvanceTo(DateTimeOffset at) => Advance(at - GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Waiting? NextBefore(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(t => t.DueAt <= until).MinBy(t => t.DueAt);
            var at = next?.DueAt ?? until;
            if (at > _now) _now = at;
            next?.Rearm();
            return next;
        }
    }

    private sealed class Waiting(Clock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset DueAt { get; private set; }

        public void Ring() => callback(state);

        public void Rearm()
        {
            if (_period > TimeSpan.Zero) DueAt += _period;
            else clock._timers.Remove(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                DueAt = clock._now + dueTime;
                if (dueTime > TimeSpan.Zero)
                {
                    clock._timers.Add(this);
                    return true;
                }
                if (period > TimeSpan.Zero)
                {
                    DueAt += period;
                    clock._timers.Add(this);
                }
            }
            ThreadPool.QueueUserWorkItem(_ => Ring());
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
