using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ptce.Workspace;

/// <summary>The bot's door: POST /api/messages. Says who may enter and hands the activity on; what is answered is <see cref="IBotTurns"/>' affair.</summary>
public static class BotEndpoint
{
    public const string Path = "/api/messages";
    public const int LargestBody = 256 * 1024; // bytes; Teams' own messages stay under 100 KB
    /// <summary>For the whole answer to an invoke. Teams shows an error after 5 to 15 s; handlers aim at 3.</summary>
    private static readonly TimeSpan InvokePatience = TimeSpan.FromSeconds(12);

    internal sealed class Door;

    /// <summary>The wire and its client. The program adds an <see cref="IBotTurns"/> of any lifetime.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(p => BotSettings.From(p.GetRequiredService<IConfiguration>(), p.GetRequiredService<IHostEnvironment>()));
        services.AddKeyedSingleton(BotSettings.Section, (_, _) => Http());
        services.AddSingleton(p => new ChannelToken(p.GetRequiredService<BotSettings>(),
            new SigningKeys(Http(p), p.GetRequiredService<BotSettings>(), p.GetRequiredService<BotSettings>().MetadataUrl, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<SigningKeys>>()),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new TabToken(Http(p), p.GetRequiredService<BotSettings>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new ConnectorToken(Http(p), p.GetRequiredService<BotSettings>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TurnedAway>().AddSingleton<ServiceHosts>().AddSingleton<ConnectorPace>().AddSingleton<Connector>();
        services.AddSingleton(p => new ConnectorCalls(Http(p), p.GetRequiredService<ConnectorToken>(), p.GetRequiredService<ServiceHosts>(),
            p.GetRequiredService<ConnectorPace>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<ConnectorCalls>>()));
        services.AddSingleton<BotQueue>().AddHostedService(p => p.GetRequiredService<BotQueue>());
        return services;
    }

    /// <summary>The program's own engine behind the wire, and the second turn of what it did not answer.</summary>
    public static IServiceCollection AddBotTurns(this IServiceCollection services) =>
        services.AddSingleton<IBotTurns, BotTurns>().AddHostedService<BotAgain>();

    /// <exception cref="CannotRun">The settings would open a door that must stay shut.</exception>
    public static IEndpointConventionBuilder MapBot(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<BotSettings>().Check();
        // The token is the whole protection: no cookie, no antiforgery, and nothing in the API document.
        return routes.MapPost(Path, Receive).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static HttpClient Http(IServiceProvider services) => services.GetRequiredKeyedService<HttpClient>(BotSettings.Section);

    /// <summary>No redirects: a token does not follow where an answer points.</summary>
    private static HttpClient Http() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = ConnectorCalls.LargestAnswer };

    private static async Task<IResult> Receive(HttpContext http, BotSettings settings, ChannelToken token, BotQueue queue, IBotTurns turns, TurnedAway away, TimeProvider clock, ILogger<Door> log)
    {
        var playground = FromPlayground(http, settings);
        ChannelProof? proof = null;
        if (!playground)
        {
            if (settings.AppId is "") return Results.Text(Words.Say(WhoAsks.Language(http), "teams.not_configured"), statusCode: StatusCodes.Status503ServiceUnavailable);
            (proof, var fault) = await token.Prove(http.Request.Headers.Authorization is [var header] ? header : null, http.RequestAborted);
            if (proof is null) return Shut(fault);
        }

        if (!http.Request.HasJsonContentType()) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await Bounded.Read(http.Request.Body, LargestBody, http.RequestAborted) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (Activity.Read(body, out var wrong) is not { } activity) return Results.Text(wrong, statusCode: StatusCodes.Status400BadRequest);

        var misfit = proof is not null ? token.Misfit(proof, activity.ChannelId, activity.ServiceUrl) : PlaygroundMisfit(activity, settings);
        if (misfit is not TokenFault.None) return Shut(misfit);
        if (!playground && !settings.ServesTenant(activity.TenantId))
        {
            log.LogWarning("An activity of tenant {Tenant} was turned away", activity.TenantId);
            away.Note(TokenFault.Tenant, activity.TenantId);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        return activity.IsInvoke || activity.ExpectsReplies ? await Answer(activity, turns, clock, log) : await Acknowledge(activity, turns, queue, http.RequestAborted);

        IResult Shut(TokenFault fault)
        {
            log.LogWarning("A knock at the bot's door was turned away: {Fault}", fault);
            away.Note(fault);
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task<IResult> Acknowledge(Activity activity, IBotTurns turns, BotQueue queue, CancellationToken stop)
    {
        if (!queue.Reserve()) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        var mine = false;
        try
        {
            mine = await turns.Accept(activity, stop);
        }
        finally
        {
            if (!mine) queue.Leave();
        }
        if (mine) queue.Add(activity);
        return Results.Ok();
    }

    private static async Task<IResult> Answer(Activity activity, IBotTurns turns, TimeProvider clock, ILogger log)
    {
        // Not tied to the connection: what a person clicked is finished even when their line breaks.
        using var limit = new CancellationTokenSource(InvokePatience, clock);
        InvokeAnswer? answer;
        try
        {
            answer = await turns.Turn(activity, limit.Token);
        }
        catch (Refused refused) when (activity.Name is "adaptiveCard/action")
        {
            answer = InvokeAnswer.Fault(400, refused.Key, refused.In(activity.Language()));
        }
        catch (Exception e)
        {
            log.LogError(e, "An invoke failed: {Name} in {Conversation}", activity.Name ?? activity.Type, activity.Conversation?.Id);
            answer = activity.Name is "adaptiveCard/action"
                ? InvokeAnswer.Fault(500, "failed", Words.Say(activity.Language(), "wire.turn_failed"))
                : new(StatusCodes.Status500InternalServerError);
        }
        answer ??= new(StatusCodes.Status501NotImplemented);
        return answer.Body is { } body ? Results.Json(body, WireJson.Options, statusCode: answer.Status) : Results.StatusCode(answer.Status);
    }

    /// <summary>
    /// The Agents Playground shows no token. It is let in by a Development host with the setting, from this very machine: a browser page
    /// (Origin), a tunnel or a proxy that forwards strangers to us (Host, Forwarded) does not count as this machine.
    /// </summary>
    private static bool FromPlayground(HttpContext http, BotSettings settings) =>
        settings is { Development: true, Playground: true }
        && http.Request.Headers.Authorization.Count == 0
        && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && !new[] { "Origin", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host" }.Any(http.Request.Headers.ContainsKey);

    private static TokenFault PlaygroundMisfit(Activity activity, BotSettings settings) =>
        activity.ChannelId is not { } channel || !settings.ServesChannel(channel) ? TokenFault.ChannelNotServed
        : Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) && service.IsLoopback ? TokenFault.None
        : TokenFault.ServiceUrl;
}
