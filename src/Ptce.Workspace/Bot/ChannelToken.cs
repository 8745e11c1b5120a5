using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>What a good signature proves before the activity is read: which channels the key vouches for, and which service address was signed.</summary>
public sealed record ChannelProof(string KeyId, FrozenSet<string> Endorsements, string? ServiceUrl);

/// <summary>The token that the channel shows us with every activity.</summary>
/// <remarks>
/// Bot Connector authentication, as botbuilder-dotnet and botframework-connector read it, and stricter where those are lax: an end of
/// validity, an endorsement, a channel and a service address are required, and only the channel's issuer is believed. Tokens of
/// Entra's own («emulator») issuers are turned away always: on that path the libraries bind neither audience nor service address.
/// </remarks>
public sealed class ChannelToken(BotSettings settings, SigningKeys keys, TimeProvider clock)
{
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Everything the header alone can show. Costs no more than a key lookup for a token that is wrong on its face.</summary>
    /// <param name="authorization">The header as sent; null when absent or repeated.</param>
    public async Task<(ChannelProof? Proof, TokenFault Fault)> Prove(string? authorization, CancellationToken stop)
    {
        if (settings.AppId is "") return (null, TokenFault.NotConfigured);
        var (token, fault) = Bearer(authorization);
        if (token is null) return (null, fault);

        fault = JwtSignature.Hash(token.Algorithm) is null ? TokenFault.Algorithm
            : token.Claim("iss") != settings.Issuer ? TokenFault.Issuer
            : token.Claim("aud") != settings.AppId ? TokenFault.Audience
            : token.WrongTime(clock.GetUtcNow(), Skew);
        if (fault is not TokenFault.None) return (null, fault);
        if (token.KeyId is not { Length: > 0 } keyId) return (null, TokenFault.UnknownKey);

        (var key, fault) = await keys.Find(keyId, stop);
        if (key is null) return (null, fault);
        return token.Holds(key) ? (new(keyId, key.Endorsements, token.Claim("serviceurl")), TokenFault.None) : (null, TokenFault.Signature);
    }

    /// <summary>Whether a proven token speaks for this activity: served and endorsed channel, and the signed service address letter for letter.</summary>
    public TokenFault Misfit(ChannelProof proof, string? channelId, string? serviceUrl) =>
        channelId is null or "" ? TokenFault.NoChannel
        : !settings.ServesChannel(channelId) ? TokenFault.ChannelNotServed
        : !proof.Endorsements.Contains(channelId) ? TokenFault.NotEndorsed
        : serviceUrl is null or "" ? TokenFault.NoServiceUrl
        : proof.ServiceUrl != serviceUrl ? TokenFault.ServiceUrl
        : TokenFault.None;

    /// <summary>Exactly «Bearer», one space and a token: the scheme in this very case, as the channel writes it.</summary>
    internal static (JwtSignature? Token, TokenFault Fault) Bearer(string? authorization)
    {
        if (authorization is null or "") return (null, TokenFault.NoHeader);
        if (authorization.Split(' ') is not ["Bearer", { Length: > 0 } compact]) return (null, TokenFault.NotBearer);
        return JwtSignature.Read(compact) is { } token ? (token, TokenFault.None) : (null, TokenFault.NotAToken);
    }
}
