using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Workspace;

/// <summary>
/// The body of the console verb "understand": one sentence per line in, one reading per line out.
/// In: <c>{"id":…,"text":…,"today":"2026-11-19","lang":"fr"}</c>. Out: <c>{"id":…,"reading":{…}}</c>.
/// A line that is no such object is reported with its number and what would do; the rest is read, and the exit code is 1.
/// </summary>
public static class UnderstandVerb
{
    private const string Example = """{"id":1,"text":"2h hier au cotech","today":"2026-11-19","lang":"fr"}""";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="say">In whose language bad lines are reported.</param>
    public static int Run(TextReader input, TextWriter output, TextWriter errors, Acquaintances known, Say say)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(say);
        var failed = 0;
        var number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try { output.WriteLine(Answer(line, known)); }
            catch (Refused e)
            {
                errors.WriteLine(say["console.line", number, e.In(say.Language)]);
                failed = 1;
            }
        }
        return failed;
    }

    private static string Answer(string line, Acquaintances known)
    {
        var (id, text, written, language) = Row(line);
        Refused.If(text is null, "text", "console.understand.missing", "text", Example);
        Refused.If(written is null, "today", "console.understand.missing", "today", Example);
        if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var today)) throw new Refused("today", "console.understand.no_day", written);
        var reading = Understanding.Read(text!, today, language ?? "fr", known);
        return new JsonObject { ["id"] = id, ["reading"] = reading.ToJson() }.ToJsonString(Plain);
    }

    private static (JsonNode? Id, string? Text, string? Today, string? Language) Row(string line)
    {
        try
        {
            if (JsonNode.Parse(line.TrimStart('\ufeff')) is JsonObject row) return (row["id"]?.DeepClone(), Text(row, "text"), Text(row, "today"), Text(row, "lang"));
        }
        // Signs that are no JSON, half a letter, the same key twice: the parser says so in its own language, and not always at once.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException) { }
        throw new Refused("line", "console.understand.not_json", Example);
    }

    private static string? Text(JsonObject row, string key) => row[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Reads <c>{"speaker":{"person","organisation"},"organisations":[{"name","aliases"}],"people":[{"name","organisation"}]}</c>; names serve as ids.</summary>
    public static Acquaintances Directory(string? file)
    {
        if (file is null) return new("", null, [], []);
        if (JsonNode.Parse(File.ReadAllText(file)) is not JsonObject root) throw new FormatException("not a JSON object");
        var speaker = root["speaker"] as JsonObject ?? [];
        var own = Text(speaker, "organisation");
        var organisations = Objects(root["organisations"])
            .Select(o => new KnownOrganisation(Text(o, "id") ?? Text(o, "name") ?? "", Text(o, "name") ?? "", Aliases(o)))
            .Where(o => o.Name.Length > 0).ToList();
        var people = Objects(root["people"])
            .Select(p => new KnownPerson(Text(p, "id") ?? Text(p, "name") ?? "", Text(p, "name") ?? "", Text(p, "organisation")))
            .Where(p => p.Name.Length > 0).ToList();
        return new(Text(speaker, "person") ?? "", organisations.FirstOrDefault(o => o.Name == own || o.Id == own)?.Id, organisations, people);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static List<string>? Aliases(JsonObject o) => o["aliases"] is JsonArray list ? [.. list.OfType<JsonValue>().Select(v => v.ToString())] : null;
}
