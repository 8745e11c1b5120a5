using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Ptce.Workspace.Bench;

/// <summary>A hub that does nothing but tell one group the same words as the product's: what fanning out costs at least. A process of its own, like the product.</summary>
public sealed class BareHub : Hub<ILivePage>
{
    public const string Verb = "bare-hub"; // bare-hub ADDRESS
    public static readonly Uri Say = new("/say", UriKind.Relative);

    private const string Everybody = "everybody";

    public async Task<long> Watch(string pole, string page, long lastSeq)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Everybody);
        return lastSeq;
    }

    public static async Task<int> Run(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.Urls.Add(address);
        app.MapHub<BareHub>("/live");
        app.MapGet("/", () => "bare");
        app.MapPost(Say.OriginalString + "/{seq}", async (long seq, IHubContext<BareHub, ILivePage> hub) =>
        {
            await hub.Clients.Group(Everybody).LookAgain(seq);
            return Results.Text(seq.ToString(CultureInfo.InvariantCulture));
        });
        await app.RunAsync();
        return 0;
    }
}
