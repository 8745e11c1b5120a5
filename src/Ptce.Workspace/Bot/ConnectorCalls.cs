using System.Net;
using System.Net.Http.Headers;

namespace Ptce.Workspace;

/// <summary>One call to make.</summary>
/// <param name="Path">Below the service address, escaped.</param>
/// <param name="Repeatable">Doing it twice is doing it once, so it may be repeated even when nobody knows whether it arrived.</param>
public sealed record ConnectorCall(HttpMethod Method, ConversationAddress To, string Path, PaceKind Kind, bool Repeatable)
{
    public byte[]? Body { get; init; }
}

/// <summary>Makes calls to the channel: trusted address, our token, the channel's pace, and another try where that can help.</summary>
public sealed class ConnectorCalls(HttpClient http, ConnectorToken token, ServiceHosts hosts, ConnectorPace pace, TimeProvider clock, ILogger<ConnectorCalls> log)
{
    public const int Tries = 4;
    public const int LargestAnswer = 1024 * 1024; // bytes
    /// <summary>The service gives up by itself after about 15 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2), LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WithoutToken = TimeSpan.FromMinutes(5), AfterTries = TimeSpan.FromSeconds(30);

    /// <summary>How one try ended, and whether another is worth it now.</summary>
    private sealed record Try(ConnectorAnswer Answer, byte[]? Body = null, bool Again = false, TimeSpan? Wait = null, bool BadToken = false);

    public async Task<(ConnectorAnswer Answer, byte[]? Body)> Make(ConnectorCall call, CancellationToken stop)
    {
        if (hosts.Trusted(call.To.ServiceUrl) is not var (address, withToken)) return (new ConnectorAnswer.Declined(0, "service_url"), null);
        // An empty id would hit another route, and escaping leaves «..» alone, which climbs out of the path.
        if (call.Path.Split('?')[0][1..].Split('/').Any(segment => segment is "" or "." or "..")) return (new ConnectorAnswer.Declined(0, "id"), null);
        var (paceKey, renewed, mayHaveArrived) = (call.To.ConversationId is "" ? call.To.TenantId ?? "" : call.To.ConversationId, false, false);
        for (var tries = 1; ; tries++)
        {
            if (await pace.Turn(call.Kind, paceKey, call.To.TenantId, stop) is { } away) return (new ConnectorAnswer.Later(away, "pace", mayHaveArrived), null);

            string? bearer = null;
            try
            {
                if (withToken) bearer = await token.Get(stop);
            }
            catch (NoConnectorToken e)
            {
                log.LogError("No token for the channel: {Reason}", e.Message);
                return (new ConnectorAnswer.Later(WithoutToken, $"token_{e.Code}", mayHaveArrived), null);
            }

            var tried = await Once(call, address, bearer, stop);
            if (tried.BadToken && bearer is not null && !renewed)
            {
                token.Drop(bearer);
                (renewed, tries) = (true, tries - 1);
                continue;
            }
            var answer = tried.Answer;
            if (answer is ConnectorAnswer.Later later) answer = later with { MayHaveArrived = mayHaveArrived |= later.MayHaveArrived };
            var wait = tried.Wait ?? Backoff(tries);
            if (answer is ConnectorAnswer.Later { Code: "http_429" }) pace.Hold(call.Kind, paceKey, wait);
            if (!tried.Again || tries >= Tries || wait > LongestWait)
            {
                if (answer is not ConnectorAnswer.Done) log.LogWarning("{Method} to the channel ended with {Answer} after {Tries} tries", call.Method, answer, tries);
                return (answer, tried.Body);
            }
            await Task.Delay(wait, clock, stop);
        }
    }

    private async Task<Try> Once(ConnectorCall call, string address, string? bearer, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        using var request = new HttpRequestMessage(call.Method, address + call.Path);
        if (bearer is not null) request.Headers.Authorization = new("Bearer", bearer);
        if (call.Body is not null) request.Content = new ByteArrayContent(call.Body) { Headers = { ContentType = new("application/json", "utf-8") } };
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            // From here on the status is known; a body that breaks off takes nothing back.
            var body = await Body(response, either.Token);
            return Read(response.StatusCode, body, Asked(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            var neverOpen = e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError }
                || (e is OperationCanceledException && !limit.IsCancellationRequested); // the time to connect ran out
            var code = limit.IsCancellationRequested ? "timeout" : "connection";
            return new(new ConnectorAnswer.Later(AfterTries, code, MayHaveArrived: !neverOpen), Again: neverOpen || call.Repeatable);
        }
    }

    private static Try Read(HttpStatusCode status, byte[]? body, TimeSpan? asked)
    {
        var code = (int)status;
        var reason = ConnectorFault.Code(body) ?? $"http_{code}";
        return code switch
        {
            >= 200 and < 300 => new(new ConnectorAnswer.Done(null), body),
            // Twice in a row it is our registration that is wrong, not the message: it waits for the administrator.
            401 => new(new ConnectorAnswer.Later(WithoutToken, "http_401", false), BadToken: true),
            403 when ConnectorFault.Blocks(body) => new(new ConnectorAnswer.Unreachable(reason)),
            404 => new(new ConnectorAnswer.Gone(reason)),
            413 => new(new ConnectorAnswer.TooLarge()),
            412 or 429 or 503 => new(new ConnectorAnswer.Later(asked ?? AfterTries, $"http_{code}", false), Again: true, Wait: asked),
            // A gateway does not know whether the service behind it took the message; the channel's rules ask for another try.
            502 or 504 => new(new ConnectorAnswer.Later(asked ?? AfterTries, $"http_{code}", true), Again: true, Wait: asked),
            501 or 505 => new(new ConnectorAnswer.Declined(code, reason)),
            >= 500 => new(new ConnectorAnswer.Later(asked ?? AfterTries, $"http_{code}", true)),
            _ => new(new ConnectorAnswer.Declined(code, reason)),
        };
    }

    private static async Task<byte[]?> Body(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(stop);
            return await Bounded.Read(stream, LargestAnswer, stop);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private TimeSpan? Asked(RetryConditionHeaderValue? header) => (header?.Delta ?? header?.Date - clock.GetUtcNow()) switch
    {
        { } wait when wait > TimeSpan.Zero => wait,
        { } => TimeSpan.Zero,
        null => null,
    };

    /// <summary>2 s, 4 s, 8 s, … up to 20 s, ± 20 % so that a crowd does not come back together.</summary>
    private static TimeSpan Backoff(int tries)
    {
        var wait = FirstWait * Math.Pow(2, tries - 1);
        return (wait < LongestWait ? wait : LongestWait) * (0.8 + 0.4 * Random.Shared.NextDouble()) is var jittered && jittered < LongestWait ? jittered : LongestWait;
    }
}
