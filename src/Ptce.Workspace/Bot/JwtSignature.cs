using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>A signed token in JWS compact form (RFC 7515, 7519), taken apart but believed only once <see cref="Holds"/> says so.</summary>
/// <remarks>Written over the base class library: the channel's tokens and the tab's tokens share it, each with its own rules on the claims.</remarks>
public sealed class JwtSignature
{
    /// <summary>Characters. Microsoft's tokens stay under 3,000.</summary>
    public const int Longest = 16 * 1024;

    private static readonly SearchValues<char> Base64UrlSigns =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    // A claim written twice is read one way here and another way elsewhere: such a token is no token.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly byte[] signed;
    private readonly byte[] signature;
    private readonly JsonElement claims;

    private JwtSignature(string algorithm, string? keyId, JsonElement claims, byte[] signed, byte[] signature)
    {
        (Algorithm, KeyId, this.claims, this.signed, this.signature) = (algorithm, keyId, claims, signed, signature);
    }

    public string Algorithm { get; }
    public string? KeyId { get; }

    /// <summary>Takes a token apart. Null when it is not one: three parts of unpadded base64url, two of them JSON objects, and no critical extension (we know none).</summary>
    public static JwtSignature? Read(string compact)
    {
        if (compact.Length > Longest || compact.Split('.') is not [var head, var body, var sign]) return null;
        if (Bytes(head) is not { } headBytes || Bytes(body) is not { } bodyBytes || Bytes(sign) is not { Length: > 0 } signBytes) return null;
        if (Object(headBytes) is not { } header || Object(bodyBytes) is not { } claims) return null;
        if (Text(header, "alg") is not { } algorithm || header.TryGetProperty("crit", out _)) return null;
        return new(algorithm, Text(header, "kid"), claims, Encoding.ASCII.GetBytes($"{head}.{body}"), signBytes);
    }

    /// <summary>True when this key made the signature, by one of the three algorithms we take (RS256, RS384, RS512).</summary>
    public bool Holds(SigningKey key)
    {
        if (Hash(Algorithm) is not { } hash) return false;
        // One RSA object per check: its instance members are not promised to be safe for several threads.
        using var rsa = RSA.Create(key.Public);
        return rsa.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1);
    }

    public static HashAlgorithmName? Hash(string algorithm) => algorithm switch
    {
        "RS256" => HashAlgorithmName.SHA256,
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>A claim that is text; null when absent or of another kind.</summary>
    public string? Claim(string name) => Text(claims, name);

    /// <summary>What is wrong with the token's time, if anything: an end is required, a beginning is not (RFC 7519, NumericDate).</summary>
    /// <param name="skew">How far the signer's clock may be from ours.</param>
    public TokenFault WrongTime(DateTimeOffset now, TimeSpan skew)
    {
        var clock = (now - DateTimeOffset.UnixEpoch).TotalSeconds;
        if (!Seconds("exp", out var ends) || !Seconds("nbf", out var begins)) return TokenFault.NotAToken;
        if (ends is null) return TokenFault.NoExpiry;
        if (clock - skew.TotalSeconds >= ends) return TokenFault.Expired;
        return clock + skew.TotalSeconds < begins ? TokenFault.NotYetValid : TokenFault.None;
    }

    private bool Seconds(string name, out double? seconds)
    {
        seconds = null;
        if (!claims.TryGetProperty(name, out var claim)) return true;
        if (claim.ValueKind is not JsonValueKind.Number || !claim.TryGetDouble(out var number) || !double.IsFinite(number)) return false;
        seconds = number;
        return true;
    }

    private static byte[]? Bytes(string part)
    {
        // The decoder forgives spaces and padding; the standard does not.
        if (part.AsSpan().ContainsAnyExcept(Base64UrlSigns) || !Base64Url.IsValid(part)) return null;
        return Base64Url.DecodeFromChars(part);
    }

    private static JsonElement? Object(byte[] json)
    {
        try
        {
            using var read = JsonDocument.Parse(json, Strict);
            return read.RootElement.ValueKind is JsonValueKind.Object ? read.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement from, string name)
    {
        try
        {
            return from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }
}
