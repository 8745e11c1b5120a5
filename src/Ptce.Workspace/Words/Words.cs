using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>What people read, in the three languages, one file of words per slice (<c>*.words.json</c>, embedded).</summary>
/// <remarks>A key missing in a language is a failed test; at run time the key itself shows, so that nothing breaks.</remarks>
public static partial class Words
{
    public static readonly IReadOnlyList<string> Languages = ["fr", "en", "de"];

    private static readonly Dictionary<string, CultureInfo> Cultures = new()
    {
        ["fr"] = CultureInfo.GetCultureInfo("fr-FR"),
        ["en"] = CultureInfo.GetCultureInfo("en-GB"),
        ["de"] = CultureInfo.GetCultureInfo("de-DE"),
    };

    /// <summary>Every key with its text per language.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All { get; } = Load();

    /// <summary>The nearest of our languages to a tag such as "de-AT"; French where there is none.</summary>
    public static string Nearest(string? tag) =>
        Languages.FirstOrDefault(l => tag is not null && (tag.Equals(l, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(l + "-", StringComparison.OrdinalIgnoreCase))) ?? "fr";

    public static CultureInfo Culture(string language) => Cultures[Nearest(language)];

    /// <summary>The text of a key, with its <c>{0}</c> filled in the language's own number and date forms.</summary>
    public static string Say(string language, string key, params object?[] args)
    {
        if (!All.TryGetValue(key, out var texts) || !texts.TryGetValue(Nearest(language), out var text)) return key;
        return args.Length == 0 ? text : string.Format(Culture(language), text, args);
    }

    public static bool Knows(string key) => All.ContainsKey(key);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Load()
    {
        var words = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("words/", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, texts) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(file)!)
            {
                foreach (var (language, text) in texts) texts[language] = language == "fr" ? Unbroken(Figures(text)) : Figures(text);
                if (!words.TryAdd(key, texts)) throw new InvalidOperationException($"The key {key} stands in two word files.");
            }
        }
        return words;
    }

    /// <summary>French sets a space before ":", ";", "!", "?" and inside « »; no line may break there. The word files write it plainly.</summary>
    private static string Unbroken(string french) => ThinSpace().Replace(FullSpace().Replace(french, "\u00a0"), "\u202f");

    /// <summary>"20 000 €", "{0} %", "2 h 30": a figure stays on one line with its thousands and its unit, in every language.</summary>
    private static string Figures(string text) => Measure().Replace(text, "\u00a0");

    [GeneratedRegex(@"(?<=\d) (?=\d{3}(?!\d))|(?<=[\d}]) (?=(?:€|%|h|min|km|kg|Mo|MB|m²|ETP|FTE|VZÄ)(?!\w))|(?<=\d h) (?=\d\d(?!\d))")]
    private static partial Regex Measure();

    [GeneratedRegex("(?<=\\S) (?=[:»])|(?<=«) ")]
    private static partial Regex FullSpace();

    [GeneratedRegex("(?<=\\S) (?=[;!?])")]
    private static partial Regex ThinSpace();
}
