namespace Ptce.Workspace;

/// <summary>
/// An outside identity provider, one entry of the section <c>Providers</c>: OAuth2 authorization code with PKCE, endpoints found by discovery or named.
/// </summary>
/// <remarks>
/// Keycloak. Client: confidential, standard flow, "Client authentication" on, PKCE method S256, redirect address
/// <c>https://pole.example.org/connexion/retour/keycloak</c>. Keycloak says itself whether it verified an address.
/// <code>
/// { "Name": "keycloak", "Label": "Compte du pôle", "Authority": "https://sso.example.org/realms/pole", "ClientId": "ptce", "ClientSecret": "…" }
/// </code>
/// Microsoft Entra ID. Registration: single tenant, platform "Web", redirect address <c>https://pole.example.org/connexion/retour/entra</c>,
/// optional claim "email" in the id token. A person is the pair oid and tid there, and Entra says nothing of verified addresses:
/// set AddressesAreVerified only where the tenant's administrators alone give them.
/// <code>
/// { "Name": "entra", "Label": "Compte Microsoft", "Authority": "https://login.microsoftonline.com/{tenant id}/v2.0",
///   "ClientId": "…", "ClientSecret": "…", "Subject": "oid+tid", "AddressesAreVerified": true }
/// </code>
/// Behind a proxy, set <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED=true</c>, or the redirect address would name the inner host.
/// </remarks>
public sealed record Provider
{
    /// <summary>Short, in addresses and as the key of <c>logins</c>: never changed once people are linked.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the button says.</summary>
    public string Label { get; init; } = "";

    /// <summary>Base of <c>/.well-known/openid-configuration</c>; without it the endpoints are named one by one.</summary>
    public string? Authority { get; init; }
    public string? AuthorizationEndpoint { get; init; }
    public string? TokenEndpoint { get; init; }
    public string? UserInfoEndpoint { get; init; }
    public string ClientId { get; init; } = "";
    public string ClientSecret { get; init; } = "";
    public string[]? Scopes { get; init; }

    /// <summary>Which claims name a person for ever: "sub", or "oid+tid" for Entra ID, whose sub differs per application.</summary>
    public string Subject { get; init; } = "sub";

    /// <summary>Whether its addresses are as good as verified although it does not say so.</summary>
    public bool AddressesAreVerified { get; init; }

    /// <summary>The scheme it is registered under.</summary>
    public string Scheme => "provider-" + Name;

    /// <exception cref="CannotRun">An entry without name, client or endpoints, or one that would let strangers' addresses count as verified.</exception>
    public static IReadOnlyList<Provider> Read(IConfiguration configuration)
    {
        var all = configuration.GetSection("Providers").Get<List<Provider>>() ?? [];
        foreach (var provider in all)
        {
            Cannot(provider.Name == "" || !provider.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "identity.provider_name", provider.Name);
            Cannot(provider.ClientId == "" || provider.ClientSecret == "", "identity.provider_client", provider.Name);
            Cannot(provider.Authority is null && (provider.AuthorizationEndpoint is null || provider.TokenEndpoint is null), "identity.provider_endpoints", provider.Name);
            Cannot(provider.Subject is not ("sub" or "oid+tid"), "identity.provider_subject", provider.Name);
            foreach (var address in new[] { provider.Authority, provider.AuthorizationEndpoint, provider.TokenEndpoint, provider.UserInfoEndpoint }.OfType<string>())
                Cannot(!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback), "identity.provider_https", provider.Name, address);
            // Anybody opens a tenant of their own and gives themselves anyone's address in it.
            Cannot(provider.AddressesAreVerified && provider.Authority?.Split('/').Any(s => s is "common" or "organizations" or "consumers") == true, "identity.provider_common", provider.Name);
        }
        Cannot(all.Select(p => p.Name).Distinct().Count() < all.Count, "identity.provider_twice", "");
        return all;
    }

    private static void Cannot(bool wrong, string key, params object?[] args)
    {
        if (wrong) throw new CannotRun(key, args);
    }
}
