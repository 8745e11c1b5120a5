namespace Ptce.Workspace;

/// <summary>Notes : what was written under a point of the agenda.</summary>
/// <param name="Version">Counts the saves; 0 while nobody has written.</param>
/// <param name="Text">Paragraphs, one a line.</param>
/// <param name="Writers">For each paragraph the names of those who wrote in it.</param>
public sealed record Note(string ItemId, long Version, string Text, IReadOnlyList<IReadOnlyList<string>> Writers, IReadOnlyList<NoteClash> Clashes)
{
    /// <summary>Everyone who wrote here, once each.</summary>
    public IReadOnlyList<string> Everyone => [.. Writers.SelectMany(w => w).Distinct()];

    /// <summary>What the page shows around the text: it is read again when this changes, and not for each word.</summary>
    public string Marks => string.Join(',', [.. Everyone, .. Clashes.Select(c => c.Id)]);

    /// <summary>Paragraphs that say something, each with its writers.</summary>
    public IEnumerable<(string Text, IReadOnlyList<string> Writers)> Paragraphs =>
        Text.Split('\n').Select((text, n) => (text.Trim(), n < Writers.Count ? Writers[n] : [])).Where(p => p.Item1 != "");

    public static Note Empty(string itemId) => new(itemId, 0, "", [], []);
}

/// <summary>Two versions of the same paragraph, with who wrote which.</summary>
public sealed record NoteClash(string Id, string Theirs, IReadOnlyList<string> TheirsBy, string Mine, string MineBy);

/// <summary>Said once a meeting, when its minutes begin.</summary>
public sealed record MinutesBegun(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record MinutesSettled(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record MinutesReopened(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);
