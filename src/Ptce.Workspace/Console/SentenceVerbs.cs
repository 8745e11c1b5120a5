using System.CommandLine;
using System.Text;

namespace Ptce.Workspace;

/// <summary><c>understand</c>: how sentences are read, one JSON line in, one out. Touches no store.</summary>
public static class SentenceVerbs
{
    private static readonly Option<string?> Directory = new("--directory")
    {
        Description = "fichier JSON : qui parle, et les noms connus / JSON file: who speaks, and the names known",
        HelpName = "FILE.json",
    };

    public static Command Understand
    {
        get
        {
            var verb = new Command("understand", "lit des phrases (une ligne JSON : id, text, today, lang) / reads sentences") { Directory };
            verb.SetAction(asked =>
            {
                // The streams are UTF-8 whatever the terminal says: the sentences come from files as often as from people.
                using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
                using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
                return UnderstandVerb.Run(input, output, Console.Error, asked.GetValue(Directory));
            });
            return verb;
        }
    }
}
