using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>Our own token for the channel could not be had.</summary>
/// <param name="code">Entra's error code (invalid_client, unauthorized_client, …), or what happened instead of an answer.</param>
/// <param name="detail">For the administrator; holds no secret.</param>
public sealed partial class NoConnectorToken(string code, string detail) : Exception($"{code}: {detail}")
{
    public string Code { get; } = code;

    /// <summary>Entra's own number of what is wrong, "AADSTS7000222"; empty where it gave none.</summary>
    public string Number { get; } = Numbered().Match(detail).Value;

    [GeneratedRegex(@"AADSTS\d+")]
    private static partial Regex Numbered();
}

/// <summary>The token that we show the channel: kept for 80 % of its life, then renewed once for all who wait, in the background while the old one still serves.</summary>
public sealed class ConnectorToken(HttpClient http, BotSettings settings, TimeProvider clock)
{
    private const double RenewedAt = 0.8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    /// <summary>After a failure the same answer is given again, so that a wrong secret is not tried for every message.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(10);

    private sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset EndsAt);

    private readonly Lock gate = new();
    private Held? held;
    private Task<Held>? asking;
    private (NoConnectorToken Fault, DateTimeOffset Until)? failed;

    /// <exception cref="NoConnectorToken">Entra refuses us or cannot be reached.</exception>
    public async Task<string> Get(CancellationToken stop)
    {
        Task<Held> wait;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (held is { } kept && now < kept.RenewAt) return kept.Token;
            if (asking is null && (failed is not { } fault || now >= fault.Until)) asking = Ask();
            if (held is { } old && now < old.EndsAt) return old.Token;
            if (asking is null) throw failed!.Value.Fault;
            wait = asking;
        }
        return (await wait.WaitAsync(stop)).Token;
    }

    /// <summary>The channel refused this token: it is not shown again. A newer one, had meanwhile by another call, stays.</summary>
    public void Drop(string token)
    {
        lock (gate)
            if (held?.Token == token) held = null;
    }

    /// <summary>Belongs to no caller: one who hangs up must not spoil it for the others.</summary>
    private Task<Held> Ask()
    {
        var task = Task.Run(async () =>
        {
            try
            {
                var fresh = await Fetch();
                lock (gate) (held, failed, asking) = (fresh, null, null);
                return fresh;
            }
            catch (Exception e)
            {
                var fault = e as NoConnectorToken ?? new NoConnectorToken("unreachable", e.Message);
                lock (gate) (failed, asking) = ((fault, clock.GetUtcNow() + Breath), null);
                throw fault;
            }
        });
        // When the old token still serves nobody waits for this one; its failure is told at the next call.
        _ = task.ContinueWith(t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return task;
    }

    private async Task<Held> Fetch()
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var request = ConnectorCredential.Request(settings, clock);
        var asked = clock.GetUtcNow();
        using var response = await http.SendAsync(request, limit.Token);
        var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
        JsonElement answer;
        try
        {
            using var document = JsonDocument.Parse(body);
            answer = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new NoConnectorToken($"http_{(int)response.StatusCode}", "The token address answered something other than JSON.");
        }
        if (Text(answer, "access_token") is { Length: > 0 } token && response.IsSuccessStatusCode)
        {
            var life = TimeSpan.FromSeconds(Math.Clamp(Life(answer, asked), 0, 86_400));
            return new(token, asked + life * RenewedAt, asked + life);
        }
        throw new NoConnectorToken(Text(answer, "error") ?? $"http_{(int)response.StatusCode}", Text(answer, "error_description")?.Split('\n')[0] ?? "");
    }

    /// <summary>Seconds: expires_in, a number from Entra and text from managed identities; an App Service gives only expires_on, seconds since 1970.</summary>
    private static double Life(JsonElement answer, DateTimeOffset asked) =>
        Number(answer, "expires_in") ?? (Number(answer, "expires_on") is { } end ? end - asked.ToUnixTimeSeconds() : 0);

    private static double? Number(JsonElement answer, string name) =>
        Text(answer, name) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty(name, out var value)
            ? value.ValueKind is JsonValueKind.String ? value.GetString() : value.ValueKind is JsonValueKind.Number ? value.GetRawText() : null : null;
}
