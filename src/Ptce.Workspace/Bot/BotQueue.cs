namespace Ptce.Workspace;

/// <summary>Activities that were acknowledged and wait for their turn: conversations side by side, each in its own order.</summary>
public sealed class BotQueue(IServiceScopeFactory scopes, ILogger<BotQueue> log) : IHostedService, IDisposable
{
    public const int MostWaiting = 2000;
    private const int SideBySide = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Activity>> lines = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim slots = new(SideBySide);
    private readonly CancellationTokenSource abandon = new();
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;
    private bool closed;

    /// <summary>Keeps a place, to be used by <see cref="Add"/> or given back by <see cref="Leave"/>. False: full, or shutting down.</summary>
    public bool Reserve()
    {
        lock (gate)
        {
            if (closed || waiting >= MostWaiting) return false;
            waiting++;
            return true;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            waiting--;
            if (closed && waiting == 0) empty.TrySetResult();
        }
    }

    public void Add(Activity activity)
    {
        var conversation = activity.Conversation?.Id ?? "";
        lock (gate)
        {
            if (lines.TryGetValue(conversation, out var line))
            {
                line.Enqueue(activity);
                return;
            }
            lines[conversation] = line = new([activity]);
            _ = Task.Run(() => Drain(conversation, line));
        }
    }

    private async Task Drain(string conversation, Queue<Activity> line)
    {
        while (true)
        {
            Activity next;
            lock (gate)
            {
                if (line.Count == 0)
                {
                    lines.Remove(conversation);
                    return;
                }
                next = line.Dequeue();
            }
            await Take(next);
            Leave();
        }
    }

    private async Task Take(Activity activity)
    {
        await slots.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IBotTurns>().Turn(activity, abandon.Token);
        }
        catch (Exception e)
        {
            log.LogError(e, "A turn failed: {Type} in {Conversation}", activity.Type, activity.Conversation?.Id);
        }
        finally
        {
            slots.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What was acknowledged is finished before the program ends, as far as the host's patience goes.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (closed) return; // a host may stop twice, the second time after the end
            closed = true;
            if (waiting == 0) empty.TrySetResult();
        }
        try
        {
            await empty.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("The program ends with {Waiting} acknowledged activities unanswered", waiting);
        }
        await abandon.CancelAsync();
    }

    public void Dispose()
    {
        slots.Dispose();
        abandon.Dispose();
    }
}
