namespace Ptce.Workspace.Tests;

public sealed class FieldTests
{
    [Theory]
    [InlineData("2027-01-31")]
    [InlineData(" 31/01/2027 ")]
    [InlineData("31.1.2027")]
    public void A_day_is_read_as_it_is_written_in_each_language(string typed) => Assert.Equal(new DateOnly(2027, 1, 31), Field.Day(typed, "day"));

    [Theory]
    [InlineData("24 000,5")]
    [InlineData("24\u202f000.5")]
    [InlineData("24\u00a0000,50")]
    public void A_number_may_have_spaces_and_a_comma_or_a_point(string typed) => Assert.Equal(24_000.5m, Field.NumberIfAny(typed, "n"));

    [Theory]
    [InlineData("9", 9, 0)]
    [InlineData("9h", 9, 0)]
    [InlineData("14 h 30", 14, 30)]
    [InlineData("14:30", 14, 30)]
    [InlineData("08:05:00", 8, 5)]
    public void An_hour_is_read_as_people_write_it(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), Field.Clock(typed, "starts"));

    [Fact]
    public void What_cannot_be_read_is_refused_at_its_field_with_a_sentence_in_the_three_languages()
    {
        Action[] wrong =
        [
            () => Field.Day("31/02/2027", "x"), () => Field.Day(" ", "x"), () => Field.Number("douze", "x"), () => Field.Number("1.234,5", "x"), () => Field.Number(null, "x"),
            () => Field.WholeIfAny("2,5", "x"), () => Field.WholeIfAny("-1", "x"), () => Field.CentsIfAny("1,005", "x"), () => Field.CentsIfAny("9999999999", "x"),
            () => Field.Clock("25:00", "x"), () => Field.Clock("h", "x"), () => Field.Clock("", "x"),
        ];
        Assert.All(wrong, read =>
        {
            var refused = Assert.Throws<Refused>(read);
            Assert.Equal("x", refused.Field);
            Assert.Equal(3, Words.Languages.Select(refused.In).Distinct().Count());
        });
        Assert.Null(Field.DayIfAny("", "x"));
        Assert.Null(Field.NumberIfAny(null, "x"));
    }

    [Fact]
    public void No_line_breaks_before_a_French_mark() =>
        Assert.Empty(Words.All.Where(w => System.Text.RegularExpressions.Regex.IsMatch(w.Value["fr"], @"\S [:;!?»]|« ")).Select(w => w.Key));
}
