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

    private static string Plain(string name) => Spaces().Replace(name.Normalize(NormalizationForm.FormC).Replace('’', '\''), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
