using System.Text.Json.Nodes;

namespace Ptce.Workspace;

public static partial class TeamsCard
{
    /// <summary>The longest word of a label and the longest of its value, together: beyond it two columns are wider than a telephone of 320 px.</summary>
    private const int TwoColumns = 28; // characters

    /// <summary>Facts side by side with their labels; one whose words are too long for that stands on two lines, in its place among the others.</summary>
    internal static IEnumerable<JsonObject> Facts(IEnumerable<Fact> facts)
    {
        var columns = new JsonArray();
        foreach (var fact in facts)
        {
            var (label, value) = (Cut(fact.Label, LongestLabel), Cut(fact.How is null ? fact.Value : $"{fact.Value} · {fact.How}", LongestFact));
            if (LongestWord(label) + LongestWord(Say.Unbroken(value)) <= TwoColumns)
            {
                columns.Add(new JsonObject { ["title"] = Plain(label), ["value"] = Plain(value) });
                continue;
            }
            if (columns.Count > 0) yield return Columns(columns);
            columns = [];
            yield return Text(label, LongestLabel, bold: true);
            var below = Text(value, LongestFact);
            below["spacing"] = "None";
            yield return below;
        }
        if (columns.Count > 0) yield return Columns(columns);
    }

    private static JsonObject Columns(JsonArray facts) => new() { ["type"] = "FactSet", ["facts"] = facts };

    // A hard space breaks no line.
    private static int LongestWord(string text) => text.Split(' ', '\n', '-').Max(word => word.Length);
}
