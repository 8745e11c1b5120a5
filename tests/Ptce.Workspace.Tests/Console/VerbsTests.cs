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

    [Fact]
    public async Task A_wrong_value_of_any_verb_is_one_sentence_of_ours()
    {
        var folder = Directory.CreateTempSubdirectory("ptce-test-");
        try
        {
            var (data, nowhere) = ($"--data={folder.FullName}", Path.Combine(folder.FullName, "nulle", "part.csv"));
            Assert.Equal(0, (await RunningProgram.Verb("pole", "create", "--name", "Pôle d'essai", data)).Code);
            string[][] typed =
            [
                ["rates", "pass", "--year", "abc", "--eur", "47100", "--source", "arrêté", data],
                ["rates", "smic", "--from", "30/02/2026", "--eur", "12", "--source", "décret", data],
                ["rates", "smic", "--from", "2026-01-01", "--eur", "douze", "--source", "décret", data],
                ["rates", "list", "--pole", "inconnu", data],
                ["rates", "list", "--json=peut-être", data],
                ["digest", "compile", "--from", "2026-01-01", "--from", "2026-02-01", "--to", "2026-03-31", data],
                ["digest", "compile", "--from", "9998-01-01", "--to", "9998-12-31", data],
                ["digest", "compile", "--from", "2026-01-01", "--to", "2026-03-31", "--by", "personne@nulle.test", data],
                ["digest", "quorum", "--percent", "cent", data],
                ["import", "contributions", nowhere, data],
                ["import", "expenditures", nowhere, data],
                ["export", "contributions", nowhere, data],
                ["export", "contributions", folder.FullName, data],
                ["pole", "create", "--name", "Un autre", "--language", "it", data],
                ["offers", "search", "eau", "--most", "beaucoup", data],
                ["jobs", "run", "rien", data],
                ["understand", "--directory", nowhere],
                ["restore", nowhere, "--force", data],
                ["version", "--connection", "n'importe quoi"],
                ["--urls", "nulle part", data],
            ];
            var odd = new System.Collections.Concurrent.ConcurrentBag<string>();
            await Parallel.ForEachAsync(typed, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (arguments, _) =>
            {
                var (code, _, errors) = await RunningProgram.Verb(arguments);
                if (code != 1 || errors.Length < 10 || errors.Contains("xception", StringComparison.Ordinal) || errors.Contains("   at ", StringComparison.Ordinal)
                    || (Desk.Language != "en" && (errors.Contains("expects", StringComparison.Ordinal) || errors.Contains("Could not", StringComparison.Ordinal) || errors.Contains("Cannot", StringComparison.Ordinal))))
                    odd.Add($"{string.Join(' ', arguments)} [{code}] {errors}");
            });
            Assert.Empty(odd);
        }
        finally { folder.Delete(recursive: true); }
    }

    private static IEnumerable<Symbol> Below(Command command) =>
        [command, .. command.Arguments, .. command.Options.Where(o => o.Action is null), .. command.Subcommands.SelectMany(Below)];
}
