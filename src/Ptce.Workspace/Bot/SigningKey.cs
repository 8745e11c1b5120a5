using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>A public key of a signer, from its JWK (RFC 7517).</summary>
/// <param name="Endorsements">Channels the key vouches for; empty when the signer names none.</param>
public sealed record SigningKey(string Id, RSAParameters Public, FrozenSet<string> Endorsements)
{
    /// <summary>Bits; NIST SP 800-131A.</summary>
    private const int LeastModulus = 2048;

    /// <summary>Reads <c>{"keys":[…]}</c>; keys that are not RSA signing keys of 2,048 bits or more are left out.</summary>
    public static FrozenDictionary<string, SigningKey> ReadSet(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        if (document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("keys", out var list) && list.ValueKind is JsonValueKind.Array)
            foreach (var jwk in list.EnumerateArray())
                if (Read(jwk) is { } key) keys.TryAdd(key.Id, key);
        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static SigningKey? Read(JsonElement jwk)
    {
        if (jwk.ValueKind is not JsonValueKind.Object || Text(jwk, "kty") is not "RSA" || Text(jwk, "use") is not (null or "sig")) return null;
        if (Text(jwk, "kid") is not { Length: > 0 } id || Bytes(jwk, "n") is not { } modulus || Bytes(jwk, "e") is not { } exponent) return null;
        modulus = modulus.AsSpan().TrimStart((byte)0).ToArray();
        if (modulus.Length * 8 < LeastModulus) return null;
        var key = new RSAParameters { Modulus = modulus, Exponent = exponent };
        try
        {
            using var tried = RSA.Create(key);
        }
        catch (CryptographicException)
        {
            return null;
        }
        var endorsements = jwk.TryGetProperty("endorsements", out var list) && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.String).Select(e => e.GetString()!)
            : [];
        return new(id, key, endorsements.ToFrozenSet(StringComparer.Ordinal));
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(JsonElement from, string name) =>
        Text(from, name) is { Length: > 0 } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
