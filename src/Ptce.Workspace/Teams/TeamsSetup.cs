using System.Net;
using System.Text;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>One thing the self-check looked at: how it stands, what was found, and what to do where something is wrong.</summary>
public sealed record SetupCheck(string Name, Meaning Meaning, string Found, string? Help = null);

/// <summary>Whether the bot can be reached and can answer, looked at from here, in plain words. Shows no secret, and says none.</summary>
public sealed class TeamsSetup(BotSettings settings, ConnectorToken token, HttpClient http, Site site, TeamsReach reach, Deliveries deliveries, Channels channels, SmallInvokes thumbs, TurnedAway away, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8), Slow = TimeSpan.FromMinutes(1);

    /// <summary>The package of this installation; null while its ids and its address are not set.</summary>
    public TeamsPackage? Package(Actor actor)
    {
        actor.Must(Act.ConnectTeams);
        try { return TeamsPackage.For(settings.AppId, Uri.TryCreate(site.Address, UriKind.Absolute, out var ours) && ours is { Scheme: "https", IsDefaultPort: true } ? ours.IdnHost : ""); }
        catch (Refused) { return null; }
    }

    /// <summary>Everything, side by side; none waits longer than some seconds.</summary>
    public async Task<IReadOnlyList<SetupCheck>> Check(Actor actor, Say say, CancellationToken stop)
    {
        actor.Must(Act.ConnectTeams);
        if (settings.AppId is "") return [new(say["teams.check.ids"], Meaning.NeedsYou, say["teams.check.ids.none"], say["teams.check.ids.help"])];
        var keys = Keys(actor, say, stop);
        SetupCheck[] asked = await Task.WhenAll(Credential(say, stop), Door(say, stop), Tenants(say, stop));
        var (ofKeys, ofTime) = await keys;
        var heard = await reach.LastHeard();
        return [Ids(say), asked[0], asked[1], ofKeys, asked[2], ofTime, .. LastRefused(actor, heard, say), Heard(actor, heard, say), await Sent(actor, say), await Thumbs(actor, say)];
    }

    private SetupCheck Ids(Say say) => Guid.TryParseExact(settings.AppId, "D", out _)
        ? new(say["teams.check.ids"], Meaning.Done, say["teams.check.ids.good", settings.AppId])
        : new(say["teams.check.ids"], Meaning.NeedsYou, say["teams.bad_app_id", settings.AppId], say["teams.check.ids.help"]);

    private async Task<SetupCheck> Credential(Say say, CancellationToken stop)
    {
        var name = say["teams.check.credential"];
        try
        {
            using var limit = Limit(stop);
            await token.Get(limit.Token);
            return new(name, Meaning.Done, say["teams.check.credential.good"]);
        }
        catch (NoConnectorToken refused)
        {
            var why = Why(refused);
            var found = why is "missing" or "certificate" or "network" or "identity" ? say[$"teams.check.credential.{why}.found"]
                : say["teams.check.credential.bad", refused.Number is "" ? refused.Code : refused.Number];
            return new(name, Meaning.NeedsYou, found, say["teams.check.credential." + why]);
        }
        catch (OperationCanceledException)
        {
            return new(name, Meaning.NeedsYou, say["teams.check.credential.network.found"], say["teams.check.credential.network"]);
        }
    }

    // Entra's numbers: learn.microsoft.com, Microsoft Entra authentication and authorization error codes.
    private string Why(NoConnectorToken refused) => (refused.Code, refused.Number) switch
    {
        ("not_configured", _) => "missing",
        ("certificate", _) => "certificate",
        (_, "AADSTS7000222") => "expired",
        (_, "AADSTS700016" or "AADSTS90002") => "registration",
        (_, "AADSTS700024") => "time",
        _ when settings.AppType is BotAppType.UserAssignedMSI => "identity",
        ("invalid_client", _) => settings.CertificateFile is "" ? "secret" : "certificate_unknown",
        ("unauthorized_client" or "invalid_request" or "invalid_resource" or "invalid_scope", _) => "registration",
        _ => "network",
    };

    /// <summary>Knocks at our own public address: our door answers a knock without token in its own way.</summary>
    private async Task<SetupCheck> Door(Say say, CancellationToken stop)
    {
        var (name, address) = (say["teams.check.door"], site.Link(BotEndpoint.Path));
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !(settings.Development && uri.IsLoopback)))
            return new(name, Meaning.NeedsYou, say["teams.check.door.not_https", address], say["teams.check.door.not_https.help"]);
        try
        {
            using var limit = Limit(stop);
            using var answer = await http.PostAsync(uri, new StringContent("{}", Encoding.UTF8, "application/json"), limit.Token);
            return answer.StatusCode is HttpStatusCode.Unauthorized && answer.Headers.WwwAuthenticate.Any(h => h.Scheme is "Bearer")
                ? new(name, Meaning.Done, say["teams.check.door.good", address])
                : new(name, Meaning.NeedsYou, say["teams.check.door.other", address, (int)answer.StatusCode], say["teams.check.door.other.help"]);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            var why = e.HttpRequestError is HttpRequestError.NameResolutionError ? "name" : "certificate";
            return new(name, Meaning.NeedsYou, say[$"teams.check.door.{why}", uri.Host], say[$"teams.check.door.{why}.help"]);
        }
        catch (Exception e) when (IsNoAnswer(e, stop))
        {
            // Many networks do not let a machine reach itself by its public name: that alone is no fault.
            return new(name, Meaning.Waiting, say["teams.check.door.silent", address], say["teams.check.door.silent.help"]);
        }
    }

    private async Task<(SetupCheck Keys, SetupCheck Time)> Keys(Actor actor, Say say, CancellationToken stop)
    {
        var (name, time) = (say["teams.check.keys"], say["teams.check.time"]);
        var unknown = new SetupCheck(time, Meaning.Waiting, say["teams.check.time.unknown"], say["teams.check.time.compare", say.Instant(clock.GetUtcNow(), actor.Zone)]);
        try
        {
            using var limit = Limit(stop);
            using var answer = await http.GetAsync(settings.SafeAddress(settings.MetadataUrl), limit.Token);
            var skew = answer.Headers.Date is { } theirs ? (clock.GetUtcNow() - theirs).Duration() : (TimeSpan?)null;
            using var metadata = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(limit.Token));
            var keys = SigningKey.ReadSet(await http.GetByteArrayAsync(settings.SafeAddress(metadata.RootElement.GetProperty("jwks_uri").GetString()), limit.Token));
            var ofTime = skew is not { } off ? unknown
                : off <= Slow ? new(time, Meaning.Done, say["teams.check.time.good"])
                : new(time, off <= ChannelToken.Skew ? Meaning.Waiting : Meaning.NeedsYou, say["teams.check.time.off", say.Duration((long)off.TotalMinutes)], say["teams.check.time.help"]);
            return keys.Count > 0 ? (new(name, Meaning.Done, say["teams.check.keys.good", keys.Count]), ofTime) : (new(name, Meaning.NeedsYou, say["teams.check.keys.none"], say["teams.check.keys.help"]), ofTime);
        }
        catch (Exception e) when (IsNoAnswer(e, stop) || e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return (new(name, Meaning.NeedsYou, say["teams.check.keys.silent", settings.MetadataUrl], say["teams.check.keys.help"]), unknown);
        }
    }

    private async Task<SetupCheck> Tenants(Say say, CancellationToken stop)
    {
        var name = say["teams.check.tenants"];
        string[] tenants = [.. settings.AllowedTenants.Prepend(settings.Tenant).Select(t => t.Trim()).Where(t => t is not "").Distinct(StringComparer.OrdinalIgnoreCase)];
        if (tenants.Length == 0) return new(name, Meaning.NeedsYou, say["teams.check.tenants.none"], say["teams.check.tenants.help"]);
        var wrong = tenants.Where(t => !Guid.TryParseExact(t, "D", out _)).ToList();
        if (wrong.Count > 0) return new(name, Meaning.NeedsYou, say["teams.check.tenants.form", string.Join(", ", wrong)], say["teams.check.tenants.help"]);
        try
        {
            using var limit = Limit(stop);
            foreach (var tenant in tenants)
            {
                using var answer = await http.GetAsync(settings.SafeAddress($"{settings.LoginUrl.TrimEnd('/')}/{tenant}/v2.0/.well-known/openid-configuration"), limit.Token);
                if (answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError) throw new HttpRequestException(answer.ReasonPhrase);
                if (!answer.IsSuccessStatusCode) return new(name, Meaning.NeedsYou, say["teams.check.tenants.unknown", tenant], say["teams.check.tenants.help"]);
            }
            return new(name, Meaning.Done, say["teams.check.tenants.good", tenants.Length, string.Join(", ", tenants)]);
        }
        catch (Exception e) when (IsNoAnswer(e, stop) || e is InvalidOperationException)
        {
            return new(name, Meaning.Waiting, say["teams.check.tenants.silent", string.Join(", ", tenants)], say["teams.check.credential.network"]);
        }
    }

    /// <summary>The last message that came and was turned away, unless others have come through since.</summary>
    private IEnumerable<SetupCheck> LastRefused(Actor actor, DateTimeOffset? heard, Say say)
    {
        if (away.Last is not { } knock || (knock.Fault is not TokenFault.Tenant && heard > knock.At)) yield break;
        var (why, help) = knock.Fault switch
        {
            TokenFault.Tenant => ("tenant", "teams.check.refused.tenant.help"),
            TokenFault.Audience => ("audience", "teams.check.refused.audience.help"),
            TokenFault.KeysUnavailable => ("keys", "teams.check.keys.help"),
            _ => ("time", "teams.check.time.help"),
        };
        yield return new(say["teams.check.refused"], Meaning.NeedsYou, say[$"teams.check.refused.{why}", say.Instant(knock.At, actor.Zone), knock.Tenant], say[help]);
    }

    private static SetupCheck Heard(Actor actor, DateTimeOffset? heard, Say say) => heard is { } at
        ? new(say["teams.check.heard"], Meaning.Done, say["teams.check.heard.good", say.Instant(at, actor.Zone)])
        : new(say["teams.check.heard"], Meaning.Waiting, say["teams.check.heard.never"], say["teams.check.heard.help"]);

    private async Task<SetupCheck> Sent(Actor actor, Say say)
    {
        var name = say["teams.check.sent"];
        if (await channels.PauseOf(reach.Channel) is { } pause)
            return new(name, Meaning.NeedsYou, say["teams.check.sent.pause", say.Instant(pause.Since, actor.Zone), Cause.In(say, pause.Cause), say.Instant(pause.ProbeAt, actor.Zone)]);
        return actor.May(Act.ReadDeliveries) && (await deliveries.GivenUp(actor)).FirstOrDefault(d => d.Channel == reach.Channel) is { } last
            ? new(name, Meaning.Waiting, say["teams.check.sent.failed", say.Instant(last.ParkedAt, actor.Zone), Cause.In(say, last.Error)], say["teams.check.sent.help"])
            : new(name, Meaning.Done, say["teams.check.sent.good"]);
    }

    private async Task<SetupCheck> Thumbs(Actor actor, Say say)
    {
        var (likes, dislikes) = await thumbs.Since(actor.Today(clock).AddDays(-30));
        return new(say["teams.check.thumbs"], Meaning.Done, likes + dislikes == 0 ? say["teams.check.thumbs.none"]
            : say["teams.check.thumbs.count", say[$"teams.check.thumbs.up.{Many(likes)}", likes], say[$"teams.check.thumbs.down.{Many(dislikes)}", dislikes]]);
    }

    private static string Many(long count) => count switch { 0 => "none", 1 => "one", _ => "many" };

    private CancellationTokenSource Limit(CancellationToken stop)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        return limit;
    }

    private static bool IsNoAnswer(Exception e, CancellationToken stop) => e is HttpRequestException or ArgumentNullException || (e is OperationCanceledException && !stop.IsCancellationRequested);
}
