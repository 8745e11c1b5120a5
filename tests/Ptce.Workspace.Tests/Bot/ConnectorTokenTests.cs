using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ptce.Workspace.Tests;

public sealed class ConnectorTokenTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private FakeConnector entra = null!;

    public async ValueTask InitializeAsync() => entra = await FakeConnector.Start();
    public ValueTask DisposeAsync() => entra.DisposeAsync();

    [Theory, InlineData(BotAppType.SingleTenant, "/tenant-1/oauth2/v2.0/token"), InlineData(BotAppType.MultiTenant, "/botframework.com/oauth2/v2.0/token")]
    public async Task The_secret_is_shown_to_the_tenant_s_address_and_the_token_kept(BotAppType type, string path)
    {
        var token = Token(Settings with { AppType = type });

        Assert.Equal("token-1", await token.Get(default));
        Assert.Equal("token-1", await token.Get(default));
        var call = Assert.Single(entra.TokenCalls);
        Assert.Equal(path, call.Path);
        Assert.Equal("grant_type=client_credentials&client_id=app&scope=https%3A%2F%2Fapi.botframework.com%2F.default&client_secret=s3%26cret", call.Body!.GetValue<string>());
    }

    [Fact]
    public async Task A_token_is_renewed_at_four_fifths_of_its_life_while_the_old_one_serves()
    {
        var token = Token(Settings);
        await token.Get(default);
        clock.Advance(TimeSpan.FromSeconds(2879));
        Assert.Equal("token-1", await token.Get(default));
        Assert.Single(entra.TokenCalls);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-1", await token.Get(default));
        while (await token.Get(default) is "token-1") await Task.Yield();
        Assert.Equal(2, entra.TokenCalls.Count);
    }

    [Fact]
    public async Task Fifty_senders_wait_for_one_token()
    {
        var gate = new TaskCompletionSource();
        entra.TokenScript = async http =>
        {
            await gate.Task;
            await http.Response.WriteAsJsonAsync(new { access_token = "the-one", expires_in = 3600 });
        };
        var token = Token(Settings);
        var senders = Enumerable.Range(0, 50).Select(_ => Task.Run(() => token.Get(default))).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(senders), t => Assert.Equal("the-one", t));
        Assert.Single(entra.TokenCalls);
    }

    [Fact]
    public async Task Entra_s_refusal_is_named_and_not_asked_for_again_at_once()
    {
        entra.TokenScript = async http =>
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsJsonAsync(new { error = "unauthorized_client", error_description = "AADSTS700016: no such application\nTrace ID: 1" });
        };
        var token = Token(Settings);

        for (var i = 0; i < 3; i++) Assert.Equal("unauthorized_client", (await Assert.ThrowsAsync<NoConnectorToken>(() => token.Get(default))).Code);
        Assert.Single(entra.TokenCalls);
        entra.TokenScript = null;
        clock.Advance(ConnectorToken.Breath);
        Assert.Equal("token-1", await token.Get(default));
    }

    [Fact]
    public async Task An_old_token_serves_to_its_end_through_an_outage_of_Entra()
    {
        var token = Token(Settings);
        await token.Get(default);
        entra.TokenScript = http => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        clock.Advance(TimeSpan.FromSeconds(3599));
        Assert.Equal("token-1", await token.Get(default));
        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<NoConnectorToken>(() => token.Get(default));
    }

    [Fact]
    public async Task A_certificate_signs_for_us()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var pem = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pem");
        var (pfx, locked) = (Path.ChangeExtension(pem, ".pfx"), Path.ChangeExtension(pem, ".locked.pem"));
        try
        {
            await File.WriteAllTextAsync(pem, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
            await File.WriteAllBytesAsync(pfx, certificate.Export(X509ContentType.Pkcs12, "pw"));
            await File.WriteAllTextAsync(locked, certificate.ExportCertificatePem() + "\n" + key.ExportEncryptedPkcs8PrivateKeyPem("pw", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000)));
            var wrong = await Assert.ThrowsAsync<NoConnectorToken>(() => Token(Settings with { CertificateFile = locked, CertificatePassword = "not this" }).Get(default));
            Assert.Equal("certificate", wrong.Code);
            Assert.DoesNotContain("not this", wrong.Message, StringComparison.Ordinal);
            foreach (var settings in new[] { Settings with { CertificateFile = pem }, Settings with { CertificateFile = locked, CertificatePassword = "pw" }, Settings with { CertificateFile = pfx, CertificatePassword = "pw" } })
            {
                await Token(settings).Get(default);
                var form = entra.TokenCalls.Last().Body!.GetValue<string>().Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
                Assert.DoesNotContain("client_secret", form.Keys);
                Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
                var parts = form["client_assertion"].Split('.');
                var (header, claims) = (JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!, JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!);
                Assert.Equal("PS256", header["alg"]!.GetValue<string>());
                Assert.Equal(Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)), header["x5t#S256"]!.GetValue<string>());
                Assert.Equal(("app", "app", $"{entra.Url}/tenant-1/oauth2/v2.0/token"), (claims["iss"]!.GetValue<string>(), claims["sub"]!.GetValue<string>(), claims["aud"]!.GetValue<string>()));
                Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
            }
        }
        finally
        {
            File.Delete(pem);
            File.Delete(pfx);
            File.Delete(locked);
        }
    }

    [Fact]
    public async Task A_managed_identity_is_asked_on_its_machine_and_tells_its_life_as_text()
    {
        entra.Life = "86400";
        var token = Token(Settings with { AppType = BotAppType.UserAssignedMSI, Secret = "", IdentityEndpoint = entra.Url + "/msi/token", IdentityHeader = "h" });

        Assert.Equal("token-1", await token.Get(default));
        var call = Assert.Single(entra.TokenCalls);
        Assert.Equal(("GET", "?api-version=2019-08-01&resource=https%3A%2F%2Fapi.botframework.com&client_id=app"), (call.Method, call.Query));
        clock.Advance(TimeSpan.FromHours(19));
        Assert.Equal("token-1", await token.Get(default));
        Assert.Single(entra.TokenCalls);
    }

    [Fact]
    public async Task A_virtual_machine_s_identity_is_asked_at_its_link_local_address_with_the_header_that_proves_we_are_on_it()
    {
        var machine = new Machine("""{"access_token":"of-the-machine","expires_in":"3600","token_type":"Bearer"}""");
        var settings = Settings with { AppType = BotAppType.UserAssignedMSI, Secret = "", Scope = "https://api.botframework.us/.default" };

        Assert.Equal("of-the-machine", await new ConnectorToken(new HttpClient(machine), settings, clock).Get(default));
        var asked = Assert.Single(machine.Asked);
        Assert.Equal("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fapi.botframework.us&client_id=app", asked.RequestUri!.AbsoluteUri);
        Assert.Equal((HttpMethod.Get, "true"), (asked.Method, Assert.Single(asked.Headers.GetValues("Metadata"))));

        var refused = new Machine("""{"error":"invalid_request","error_description":"Identity not found"}""", System.Net.HttpStatusCode.BadRequest);
        Assert.Equal("invalid_request", (await Assert.ThrowsAsync<NoConnectorToken>(() => new ConnectorToken(new HttpClient(refused), settings, clock).Get(default))).Code);
    }

    [Fact]
    public async Task An_App_Service_proves_itself_by_the_header_of_its_environment()
    {
        var machine = new Machine("""{"access_token":"of-the-service","expires_in":"86399"}""");
        await new ConnectorToken(new HttpClient(machine), Settings with { AppType = BotAppType.UserAssignedMSI, IdentityEndpoint = "http://127.0.0.1:41000/msi/token", IdentityHeader = "of-this-process" }, clock).Get(default);
        Assert.Equal("of-this-process", Assert.Single(Assert.Single(machine.Asked).Headers.GetValues("X-IDENTITY-HEADER")));
    }

    /// <summary>The metadata service of a machine: it answers where no test can listen.</summary>
    private sealed class Machine(string answer, System.Net.HttpStatusCode status = System.Net.HttpStatusCode.OK) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            Asked.Add(request);
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") });
        }
    }

    public static TheoryData<BotSettings, string> Unready => new()
    {
        { new(), "not_configured" },
        { new() { AppId = "app", Secret = "s" }, "not_configured" },
        { new() { AppId = "app", Tenant = "t" }, "not_configured" },
        { new() { AppId = "app", Tenant = "t", CertificateFile = "nowhere.pem" }, "certificate" },
        { new() { AppId = "app", Tenant = "t", Secret = "s", LoginUrl = "http://login.example" }, "not_configured" },
    };

    [Theory, MemberData(nameof(Unready))]
    public async Task What_is_missing_is_named_without_asking_anybody(BotSettings settings, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<NoConnectorToken>(() => Token(settings).Get(default))).Code);

    private BotSettings Settings => new() { AppId = "app", Tenant = "tenant-1", Secret = "s3&cret", LoginUrl = entra.Url, Development = true };

    private ConnectorToken Token(BotSettings settings) => new(new HttpClient(), settings, clock);
}
