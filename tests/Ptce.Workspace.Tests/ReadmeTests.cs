using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

/// <summary>What an administrator reads is what the program does.</summary>
public sealed partial class ReadmeTests
{
    /// <summary>The rows of the table of settings.</summary>
    private static readonly string Settings = string.Join('\n', File.ReadLines(Path.Combine(Source.Root, "README.md"))
        .SkipWhile(line => line != "## Configuration").TakeWhile(line => line != "## Teams").Where(line => line.StartsWith('|')));

    [Fact]
    public void Every_setting_that_is_read_stands_in_the_table()
    {
        var read = Source.Code.SelectMany(file => Reading().Matches(file.Value)).Select(match => match.Groups[1].Value)
            .Concat(Of<MailSettings>("Mail")).Concat(Of<RetentionSettings>("Retention"));
        Assert.All(read.Distinct(), name => Assert.Contains($"`{name}`", Settings));
    }

    private static IEnumerable<string> Of<T>(string section) =>
        typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => $"{section}:{property.Name}");

    [GeneratedRegex("""configuration(?:\[|\.GetValue\()"(\w+:\w+)""")]
    private static partial Regex Reading();
}
