using System.Text;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>Whether two writings are one name: case, composed or decomposed accents, the kind of apostrophe and of space do not count.</summary>
/// <remarks>Spreadsheets curl apostrophes, word processors leave unbreakable spaces, Macs decompose accents; the reader sees no difference.</remarks>
public sealed partial class SameName : IEqualityComparer<string>
{
    public static readonly SameName Comparer = new();

    public bool Equals(string? one, string? other) => string.Equals(one is null ? null : Plain(one), other is null ? null : Plain(other), StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(string name) => StringComparer.OrdinalIgnoreCase.GetHashCode(Plain(name));

    /// <summary>The same without accents and capitals: what a word of a closed list is known by, however it was typed. Names of people keep theirs.</summary>
    public static string Folded(string text) => Folding.Fold(Plain(text));

    private static string Plain(string name) => Spaces().Replace(name.Normalize(NormalizationForm.FormC).Replace('’', '\''), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
