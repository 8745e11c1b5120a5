using System.CommandLine;
using System.Globalization;

namespace Ptce.Workspace;

/// <summary>What verbs take. The sentence of an input stands in <c>Console.words.json</c> under its name, or under what it is about where one name means several things.</summary>
public static class Input
{
    /// <summary>How a day is typed, by example: it reads the same in every language.</summary>
    public const string Day = "2026-01-31";

    public static Option<string> Needed(string name, string? about = null, string? shape = null, params object[] words) => Needed<string>(name, about, shape, words);

    public static Option<T> Needed<T>(string name, string? about = null, string? shape = null, params object[] words) =>
        new(name) { Description = Sentence(about ?? name, words), HelpName = shape, Required = true };

    public static Option<string?> Text(string name, string? about = null, string? shape = null, params object[] words) =>
        new(name) { Description = Sentence(about ?? name, words), HelpName = shape };

    /// <param name="otherwise">What holds when it is not given.</param>
    public static Option<T> Otherwise<T>(string name, T otherwise, string? about = null, string? shape = null, params object[] words) =>
        new(name) { Description = Sentence(about ?? name, words), HelpName = shape, DefaultValueFactory = _ => otherwise };

    /// <summary>A whole number, read here and not by the parser: what is none is one sentence in the terminal's language.</summary>
    /// <exception cref="Refused">No whole number from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public static int? Number(ParseResult asked, Option<string?> option, int least, int most) => asked.GetValue(option) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n
        : throw new Refused(option.Name.TrimStart('-'), "console.number", option.Name, text, least, most);

    public static Option<bool> Flag(string name) => new(name) { Description = Sentence(name, []) };

    public static Argument<string> First(string name, string about, params object[] words) => new(name) { Description = Sentence(about, words) };

    private static string Sentence(string about, object[] words) => Words.Say(Desk.Language, "console.input." + about.TrimStart('-').Replace('-', '_'), words);
}
