using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;

namespace Ptce.Workspace;

/// <summary>The id token that comes with the answer of the token endpoint.</summary>
/// <remarks>
/// It came straight from the provider over TLS, in answer to our secret and our PKCE verifier: OpenID Connect Core 1.0, 3.1.3.7, point 6,
/// lets TLS stand for the signature then. Whom it is from, whom it is for and until when are still checked.
/// </remarks>
public static class IdToken
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <returns>Its claims; null when the answer holds none (plain OAuth2).</returns>
    /// <exception cref="AuthenticationFailureException">It is not from this provider, not for us, or no longer valid.</exception>
    public static JsonDocument? Read(JsonDocument? answer, ProviderOptions options, TimeProvider clock)
    {
        if (answer is null || !answer.RootElement.TryGetProperty("id_token", out var token) || token.GetString() is not { } text) return null;
        JsonDocument claims;
        try
        {
            claims = JsonDocument.Parse(Base64Url.DecodeFromChars(text.Split('.')[1]));
        }
        catch (Exception e) when (e is FormatException or JsonException or IndexOutOfRangeException)
        {
            throw new AuthenticationFailureException("The id token cannot be read.", e);
        }
        try
        {
            var said = claims.RootElement;
            // Entra's common address names its issuer with a place for the tenant.
            var issuer = options.Issuer?.Replace("{tenantid}", said.TryGetProperty("tid", out var tenant) ? tenant.GetString() : "");
            if (issuer is not null && said.GetProperty("iss").GetString() != issuer) throw new AuthenticationFailureException("The id token is from another issuer.");
            var audience = said.GetProperty("aud");
            var ours = audience.ValueKind == JsonValueKind.Array ? audience.EnumerateArray().Any(a => a.GetString() == options.ClientId) : audience.GetString() == options.ClientId;
            if (!ours) throw new AuthenticationFailureException("The id token is for another program.");
            if (DateTimeOffset.FromUnixTimeSeconds(said.GetProperty("exp").GetInt64()) + Skew <= clock.GetUtcNow()) throw new AuthenticationFailureException("The id token has expired.");
            return claims;
        }
        catch (Exception e)
        {
            claims.Dispose();
            if (e is KeyNotFoundException or InvalidOperationException or FormatException) throw new AuthenticationFailureException("The id token lacks a claim.", e);
            throw;
        }
    }
}
