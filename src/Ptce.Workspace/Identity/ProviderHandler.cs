using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Ptce.Workspace;

public sealed class ProviderOptions : OAuthOptions
{
    public Provider Provider { get; set; } = new();

    /// <summary>Who must have issued an id token, as discovery says; null when the endpoints were named by hand.</summary>
    public string? Issuer { get; private set; }

    private bool _found;

    /// <summary>Asks the provider once where its endpoints are. A provider that is down at start does not keep us from starting.</summary>
    public async Task Discover(CancellationToken stop)
    {
        if (_found || Provider.Authority is null) return;
        using var document = JsonDocument.Parse(await Backchannel.GetStringAsync(new Uri(Provider.Authority.TrimEnd('/') + "/.well-known/openid-configuration"), stop));
        AuthorizationEndpoint = document.RootElement.GetProperty("authorization_endpoint").GetString()!;
        TokenEndpoint = document.RootElement.GetProperty("token_endpoint").GetString()!;
        UserInformationEndpoint = (document.RootElement.TryGetProperty("userinfo_endpoint", out var userInfo) ? userInfo.GetString() : null) ?? "";
        Issuer = document.RootElement.GetProperty("issuer").GetString()!;
        _found = true;
    }
}

/// <summary>The framework's OAuth handler, which checks state and PKCE, with discovery before and the account's claims after.</summary>
public sealed class ProviderHandler(IOptionsMonitor<ProviderOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<ProviderOptions>(options, logger, encoder)
{
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            await Options.Discover(Context.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or TaskCanceledException)
        {
            Logger.LogWarning("The provider {Name} did not say where its endpoints are: {Cause}", Options.Provider.Name, e.Message);
            Response.Redirect(OutsidePage.Failed);
            return;
        }
        await base.HandleChallengeAsync(properties);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        await Options.Discover(Context.RequestAborted); // the person may come back to another node than they left from
        return await base.ExchangeCodeAsync(context);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        using var idToken = IdToken.Read(tokens.Response, Options, TimeProvider);
        using var userInfo = idToken is null || !idToken.RootElement.TryGetProperty("email", out _) ? await UserInfo(tokens) : null;
        if (idToken is not null && userInfo is not null && Claim(idToken, "sub") != Claim(userInfo, "sub"))
            throw new AuthenticationFailureException("The id token and the user information speak of two people.");

        string? Known(string claim) => Claim(idToken, claim) ?? Claim(userInfo, claim);
        var account = new OutsideAccount(Options.Provider.Name, Subject(Known), Known("email")?.Trim().ToLowerInvariant(), Known("name"),
            Options.Provider.AddressesAreVerified || Known("email_verified") == "true");
        account.WriteTo(identity);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private string Subject(Func<string, string?> claim)
    {
        var subject = Options.Provider.Subject == "sub" ? claim("sub") : claim("oid") is { } oid && claim("tid") is { } tid ? $"{oid}@{tid}" : null;
        return subject is { Length: > 0 and <= 255 } ? subject : throw new AuthenticationFailureException($"The provider did not say who this is ({Options.Provider.Subject}).");
    }

    private async Task<JsonDocument?> UserInfo(OAuthTokenResponse tokens)
    {
        if (string.IsNullOrEmpty(Options.UserInformationEndpoint)) return null;
        using var ask = new HttpRequestMessage(HttpMethod.Get, Options.UserInformationEndpoint);
        ask.Headers.Authorization = new("Bearer", tokens.AccessToken);
        using var answer = await Backchannel.SendAsync(ask, Context.RequestAborted);
        if (!answer.IsSuccessStatusCode) throw new AuthenticationFailureException($"The user information answered {(int)answer.StatusCode}.");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted));
    }

    private static string? Claim(JsonDocument? claims, string name) =>
        claims is null || !claims.RootElement.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
}
