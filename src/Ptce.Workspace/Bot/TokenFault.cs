namespace Ptce.Workspace;

/// <summary>Why a token was turned away: for the log and the self-check, never for the caller, who only learns 401.</summary>
public enum TokenFault
{
    None,
    /// <summary>No app id is configured, so nobody can be let in.</summary>
    NotConfigured,
    NoHeader,
    /// <summary>Not exactly «Bearer» and one token.</summary>
    NotBearer,
    /// <summary>Not a signed token in compact form, or with claims of the wrong kind.</summary>
    NotAToken,
    Algorithm,
    Issuer,
    Audience,
    NoExpiry,
    Expired,
    NotYetValid,
    /// <summary>No key of this id, and the keys were asked for again less than an hour ago.</summary>
    UnknownKey,
    /// <summary>The signer's keys cannot be had; nobody is let in on trust.</summary>
    KeysUnavailable,
    Signature,
    NoChannel,
    ChannelNotServed,
    /// <summary>The signing key does not vouch for the activity's channel.</summary>
    NotEndorsed,
    NoServiceUrl,
    /// <summary>The signed «serviceurl» is missing, or is not the activity's serviceUrl letter for letter.</summary>
    ServiceUrl,
    /// <summary>The tab's token lacks the scope access_as_user.</summary>
    Scope,
    /// <summary>The tab's token was issued to a client that is not Teams.</summary>
    Client,
    Tenant,
    /// <summary>The tab's token names no person.</summary>
    Person,
}
