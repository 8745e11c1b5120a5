namespace Ptce.Workspace;

/// <summary>
/// The word lists beside this file. An entry is a head, a colon and its phrases parted by commas; indented lines go on with the one above,
/// lines that begin with "#" are for the reader.
/// </summary>
internal static class WordList
{
    /// <param name="name">Such as <c>fr.cues</c>.</param>
    /// <returns>The head of each entry, such as <c>cue rsvp_yes</c>, and its phrases as they are written; in the order of the list.</returns>
    internal static IEnumerable<(string Head, string[] Phrases)> Read(string name)
    {
        using var reader = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream($"lexicon/{name}.txt")!);
        var entries = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == ' ') entries[^1] += line;
            else entries.Add(line);
        }
        foreach (var entry in entries)
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            yield return (entry[..colon], entry[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
