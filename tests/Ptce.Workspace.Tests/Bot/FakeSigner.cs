using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ptce.Workspace.Tests;

/// <summary>An OpenID server on a free port with its own keys: it plays Microsoft's signer, and forges whatever a test needs.</summary>
internal sealed class FakeSigner : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.com";
    public const string Service = "https://smba.trafficmanager.net/emea/";

    // Making keys is slow, and no test can tell one signer's keys from another's.
    private static readonly ConcurrentDictionary<string, Lazy<RSA>> Made = [];

    private readonly WebApplication host;
    private readonly ConcurrentDictionary<string, JsonObject> published = [];
    private int fetches;

    private FakeSigner()
    {
        Add("k-teams", ["msteams", "webchat"]);
        Add("k-other", ["webchat"]);
        Add("k-none", null);
        Add("k-empty", []);
        Add("k-enc", ["msteams"], use: "enc");
        Add("k-small", ["msteams"], bits: 1024);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        host.MapGet("{**path}", async (string? path, CancellationToken stop) =>
        {
            if (path?.EndsWith("keys", StringComparison.Ordinal) is true) return Results.Json(new { keys = published.Values });
            Interlocked.Increment(ref fetches);
            await Gate.WaitAsync(stop);
            return Down ? Results.StatusCode(503)
                : Results.Json(new { issuer = Issuer, jwks_uri = KeysUrl ?? $"{Url}/keys", id_token_signing_alg_values_supported = new[] { "RS256" } });
        });
    }

    public static async Task<FakeSigner> Start()
    {
        var signer = new FakeSigner();
        await signer.host.StartAsync();
        return signer;
    }

    public string Url => host.Urls.Single();
    public string MetadataUrl => $"{Url}/.well-known/openidconfiguration";
    /// <summary>How often the metadata was asked for.</summary>
    public int Fetches => Volatile.Read(ref fetches);
    public bool Down { get; set; }
    public string? KeysUrl { get; set; }
    /// <summary>Completes when the signer may answer.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public BotSettings Settings => new() { AppId = AppId, MetadataUrl = MetadataUrl, LoginUrl = Url, Development = true };

    public void Add(string kid, string[]? endorsements, string use = "sig", int bits = 2048)
    {
        var open = Key(kid, bits).ExportParameters(false);
        var jwk = new JsonObject { ["kty"] = "RSA", ["kid"] = kid, ["use"] = use, ["n"] = Base64Url.EncodeToString(open.Modulus), ["e"] = Base64Url.EncodeToString(open.Exponent) };
        if (endorsements is not null) jwk["endorsements"] = JsonSerializer.SerializeToNode(endorsements);
        published[kid] = jwk;
    }

    public void Forget(string kid) => published.TryRemove(kid, out _);

    /// <summary>A token as the channel writes them, changed where the test says so; a claim set to null is left out.</summary>
    public string Token(string key = "k-teams", string? kid = null, string alg = "RS256", Action<JsonObject>? claims = null, Action<JsonObject>? header = null)
    {
        var body = new JsonObject { ["aud"] = AppId, ["iss"] = Issuer, ["serviceurl"] = Service, ["nbf"] = Now(-10), ["exp"] = Now(3600) };
        claims?.Invoke(body);
        foreach (var absent in body.Where(c => c.Value is null).Select(c => c.Key).ToList()) body.Remove(absent);
        return Sign(body.ToJsonString(), key, kid, alg, header);
    }

    public string Sign(string body, string key = "k-teams", string? kid = null, string alg = "RS256", Action<JsonObject>? header = null)
    {
        var head = new JsonObject { ["alg"] = alg, ["typ"] = "JWT", ["kid"] = kid ?? key };
        header?.Invoke(head);
        var signed = $"{Part(head.ToJsonString())}.{Part(body)}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(Encoding.ASCII.GetBytes(signed), Key(key), alg))}";
    }

    public static long Now(int seconds) => DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds;

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    // HS256 uses our public key as the shared secret: the classic confusion of a verifier that lets the token choose.
    private static byte[] Signature(byte[] signed, RSA key, string alg) => alg switch
    {
        "RS384" => key.SignData(signed, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => key.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), signed),
        "none" => [],
        _ => key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(new CancellationToken(canceled: true));
        await host.DisposeAsync();
    }

    private static RSA Key(string kid, int bits = 2048) => Made.GetOrAdd(kid, _ => new(() => RSA.Create(bits))).Value;
}
