using System.Globalization;
using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

public sealed partial class WordsTests
{
    [Fact]
    public void Every_word_is_said_in_the_three_languages_with_the_same_blanks() => Assert.All(Words.All, word =>
    {
        Assert.Equal(Words.Languages.Order(), word.Value.Keys.Order());
        Assert.All(word.Value.Values, text => Assert.False(string.IsNullOrWhiteSpace(text), word.Key));
        var blanks = word.Value.Values.Select(text => string.Join(" ", Blank().Matches(text).Select(m => m.Value).Distinct().Order())).Distinct();
        Assert.True(blanks.Count() == 1, $"{word.Key} has other blanks in another language.");
        foreach (var text in word.Value.Values) _ = string.Format(CultureInfo.InvariantCulture, text, [.. Enumerable.Repeat<object>("", 20)]);
    });

    [Fact]
    public void No_word_shouts() =>
        Assert.Empty(Words.All.Where(w => w.Value.Values.Any(text => Shout().IsMatch(text))).Select(w => w.Key));

    [Fact]
    public void Every_word_the_program_asks_for_is_there()
    {
        var families = string.Join('|', Words.All.Keys.Select(k => k.Split('.')[0]).Distinct());
        var asked = new Regex($@"""((?:{families})\.[a-z0-9_]+(?:\.[a-z0-9_]+)*)(\.?)(""|\{{)");
        Assert.Empty(Source.Code.SelectMany(f => asked.Matches(f.Value), (f, m) => (File: f.Key, Key: m.Groups[1].Value, Whole: m.Groups[2].Value == "" && m.Groups[3].Value == "\"" && !m.Groups[1].Value.EndsWith('_')))
            .Where(a => a.Whole ? !Words.Knows(a.Key) && !IsCounted(a.Key) : !Words.All.Keys.Any(k => k.StartsWith(a.Key, StringComparison.Ordinal)))
            .Select(a => $"{a.Key} in {a.File}"));
    }

    /// <summary>A word that follows a number has two forms.</summary>
    private static bool IsCounted(string key) => Words.Knows(key + ".one") && Words.Knows(key + ".many");

    [GeneratedRegex(@"\w[ \u00a0\u202f]?!")]
    private static partial Regex Shout();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Blank();
}
