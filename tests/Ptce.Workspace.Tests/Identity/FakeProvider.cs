using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ptce.Workspace.Tests;

/// <summary>A small OpenID provider on a port of its own: discovery, consent given at once, codes good once, PKCE checked for real.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    private sealed record Grant(string Challenge, string RedirectUri);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Grant> _grants = [];

    private FakeProvider(WebApplication app) => _app = app;

    /// <summary>What it says of whoever comes next.</summary>
    public Dictionary<string, object> Account { get; set; } = [];

    /// <summary>Claims of the id token, over those of the account; null sends no id token.</summary>
    public Dictionary<string, object>? IdToken { get; set; }

    /// <summary>Instead of a code.</summary>
    public string? Refusal { get; set; }

    /// <summary>Codes that were exchanged with the verifier they were asked with.</summary>
    public int Proved { get; private set; }

    public string Address => _app.Urls.First();

    public Dictionary<string, string?> Settings => new()
    {
        ["Providers:0:Name"] = "pole",
        ["Providers:0:Label"] = "Compte du pôle",
        ["Providers:0:Authority"] = Address,
        ["Providers:0:ClientId"] = "ptce",
        ["Providers:0:ClientSecret"] = "s3cret",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = "9",
        ["Mail:From"] = "pole@pole.test",
    };

    public static async Task<FakeProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new FakeProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = provider.Address,
            authorization_endpoint = provider.Address + "/authorize",
            token_endpoint = provider.Address + "/token",
            userinfo_endpoint = provider.Address + "/userinfo",
        });
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", provider.Token);
        provider._app.MapGet("/userinfo", (HttpRequest ask) => ask.Headers.Authorization == "Bearer access" ? Results.Json(provider.Account) : Results.Unauthorized());
        await provider._app.StartAsync();
        return provider;
    }

    private IResult Authorize(HttpRequest ask)
    {
        if (ask.Query["client_id"] != "ptce" || ask.Query["response_type"] != "code" || ask.Query["code_challenge_method"] != "S256" || ask.Query["code_challenge"] is not [{ Length: 43 } challenge])
            return Results.BadRequest("PKCE is required");
        var code = Guid.NewGuid().ToString("N");
        _grants[code] = new(challenge, ask.Query["redirect_uri"]!);
        return Results.Redirect($"{ask.Query["redirect_uri"]}?state={Uri.EscapeDataString(ask.Query["state"]!)}&" + (Refusal is null ? "code=" + code : "error=" + Refusal));
    }

    private async Task<IResult> Token(HttpRequest ask)
    {
        var form = await ask.ReadFormAsync();
        var verifier = (string?)form["code_verifier"] ?? "";
        if (form["client_id"] != "ptce" || form["client_secret"] != "s3cret" || form["grant_type"] != "authorization_code"
            || !_grants.TryRemove((string?)form["code"] ?? "", out var grant) || form["redirect_uri"] != grant.RedirectUri
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) != grant.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        Proved++;
        var answer = new Dictionary<string, object> { ["access_token"] = "access", ["token_type"] = "Bearer" };
        if (IdToken is not null)
        {
            var claims = new Dictionary<string, object>(Account) { ["iss"] = Address, ["aud"] = "ptce", ["exp"] = new[] { Clock.Start, DateTimeOffset.UtcNow }.Max().AddHours(1).ToUnixTimeSeconds() };
            foreach (var (name, value) in IdToken) claims[name] = value;
            answer["id_token"] = $"{Part(new { alg = "RS256" })}.{Part(claims)}.c2ln";
        }
        return Results.Json(answer);
    }

    private static string Part(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
