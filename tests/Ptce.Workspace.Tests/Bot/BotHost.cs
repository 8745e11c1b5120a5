using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ptce.Workspace.Tests;

/// <summary>The wire alone on a free port, with an engine that a test plays.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication host;

    private BotHost(WebApplication host) => this.host = host;

    public static async Task<BotHost> Start(FakeSigner signer, params (string Name, string Value)[] settings)
    {
        var environment = settings.FirstOrDefault(s => s.Name is "environment").Value ?? "Development";
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = FakeSigner.AppId,
            ["Bot:Tenant"] = "72f1c9a0-0000-4000-8000-000000000001",
            ["Bot:MetadataUrl"] = signer.MetadataUrl,
            ["Bot:LoginUrl"] = signer.Url,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddBot().AddSingleton<PlayedTurns>().AddSingleton<IBotTurns>(p => p.GetRequiredService<PlayedTurns>());
        var bot = new BotHost(builder.Build());
        bot.host.MapBot();
        await bot.host.StartAsync();
        bot.Http = new HttpClient { BaseAddress = new(bot.host.Urls.Single()) };
        return bot;
    }

    public HttpClient Http { get; private set; } = null!;
    public PlayedTurns Turns => host.Services.GetRequiredService<PlayedTurns>();

    public async Task<(HttpStatusCode Status, string Text)> Post(string body, string? authorization, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, BotEndpoint.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task Stop() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await host.DisposeAsync();
    }
}

/// <summary>Remembers what it accepted, and what had its turn, in order.</summary>
internal sealed class PlayedTurns : IBotTurns
{
    private readonly ConcurrentDictionary<(string?, string?), bool> seen = [];
    private readonly Channel<Activity> taken = Channel.CreateUnbounded<Activity>();

    public Func<Activity, Task<InvokeAnswer?>> Take { get; set; } = _ => Task.FromResult<InvokeAnswer?>(null);
    public bool Idle => taken.Reader.Count == 0;

    public async Task<Activity> Next() => await taken.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

    public Task<bool> Accept(Activity activity, CancellationToken stop) => Task.FromResult(seen.TryAdd((activity.Conversation?.Id, activity.Id), true));

    public async Task<InvokeAnswer?> Turn(Activity activity, CancellationToken stop)
    {
        var answer = await Take(activity);
        await taken.Writer.WriteAsync(activity, stop);
        return answer;
    }
}
