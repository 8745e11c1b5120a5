using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Ptce.Workspace;

public sealed partial class Webhooks
{
    private const int Portion = 200;
    private const double UsualPatienceSeconds = 10;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);
    internal static readonly string[] NotTold = [nameof(WebhookAdded), nameof(WebhookChosen), nameof(WebhookRemoved)];

    /// <summary>How long an address may take to answer.</summary>
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("Webhooks:PatienceSeconds", UsualPatienceSeconds), 0.1, 60));

    private readonly ConcurrentDictionary<string, DateTimeOffset> _away = [];
    private HttpClient? _http;

    private sealed record Address(string Id, string Url, string Secret);

    private sealed record Told(string Id, long Seq, DateTimeOffset At, string Name, string SubjectId);

    /// <summary>Owes the pole's new events to its addresses. Called after each commit, and for what a stop left behind.</summary>
    public async Task HandOver(string poleId)
    {
        foreach (var id in await db.Read<string>("""
            select w.id from webhooks w join poles p on p.id = w.pole_id where w.pole_id = @poleId and w.ended_at is null and w.seq < p.seq
            """, new { poleId }))
            while (await db.Write(poleId, tx => HandOver(tx, poleId, id)) == Portion) { }
    }

    /// <summary>The poles that tell some address what happens in them.</summary>
    internal Task<IReadOnlyList<string>> Watched() => db.Read<string>("select distinct pole_id from webhooks where ended_at is null");

    private static async Task<int> HandOver(Tx tx, string poleId, string id)
    {
        var to = await tx.MaybeOne<(long Seq, string? Events)?>("select seq, events from webhooks where id = @id and ended_at is null", new { id });
        if (to is not var (from, chosen)) return 0;
        var told = chosen?.Split(' ');
        var events = await tx.Read<(long Seq, string Name)>("select seq, name from events where pole_id = @poleId and seq > @from order by seq limit @Portion", new { poleId, from, Portion });
        if (events.Count == 0) return 0;
        foreach (var (seq, name) in events)
            if (told?.Contains(name) ?? !NotTold.Contains(name)) await tx.Owe("webhook", name, $"{id}/{seq}", poleId, dedupe: $"webhook-{id}-{seq}");
        await tx.Execute("update webhooks set seq = @seq where id = @id", new { id, seq = events[^1].Seq });
        return events.Count;
    }

    /// <summary>Sends one event to one address.</summary>
    internal async Task Pay(Delivery owed, CancellationToken stop)
    {
        if (owed.SubjectId.Split('/') is not [var id, var seq]) return;
        var address = await db.MaybeOne<Address>("select id, url, secret from webhooks where id = @id and ended_at is null", new { id });
        if (address is null) return; // removed meanwhile
        if (_away.TryGetValue(id, out var until) && until > clock.GetUtcNow()) throw new NotYet(until); // the others go first
        var told = await db.One<Told>("select id, seq, at, name, subject_id from events where pole_id = @PoleId and seq = @seq", new { owed.PoleId, seq = long.Parse(seq, CultureInfo.InvariantCulture) });
        try
        {
            var status = await Send(address, owed.Id, told.Name, new { id = told.Id, @event = told.Name, pole = owed.PoleId, seq = told.Seq, at = told.At.ToUnixTimeMilliseconds(), subject = told.SubjectId }, stop);
            if (status == HttpStatusCode.Gone) throw new CannotReach(new("webhooks.cause.gone"));
            if ((int)status is < 200 or > 299) throw new HttpRequestException($"HTTP {(int)status}");
            _away.TryRemove(id, out _);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            _away[id] = clock.GetUtcNow() + Rest;
            // Cut off: a try like any other, that says so in words.
            if (e is TaskCanceledException) throw new TimeoutException(new Cause("webhooks.cause.silent", Cause.Seconds(_patience)).Stored, e);
            throw;
        }
    }

    /// <summary>Sends a test now, and says what came back.</summary>
    /// <returns>The HTTP status.</returns>
    /// <exception cref="NotHere">No such address in the actor's pole.</exception>
    /// <exception cref="Refused">Nobody answered, or not with success.</exception>
    public async Task<int> Test(Actor actor, string id)
    {
        actor.Must(Act.ManageWebhooks);
        var address = await db.MaybeOne<Address>("select id, url, secret from webhooks where id = @id and pole_id = @PoleId and ended_at is null", new { id, actor.PoleId }) ?? throw new NotHere();
        try
        {
            var status = (int)await Send(address, Ids.New(), "Test", new { id = Ids.New(), @event = "Test", pole = actor.PoleId, seq = 0, at = clock.GetUtcNow().ToUnixTimeMilliseconds(), subject = id }, CancellationToken.None);
            Refused.If(status is < 200 or > 299, "", "webhooks.answered_no", new Uri(address.Url).Authority, status);
            return status;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException) { throw new Refused("", "webhooks.no_answer", new Uri(address.Url).Authority, e.Message); }
    }

    private async Task<HttpStatusCode> Send(Address to, string deliveryId, string name, object body, CancellationToken stop)
    {
        _http ??= PublicAddress.Client(OnThisMachine, _patience);
        var text = JsonSerializer.SerializeToUtf8Bytes(body);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, to.Url) { Content = new ByteArrayContent(text) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Ptce-Event", name);
        request.Headers.Add("Ptce-Delivery", deliveryId);
        request.Headers.Add("Ptce-Timestamp", timestamp);
        request.Headers.Add("Ptce-Signature", "v1=" + Signature(_keys.Unprotect(to.Secret), timestamp, text));
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop); // what it says is not read
        return answer.StatusCode;
    }

    /// <summary>HMAC-SHA256, in hexadecimal, of the timestamp, a dot and the body as it was sent.</summary>
    /// <remarks>Whoever receives it computes the same, and refuses a timestamp more than 5 minutes off: nobody can send it again later.</remarks>
    public static string Signature(string secret, string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body]));
}

/// <summary>The channel "webhook".</summary>
public sealed class WebhookDeliveries(Webhooks webhooks) : IPayDeliveries
{
    public string Channel => "webhook";

    public Task Pay(Delivery owed, CancellationToken stop) => webhooks.Pay(owed, stop);
}

/// <summary>Hears each commit, and hands its events over to the pole's addresses; at the start, what a stop left behind.</summary>
public sealed class WebhooksHear(Db db, Webhooks webhooks, ILogger<WebhooksHear> log) : HearsPoles(db, log)
{
    protected override Task<IReadOnlyList<string>> Behind() => webhooks.Watched();

    protected override Task Hear(string poleId) => webhooks.HandOver(poleId);
}
