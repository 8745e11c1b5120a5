using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>What a provider says, without the mail addresses it names: for the log, which more people read than the store.</summary>
public static partial class Masked
{
    public static string Text(string said) => Address().Replace(said, "…@$1");

    [GeneratedRegex(@"[^\s<>""'(),;:@]+@([^\s<>""'(),;:@]+)")]
    private static partial Regex Address();
}
