using System.Collections.Frozen;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>The keys behind one OpenID metadata address, fetched when needed and shared by everybody who waits for them.</summary>
/// <remarks>
/// Keys serve 24 hours and no longer: when they cannot be renewed by then, nobody is let in. From 12 hours on they are
/// renewed in the background, so that an outage of the signer shorter than half a day is not noticed.
/// </remarks>
public sealed class SigningKeys(HttpClient http, BotSettings settings, string metadataUrl, TimeProvider clock, ILogger? log = null)
{
    public static readonly TimeSpan Served = TimeSpan.FromHours(24);
    public static readonly TimeSpan RenewedAfter = TimeSpan.FromHours(12);
    /// <summary>Between two fetches for the sake of a key id we do not know: anybody can invent one.</summary>
    public static readonly TimeSpan BetweenUnknown = TimeSpan.FromHours(1);
    /// <summary>After a failed fetch.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private sealed record Fetched(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset At);

    private readonly Lock gate = new();
    private Fetched? held;
    private Task? fetching;
    private DateTimeOffset failedAt = DateTimeOffset.MinValue;
    private DateTimeOffset askedForUnknownAt = DateTimeOffset.MinValue;

    /// <summary>The key of this id, or why there is none (<see cref="TokenFault.UnknownKey"/>, <see cref="TokenFault.KeysUnavailable"/>).</summary>
    public async Task<(SigningKey? Key, TokenFault Fault)> Find(string keyId, CancellationToken stop)
    {
        var keys = await Serving(stop);
        if (keys is not null && !keys.Keys.ContainsKey(keyId)) keys = await AfterUnknown(keys, stop);
        if (keys is null) return (null, TokenFault.KeysUnavailable);
        return keys.Keys.TryGetValue(keyId, out var key) ? (key, TokenFault.None) : (null, TokenFault.UnknownKey);
    }

    private async Task<Fetched?> Serving(CancellationToken stop)
    {
        Task wait;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var age = held is null ? TimeSpan.MaxValue : now - held.At;
            if (age >= RenewedAfter && now - failedAt >= Breath) fetching ??= Fetch();
            if (age < Served) return held;
            if (fetching is null) return null;
            wait = fetching;
        }
        await wait.WaitAsync(stop);
        return Fresh();
    }

    /// <summary>A key id we do not know may be a new key: the keys are asked for again, at most once an hour.</summary>
    private async Task<Fetched?> AfterUnknown(Fetched seen, CancellationToken stop)
    {
        Task wait;
        lock (gate)
        {
            if (!ReferenceEquals(seen, held)) return held; // renewed while we looked
            if (fetching is null)
            {
                var now = clock.GetUtcNow();
                if (now - askedForUnknownAt < BetweenUnknown) return held;
                askedForUnknownAt = now;
                fetching = Fetch();
            }
            wait = fetching;
        }
        await wait.WaitAsync(stop);
        return Fresh();
    }

    private Fetched? Fresh()
    {
        lock (gate) return held is not null && clock.GetUtcNow() - held.At < Served ? held : null;
    }

    /// <summary>Never throws, and belongs to no caller: one who hangs up must not spoil it for the others.</summary>
    private Task Fetch() => Task.Run(async () =>
    {
        FrozenDictionary<string, SigningKey>? keys = null;
        try
        {
            using var limit = new CancellationTokenSource(Patience, clock);
            using var metadata = JsonDocument.Parse(await http.GetByteArrayAsync(Safe(metadataUrl), limit.Token));
            var address = metadata.RootElement.GetProperty("jwks_uri").GetString();
            keys = SigningKey.ReadSet(await http.GetByteArrayAsync(Safe(address), limit.Token));
        }
        catch (Exception e)
        {
            // Whatever came instead of keys, callers learn KeysUnavailable once the keys we hold have served their time.
            log?.LogWarning("The signing keys of {Metadata} could not be had: {Reason}", metadataUrl, e.Message);
        }
        lock (gate)
        {
            if (keys is { Count: > 0 }) held = new(keys, clock.GetUtcNow());
            else failedAt = clock.GetUtcNow();
            fetching = null;
        }
    });

    private Uri Safe(string? address) => settings.SafeAddress(address) ?? throw new InvalidOperationException("Keys come over https.");
}
