using System.CommandLine;
using System.Globalization;

namespace Ptce.Workspace.Tests;

public sealed class VerbsTests
{
    [Fact]
    public void Every_verb_and_input_is_explained_in_a_sentence()
    {
        var told = Below(Verbs.Root()).ToList();

        Assert.True(told.Count > 60, "The tree of verbs is not walked.");
        Assert.All(told, symbol => Assert.False(string.IsNullOrWhiteSpace(symbol.Description) || symbol.Description.StartsWith("console.", StringComparison.Ordinal), symbol.Name));
    }

    [Fact]
    public async Task The_place_of_the_store_may_be_said_before_the_verb_or_after_it()
    {
        var folder = Directory.CreateTempSubdirectory("ptce-test-");
        try
        {
            var before = await RunningProgram.Verb("--data", folder.FullName, "pole", "create", "--name", "Pôle du Haut-Pays");
            var after = await RunningProgram.Verb("digest", "list", "--pole", "Pôle du Haut-Pays", $"--data={folder.FullName}");

            Assert.Equal((0, "", 0, ""), (before.Code, before.Errors, after.Code, after.Errors));
        }
        finally { folder.Delete(recursive: true); }
    }

    [Fact]
    public async Task An_unknown_word_starts_nothing()
    {
        var (code, _, errors) = await RunningProgram.Verb("frobnicate");

        Assert.Equal(1, code);
        Assert.Contains("frobnicate", errors);
        Assert.True(Desk.Language is "en" || !errors.Contains("Unrecognized", StringComparison.Ordinal), errors);
    }

    [Theory]
    [InlineData("fr", "frobnicate", "non reconnu", "Il manque --app-id GUID")]
    [InlineData("en", "frobnicate", "Unrecognized", "--app-id GUID is missing")]
    [InlineData("de", "frobnicate", "nicht erkannt", "Es fehlt --app-id GUID")]
    public void What_the_parser_says_itself_is_said_in_the_terminal_s_language(string language, string typed, string unknown, string missing)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Words.Culture(language);
            var wrong = Assert.Single(Verbs.Root().Parse(["digest", "compile", "--from", "2026-01-01", "--to", "2026-03-31", typed]).Errors).Message;
            var absent = string.Join(' ', Verbs.Missing(Verbs.Root().Parse(["teams", "package"]), language));
            Assert.Empty(Verbs.Missing(Verbs.Root().Parse(["teams", "package", "--help"]), language));
            Assert.True(wrong.Contains(unknown, StringComparison.OrdinalIgnoreCase) && absent.Contains(missing, StringComparison.OrdinalIgnoreCase), $"{wrong} · {absent}");
        }
        finally { CultureInfo.CurrentUICulture = before; }
    }

    private static IEnumerable<Symbol> Below(Command command) =>
        [command, .. command.Arguments, .. command.Options.Where(o => o.Action is null), .. command.Subcommands.SelectMany(Below)];
}
