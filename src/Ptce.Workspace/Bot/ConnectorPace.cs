namespace Ptce.Workspace;

/// <summary>What the channel counts separately (bot-protocol, throttling of bots in Teams).</summary>
public enum PaceKind { Send, Create, Read }

/// <summary>Keeps us under the channel's limits, per conversation and per tenant, by waiting a little before the call instead of hearing 429 after it.</summary>
/// <remarks>Sliding windows on a monotone clock. Calls of one conversation pass in the order they asked.</remarks>
public sealed class ConnectorPace(TimeProvider clock)
{
    /// <summary>The longest wait inside a call; above it the caller is told to come back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int MostWaiting = 100; // calls of one conversation
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private static readonly (int Calls, int Seconds)[] Writes = [(7, 1), (8, 2), (60, 30), (1800, 3600)];
    private static readonly (int Calls, int Seconds)[] Reads = [(14, 1), (16, 2), (120, 30), (3600, 3600)];
    private static readonly (int Calls, int Seconds)[] Tenant = [(50, 1)];

    private readonly Lock gate = new();
    private readonly Dictionary<(PaceKind Kind, string Key), Lane> lanes = [];
    private readonly Dictionary<string, Window> tenants = [];
    private TimeSpan sweptAt;

    /// <summary>Since an arbitrary start, never backwards: the wall clock may be set, a window may not.</summary>
    private TimeSpan Now => clock.GetElapsedTime(0);

    /// <summary>Waits for this call's turn and counts it.</summary>
    /// <returns>Null when the call may go; else how long the caller should stay away.</returns>
    public async Task<TimeSpan?> Turn(PaceKind kind, string conversation, string? tenant, CancellationToken stop)
    {
        Lane lane;
        lock (gate)
        {
            Sweep();
            lane = Of(kind, conversation);
            if (lane.Waiting >= MostWaiting) return Patience;
            lane.Waiting++;
        }
        try
        {
            await lane.Order.WaitAsync(stop);
            try
            {
                while (true)
                {
                    TimeSpan wait;
                    lock (gate)
                    {
                        var now = Now;
                        if (!tenants.TryGetValue(tenant ?? "", out var all)) tenants[tenant ?? ""] = all = new(Tenant);
                        wait = Longer(Longer(lane.Window.Wait(now), all.Wait(now)), lane.HeldUntil - now);
                        // A delay drops what is below a millisecond, and would come back here too early, again and again.
                        wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
                        if (wait <= TimeSpan.Zero)
                        {
                            lane.Window.Take(now);
                            all.Take(now);
                            return null;
                        }
                    }
                    if (wait > Patience) return wait;
                    await Task.Delay(wait, clock, stop);
                }
            }
            finally
            {
                lane.Order.Release();
            }
        }
        finally
        {
            lock (gate) lane.Waiting--;
        }
    }

    /// <summary>The channel said 429 for this conversation: nobody else tries before <paramref name="wait"/> is over.</summary>
    public void Hold(PaceKind kind, string conversation, TimeSpan wait)
    {
        lock (gate)
        {
            var lane = Of(kind, conversation);
            var until = Now + wait;
            if (until > lane.HeldUntil) lane.HeldUntil = until;
        }
    }

    private Lane Of(PaceKind kind, string conversation)
    {
        if (!lanes.TryGetValue((kind, conversation), out var lane)) lanes[(kind, conversation)] = lane = new(new(kind is PaceKind.Read ? Reads : Writes));
        return lane;
    }

    /// <summary>Conversations silent for an hour have no window left to count.</summary>
    private void Sweep()
    {
        var now = Now;
        if (now - sweptAt < Idle) return;
        sweptAt = now;
        foreach (var (key, lane) in lanes.ToList())
            if (lane.Waiting == 0 && lane.HeldUntil <= now && lane.Window.Last < now - Idle) lanes.Remove(key);
        foreach (var (key, window) in tenants.ToList())
            if (window.Last < now - Idle) tenants.Remove(key);
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private sealed class Lane(Window window)
    {
        public Window Window { get; } = window;
        public SemaphoreSlim Order { get; } = new(1, 1);
        public int Waiting { get; set; }
        public TimeSpan HeldUntil { get; set; }
    }

    /// <summary>When the last calls went, as many as the widest limit looks back on.</summary>
    private sealed class Window((int Calls, int Seconds)[] limits)
    {
        private readonly List<TimeSpan> calls = [];
        private readonly int most = limits.Max(l => l.Calls);

        public TimeSpan Last => calls.Count > 0 ? calls[^1] : TimeSpan.MinValue;

        public TimeSpan Wait(TimeSpan now)
        {
            var wait = TimeSpan.Zero;
            foreach (var (count, seconds) in limits)
                if (calls.Count >= count) wait = Longer(wait, calls[^count] + TimeSpan.FromSeconds(seconds) - now);
            return wait;
        }

        public void Take(TimeSpan now)
        {
            if (calls.Count == 2 * most) calls.RemoveRange(0, most);
            calls.Add(now);
        }
    }
}
