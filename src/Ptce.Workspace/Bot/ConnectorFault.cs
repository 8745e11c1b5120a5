using System.Text;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>What an error answer of the channel means, whichever of its shapes it comes in.</summary>
internal static class ConnectorFault
{
    private const int LongestCode = 80;

    /// <summary>403 codes that say «this person has not, or no longer, installed the bot».</summary>
    private static readonly string[] Blocking = ["MessageWritesBlocked", "ForbiddenOperationException", "BotNotInConversationRoster"];

    // The sub-code travels as {"error":{"code","innerHttpError"}}, as {"subCode"}, or inside a message that is itself JSON in text.
    public static bool Blocks(byte[]? body) => body is not null && Blocking.Any(code => Encoding.UTF8.GetString(body).Contains(code, StringComparison.OrdinalIgnoreCase));

    public static string? Code(byte[]? body)
    {
        if (body is not { Length: > 0 }) return null;
        if (Blocking.FirstOrDefault(code => Encoding.UTF8.GetString(body).Contains(code, StringComparison.OrdinalIgnoreCase)) is { } blocking) return blocking;
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object) return null;
            if (root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object) root = error;
            return (root.TryGetProperty("subCode", out var code) || root.TryGetProperty("code", out code)) && code.ValueKind is JsonValueKind.String
                && code.GetString() is { Length: > 0 and <= LongestCode } text ? text : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
