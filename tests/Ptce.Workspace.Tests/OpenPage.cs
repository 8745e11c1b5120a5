using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.TestHost;

namespace Ptce.Workspace.Tests;

/// <summary>A page held open: the live hub's JSON protocol over a WebSocket, in process.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebSocket _socket;
    private readonly Channel<JsonElement> _heard = Channel.CreateUnbounded<JsonElement>();
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> _asked = [];
    private readonly Task _reading;

    private OpenPage(WebSocket socket)
    {
        _socket = socket;
        _reading = Read();
    }

    internal static async Task<OpenPage> On(TestServer server, Cookie session)
    {
        var client = server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers.Cookie = $"{session.Name}={session.Value}";
        var page = new OpenPage(await client.ConnectAsync(new Uri(server.BaseAddress, "live"), CancellationToken.None));
        await page.Send(new { protocol = "json", version = 1 });
        return page;
    }

    /// <summary>Subscribes to a pole; answers its last event number.</summary>
    /// <exception cref="InvalidOperationException">The hub refused, with its words.</exception>
    public async Task<long> Watch(string pole, string page = "/", long lastSeq = 0) => (await Ask("Watch", pole, page, lastSeq)).GetInt64();

    /// <summary>Enters the room of a meeting.</summary>
    /// <exception cref="InvalidOperationException">The hub refused, with its words.</exception>
    public Task Sit(string pole, string meeting) => Ask("Sit", pole, meeting);

    /// <summary>Says where in the room its person writes.</summary>
    /// <exception cref="InvalidOperationException">The hub refused, with its words.</exception>
    public Task Write(string place, int paragraph) => Ask("Write", place, paragraph);

    /// <summary>The arguments of the next message of this name; other messages on the way are let go.</summary>
    public async Task<JsonElement> Hear(string message)
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var heard in _heard.Reader.ReadAllAsync(patience.Token))
            if (heard.GetProperty("target").GetString() == message) return heard.GetProperty("arguments");
        throw new InvalidOperationException($"The connection ended before {message} came.");
    }

    /// <summary>Whether a message of this name is here already.</summary>
    public bool Heard(string message)
    {
        while (_heard.Reader.TryRead(out var heard))
            if (heard.GetProperty("target").GetString() == message) return true;
        return false;
    }

    private async Task<JsonElement> Ask(string method, params object[] arguments)
    {
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        string id;
        lock (_asked) _asked[id = $"{_asked.Count}"] = answer;
        await Send(new { type = 1, invocationId = id, target = method, arguments });
        var message = await answer.Task.WaitAsync(Patience);
        return message.TryGetProperty("error", out var error) ? throw new InvalidOperationException(error.GetString()) : message.GetProperty("result");
    }

    private Task Send(object message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + End), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task Read()
    {
        var buffer = new byte[16 * 1024];
        var text = new StringBuilder();
        try
        {
            while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (!part.EndOfMessage) continue;
                foreach (var message in text.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries)) Take(JsonDocument.Parse(message).RootElement);
                text.Clear();
            }
        }
        catch (Exception e) when (e is IOException or WebSocketException or ObjectDisposedException) { }
        _heard.Writer.TryComplete();
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("type", out var type)) return; // the handshake's answer
        if (type.GetInt32() == 1) _heard.Writer.TryWrite(message);
        if (type.GetInt32() == 3)
            lock (_asked) _asked[message.GetProperty("invocationId").GetString()!].TrySetResult(message);
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }
}
