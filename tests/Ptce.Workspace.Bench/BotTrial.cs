using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ptce.Workspace.Bench;

/// <summary>Turns of the bot, each kept durably, understood and answered through the connector, beside botbuilder's echo, which stores nothing.</summary>
/// <remarks>The peer is a folder with peer-bot.mjs and node's botbuilder beside it, given as <c>--peer FOLDER</c>; without one, only our own figure is told.</remarks>
public sealed class BotTrial : Trial
{
    private const int People = 400, Tenants = 40, AtOnce = 16, Warm = 8; // many of each: the wire keeps under the channel's limits per conversation and per tenant
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public override string Name => "bot";

    private sealed record Someone(int Number, string TenantId, string ObjectId);

    public override async IAsyncEnumerable<Ratio> Run(Workbench bench)
    {
        var people = Enumerable.Range(0, People).Select(i => new Someone(i, string.Create(CultureInfo.InvariantCulture, $"tenant-{i % Tenants}"), Guid.CreateVersion7().ToString())).ToList();
        await using (var slices = await bench.Slices(Name)) await Link(slices, people);
        await using var connector = await Connector.Open();
        await using var product = await Served.Start(AppContext.BaseDirectory, bench.FolderOf(Name), "Development");
        for (var i = 0; i < Warm; i++) await Talk(product.Address, connector, people, -1 - i); // until what runs often is compiled for good
        if (bench.Peer is not { } folder || !File.Exists(Path.Combine(folder, "peer-bot.mjs")))
        {
            var alone = await Talk(product.Address, connector, people, 0);
            yield return new("bot turns (no peer: --peer FOLDER)", alone, 0, AtMost: false, "each kept durably and answered", "/s");
            yield break;
        }
        await using var peer = await Served.StartNode(Path.Combine(folder, "peer-bot.mjs"));
        for (var i = 0; i < Warm; i++) await Talk(peer.Address, connector, people, -1 - i);
        var processor = product.Processor;
        var (ours, theirs) = await Interleaved(bench.Rounds, round => Talk(product.Address, connector, people, round), round => Talk(peer.Address, connector, people, round));
        yield return new("bot turn / botbuilder echo", ours / theirs, 4, AtMost: false, string.Create(CultureInfo.InvariantCulture, $"{ours:N0} turns/s kept durably, {theirs:N0} turns/s that store nothing; a turn takes {(product.Processor - processor).TotalMicroseconds / (bench.Rounds * People):N0} µs of a processor"));
    }

    private static async Task Link(ServiceProvider slices, IReadOnlyList<Someone> people)
    {
        var pole = await new Ledger(slices).Found("Pôle bavard", 14, People);
        var db = slices.GetRequiredService<Db>();
        var ids = await db.Read<string>("select distinct person_id from mandates where pole_id = @Id and organisation_id is not null order by person_id", new { pole.Id });
        await db.Write(pole.Id, async tx =>
        {
            foreach (var someone in people)
                await tx.Execute("insert into teams_accounts (tenant_id, object_id, person_id, known_by, linked_at) values (@TenantId, @ObjectId, @person, 'code', @Now)",
                    new { someone.TenantId, someone.ObjectId, person = ids[someone.Number], tx.Now });
        });
    }

    /// <summary>Everybody says one thing, sixteen at a time.</summary>
    /// <returns>Turns answered in a second.</returns>
    private static async Task<double> Talk(Uri bot, Connector connector, IReadOnlyList<Someone> people, int round)
    {
        using var client = new HttpClient { BaseAddress = bot };
        var answered = connector.Expect(people.Count);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (someone, stop) =>
        {
            using var answer = await client.PostAsJsonAsync("/api/messages", Message(someone, connector.Address, round), stop);
            answer.EnsureSuccessStatusCode();
        });
        await answered.WaitAsync(Patience);
        return people.Count / watch.Elapsed.TotalSeconds;
    }

    private static object Message(Someone someone, Uri connector, int round) => new
    {
        type = "message",
        id = string.Create(CultureInfo.InvariantCulture, $"m{someone.Number}-{round}"),
        channelId = "msteams",
        serviceUrl = connector,
        from = new { id = $"29:{someone.ObjectId}", name = "Alice", aadObjectId = someone.ObjectId },
        conversation = new { id = string.Create(CultureInfo.InvariantCulture, $"a:conv{someone.Number}"), conversationType = "personal", tenantId = someone.TenantId },
        recipient = new { id = "28:bot", name = "Bot" },
        text = "1h hier au cotech",
        textFormat = "plain",
        locale = "fr-FR",
        channelData = new { tenant = new { id = someone.TenantId } },
    };

    /// <summary>The channel's side: takes what bots say, and counts it.</summary>
    private sealed class Connector(WebApplication app) : IAsyncDisposable
    {
        private int _missing;
        private TaskCompletionSource _all = new();

        public Uri Address { get; } = new(app.Urls.First());

        public static async Task<Connector> Open()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            Connector? connector = null;
            app.MapPost("/v3/conversations/{id}/activities/{activity?}", async (HttpRequest said) =>
            {
                using var body = await System.Text.Json.JsonDocument.ParseAsync(said.Body);
                if (body.RootElement.GetProperty("type").GetString() is "message") connector!.Heard();
                return Results.Json(new { id = Guid.CreateVersion7() }, statusCode: StatusCodes.Status201Created);
            });
            await app.StartAsync();
            return connector = new(app);
        }

        public Task Expect(int answers)
        {
            (_all, _missing) = (new(TaskCreationOptions.RunContinuationsAsynchronously), answers);
            return _all.Task;
        }

        private void Heard()
        {
            if (Interlocked.Decrement(ref _missing) == 0) _all.TrySetResult();
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
