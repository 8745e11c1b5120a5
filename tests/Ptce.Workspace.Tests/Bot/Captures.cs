using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>Bodies that Microsoft's Agents Playground really sent, one per kind of activity.</summary>
internal static class Captures
{
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Bot", "captures"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order();

    public static JsonObject Body(string name) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Bot", "captures", name + ".json")))!["body"]!.AsObject();
}
