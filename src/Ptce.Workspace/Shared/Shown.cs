using System.Globalization;

namespace Ptce.Workspace;

/// <summary>What a state asks of its reader; each has its own mark, so that colour is never alone.</summary>
public enum Meaning
{
    Done,

    /// <summary>Ended without coming of anything: withdrawn, expired, declined, cancelled.</summary>
    Over,
    Waiting,
    NeedsYou,
}

/// <summary>An object's state as words: <c>_State</c>.</summary>
public sealed record Standing(Meaning Meaning, string Words)
{
    /// <summary>The class of the sheet and the name of the mark.</summary>
    public string Kind => Meaning switch { Meaning.Done => "done", Meaning.Over => "over", Meaning.NeedsYou => "needs-you", _ => "waiting" };
}

/// <summary>A page or a list with nothing in it yet: what will be here, and the first act: <c>_Empty</c>.</summary>
public sealed record Emptiness(string Words, Link? FirstAct = null);

/// <summary>A number, its unit, and the lines it stands for: <c>_Figure</c>.</summary>
/// <param name="Number">Written for the reader ("12 h 30", "1 204").</param>
/// <param name="Note">The reason behind it, such as the rate and its date.</param>
public sealed record Figure(string Label, string Number, string? Unit = null, string? Href = null, string? Note = null);

/// <summary>A bar chart that states what it finds: <c>_Bars</c>.</summary>
/// <param name="Finding">A sentence: "Re-Sources a donné deux fois plus d'heures qu'au printemps".</param>
/// <param name="LabelHeader">Header of the table's first column ("Organisation").</param>
/// <param name="ValueHeader">Header of the numbers, with their unit ("Heures").</param>
public sealed record Bars(string Finding, string LabelHeader, string ValueHeader, IReadOnlyList<Bar> Rows)
{
    /// <summary>A bar's share of the longest, as an SVG width.</summary>
    public string Width(Bar bar)
    {
        var longest = Rows.Max(r => Math.Abs(r.Value));
        return (longest == 0 ? 0 : Math.Abs(bar.Value) / longest * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
    }
}

/// <param name="Shown">The value written for the reader.</param>
/// <param name="Href">The lines behind the value.</param>
/// <param name="Second">The second of two kinds (received, beside given): hatched instead of full.</param>
public sealed record Bar(string Label, decimal Value, string Shown, string? Href = null, bool Second = false);
