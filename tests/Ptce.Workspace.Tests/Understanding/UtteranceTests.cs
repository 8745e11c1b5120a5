namespace Ptce.Workspace.Tests;

public sealed class UtteranceTests
{
    public static TheoryData<string> Files => [.. Rows.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_sentence_is_read_as_the_field_reads_it(string file) => Assert.Empty(Rows.Wrong(Rows.In(file)));

    [Theory]
    [InlineData("fr", "ligne 3 : ce n'est pas", "ligne 4 : « today » vaut « 19/11/2026 »", "il manque « text »")]
    [InlineData("en", "line 3: this is no JSON object", "line 4: “today” is “19/11/2026”", "“text” is missing")]
    [InlineData("de", "Zeile 3: das ist kein JSON-Objekt", "Zeile 4: „today“ ist „19/11/2026“", "„text“ fehlt")]
    public void The_verb_answers_one_line_per_sentence_and_names_a_bad_one_in_the_readers_language(string language, string third, string fourth, string sixth)
    {
        using var input = new StringReader("""
            {"id":"a","text":"2h hier copil","today":"2026-11-19","lang":"fr"}

            not json
            {"id":"b","text":"bonjour","today":"19/11/2026","lang":"fr"}
            {"id":"c","text":"bonjour","today":"2026-11-19"}
            {"id":"d","today":"2026-11-19"}
            {"id":"e","id":"e","text":"bonjour","today":"2026-11-19"}
            {"id":"f","text":"\ud800","today":"2026-11-19"}
            ["g"]
            """);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(1, UnderstandVerb.Run(input, output, errors, Rows.Known, new Say(language)));
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("""{"id":"a","reading":{"intent":"log_time",""", lines[0], StringComparison.Ordinal);
        var said = Spaces.Plain(errors.ToString()).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, said.Length);
        Assert.StartsWith(third, said[0], StringComparison.Ordinal);
        Assert.StartsWith(fourth, said[1], StringComparison.Ordinal);
        Assert.Contains(sixth, said[2], StringComparison.Ordinal);
        Assert.All(said, s => Assert.Contains("2026-11-19", s, StringComparison.Ordinal)); // what would do
    }

    [Fact]
    public void The_verb_ends_well_when_every_line_is_read()
    {
        using var input = new StringReader("""{"id":1,"text":"oui","today":"2026-11-19","lang":"fr"}""");
        using var output = new StringWriter();
        Assert.Equal(0, UnderstandVerb.Run(input, output, TextWriter.Null, UnderstandVerb.Directory(null), new Say("fr")));
        Assert.Equal("""{"id":1,"reading":{"intent":"none","small_talk":"yes","ask":[]}}""", output.ToString().TrimEnd());
    }
}
