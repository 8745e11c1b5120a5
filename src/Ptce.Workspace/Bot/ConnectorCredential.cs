using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>How we prove to Entra who we are: a secret, a certificate, or the machine's managed identity.</summary>
internal static class ConnectorCredential
{
    private const string MachineIdentity = "http://169.254.169.254/metadata/identity/oauth2/token";
    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan AssertionLife = TimeSpan.FromMinutes(10);

    /// <exception cref="NoConnectorToken">Nothing to prove it with is configured, or the certificate cannot be read.</exception>
    public static HttpRequestMessage Request(BotSettings settings, TimeProvider clock)
    {
        if (settings.AppId is "") throw new NoConnectorToken("not_configured", "Bot:AppId is empty.");
        return settings.AppType is BotAppType.UserAssignedMSI ? Identity(settings) : Credentials(settings, clock);
    }

    private static HttpRequestMessage Credentials(BotSettings settings, TimeProvider clock)
    {
        var tenant = settings.AppType is BotAppType.MultiTenant ? "botframework.com" : settings.Tenant;
        if (tenant is "") throw new NoConnectorToken("not_configured", "Bot:Tenant is empty.");
        var address = $"{settings.LoginUrl.TrimEnd('/')}/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token";
        if (settings.SafeAddress(address) is not { } uri) throw new NoConnectorToken("not_configured", "Bot:LoginUrl is not an https address.");

        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = settings.AppId, ["scope"] = settings.Scope };
        if (settings.CertificateFile is not "") (form["client_assertion_type"], form["client_assertion"]) = (JwtBearer, Assertion(settings, address, clock.GetUtcNow()));
        else if (settings.Secret is not "") form["client_secret"] = settings.Secret;
        else throw new NoConnectorToken("not_configured", "Bot:Secret and Bot:CertificateFile are empty.");
        return new(HttpMethod.Post, uri) { Content = new FormUrlEncodedContent(form) };
    }

    /// <summary>An App Service has its own address and header; elsewhere it is the virtual machine's link-local one, plain http by design.</summary>
    private static HttpRequestMessage Identity(BotSettings settings)
    {
        var resource = settings.Scope.EndsWith("/.default", StringComparison.Ordinal) ? settings.Scope[..^"/.default".Length] : settings.Scope;
        var query = $"resource={Uri.EscapeDataString(resource)}&client_id={Uri.EscapeDataString(settings.AppId)}";
        if (settings.IdentityEndpoint is "")
            return new(HttpMethod.Get, $"{MachineIdentity}?api-version=2018-02-01&{query}") { Headers = { { "Metadata", "true" } } };
        return new(HttpMethod.Get, $"{settings.IdentityEndpoint}?api-version=2019-08-01&{query}") { Headers = { { "X-IDENTITY-HEADER", settings.IdentityHeader } } };
    }

    /// <summary>A token signed by the certificate's key (RFC 7523), PS256 with the SHA-256 thumbprint, as the Microsoft identity platform asks.</summary>
    private static string Assertion(BotSettings settings, string audience, DateTimeOffset now)
    {
        try
        {
            // Read anew each time, about once an hour: a renewed file is taken without a restart.
            using var certificate = Path.GetExtension(settings.CertificateFile).ToLowerInvariant() is ".pfx" or ".p12"
                ? X509CertificateLoader.LoadPkcs12FromFile(settings.CertificateFile, settings.CertificatePassword)
                : settings.CertificatePassword is "" ? X509Certificate2.CreateFromPemFile(settings.CertificateFile)
                : X509Certificate2.CreateFromEncryptedPemFile(settings.CertificateFile, settings.CertificatePassword);
            using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The certificate has no RSA private key.");
            var header = new Dictionary<string, string> { ["alg"] = "PS256", ["typ"] = "JWT", ["x5t#S256"] = Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)) };
            var claims = new Dictionary<string, object>
            {
                ["aud"] = audience,
                ["iss"] = settings.AppId,
                ["sub"] = settings.AppId,
                ["jti"] = Guid.NewGuid().ToString(),
                ["nbf"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + AssertionLife).ToUnixTimeSeconds(),
            };
            var signed = $"{Part(header)}.{Part(claims)}";
            return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss))}";
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new NoConnectorToken("certificate", e.Message);
        }
    }

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
