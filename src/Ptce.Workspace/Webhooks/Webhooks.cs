using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Ptce.Workspace;

/// <summary>An outside program that is told what happens in a pole.</summary>
/// <param name="Events">Names with a space between; null: all.</param>
public sealed record Webhook(string Id, string PoleId, string Url, DateTimeOffset CreatedAt, string? Events)
{
    public string Host => new Uri(Url).Authority;

    /// <summary>The events it is told of; null: all.</summary>
    public IReadOnlySet<string>? Chosen => Events?.Split(' ').ToHashSet();
}

public sealed record WebhookAdded(string PoleId, string WebhookId) : Event(PoleId, WebhookId);
public sealed record WebhookChosen(string PoleId, string WebhookId) : Event(PoleId, WebhookId);
public sealed record WebhookRemoved(string PoleId, string WebhookId) : Event(PoleId, WebhookId);

/// <summary>Webhooks : addresses that are told each event of the pole, by its name and ids, signed. Their programs read the rest by the API, with rights of their own.</summary>
public sealed partial class Webhooks(Db db, IDataProtectionProvider keys, TimeProvider clock, IConfiguration configuration, IHostEnvironment? host = null) : INameSubjects
{
    public const int MostPerPole = 10;
    public const int LongestUrl = 500; // characters

    private readonly IDataProtector _keys = keys.CreateProtector("webhooks");

    private bool OnThisMachine => host?.IsDevelopment() == true;

    /// <summary>Adds an address; it is told what happens from now on.</summary>
    /// <param name="events">Names of the events it is told of; none: all.</param>
    /// <returns>The secret that its program checks signatures with. It is shown this once.</returns>
    /// <exception cref="Refused">«url» is not https, names a user, or a private address; an unknown event; or there are enough.</exception>
    public async Task<(string Id, string Secret)> Add(Actor actor, string url, IReadOnlyCollection<string>? events = null)
    {
        actor.Must(Act.ManageWebhooks);
        var chosen = Chosen(events);
        var address = await Checked(url.Trim());
        var secret = "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var kept = _keys.Protect(secret); // may have to make a key, which is a command of its own
        var id = await db.Write(actor.PoleId, async tx =>
        {
            Refused.If(await tx.One<long>("select count(*) from webhooks where pole_id = @PoleId and ended_at is null", new { actor.PoleId }) >= MostPerPole, "url", "webhooks.enough", MostPerPole);
            var id = Ids.New();
            await tx.Announce(actor, new WebhookAdded(actor.PoleId, id));
            await tx.Execute("""
                insert into webhooks (id, pole_id, url, secret, events, seq, created_at, created_by)
                select @id, @PoleId, @address, @kept, @chosen, seq, @Now, @PersonId from poles where id = @PoleId
                """, new { id, actor.PoleId, address, kept, chosen, tx.Now, actor.PersonId });
            return id;
        });
        return (id, secret);
    }

    /// <summary>Says which events an address is told of from now on; none: all.</summary>
    /// <exception cref="NotHere">No such address in the actor's pole.</exception>
    /// <exception cref="Refused">An unknown event.</exception>
    public async Task Choose(Actor actor, string id, IReadOnlyCollection<string> events)
    {
        actor.Must(Act.ManageWebhooks);
        var chosen = Chosen(events);
        await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.MaybeOne<string>("select id from webhooks where id = @id and pole_id = @PoleId and ended_at is null", new { id, actor.PoleId }) is null) throw new NotHere();
            if (await tx.Execute("update webhooks set events = @chosen where id = @id and coalesce(events, '') <> coalesce(@chosen, '')", new { chosen, id }) == 1)
                await tx.Announce(actor, new WebhookChosen(actor.PoleId, id));
        });
    }

    private static string? Chosen(IReadOnlyCollection<string>? events)
    {
        var unknown = events?.FirstOrDefault(e => !WebhookEvents.All.Contains(e));
        Refused.If(unknown is not null, "events", "webhooks.unknown_event", unknown);
        return events is null or { Count: 0 } ? null : string.Join(' ', events.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Ceases to tell an address. What is still to be sent to it is dropped.</summary>
    /// <exception cref="NotHere">No such address in the actor's pole.</exception>
    public async Task Remove(Actor actor, string id)
    {
        actor.Must(Act.ManageWebhooks);
        await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.Execute("update webhooks set ended_at = @Now where id = @id and pole_id = @PoleId and ended_at is null", new { id, actor.PoleId, tx.Now }) == 0) throw new NotHere();
            await tx.Announce(actor, new WebhookRemoved(actor.PoleId, id));
        });
    }

    /// <summary>The pole's addresses, oldest first.</summary>
    public Task<IReadOnlyList<Webhook>> List(Actor actor)
    {
        actor.Must(Act.ManageWebhooks);
        return db.Read<Webhook>("select id, pole_id, url, created_at, events from webhooks where pole_id = @PoleId and ended_at is null order by id", new { actor.PoleId });
    }

    private async Task<string> Checked(string url)
    {
        Refused.If(url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out _), "url", "webhooks.no_address");
        var address = new Uri(url);
        var here = OnThisMachine && address.IsLoopback;
        Refused.If(address.UserInfo != "" || (address.Scheme != Uri.UriSchemeHttps && !(here && address.Scheme == Uri.UriSchemeHttp)), "url", "webhooks.not_https");
        IPAddress[] all;
        try { all = await Dns.GetHostAddressesAsync(address.DnsSafeHost).WaitAsync(TimeSpan.FromSeconds(5)); }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or TimeoutException or ArgumentException) { throw new Refused("url", "webhooks.unknown_host", address.Host); }
        Refused.If(!here && !all.Any(PublicAddress.Is), "url", "webhooks.private", address.Host);
        return address.AbsoluteUri;
    }

    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0 || !actor.May(Act.ManageWebhooks)) return new Dictionary<string, string>();
        return (await db.Read<Webhook>("select id, pole_id, url, created_at, events from webhooks where pole_id = @PoleId and id in @ids", new { actor.PoleId, ids = ids.ToArray() })).ToDictionary(w => w.Id, w => w.Host);
    }

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/webhooks";
}
