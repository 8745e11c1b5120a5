using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace Ptce.Workspace.Bench;

/// <summary>Many open pages on one hub, each a WebSocket that listens for "look again".</summary>
public sealed class Crowd : IAsyncDisposable
{
    private const byte End = 0x1e; // of a message in the hub's JSON protocol
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<ClientWebSocket> _pages = [];
    private readonly long[] _seen;
    private long _awaited = long.MaxValue, _first;
    private int _missing;
    private TaskCompletionSource _all = new();

    private Crowd(int pages) => _seen = new long[pages];

    /// <summary>The highest number anybody has heard.</summary>
    public long Latest => _seen.Max();

    /// <param name="cookies">Of a session; empty for a hub that asks nobody.</param>
    public static async Task<Crowd> Gather(Uri site, string cookies, string pole, int pages)
    {
        var crowd = new Crowd(pages);
        var hub = new UriBuilder(new Uri(site, "/live")) { Scheme = "ws" }.Uri;
        for (var i = 0; i < pages; i++)
        {
            var page = new ClientWebSocket();
            if (cookies is not "") page.Options.SetRequestHeader("Cookie", cookies);
            await page.ConnectAsync(hub, CancellationToken.None);
            crowd._pages.Add(page);
            await Send(page, """{"protocol":"json","version":1}""");
            // A page of its own: who else is on it is another trial.
            await Send(page, string.Create(CultureInfo.InvariantCulture, $$"""{"type":1,"invocationId":"w","target":"Watch","arguments":["{{pole}}","/{{i}}",0]}"""));
            _ = crowd.Listen(page, i);
        }
        return crowd;
    }

    /// <summary>Does something, and waits until every page has heard of it.</summary>
    /// <param name="seq">The number of what is done.</param>
    /// <returns>Seconds from the first page that heard of it to the last.</returns>
    public async Task<double> Hear(long seq, Func<Task> done)
    {
        _first = 0;
        _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _missing = _seen.Length;
        Volatile.Write(ref _awaited, seq);
        await done();
        await _all.Task.WaitAsync(Patience);
        return Stopwatch.GetElapsedTime(_first).TotalSeconds;
    }

    private async Task Listen(ClientWebSocket page, int number)
    {
        var buffer = new byte[4096];
        try
        {
            for (var length = 0; await page.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part;)
            {
                length += part.Count;
                if (buffer[length - 1] != End) continue;
                foreach (var message in Encoding.UTF8.GetString(buffer, 0, length).Split((char)End, StringSplitOptions.RemoveEmptyEntries)) Take(message, number);
                length = 0;
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException) { }
    }

    private void Take(string message, int number)
    {
        const string Said = "\"target\":\"LookAgain\",\"arguments\":[";
        if (message.IndexOf(Said, StringComparison.Ordinal) is not (>= 0 and var at)) return;
        var seq = long.Parse(message.AsSpan(at + Said.Length, message.IndexOf(']', at) - at - Said.Length), CultureInfo.InvariantCulture);
        var before = _seen[number];
        _seen[number] = seq;
        var awaited = Volatile.Read(ref _awaited);
        if (before >= awaited || seq < awaited) return;
        Interlocked.CompareExchange(ref _first, Stopwatch.GetTimestamp(), 0);
        if (Interlocked.Decrement(ref _missing) == 0) _all.TrySetResult();
    }

    private static Task Send(ClientWebSocket page, string message) =>
        page.SendAsync(Encoding.UTF8.GetBytes(message + (char)End), WebSocketMessageType.Text, true, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        foreach (var page in _pages) page.Dispose();
        return ValueTask.CompletedTask;
    }
}
