namespace Ptce.Workspace.Tests;

public sealed class UtteranceTests
{
    public static TheoryData<string> Files => [.. Rows.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_sentence_is_read_as_the_field_reads_it(string file) => Assert.Empty(Rows.Wrong(Rows.In(file)));

    [Fact]
    public void The_verb_answers_one_line_per_sentence_and_goes_on_after_a_bad_one()
    {
        using var input = new StringReader("""
            {"id":"a","text":"2h hier copil","today":"2026-11-19","lang":"fr"}

            not json
            {"id":"b","text":"bonjour","today":"19/11/2026","lang":"fr"}
            {"id":"c","text":"bonjour","today":"2026-11-19"}
            """);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(1, UnderstandVerb.Run(input, output, errors, Rows.Known));
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("""{"id":"a","reading":{"intent":"log_time",""", lines[0], StringComparison.Ordinal);
        Assert.Contains("line 3", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 4", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_verb_ends_well_when_every_line_is_read()
    {
        using var input = new StringReader("""{"id":1,"text":"oui","today":"2026-11-19","lang":"fr"}""");
        using var output = new StringWriter();
        Assert.Equal(0, UnderstandVerb.Run(input, output, TextWriter.Null, UnderstandVerb.Directory(null)));
        Assert.Equal("""{"id":1,"reading":{"intent":"none","small_talk":"yes","ask":[]}}""", output.ToString().TrimEnd());
    }
}
