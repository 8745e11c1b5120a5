namespace Ptce.Workspace.Tests;

public sealed class TypedLengthTests
{
    private static readonly Pole Pole = new("p", "p", "P", "Europe/Paris", "fr", 200, 400, 0);

    [Theory]
    [InlineData("1h30", 90)]
    [InlineData("1 h 30", 90)]
    [InlineData("1:30", 90)]
    [InlineData("14h30", 870)] // in a field for a length it is a length
    [InlineData("2h", 120)]
    [InlineData("2 h", 120)]
    [InlineData("1,5 h", 90)]
    [InlineData("1.5h", 90)]
    [InlineData("90 min", 90)]
    [InlineData("45 minutes", 45)]
    [InlineData("une demi-journée", 200)]
    [InlineData("une journée", 400)]
    [InlineData("trois quarts d'heure", 45)]
    [InlineData("deux heures et quart", 135)]
    [InlineData("half a day", 200)]
    [InlineData("anderthalb Stunden", 90)]
    [InlineData("24 h", 1440)]
    public void People_type_lengths_in_many_ways(string typed, long minutes) => Assert.Equal(minutes, TypedLength.Read(typed, "fr", Pole));

    [Theory]
    [InlineData("2")]
    [InlineData("90")]
    [InlineData("2-3h")]
    [InlineData("hier")]
    [InlineData("le matin")]
    [InlineData("<script>")]
    public void What_is_no_length_or_could_be_two_is_asked_again(string typed) =>
        Assert.Equal("contributions.length", Assert.Throws<Refused>(() => TypedLength.Read(typed, "fr", Pole)).Key);

    [Fact]
    public void Every_length_that_we_print_is_read_back()
    {
        foreach (var language in Words.Languages)
            foreach (var minutes in Enumerable.Range(1, 1440))
                Assert.Equal(minutes, TypedLength.Read(new Say(language).Duration(minutes), language, Pole));
    }
}
