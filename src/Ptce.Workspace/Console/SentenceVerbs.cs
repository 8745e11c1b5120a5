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
        var known = Known(asked.GetValue(Directory));
        // The streams are UTF-8 whatever the terminal says: the sentences come from files as often as from people.
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        return Task.FromResult(UnderstandVerb.Run(input, output, Console.Error, known, new Say(Desk.Language)));
    }, Directory);

    private static Acquaintances Known(string? directory)
    {
        try { return UnderstandVerb.Directory(directory); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException or ArgumentException) { throw new Refused("directory", "console.no_directory", directory); }
    }
}
