using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Reads what an invoke carries, whatever is missing or of another kind.</summary>
internal static class InvokeValue
{
    /// <summary>The member on that path, or null.</summary>
    public static JsonElement? At(this JsonElement? value, params string[] path)
    {
        foreach (var name in path)
        {
            if (value is not { ValueKind: JsonValueKind.Object } here || !here.TryGetProperty(name, out var next)) return null;
            value = next;
        }
        return value;
    }

    public static string? Text(this JsonElement? value, params string[] path) =>
        value.At(path) is { } found ? found.ValueKind switch { JsonValueKind.String => found.GetString(), JsonValueKind.Number => found.GetRawText(), _ => null } : null;

    public static int Number(this JsonElement? value, int otherwise, params string[] path) =>
        value.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : otherwise;

    public static IEnumerable<JsonElement?> Items(this JsonElement? value, string name) =>
        value.At(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Select(i => (JsonElement?)i) : [];
}
