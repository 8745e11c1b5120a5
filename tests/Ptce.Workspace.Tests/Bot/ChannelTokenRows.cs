using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>One way to knock at the bot's door, and what we say to it.</summary>
/// <param name="Oracle">False where Microsoft's own validator lets it in: there we are stricter on purpose.</param>
internal sealed record KnockRow(
    string Name, TokenFault Ours, Func<FakeSigner, string?> Header,
    string? ChannelId = "msteams", string? ServiceUrl = FakeSigner.Service, bool Oracle = true)
{
    public bool OracleAccepts => Ours is TokenFault.None || !Oracle;
}

internal static class ChannelTokenRows
{
    private const string Service = FakeSigner.Service;

    public static readonly IReadOnlyList<KnockRow> All =
    [
        Claims("valid", TokenFault.None),
        new("RS384", TokenFault.None, s => "Bearer " + s.Token(alg: "RS384")),
        new("RS512", TokenFault.None, s => "Bearer " + s.Token(alg: "RS512")),
        Claims("expired 4 min", TokenFault.None, c => c["exp"] = FakeSigner.Now(-240)),
        Claims("nbf +4 min", TokenFault.None, c => c["nbf"] = FakeSigner.Now(240)),
        Claims("no nbf", TokenFault.None, c => c["nbf"] = null),

        Claims("wrong aud", TokenFault.Audience, c => c["aud"] = "ffffffff-0000-0000-0000-000000000000"),
        Claims("no aud", TokenFault.Audience, c => c["aud"] = null),
        Claims("wrong iss", TokenFault.Issuer, c => c["iss"] = "https://evil.example"),
        Claims("expired 6 min", TokenFault.Expired, c => c["exp"] = FakeSigner.Now(-360)),
        Claims("nbf +6 min", TokenFault.NotYetValid, c => c["nbf"] = FakeSigner.Now(360)),
        Claims("exp as text", TokenFault.NotAToken, c => c["exp"] = "2099-01-01"),
        Claims("serviceurl claim missing", TokenFault.ServiceUrl, c => c["serviceurl"] = null),
        Claims("serviceurl claim named serviceUrl", TokenFault.ServiceUrl, c => (c["serviceurl"], c["serviceUrl"]) = (null, Service)),
        Claims("serviceurl mismatch", TokenFault.ServiceUrl, c => c["serviceurl"] = "https://evil.example/"),
        Claims("serviceurl case differs", TokenFault.ServiceUrl, c => c["serviceurl"] = Service.ToUpperInvariant()),
        Claims("serviceurl no trailing slash", TokenFault.ServiceUrl, c => c["serviceurl"] = Service[..^1]),
        new("unknown kid", TokenFault.UnknownKey, s => "Bearer " + s.Token(kid: "k-zzz")),
        new("rogue key same kid", TokenFault.Signature, s => "Bearer " + s.Token("rogue", "k-teams")),
        new("key endorsed for webchat only", TokenFault.NotEndorsed, s => "Bearer " + s.Token("k-other")),
        new("HS256 forged with the public key", TokenFault.Algorithm, s => "Bearer " + s.Token(alg: "HS256")),
        new("alg none", TokenFault.NotAToken, s => "Bearer " + s.Token(alg: "none")),
        new("PS256", TokenFault.Algorithm, s => "Bearer " + s.Token(alg: "PS256")),
        new("another body under the signature", TokenFault.Signature, s => "Bearer " + Swapped(s)),
        new("signature cut short", TokenFault.Signature, s => "Bearer " + s.Token()[..^2]),
        new("lower-case bearer", TokenFault.NotBearer, s => "bearer " + s.Token()),
        new("no header", TokenFault.NoHeader, _ => null),
        new("empty header", TokenFault.NoHeader, _ => ""),
        new("not a jwt", TokenFault.NotAToken, _ => "Bearer abc"),
        new("two spaces", TokenFault.NotBearer, s => "Bearer  " + s.Token()),
        new("scheme alone", TokenFault.NotBearer, _ => "Bearer "),
        new("Basic", TokenFault.NotBearer, _ => "Basic dTpw"),

        Claims("sts issuer", TokenFault.Issuer, c => (c["iss"], c["ver"], c["appid"]) = ("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "1.0", FakeSigner.AppId), oracle: false),
        Claims("no exp", TokenFault.NoExpiry, c => c["exp"] = null, oracle: false),
        Claims("aud as a list", TokenFault.Audience, c => c["aud"] = new JsonArray(FakeSigner.AppId, "other")),
        new("key without endorsements", TokenFault.NotEndorsed, s => "Bearer " + s.Token("k-none"), Oracle: false),
        new("key with empty endorsements", TokenFault.NotEndorsed, s => "Bearer " + s.Token("k-empty"), Oracle: false),
        new("channelId empty", TokenFault.NoChannel, s => "Bearer " + s.Token(), ChannelId: "", Oracle: false),
        new("channelId absent", TokenFault.NoChannel, s => "Bearer " + s.Token(), ChannelId: null, Oracle: false),
        new("channel not served", TokenFault.ChannelNotServed, s => "Bearer " + s.Token(), ChannelId: "directline"),
        new("activity.serviceUrl absent", TokenFault.NoServiceUrl, s => "Bearer " + s.Token(), ServiceUrl: null, Oracle: false),
        new("encryption key", TokenFault.UnknownKey, s => "Bearer " + s.Token("k-enc"), Oracle: false),
        new("key of 1,024 bits", TokenFault.UnknownKey, s => "Bearer " + s.Token("k-small"), Oracle: false),
        new("a claim written twice", TokenFault.NotAToken, s => "Bearer " + s.Sign(Twice())),
        new("critical extension", TokenFault.NotAToken, s => "Bearer " + s.Token(header: h => h["crit"] = new JsonArray("exp")), Oracle: false),
        new("padded signature", TokenFault.NotAToken, s => "Bearer " + s.Token() + "=="),
        new("longer than any token", TokenFault.NotAToken, s => "Bearer " + s.Token(claims: c => c["x"] = new string('x', JwtSignature.Longest)), Oracle: false),
    ];

    private static KnockRow Claims(string name, TokenFault ours, Action<JsonObject>? claims = null, bool oracle = true) =>
        new(name, ours, s => "Bearer " + s.Token(claims: claims), Oracle: oracle);

    private static string Swapped(FakeSigner signer)
    {
        var (mine, other) = (signer.Token().Split('.'), signer.Token(claims: c => c["x"] = 1).Split('.'));
        return $"{mine[0]}.{other[1]}.{mine[2]}";
    }

    // The first audience is foreign, the second ours: readers differ on which one counts.
    private static string Twice() =>
        $$"""{"aud":"{{FakeSigner.AppId}}","aud":"x","iss":"{{FakeSigner.Issuer}}","serviceurl":"{{Service}}","exp":{{FakeSigner.Now(600)}}}""";
}
