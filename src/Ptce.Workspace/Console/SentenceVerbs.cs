using System.CommandLine;
using System.Text;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary><c>understand</c>: how sentences are read, one JSON line in, one out. Touches no store.</summary>
public static class SentenceVerbs
{
    private static readonly Option<string?> Directory = Input.Text("--directory", shape: "FILE.json");

    public static Command Understand => Desk.Storeless("understand", asked =>
    {
        var directory = asked.GetValue(Directory);
        Refused.If(directory is not null && !Reads(directory), "directory", "console.no_directory", directory);
        // The streams are UTF-8 whatever the terminal says: the sentences come from files as often as from people.
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        return Task.FromResult(UnderstandVerb.Run(input, output, Console.Error, directory));
    }, Directory);

    private static bool Reads(string directory)
    {
        try
        {
            _ = UnderstandVerb.Directory(directory);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException) { return false; }
    }
}
