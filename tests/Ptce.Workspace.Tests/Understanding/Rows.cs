using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>Sentences with the reading a person gives them, and how a reading is compared: every key expected is there and equal, sets without order.</summary>
internal static class Rows
{
    internal static readonly DateOnly Thursday = new(2026, 11, 19);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Sets = ["ask", "orgs", "nature"];

    internal static Acquaintances Known { get; } = UnderstandVerb.Directory(Beside("directory.json"));

    internal static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);

    /// <summary>Every file of rows: the sample of the specification, rows by hand, and one file per family of sentences written before the reader saw them.</summary>
    internal static IEnumerable<string> Files => Directory.EnumerateFiles(Beside("."), "*.jsonl").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    internal static IEnumerable<JsonObject> In(string file) =>
        File.ReadLines(Beside(file)).Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => JsonNode.Parse(l)!.AsObject());

    internal static Reading Read(string text, string language = "fr") => Understanding.Read(text, Thursday, language, Known);

    internal static JsonObject ReadRow(JsonObject row) =>
        Understanding.Read((string)row["text"]!, DateOnly.ParseExact((string)row["today"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture), (string)row["lang"]!, Known).ToJson();

    /// <summary>One line per row that is read otherwise than expected.</summary>
    internal static List<string> Wrong(IEnumerable<JsonObject> rows)
    {
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var read = ReadRow(row);
            var differing = Differences(row["expect"]!.AsObject(), read).ToList();
            if (differing.Count > 0) wrong.Add($"{row["id"]} [{row["lang"]}] {row["text"]}\n    {string.Join("\n    ", differing)}");
        }
        return wrong;
    }

    /// <summary>At least 300 sentences, every one read as expected.</summary>
    internal static void AllRead(List<JsonObject> rows)
    {
        Assert.True(rows.Count >= 300, $"only {rows.Count} sentences");
        var wrong = Wrong(rows);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {rows.Count} read otherwise:\n{string.Join('\n', wrong.Take(25))}");
    }

    internal static IEnumerable<string> Differences(JsonObject expected, JsonObject read)
    {
        foreach (var (key, value) in expected)
        {
            var same = read.ContainsKey(key) && (Sets.Contains(key) ? Set(value) == Set(read[key]) : Same(value, read[key]));
            if (!same) yield return $"{key}: expected {value?.ToJsonString(Plain) ?? "null"} read {read[key]?.ToJsonString(Plain) ?? "null"}";
        }
    }

    private static string Set(JsonNode? node) => node is JsonArray list ? string.Join('|', list.Select(x => x?.ToJsonString()).Order(StringComparer.Ordinal)) : "null";

    // Entries have exactly the keys expected, apart from nulls.
    private static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (JsonObject x, JsonObject y) => x.All(p => y.ContainsKey(p.Key) && Same(p.Value, y[p.Key])) && y.All(p => x.ContainsKey(p.Key) || p.Value is null),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        _ => a?.ToJsonString() == b?.ToJsonString(),
    };
}
