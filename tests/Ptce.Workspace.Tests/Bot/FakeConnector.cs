using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ptce.Workspace.Tests;

internal sealed record FakeCall(string Method, string Path, string Query, string? Bearer, JsonNode? Body);

/// <summary>The channel's service on a free port: takes what it is sent, unless the next line of its script says otherwise. Plays Entra's token address, too.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication host;
    private int tokens, hanging;

    private FakeConnector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        host.Run(Take);
    }

    public static async Task<FakeConnector> Start()
    {
        var connector = new FakeConnector();
        await connector.host.StartAsync();
        return connector;
    }

    public string Url => host.Urls.Single();
    /// <summary>Every call to the service, answered or not.</summary>
    public ConcurrentQueue<FakeCall> Calls { get; } = [];
    /// <summary>What people saw: messages taken for good.</summary>
    public ConcurrentQueue<FakeCall> Shown { get; } = [];
    /// <summary>How the next calls are answered; empty: normally.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Script { get; } = [];
    public ConcurrentQueue<FakeCall> TokenCalls { get; } = [];
    public Func<HttpContext, Task>? TokenScript { get; set; }
    /// <summary>Seconds.</summary>
    public object Life { get; set; } = 3600;
    public SemaphoreSlim Arrived { get; } = new(0);
    /// <summary>Calls that will never be answered.</summary>
    public int Hanging => Volatile.Read(ref hanging);

    public void Answers(int status, string body = "", string? retryAfter = null, int times = 1)
    {
        for (var i = 0; i < times; i++)
            Script.Enqueue(async http =>
            {
                http.Response.StatusCode = status;
                if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
                await http.Response.WriteAsync(body);
            });
    }

    /// <summary>Reads the message, shows it when <paramref name="afterTaking"/>, and dies without a word.</summary>
    public void Dies(bool afterTaking = false) => Script.Enqueue(async http =>
    {
        if (afterTaking) Shown.Enqueue(Calls.Last());
        http.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
        await Task.CompletedTask;
    });

    public void Hangs() => Script.Enqueue(async http =>
    {
        Interlocked.Increment(ref hanging);
        await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        Interlocked.Decrement(ref hanging);
    });

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var call = new FakeCall(http.Request.Method, http.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0], http.Request.QueryString.Value ?? "",
            http.Request.Headers.Authorization.ToString() is { Length: > 7 } header ? header[7..] : null,
            text is "" ? null : text[0] is '{' ? JsonNode.Parse(text) : JsonValue.Create(text));
        if (call.Path.EndsWith("/token", StringComparison.Ordinal))
        {
            TokenCalls.Enqueue(call);
            if (TokenScript is { } script) await script(http);
            else await http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = Life, access_token = $"token-{Interlocked.Increment(ref tokens)}" });
            return;
        }
        Calls.Enqueue(call);
        Arrived.Release();
        if (Script.TryDequeue(out var next))
        {
            await next(http);
            return;
        }
        if (call.Method is "GET")
        {
            await http.Response.WriteAsJsonAsync(Told(call));
            return;
        }
        Shown.Enqueue(call);
        http.Response.StatusCode = call.Method is "POST" ? 201 : 200;
        await http.Response.WriteAsJsonAsync(new { id = $"m{Shown.Count}" });
    }

    // The general channel of a team has no name of its own.
    private static object Told(FakeCall call) => call.Path switch
    {
        var path when path.EndsWith("/pagedmembers", StringComparison.Ordinal) => Page(call.Query),
        var path when path.EndsWith("/conversations", StringComparison.Ordinal) => new { conversations = new[] { new { id = "19:team1@thread.tacv2", name = (string?)null }, new { id = "19:projets@thread.tacv2", name = (string?)"Projets" } } },
        var path when path.Contains("/v3/teams/", StringComparison.Ordinal) => new { id = "19:team1@thread.tacv2", name = "Coopérative" },
        _ => new { id = "29:1alice", name = "Alice Martin" },
    };

    private static object Page(string query) => query.Contains("continuationToken=two%2F2", StringComparison.Ordinal)
        ? new { members = new[] { new { id = "29:1chloe", aadObjectId = "c", name = "Chloé" } }, continuationToken = (string?)null }
        : new { members = new[] { new { id = "29:1alice", aadObjectId = "a", name = "Alice" }, new { id = "29:1bruno", aadObjectId = "b", name = "Bruno" } }, continuationToken = (string?)"two/2" };

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(new CancellationToken(canceled: true));
        await host.DisposeAsync();
        Arrived.Dispose();
    }
}

/// <summary>Counts the calls the program made and has no answer to yet.</summary>
internal sealed class OnTheWay() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        try { return await base.SendAsync(request, cancellationToken); }
        finally { Interlocked.Decrement(ref _count); }
    }
}

/// <summary>Takes calls for Microsoft's own hosts to the fake instead, as a proxy would: the client believes it speaks https to the real address.</summary>
internal sealed class Detour(Func<string> to) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    public ConcurrentQueue<Uri> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Enqueue(request.RequestUri!);
        if (!request.RequestUri!.IsLoopback) request.RequestUri = new(to() + request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
