using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>A person of Entra, by the two ids that never change. The same person as <c>from.aadObjectId</c> in a bot activity of that tenant.</summary>
/// <param name="Name">To show, never to recognise.</param>
public sealed record EntraPerson(string TenantId, string ObjectId, string? Name, string? UserPrincipalName);

/// <summary>The access token that the Teams tab shows us (authentication.getAuthToken of teams-js), from Entra tenants we serve.</summary>
public sealed class TabToken(HttpClient http, BotSettings settings, TimeProvider clock)
{
    /// <summary>Teams on the web; Teams on a desktop or a phone.</summary>
    private static readonly FrozenSet<string> TeamsClients = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", "1fec8e78-bce4-4aaf-ab1b-5451cc387264");

    private readonly ConcurrentDictionary<string, SigningKeys> keys = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="authorization">The header as sent; null when absent or repeated.</param>
    public async Task<(EntraPerson? Person, TokenFault Fault)> Check(string? authorization, CancellationToken stop)
    {
        if (settings.AppId is "") return (null, TokenFault.NotConfigured);
        var (token, fault) = ChannelToken.Bearer(authorization);
        if (token is null) return (null, fault);
        if (token.Algorithm is not "RS256") return (null, TokenFault.Algorithm);

        // The tenant is believed only from our own list, so a stranger cannot choose whose keys we fetch.
        if (token.Claim("tid") is not { } tenant || !Guid.TryParseExact(tenant, "D", out _) || !settings.ServesTenant(tenant)) return (null, TokenFault.Tenant);
        fault = WrongClaim(token, tenant);
        if (fault is TokenFault.None) fault = token.WrongTime(clock.GetUtcNow(), ChannelToken.Skew);
        if (fault is not TokenFault.None) return (null, fault);
        if (token.Claim("oid") is not { } person || !Guid.TryParseExact(person, "D", out _)) return (null, TokenFault.Person);
        if (token.KeyId is not { Length: > 0 } keyId) return (null, TokenFault.UnknownKey);

        (var key, fault) = await Keys(tenant).Find(keyId, stop);
        if (key is null) return (null, fault);
        if (!token.Holds(key)) return (null, TokenFault.Signature);
        return (new(tenant, person, token.Claim("name"), token.Claim("preferred_username") ?? token.Claim("upn")), TokenFault.None);
    }

    /// <summary>Version 2.0 tokens name our app id and come from the login address; version 1.0 tokens name the resource and come from sts.windows.net.</summary>
    private TokenFault WrongClaim(JwtSignature token, string tenant)
    {
        var (issuer, client) = token.Claim("ver") switch
        {
            "2.0" => ($"{Login}/{tenant}/v2.0", token.Claim("azp")),
            "1.0" => ($"https://sts.windows.net/{tenant}/", token.Claim("appid")),
            _ => (null, null),
        };
        if (issuer is null || token.Claim("iss") != issuer) return TokenFault.Issuer;
        var audience = token.Claim("aud");
        if (audience is null or "" || (audience != settings.AppId && audience != settings.TabResource)) return TokenFault.Audience;
        if (client is null || !TeamsClients.Contains(client)) return TokenFault.Client;
        return token.Claim("scp")?.Split(' ').Contains("access_as_user") is true ? TokenFault.None : TokenFault.Scope;
    }

    private string Login => settings.LoginUrl.TrimEnd('/');

    private SigningKeys Keys(string tenant) => keys.GetOrAdd(tenant,
        tid => new SigningKeys(http, settings, $"{Login}/{tid}/v2.0/.well-known/openid-configuration", clock));
}
