using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Point de l'ordre du jour.</summary>
/// <param name="OccurrenceId">Null: in the series' reserve.</param>
/// <param name="Aim">"inform", "discuss" or "decide".</param>
/// <param name="State">"open", "done" (reached), "carried" (went to a later meeting) or "withdrawn".</param>
/// <param name="CarriedFrom">The point of an earlier meeting that this one continues.</param>
/// <param name="ProposedAs">A guest from outside whose point it was.</param>
/// <param name="Brings">What is shown with it: one of <see cref="AgendaBrings.Kinds"/>; null: nothing.</param>
public sealed record AgendaItem(
    string Id, string SeriesId, string? OccurrenceId, long Position, string Title, long Minutes, string Aim, string State,
    string? CarriedFrom, string? ProposedBy, string? ProposedByName, DateTimeOffset ProposedAt, string? Brings = null, string? ProposedAs = null)
{
    public const string Open = "open", Done = "done", Carried = "carried", Withdrawn = "withdrawn";

    public static readonly IReadOnlyList<string> Aims = ["inform", "discuss", "decide"];

    /// <summary>"proposé par Amina Belkacem"; null where it came of the template.</summary>
    public string? By(Say say) => ProposedAs is { } guest ? say["workshops.proposed_by_guest", guest] : ProposedByName is { } who ? say["workshops.proposed_by", who] : null;
}

/// <summary>Ordre du jour: the points of a meeting, with the time each begins.</summary>
public sealed record Agenda(Occurrence Meeting, IReadOnlyList<AgendaItem> Items)
{
    public long Minutes => Items.Sum(i => i.Minutes);

    /// <summary>Minutes planned beyond the meeting's end; 0 when it fits.</summary>
    public long Overrun => Math.Max(0, Minutes - Meeting.Minutes);

    /// <summary>Each point with its time on the wall.</summary>
    public IEnumerable<(TimeOnly At, AgendaItem Item)> Timed()
    {
        var at = WallTime.Read(Meeting.Starts);
        foreach (var item in Items)
        {
            yield return (at, item);
            at = at.AddMinutes(item.Minutes);
        }
    }
}

/// <summary>A line of a template: "20 Tour de table".</summary>
public sealed record TemplateItem(string Title, long Minutes, string Aim, string? Brings = null)
{
    /// <summary>Reads "20 Tour de table", "30 ? Choix du lieu" (to discuss), "15 ! Adopter le budget" (to decide), "10 @actions" (with what is still to do).</summary>
    /// <exception cref="Refused">«template» has a line without minutes or title.</exception>
    public static TemplateItem Read(string line, Say say)
    {
        var parts = line.Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) throw new Refused("template", "workshops.refused.template", line.Trim());
        if (parts[1][0] == '@') return Bringing(parts[1][1..], minutes, say) ?? throw new Refused("template", "workshops.refused.template", line.Trim());
        var aim = parts[1][0] switch { '?' => "discuss", '!' => "decide", _ => "inform" };
        return new(parts[1].TrimStart('?', '!', ' '), minutes, aim);
    }

    // "@actions", "@actions Où en sommes-nous"
    private static TemplateItem? Bringing(string text, long minutes, Say say)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kind = parts.Length == 0 ? null : AgendaBrings.Kinds.FirstOrDefault(k => Words.Languages.Any(l => string.Equals(Words.Say(l, "workshops.brings.word." + k), parts[0], StringComparison.OrdinalIgnoreCase)));
        return kind is null ? null : new(parts.Length > 1 ? parts[1] : say["workshops.brings." + kind], minutes, "discuss", kind);
    }

    public string Written => Brings is { } kind ? string.Create(CultureInfo.InvariantCulture, $"{Minutes} @{Words.Say("fr", "workshops.brings.word." + kind)} {Title}") : string.Create(CultureInfo.InvariantCulture, $"{Minutes} {(Aim switch { "discuss" => "? ", "decide" => "! ", _ => "" })}{Title}");
}

/// <param name="SubjectId">The meeting, or the series for a point in reserve.</param>
public sealed record PointProposed(string PoleId, string SubjectId, string ItemId, long Minutes) : Event(PoleId, SubjectId);

/// <param name="SubjectId">The meeting, or the series.</param>
public sealed record AgendaChanged(string PoleId, string SubjectId) : Event(PoleId, SubjectId);
