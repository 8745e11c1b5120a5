using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ptce.Workspace.Tests;

public sealed class WebhookAddressTests() : CastTest(On.Sqlite)
{
    [Theory]
    [InlineData("http://93.184.215.14/", "webhooks.not_https")]
    [InlineData("https://someone:secret@93.184.215.14/", "webhooks.not_https")]
    [InlineData("ftp://93.184.215.14/", "webhooks.not_https")]
    [InlineData("93.184.215.14", "webhooks.no_address")]
    [InlineData("https://127.0.0.1/", "webhooks.private")]
    [InlineData("https://localhost/", "webhooks.private")]
    [InlineData("https://10.1.2.3/", "webhooks.private")]
    [InlineData("https://192.168.1.1/", "webhooks.private")]
    [InlineData("https://172.31.0.1/", "webhooks.private")]
    [InlineData("https://169.254.169.254/latest/meta-data", "webhooks.private")]
    [InlineData("https://100.64.0.1/", "webhooks.private")]
    [InlineData("https://0x7f000001/", "webhooks.private")]
    [InlineData("https://[::1]/", "webhooks.private")]
    [InlineData("https://[fd00::1]/", "webhooks.private")]
    [InlineData("https://[::ffff:127.0.0.1]/", "webhooks.private")]
    [InlineData("https://[64:ff9b::7f00:1]/", "webhooks.private")]
    [InlineData("https://[2002:7f00:1::]/", "webhooks.private")]
    [InlineData("https://[fe80::1]/", "webhooks.private")]
    public async Task Only_a_public_https_address_is_told(string url, string reason)
    {
        var refused = await Assert.ThrowsAsync<Refused>(() => Get<Webhooks>().Add(Cast.Ines, url));
        Assert.Equal(("url", reason), (refused.Field, refused.Key));
    }

    [Fact]
    public async Task A_name_that_turned_private_since_is_not_spoken_to()
    {
        var (id, _) = await Get<Webhooks>().Add(Cast.Ines, "https://93.184.215.14/ptce");
        await Db.Write(null, tx => tx.Execute("update webhooks set url = 'https://localhost:1/'"));
        Assert.Equal("webhooks.no_answer", (await Assert.ThrowsAsync<Refused>(() => Get<Webhooks>().Test(Cast.Ines, id))).Key);
        Assert.DoesNotContain("whsec_", await Db.One<string>("select secret from webhooks"));
    }
}

public sealed class WebhooksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed record Post(string Event, string Delivery, string Timestamp, string Signature, string Body);

    [Fact]
    public async Task Each_event_reaches_the_address_signed_with_names_and_ids_only_and_comes_again_after_a_failure()
    {
        var posts = new ConcurrentQueue<Post>();
        var down = false;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var listener = builder.Build();
        listener.MapPost("/hook", async (HttpRequest request) =>
        {
            if (down) return Results.StatusCode(500);
            using var body = new StreamReader(request.Body);
            posts.Enqueue(new(request.Headers["Ptce-Event"]!, request.Headers["Ptce-Delivery"]!, request.Headers["Ptce-Timestamp"]!, request.Headers["Ptce-Signature"]!, await body.ReadToEndAsync()));
            return Results.NoContent();
        });
        await listener.StartAsync(Stop);

        await using var app = await App.Start(environment: "Development");
        var here = $"/p/{app.Cast.Pole.Slug}/webhooks";
        var ines = app.SignedIn(app.Cast.Ines);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.Post(here + "?handler=Add", new() { ["url"] = listener.Urls.First() + "/hook" })).StatusCode);
        var secret = (await ines.Page(here)).QuerySelector("#secret code")!.TextContent;
        Assert.StartsWith("whsec_", secret);
        Assert.Null((await ines.Page(here)).QuerySelector("#secret")); // once
        var id = await app.Db.One<string>("select id from webhooks");
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.Post(here + "?handler=Test", new() { ["id"] = id })).StatusCode);
        Assert.Equal("Test", Assert.Single(posts).Event);

        await app.Get<Contributions>().Log(app.Cast.Amina, [new(app.Clock.Today, 120, "default", "cotech", Note: "secret")], "web");
        await Soon.True(() => posts.Any(p => p.Event == "ContributionLogged"));
        var post = posts.Single(p => p.Event == "ContributionLogged");
        Assert.Equal("v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{post.Timestamp}.{post.Body}"))), post.Signature);
        Assert.Equal(["at", "event", "id", "pole", "seq", "subject"], JsonDocument.Parse(post.Body).RootElement.EnumerateObject().Select(p => p.Name).Order());
        Assert.DoesNotContain("secret", post.Body);

        await ines.Post(here + "?handler=Choose", new() { ["id"] = id, ["events"] = nameof(ContributionLogged) });
        Assert.Contains("événements choisis : 1", (await ines.Page(here)).Says($"#webhook-{id}"));
        Assert.Contains("a choisi ce dont", (await ines.Page($"/p/{app.Cast.Pole.Slug}")).Says("main"));
        await app.Get<Offers>().Post(app.Cast.Amina, new("locaux", "Salle"), "web");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ines.Post(here + "?handler=Choose", new() { ["id"] = id, ["events"] = "Nonsense" })).StatusCode);

        down = true;
        await app.Get<Contributions>().Log(app.Cast.Amina, [new(app.Clock.Today, 60, "default", "cotech")], "web");
        await Soon.True(async () => await app.Db.One<long>("select count(*) from deliveries where channel = 'webhook' and error is not null") == 1);
        down = false;
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Soon.True(() => posts.Count(p => p.Event == "ContributionLogged") == 2, "The webhook was not tried again.");

        await ines.Post(here + "?handler=Remove", new() { ["id"] = id });
        await app.Get<Contributions>().Log(app.Cast.Amina, [new(app.Clock.Today, 30, "default", "cotech")], "web");
        Assert.Equal(0, await app.Db.One<long>("select count(*) from deliveries where channel = 'webhook' and delivered_at is null"));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Chloe).GetAsync(here, Stop)).StatusCode);
        Assert.Equal(2, posts.Count(p => p.Event == "ContributionLogged"));
        Assert.DoesNotContain(posts, p => p.Event == nameof(OfferPosted)); // was not chosen
    }

    [Fact]
    public async Task A_listener_that_hangs_is_cut_off_its_tries_are_counted_and_it_is_parked_in_the_end()
    {
        using var deaf = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0); // takes the call, and never says a word
        deaf.Start();
        await using var app = await App.Start(environment: "Development", settings: new() { ["Webhooks:PatienceSeconds"] = "0.2" });
        var (id, _) = await app.Get<Webhooks>().Add(app.Cast.Ines, $"http://127.0.0.1:{((IPEndPoint)deaf.LocalEndpoint).Port}/", [nameof(ContributionLogged)]);
        await app.Get<Contributions>().Log(app.Cast.Amina, [new(app.Clock.Today, 60, "default", "cotech")], "web");
        await Soon.True(async () => await app.Db.One<long>("select count(*) from deliveries where channel = 'webhook' and error is not null and attempts = 1") == 1, "The first try was not cut off.");
        var cause = await app.Db.One<string>("select error from deliveries where channel = 'webhook' and error is not null");
        Assert.Contains("en 0,2 s", Cause.In(new("fr"), cause), StringComparison.Ordinal);
        Assert.Contains("within 0.2 s", Cause.In(new("en"), cause), StringComparison.Ordinal);

        await app.Db.Write(null, tx => tx.Execute("update deliveries set attempts = @last where channel = 'webhook'", new { last = Dispatcher.MostAttempts - 1 }));
        app.Clock.Advance(TimeSpan.FromSeconds(30)); // past the rest, and well within the lease of the try that follows
        await Soon.True(async () => await app.Db.One<long>("select count(*) from deliveries where channel = 'webhook' and parked_at is not null") == 1, "It was not given up.");

        var parked = Assert.Single(await app.Get<Deliveries>().GivenUp(app.Cast.Chloe));
        Assert.Equal("L'autre logiciel n'a pas répondu en 0,2 s : l'appel a été coupé.", Cause.In(new Say("fr"), parked.Error).Plain());
        Assert.StartsWith(id, parked.SubjectId);
    }
}
